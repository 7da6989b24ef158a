#include "chaos/Proxy.h"

#include <QNetworkProxy>
#include <QTimer>
#include <sys/socket.h>

namespace rialto::chaos {
namespace {

constexpr int kDripBytesATurn = 1;

} // namespace

/// One connection: two sockets and what is held between them.
struct Proxy::Link : public QObject
{
    explicit Link(QObject *parent) : QObject(parent) {}

    struct Side
    {
        QTcpSocket *from = nullptr;
        QTcpSocket *to = nullptr;
        QByteArray held;
        bool scheduled = false;
    };

    bool passes(const Side &side) const
    {
        if (mode == Mode::BlackHole)
            return false;
        return mode != (&side == &up ? Mode::DeafUp : Mode::DeafDown);
    }

    void read(Side &side)
    {
        side.held += side.from->readAll();
        if (mode == Mode::Delay && delayMs > 0)
            schedule(side, delayMs);
        else
            pump(side);
    }

    void pump(Side &side)
    {
        if (side.held.isEmpty() || !passes(side) || side.to->state() != QAbstractSocket::ConnectedState)
            return;
        const qsizetype size = mode == Mode::Drip ? kDripBytesATurn : side.held.size();
        side.to->write(side.held.left(size));
        side.to->flush();
        side.held.remove(0, size);
        if (!side.held.isEmpty())
            schedule(side, 0);
    }

    void schedule(Side &side, int afterMs)
    {
        if (std::exchange(side.scheduled, true))
            return;
        QTimer::singleShot(afterMs, this, [this, &side] {
            side.scheduled = false;
            pump(side);
        });
    }

    Mode mode = Mode::Pass;
    int delayMs = 0;
    Side up;
    Side down;
};

Proxy::Proxy(quint32 seed) : m_random(seed)
{
    setProxy(QNetworkProxy::NoProxy);
    connect(this, &QTcpServer::newConnection, this, &Proxy::accept);
}

bool Proxy::listen()
{
    setListenBacklogSize(4096);
    return QTcpServer::listen(QHostAddress::LocalHost);
}

void Proxy::accept()
{
    while (QTcpSocket *client = nextPendingConnection()) {
        auto *link = new Link(this);
        auto *server = new QTcpSocket(link);
        client->setParent(link);
        link->mode = m_mode != Mode::Pass && chosen() ? m_mode : Mode::Pass;
        link->delayMs = m_delayMs;
        link->up = {client, server, {}, false};
        link->down = {server, client, {}, false};
        m_links.append(link);
        for (QTcpSocket *socket : {client, server})
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(client, &QTcpSocket::readyRead, link, [link] { link->read(link->up); });
        connect(server, &QTcpSocket::readyRead, link, [link] { link->read(link->down); });
        connect(server, &QTcpSocket::connected, link, [link] { link->pump(link->up); });
        connect(client, &QTcpSocket::disconnected, this, [this, link] { end(link, false); });
        connect(server, &QTcpSocket::disconnected, this, [this, link] { end(link, false); });
        connect(server, &QTcpSocket::errorOccurred, this, [this, link] { end(link, true); });
        server->setProxy(QNetworkProxy::NoProxy);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_upstream);
    }
}

// A connection that leads nowhere stays open at the other end: a black hole tells nobody.
void Proxy::end(Link *link, bool reset)
{
    if (!m_links.removeOne(link))
        return;
    for (QTcpSocket *socket : {link->up.from, link->up.to}) {
        socket->disconnect();
        if (reset && socket->socketDescriptor() >= 0) {
            const linger now{1, 0};
            ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
            socket->abort();
        } else {
            socket->disconnectFromHost();
        }
    }
    link->deleteLater();
}

void Proxy::disturb(Mode mode, int delayMs)
{
    m_mode = mode;
    m_delayMs = delayMs;
    for (Link *link : std::as_const(m_links)) {
        if (!chosen())
            continue;
        link->mode = mode;
        link->delayMs = delayMs;
    }
}

void Proxy::heal(bool reset)
{
    m_mode = Mode::Pass;
    const QList<Link *> links = m_links;
    for (Link *link : links) {
        if (link->mode == Mode::Pass)
            continue;
        const bool held = link->mode != Mode::Delay && link->mode != Mode::Drip;
        link->mode = Mode::Pass;
        if (held && reset) {
            end(link, true);
            continue;
        }
        link->pump(link->up);
        link->pump(link->down);
    }
}

void Proxy::cut(bool reset)
{
    const QList<Link *> links = m_links;
    for (Link *link : links) {
        if (chosen())
            end(link, reset);
    }
}

} // namespace rialto::chaos
