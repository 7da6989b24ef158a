#pragma once

#include <QSslSocket>

namespace rialto {

/// What was written to a socket and has not reached the kernel. An encrypted socket passes everything on to the plain
/// one below it at once and then says 0; the bytes wait there.
inline qint64 unsentBytes(const QTcpSocket &socket)
{
    const auto *encrypted = qobject_cast<const QSslSocket *>(&socket);
    return socket.bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0);
}

} // namespace rialto
