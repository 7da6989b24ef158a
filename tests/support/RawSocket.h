#pragma once

#include "support/TestServer.h"

#include <QTcpSocket>

namespace rialto::test {

/// One answer as it stood on the wire.
struct RawAnswer
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< By lower-case name.
    QByteArray body;
};

/// A peer that writes bytes, right or wrong, and sees what comes back.
class RawSocket
{
public:
    explicit RawSocket(quint16 port)
    {
        m_socket.setProxy(QNetworkProxy::NoProxy);
        m_socket.connectToHost(QHostAddress::LocalHost, port);
        waitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; });
    }

    /// Writes and waits until the kernel has everything, or the server has closed.
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        waitFor([this] { return m_socket.bytesToWrite() == 0 || isClosed(); });
    }
    void sendBytewise(const QByteArray &bytes)
    {
        for (qsizetype i = 0; i < bytes.size() && !isClosed(); ++i)
            send(bytes.mid(i, 1));
    }
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    bool waitUntilClosed(int timeoutMs = 30'000)
    {
        return waitFor([this] { return collect(), isClosed(); }, timeoutMs);
    }
    bool waitForBytes(qsizetype count)
    {
        return waitFor([&] { return collect(), m_received.size() >= count || isClosed(); }) &&
               m_received.size() >= count;
    }
    /// All that came so far, or what `take` has left of it.
    QByteArray &received()
    {
        collect();
        return m_received;
    }
    QTcpSocket &socket() { return m_socket; }

    /// The next whole answer; status 0 when the server closes before there is one. `toHead`: has no body.
    RawAnswer answer(bool toHead = false)
    {
        RawAnswer answer;
        waitFor([&] { return collect(), takeAnswer(answer, toHead) || isClosed(); });
        return answer;
    }

private:
    void collect() { m_received += m_socket.readAll(); }

    bool takeAnswer(RawAnswer &answer, bool toHead)
    {
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        if (end < 0 || answer.status > 0)
            return answer.status > 0;
        QByteArrayList lines = m_received.left(end).split('\n');
        RawAnswer found;
        found.status = lines.takeFirst().split(' ').value(1).toInt();
        for (const QByteArray &line : lines)
            found.headers.insert(line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed());
        const qsizetype size = toHead ? 0 : found.headers.value("content-length").toLongLong();
        if (m_received.size() < end + 4 + size)
            return false;
        found.body = m_received.mid(end + 4, size);
        m_received.remove(0, end + 4 + size);
        answer = found;
        return true;
    }

    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace rialto::test
