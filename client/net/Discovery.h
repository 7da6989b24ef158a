#pragma once

#include "base/Clock.h"
#include "net/ServerAddress.h"
#include "protocol/Discovery.h"

#include <QTimer>
#include <QUdpSocket>

namespace rialto {

/// A server that has answered.
struct FoundServer
{
    ServerAddress address;
    QString name; ///< Whatever it calls itself; plain text.
    int people = 0;
    qint64 answeredAtMs = 0; ///< By the monotonic clock.
};

/// Looks for servers on this machine and, when wanted, on its networks (IPv4), while somebody wants to know. What no
/// longer answers is forgotten. Lives on: the GUI thread.
class Discovery final : public QObject
{
    Q_OBJECT
public:
    enum class Reach { Machine, Networks };

    static constexpr int kAskEveryMs = 3'000;
    static constexpr qint64 kForgetMs = 8'000;
    /// More are not listed: whoever answers without end shall not fill the window.
    static constexpr qsizetype kMostServers = 50;

    /// `port` is where servers are asked, 0: they are not.
    Discovery(quint16 port, Reach reach, const Clock &clock, QObject *parent = nullptr);

    void start();
    /// Sends nothing any more; what was found stays.
    void stop();
    const QList<FoundServer> &servers() const { return m_servers; }

Q_SIGNALS:
    void changed();

private:
    void ask();
    void takeAnswers();
    void take(const QHostAddress &sender, const ServerNotice &notice);
    void forgetSilent();
    QList<QHostAddress> targets() const;

    const quint16 m_port;
    const Reach m_reach;
    const Clock &m_clock;
    QUdpSocket m_socket;
    QTimer m_timer;
    QString m_nonce; ///< Of this program's questions; other answers are nobody's.
    QList<FoundServer> m_servers;
};

} // namespace rialto
