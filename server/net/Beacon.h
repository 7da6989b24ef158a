#pragma once

#include "base/Clock.h"
#include "protocol/Discovery.h"

#include <QUdpSocket>
#include <functional>

namespace rialto {

/// Answers programs that look for servers on the network (shared/protocol/Discovery.h). At most kAnswersPerSecond, and
/// never with more bytes than were asked with: it is no help for floods. Lives on: the net thread.
class Beacon final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kAnswersPerSecond = 50;

    /// `describe` gives name, port, secure and people as they are at that moment.
    Beacon(const Clock &clock, std::function<ServerNotice()> describe, QObject *parent = nullptr);

    /// Beside other servers on the same machine. False when the port cannot be had.
    bool listen(const QHostAddress &address, quint16 port);

private:
    void answerAll();
    bool mayAnswer();

    const Clock &m_clock;
    const std::function<ServerNotice()> m_describe;
    QUdpSocket m_socket;
    qint64 m_second = 0;
    int m_answers = 0; ///< In that second.
};

} // namespace rialto
