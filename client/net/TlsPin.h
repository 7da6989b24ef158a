#pragma once

#include "net/Profile.h"

#include <QSslConfiguration>
#include <QSslError>

namespace rialto {

/// Decides whether a server's certificate is the right one: the pinned one when there is one, else one that a known
/// authority signed. Everything else is refused until the person trusts it.
class TlsPin
{
public:
    TlsPin(const Profile &profile, const ServerAddress &server);

    /// With a pinned certificate as the only authority, so that no other one passes unnoticed.
    QSslConfiguration configuration() const;
    /// Whether these complaints may be overlooked because the certificate is the pinned one.
    bool mayIgnore(const QSslCertificate &presented) const;
    /// Whether a handshake without complaints showed the right certificate.
    bool isRight(const QSslCertificate &presented) const;

    /// SHA-256 as the server prints it: pairs of upper-case hexadecimal digits, separated by colons.
    static QString fingerprint(const QSslCertificate &certificate);
    /// The server's own certificate of a handshake that met these complaints.
    static QSslCertificate presentedIn(const QSslConfiguration &configuration, const QList<QSslError> &errors);

private:
    QSslCertificate m_pinned;
};

} // namespace rialto
