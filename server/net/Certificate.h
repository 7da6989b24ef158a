#pragma once

#include "base/Error.h"

#include <QSslConfiguration>

namespace rialto {

/// TLS from two PEM files.
Result<QSslConfiguration> tlsFromFiles(const QString &certificatePath, const QString &keyPath);

/// TLS from the certificate in the folder, which is made on first use: P-256, self-signed, valid for ten years. Clients
/// pin it by its SHA-256 fingerprint.
Result<QSslConfiguration> tlsFromFolder(const QString &folder);

/// The fingerprint that a person compares: SHA-256 of the certificate in pairs of hex digits.
QString fingerprintOf(const QSslConfiguration &configuration);

} // namespace rialto
