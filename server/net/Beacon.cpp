#include "net/Beacon.h"

#include "protocol/Codec.h"

#include <QNetworkDatagram>

namespace rialto {

Beacon::Beacon(const Clock &clock, std::function<ServerNotice()> describe, QObject *parent)
    : QObject(parent), m_clock(clock), m_describe(std::move(describe))
{
    connect(&m_socket, &QUdpSocket::readyRead, this, &Beacon::answerAll);
}

bool Beacon::listen(const QHostAddress &address, quint16 port)
{
    return m_socket.bind(address, port, QUdpSocket::ShareAddress | QUdpSocket::ReuseAddressHint);
}

void Beacon::answerAll()
{
    while (m_socket.hasPendingDatagrams()) {
        const QNetworkDatagram question = m_socket.receiveDatagram(2 * kDiscoveryBytes);
        if (question.data().size() < kDiscoveryBytes || !mayAnswer())
            continue;
        const auto asked = fromJson<ServerQuestion>(QByteArrayView(question.data()), Check::Rules);
        if (!asked)
            continue;
        ServerNotice notice = m_describe();
        notice.rialto = asked->rialto;
        const QByteArray answer = toJson(notice);
        if (answer.size() <= kDiscoveryBytes)
            m_socket.writeDatagram(question.makeReply(answer));
    }
}

bool Beacon::mayAnswer()
{
    const qint64 second = m_clock.monotonicMs() / 1000;
    if (std::exchange(m_second, second) != second)
        m_answers = 0;
    return ++m_answers <= kAnswersPerSecond;
}

} // namespace rialto
