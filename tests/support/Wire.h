#pragma once

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <memory>

namespace rialto {

/// A wire to a server on this machine that one can hold and cut, and that remembers from where on files were asked for
/// and sent. Lives on: the thread of the test.
class Wire : public QObject
{
public:
    explicit Wire(quint16 upstream) : m_upstream(upstream)
    {
        m_listener.setProxy(QNetworkProxy::NoProxy);
        connect(&m_listener, &QTcpServer::newConnection, this, &Wire::accept);
        if (!m_listener.listen(QHostAddress::LocalHost))
            qFatal("The wire cannot listen");
        m_port = m_listener.serverPort();
    }

    QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

    /// From now on a connection brings the client no more than so many bytes, until release().
    void holdDownAfter(qint64 bytes) { hold(&Link::down, bytes); }
    /// The same for what the client sends.
    void holdUpAfter(qint64 bytes) { hold(&Link::up, bytes); }
    void release()
    {
        m_down = m_up = kEverything;
        for (const auto &link : std::as_const(m_links)) {
            pump(link->down, m_down);
            pump(link->up, m_up);
        }
    }
    /// Ends all connections, and takes none until mend().
    void breakOff()
    {
        m_listener.close();
        for (const auto &link : std::exchange(m_links, {})) {
            link->down.to->abort();
            link->up.to->abort();
        }
    }
    void mend()
    {
        if (!m_listener.listen(QHostAddress::LocalHost, m_port))
            qFatal("The wire cannot listen again");
    }

    /// The bytes that requests named, in their order: "1000-" of files that were asked for from there on, "0-99/100" of
    /// those that were sent.
    QStringList asked;
    QStringList sent;

private:
    static constexpr qint64 kEverything = std::numeric_limits<qint64>::max();

    struct Flow
    {
        QTcpSocket *from = nullptr;
        QTcpSocket *to = nullptr;
        qint64 passed = 0; ///< Bytes since it is held.
    };
    struct Link
    {
        Flow down;
        Flow up;
    };

    void hold(Flow Link::*flow, qint64 bytes)
    {
        (flow == &Link::down ? m_down : m_up) = bytes;
        for (const auto &link : std::as_const(m_links))
            (*link.*flow).passed = 0;
    }

    void accept()
    {
        while (QTcpSocket *const client = m_listener.nextPendingConnection()) {
            auto *const server = new QTcpSocket(client);
            const auto link = std::make_shared<Link>(Link{{server, client, 0}, {client, server, 0}});
            m_links.append(link);
            server->setProxy(QNetworkProxy::NoProxy);
            for (QTcpSocket *const socket : {client, server})
                socket->setReadBufferSize(kBuffer); // What is held waits where it comes from.
            connect(server, &QTcpSocket::readyRead, client, [this, link] { pump(link->down, m_down); });
            connect(client, &QTcpSocket::readyRead, client, [this, link] { pump(link->up, m_up); });
            connect(server, &QTcpSocket::connected, client, [this, link] { pump(link->up, m_up); });
            connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
            connect(client, &QTcpSocket::disconnected, this, [this, link, client] {
                m_links.removeOne(link);
                client->deleteLater();
            });
            server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_upstream);
        }
    }

    void pump(Flow &flow, qint64 limit)
    {
        if (flow.to->state() != QAbstractSocket::ConnectedState)
            return;
        while (flow.passed < limit && flow.from->bytesAvailable() > 0) {
            const QByteArray bytes = flow.from->read(std::min(kBuffer, limit - flow.passed));
            flow.passed += bytes.size();
            remember(bytes, "\r\nRange: bytes=", asked);
            remember(bytes, "\r\nContent-Range: bytes ", sent);
            flow.to->write(bytes);
        }
    }

    static void remember(const QByteArray &bytes, QByteArrayView header, QStringList &values)
    {
        if (!bytes.startsWith("GET ") && !bytes.startsWith("PUT "))
            return;
        const qsizetype at = bytes.indexOf(header);
        const qsizetype begin = at + header.size();
        if (at >= 0)
            values.append(QString::fromLatin1(bytes.mid(begin, bytes.indexOf("\r\n", begin) - begin)));
    }

    static constexpr qint64 kBuffer = 64 * 1024;

    const quint16 m_upstream;
    quint16 m_port = 0;
    QList<std::shared_ptr<Link>> m_links;
    QTcpServer m_listener; // Its sockets tell of their end, so it goes before the links.
    qint64 m_down = kEverything;
    qint64 m_up = kEverything;
};

} // namespace rialto
