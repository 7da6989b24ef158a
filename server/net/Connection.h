#pragma once

#include "core/AccessToken.h"
#include "core/PresenceBoard.h"
#include "core/RateLimiter.h"
#include "core/SessionTable.h"
#include "core/SyncService.h"
#include "net/Hub.h"
#include "net/Transport.h"
#include "protocol/Frame.h"

#include <QTimer>
#include <deque>

namespace rialto {

/// What every connection works with; owned by ServerApp, outlives all connections.
struct ConnectionServices
{
    const Router &router;
    SyncService &sync;
    SessionTable &sessions;
    const AccessTokens &tokens;
    RateLimiter &rates;
    Hub &hub;
    PresenceBoard &presence;
    const Clock &clock;
};

/// One WebSocket: takes its requests in the order they came, sends their replies and the events of its topics.
///
/// Requests take effect in the order sent: writes behind writes go to the domain thread together, reads behind reads to
/// the reader pool; a read waits for the writes before it and a write for the reads; session.start waits for all and
/// all wait for it. At most 64 are outstanding, then reading stops.
///
/// Lives on: the net thread.
class Connection final : public QObject, public Subscriber, public Device
{
    Q_OBJECT
public:
    static constexpr qsizetype kMaximumOutstanding = 64;
    static constexpr int kStartMs = 10'000;
    static constexpr qint64 kMaximumQueuedBytes = 1024 * 1024;
    /// While more than this waits to leave, what is in no log is left out.
    static constexpr qint64 kQuickQueuedBytes = 64 * 1024;

    /// Takes the transport. `upgradeToken` is the bearer token of the upgrade request, or empty.
    Connection(Transport *transport, const ConnectionServices &services, QByteArray upgradeToken, QObject *parent);
    ~Connection() override;

    void deliver(const QByteArray &frame) override;
    void deliverIfQuick(const QByteArray &frame) override;
    bool hears(const QByteArray &topic) const override;
    void close(CloseCode code, const QString &reason);
    SessionId sessionId() const { return m_session; }

Q_SIGNALS:
    void closed();

private:
    enum class Kind { Read, Write, Alone };
    struct Waiting
    {
        RequestFrame frame;
        Kind kind = Kind::Alone;
        const Route *route = nullptr; ///< Null for session.* methods.
    };

    void leave();
    void handleText(const QByteArray &utf8);
    void handleClosed();
    void handleDrained();
    Result<Waiting> admit(const QByteArray &utf8, QByteArray &id);
    Result<> checkRate(const MethodInfo &info, const Caller &who);
    Result<> checkAddressRate();
    void pump();
    bool mayRun(Kind kind) const;
    void run(Waiting waiting);
    void finish(Kind kind, const QByteArray &id, const Result<QByteArray> &result);
    void updateReading();
    Result<Caller> caller() const;

    void startSession(const RequestFrame &frame);
    void handleStarted(const QByteArray &id, const Result<SessionOutcome> &outcome);
    Result<QByteArray> ping() const;
    Result<QByteArray> renew(const QJsonObject &params) const;
    void readLog();
    void handleStretch(const Result<EventLog::Stretch> &stretch, const Topics &asked, qint64 askedHead);

    Transport *m_transport;
    ConnectionServices m_services;
    const QByteArray m_upgradeToken;
    QTimer m_startTimer;
    SessionId m_session;
    bool m_isStarted = false;
    bool m_isClosing = false;

    std::deque<Waiting> m_waiting;
    int m_running[3] = {0, 0, 0}; ///< By Kind.

    bool m_isLive = false;
    bool m_isReadingLog = false;
    qint64 m_position = 0; ///< While not live: everything up to here was sent.
};

} // namespace rialto
