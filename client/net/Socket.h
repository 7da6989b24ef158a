#pragma once

#include "base/Clock.h"
#include "net/Backoff.h"
#include "net/Profile.h"

#include <QAbstractSocket>
#include <QSslError>
#include <QTimer>

namespace rialto {

class WebSocketLink;

/// The WebSocket to one server, which comes back by itself after a loss. Every attempt has a WebSocketLink of its own
/// and every way an attempt can end leads to the one scheduleReconnect(). Lives on: the GUI thread.
class Socket : public QObject
{
    Q_OBJECT

public:
    enum class State { Stopped, Waiting, Connecting, Open };

    /// `profile` and `clock` must outlive the socket.
    Socket(const ServerAddress &server, const Profile &profile, const Clock &clock, Backoff backoff = Backoff(),
           QObject *parent = nullptr);
    ~Socket() override;

    State state() const { return m_state; }
    /// When the next attempt comes (wall clock, epoch milliseconds); 0 unless Waiting.
    qint64 retryAtMs() const { return m_retryAtMs; }
    /// Why the last attempt or connection ended, in words to show.
    QString lastError() const { return m_lastError; }

    /// Connects now and stays connected from then on.
    void start();
    /// Ends the connection politely and makes no other.
    void stop();
    /// Drops what there is, also an attempt under way, and connects now.
    void reconnectNow();
    /// Drops the connection as a pulled cable would; the next attempt comes after the usual wait.
    void drop(const QString &reason);
    /// The connection proved useful: the next wait begins small again.
    void markHealthy() { m_backoff.reset(); }
    /// Only while Open.
    void send(const QByteArray &utf8);

Q_SIGNALS:
    /// state() changed, or retryAtMs() or lastError() with it.
    void stateChanged();
    void received(const QByteArray &utf8);
    /// The server closed with a code that says: do not come back with this session. The socket is Stopped.
    void refusedForGood(const QString &reason);
    /// The certificate is not the trusted one; the attempt has ended.
    void certificateRefused(const QSslCertificate &presented);

private:
    void attempt();
    void opened();
    void closed(quint16 code, const QString &reason);
    void failed(QAbstractSocket::SocketError error, const QString &details);
    void checkCertificate(const QList<QSslError> &errors);
    void timedOut();
    void letGo();
    void scheduleReconnect(const QString &why);
    void setState(State state);

    const ServerAddress m_server;
    const Profile &m_profile;
    const Clock &m_clock;
    Backoff m_backoff;
    QTimer m_retryTimer;
    QTimer m_attemptTimer;
    WebSocketLink *m_link = nullptr;
    State m_state = State::Stopped;
    qint64 m_retryAtMs = 0;
    QString m_lastError;
};

} // namespace rialto
