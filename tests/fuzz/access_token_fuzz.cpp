// Access tokens: the input as it is, which must never be taken, and its two lines as header and payload of a token with
// a genuine signature, so that what lies behind the signature is reached as well.

#include "core/AccessToken.h"
#include "fuzz/Fuzz.h"

#include <QMessageAuthenticationCode>

using namespace rialto;
using fuzz::require;

namespace {

constexpr qint64 kNowMs = 1'760'000'000'000;
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const QByteArray kSecret(32, 's');

QByteArray hmac(const QByteArray &text, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

QByteArray sign(const QByteArray &header, const QByteArray &payload)
{
    const QByteArray day = QByteArray::number(kNowMs / (24LL * 60 * 60 * 1000));
    const QByteArray text = header.toBase64(kBase64) + '.' + payload.toBase64(kBase64);
    return text + '.' + hmac(text, hmac("access-token:" + day, kSecret)).toBase64(kBase64);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const AccessTokens tokens(kSecret);
    QByteArray rest = fuzz::bytesOf(data, size);
    require(!tokens.verify(rest, kNowMs), "nobody guesses a signature");
    const QByteArray header = fuzz::takeUntil(rest, '\n');
    const auto claims = tokens.verify(sign(header, rest), kNowMs);
    if (!claims) {
        require(claims.error().code == ErrorCode::Unauthenticated, "a refused token is unauthenticated");
        return 0;
    }
    require(claims->expiresAtMs > kNowMs, "a token that has expired is refused");
    require(header.contains("HS256"), "no other algorithm is taken");
    return 0;
}
