#include "core/AccessToken.h"

#include "protocol/Codec.h"

#include <QMessageAuthenticationCode>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype kLongest = 1024;

Result<QJsonObject> decodePart(const QByteArray &part)
{
    const auto bytes = QByteArray::fromBase64Encoding(part, kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return fail(ErrorCode::Unauthenticated, {});
    return parseObject(*bytes);
}

tl::unexpected<Error> notGenuine()
{
    return fail(ErrorCode::Unauthenticated, u"The access token is not valid here."_s);
}

} // namespace

AccessTokens::AccessTokens(const QByteArray &secret) : m_secret(secret) {}

QByteArray AccessTokens::signatureOf(const QByteArray &signedPart, qint64 day) const
{
    const QByteArray key = QMessageAuthenticationCode::hash("access-token:" + QByteArray::number(day), m_secret,
                                                            QCryptographicHash::Sha256);
    return QMessageAuthenticationCode::hash(signedPart, key, QCryptographicHash::Sha256);
}

QByteArray AccessTokens::issue(UserId user, SessionId session, qint64 nowMs) const
{
    const qint64 day = nowMs / kDayMs;
    const QByteArray header = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + QByteArray::number(day) + "\"}";
    const QByteArray payload = "{\"sub\":\"" + QByteArray::number(user.value) + "\",\"sid\":\"" +
                               QByteArray::number(session.value) + "\",\"iat\":" + QByteArray::number(nowMs / 1000) +
                               ",\"exp\":" + QByteArray::number(nowMs / 1000 + kLifetimeSeconds) + '}';
    const QByteArray signedPart = header.toBase64(kBase64) + '.' + payload.toBase64(kBase64);
    return signedPart + '.' + signatureOf(signedPart, day).toBase64(kBase64);
}

Result<TokenClaims> AccessTokens::verify(const QByteArray &token, qint64 nowMs) const
{
    const QByteArrayList parts = token.split('.');
    if (token.size() > kLongest || parts.size() != 3)
        return notGenuine();
    const auto header = decodePart(parts[0]);
    if (!header || header->value("alg"_L1).toString() != "HS256"_L1)
        return notGenuine();
    const qint64 day = header->value("kid"_L1).toString().toLongLong();
    const qint64 today = nowMs / kDayMs;
    if (day < today - 1 || day > today + 1) // Not by a difference: whoever forged this chose the number.
        return notGenuine();
    const QByteArray expected = signatureOf(parts[0] + '.' + parts[1], day).toBase64(kBase64);
    if (expected.size() != parts[2].size() ||
        sodium_memcmp(expected.constData(), parts[2].constData(), static_cast<size_t>(expected.size())) != 0)
        return notGenuine();
    const auto payload = decodePart(parts[1]);
    if (!payload)
        return notGenuine();
    const TokenClaims claims{UserId{payload->value("sub"_L1).toString().toLongLong()},
                             SessionId{payload->value("sid"_L1).toString().toLongLong()},
                             payload->value("exp"_L1).toInteger() * 1000};
    if (claims.expiresAtMs <= nowMs)
        return fail(ErrorCode::Unauthenticated, u"The access token has expired. Refresh it."_s);
    return claims;
}

} // namespace rialto
