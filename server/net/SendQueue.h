#pragma once

#include <QByteArrayList>

class QTcpSocket;

namespace rialto {

/// The frames that a transport wrote in this turn of the event loop, on their way to its socket. Frames are shared, not
/// copied. Lives on: the net thread.
class SendQueue
{
public:
    void add(const QByteArray &frames);
    void clear();
    bool isEmpty() const { return m_frames.isEmpty(); }
    qint64 bytes() const { return m_bytes; }

    /// Gives everything to the socket: with one system call to the kernel as far as it takes it, the rest, and all of
    /// it under TLS, to Qt's queue.
    void sendTo(QTcpSocket &socket);

private:
    qsizetype sendDirectly(const QTcpSocket &socket);

    QByteArrayList m_frames;
    qint64 m_bytes = 0;
};

} // namespace rialto
