#pragma once

#include <QSslSocket>
#include <sys/socket.h>

namespace rialto {

/// What was written to a socket and has not reached the kernel. An encrypted socket passes everything on to the plain
/// one below it at once and then says 0; the bytes wait there.
inline qint64 unsentBytes(const QTcpSocket &socket)
{
    const auto *encrypted = qobject_cast<const QSslSocket *>(&socket);
    return socket.bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0);
}

/// From now on closing throws away what the peer did not take, with a reset; otherwise the kernel would keep it for
/// minutes, and a peer that reads nothing would never learn.
inline void resetOnClose(const QTcpSocket &socket)
{
    const linger reset{1, 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
}

} // namespace rialto
