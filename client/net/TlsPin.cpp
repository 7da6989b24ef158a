#include "net/TlsPin.h"

namespace rialto {

TlsPin::TlsPin(const Profile &profile, const ServerAddress &server) : m_pinned(profile.pinnedCertificate(server)) {}

QSslConfiguration TlsPin::configuration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (!m_pinned.isNull())
        configuration.setCaCertificates({m_pinned});
    return configuration;
}

bool TlsPin::mayIgnore(const QSslCertificate &presented) const
{
    return !m_pinned.isNull() && isRight(presented);
}

bool TlsPin::isRight(const QSslCertificate &presented) const
{
    constexpr auto kDigest = QCryptographicHash::Sha256;
    return m_pinned.isNull() || (!presented.isNull() && presented.digest(kDigest) == m_pinned.digest(kDigest));
}

QString TlsPin::fingerprint(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':')).toUpper();
}

QSslCertificate TlsPin::presentedIn(const QSslConfiguration &configuration, const QList<QSslError> &errors)
{
    const QSslCertificate leaf = configuration.peerCertificate();
    return leaf.isNull() && !errors.isEmpty() ? errors.first().certificate() : leaf;
}

} // namespace rialto
