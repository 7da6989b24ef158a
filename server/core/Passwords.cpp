#include "core/Passwords.h"

#include <sodium.h>

namespace rialto::passwords {
namespace {

constexpr unsigned long long kPasses = 2;
constexpr size_t kMemoryBytes = 19 * 1024 * 1024;

bool matches(const QByteArray &hash, const QByteArray &password)
{
    return crypto_pwhash_str_verify(hash.constData(), password.constData(),
                                    static_cast<unsigned long long>(password.size())) == 0;
}

} // namespace

QString hash(const QString &password)
{
    const QByteArray utf8 = password.toUtf8();
    char out[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(out, utf8.constData(), static_cast<unsigned long long>(utf8.size()), kPasses,
                              kMemoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return {};
    return QString::fromLatin1(out);
}

bool verify(const QString &password, const QString &hash)
{
    static const QByteArray nobody = passwords::hash(QStringLiteral("nobody")).toLatin1();
    const bool genuine = matches(hash.isEmpty() ? nobody : hash.toLatin1(), password.toUtf8());
    return genuine && !hash.isEmpty();
}

} // namespace rialto::passwords
