#include "net/Discovery.h"

#include "protocol/Codec.h"

#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QSet>

namespace rialto {

Discovery::Discovery(quint16 port, Reach reach, const Clock &clock, QObject *parent)
    : QObject(parent),
      m_port(port),
      m_reach(reach),
      m_clock(clock),
      m_nonce(QString::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, u'0'))
{
    m_timer.setInterval(kAskEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &Discovery::ask);
    connect(&m_socket, &QUdpSocket::readyRead, this, &Discovery::takeAnswers);
}

void Discovery::start()
{
    if (m_port == 0 || m_timer.isActive())
        return;
    if (m_socket.state() != QUdpSocket::BoundState && !m_socket.bind(QHostAddress(QHostAddress::AnyIPv4), 0))
        return;
    m_timer.start();
    ask();
}

void Discovery::stop()
{
    m_timer.stop();
    m_socket.close();
}

QList<QHostAddress> Discovery::targets() const
{
    QList<QHostAddress> targets{QHostAddress(QHostAddress::LocalHost)};
    if (m_reach == Reach::Machine)
        return targets;
    for (const QNetworkInterface &network : QNetworkInterface::allInterfaces()) {
        const auto flags = network.flags();
        if (!flags.testFlag(QNetworkInterface::IsRunning) || !flags.testFlag(QNetworkInterface::CanBroadcast))
            continue;
        for (const QNetworkAddressEntry &entry : network.addressEntries()) {
            if (!entry.broadcast().isNull() && !targets.contains(entry.broadcast()))
                targets.append(entry.broadcast());
        }
    }
    return targets;
}

void Discovery::ask()
{
    forgetSilent();
    const QByteArray question = toJson(ServerQuestion{m_nonce}).leftJustified(kDiscoveryBytes, ' ');
    // A network that cannot be reached now may be at the next question.
    for (const QHostAddress &target : targets())
        m_socket.writeDatagram(question, target, m_port);
}

void Discovery::takeAnswers()
{
    while (m_socket.hasPendingDatagrams()) {
        const QNetworkDatagram answer = m_socket.receiveDatagram(2 * kDiscoveryBytes);
        const auto notice = fromJson<ServerNotice>(QByteArrayView(answer.data()), Check::Rules);
        if (notice && notice->rialto == m_nonce)
            take(answer.senderAddress(), *notice);
    }
}

void Discovery::take(const QHostAddress &sender, const ServerNotice &notice)
{
    const FoundServer found{{sender.toString(), static_cast<quint16>(notice.port), notice.secure},
                            notice.name.simplified(),
                            notice.people,
                            m_clock.monotonicMs()};
    const auto known = std::find_if(m_servers.begin(), m_servers.end(),
                                    [&](const FoundServer &server) { return server.address == found.address; });
    if (known != m_servers.end()) {
        const bool isNews = known->name != found.name || known->people != found.people;
        *known = found;
        if (isNews)
            Q_EMIT changed();
    } else if (m_servers.size() < kMostServers) {
        m_servers.append(found);
        Q_EMIT changed();
    }
}

void Discovery::forgetSilent()
{
    const qint64 now = m_clock.monotonicMs();
    const auto gone =
        m_servers.removeIf([now](const FoundServer &server) { return now - server.answeredAtMs > kForgetMs; });
    if (gone > 0)
        Q_EMIT changed();
}

} // namespace rialto
