#pragma once

#include "net/Certificate.h"

#include <QFile>
#include <QTemporaryDir>

namespace rialto {

/// A folder with a self-made certificate, as a server beyond loopback makes one.
class OwnCertificate
{
public:
    OwnCertificate() { renew(); }

    void renew()
    {
        QFile::remove(m_folder.filePath(QStringLiteral("certificate.pem")));
        m_fingerprint = fingerprintOf(*tlsFromFolder(m_folder.path()));
    }
    QStringList flags() const
    {
        return {QStringLiteral("--tls-cert"), m_folder.filePath(QStringLiteral("certificate.pem")),
                QStringLiteral("--tls-key"), m_folder.filePath(QStringLiteral("certificate-key.pem"))};
    }
    QString fingerprint() const { return m_fingerprint; }

private:
    QTemporaryDir m_folder;
    QString m_fingerprint;
};

} // namespace rialto
