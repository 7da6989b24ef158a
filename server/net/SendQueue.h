#pragma once

#include <QByteArrayList>

class QTcpSocket;

namespace rialto {

/// Frames on their way to a socket. They are shared with all other queues that have them, not copied, until Qt's queue
/// takes them. Lives on: the net thread.
class SendQueue
{
public:
    void add(const QByteArray &frames);
    void clear();
    bool isEmpty() const { return m_frames.isEmpty(); }
    qint64 bytes() const { return m_bytes; }

    /// Gives the kernel what it takes, many frames with one system call; the rest stays. Only while Qt's own queue is
    /// empty. False when the connection is broken.
    bool sendTo(const QTcpSocket &socket);
    /// Gives all to Qt's queue, which keeps copies of short frames.
    void handTo(QTcpSocket &socket);

private:
    void take(qint64 bytes);

    QByteArrayList m_frames;
    qint64 m_bytes = 0;
    qsizetype m_sentOfFirst = 0;
};

} // namespace rialto
