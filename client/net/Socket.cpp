#include "net/Socket.h"

#include "net/TlsPin.h"
#include "net/WebSocketLink.h"
#include "protocol/CloseCode.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

Q_LOGGING_CATEGORY(lcSocket, "rialto.client.socket")

constexpr int kAttemptLimitMs = 10'000;

QString sentenceFor(QAbstractSocket::SocketError error, const QString &details)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return Socket::tr("No server answers at this address.");
    case QAbstractSocket::HostNotFoundError:
        return Socket::tr("The server's name cannot be found.");
    case QAbstractSocket::NetworkError:
        return Socket::tr("There is no way to the server's network.");
    case QAbstractSocket::RemoteHostClosedError:
        return Socket::tr("The server closed the connection.");
    case QAbstractSocket::SocketTimeoutError:
        return Socket::tr("The server does not answer.");
    case QAbstractSocket::SslHandshakeFailedError:
        return Socket::tr("No secure connection could be made.");
    default:
        return Socket::tr("The connection failed: %1").arg(details);
    }
}

/// What the server says itself is for whoever writes clients, in English.
QString sentenceFor(quint16 closeCode)
{
    switch (static_cast<CloseCode>(closeCode)) {
    case CloseCode::GoingAway:
        return Socket::tr("The server is going away or restarts.");
    case CloseCode::SlowConsumer:
        return Socket::tr("This machine was too slow for the server.");
    case CloseCode::SessionEnded:
        return Socket::tr("This sign-in has ended, on another device or with a new password.");
    default:
        return Socket::tr("The connection to the server was lost.");
    }
}

} // namespace

Socket::Socket(const ServerAddress &server, const Profile &profile, const Clock &clock, Backoff backoff,
               QObject *parent)
    : QObject(parent), m_server(server), m_profile(profile), m_clock(clock), m_backoff(std::move(backoff))
{
    m_retryTimer.setSingleShot(true);
    m_attemptTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &Socket::attempt);
    connect(&m_attemptTimer, &QTimer::timeout, this, &Socket::timedOut);
}

Socket::~Socket()
{
    letGo();
}

void Socket::start()
{
    if (m_state == State::Stopped)
        attempt();
}

void Socket::stop()
{
    m_retryTimer.stop();
    m_retryAtMs = 0;
    if (m_link && m_state == State::Open)
        m_link->close();
    letGo();
    setState(State::Stopped);
}

void Socket::reconnectNow()
{
    letGo();
    attempt();
}

void Socket::drop(const QString &reason)
{
    if (m_state != State::Stopped)
        scheduleReconnect(reason);
}

void Socket::send(const QByteArray &utf8)
{
    Q_ASSERT(m_state == State::Open);
    m_link->send(utf8);
}

void Socket::attempt()
{
    m_retryTimer.stop();
    m_retryAtMs = 0;
    m_link = WebSocketLink::create(this);
    connect(m_link, &WebSocketLink::opened, this, &Socket::opened);
    connect(m_link, &WebSocketLink::closed, this, &Socket::closed);
    connect(m_link, &WebSocketLink::failed, this, &Socket::failed);
    connect(m_link, &WebSocketLink::sslErrors, this, &Socket::checkCertificate);
    connect(m_link, &WebSocketLink::received, this, &Socket::received);
    m_attemptTimer.start(kAttemptLimitMs);
    m_state = State::Connecting;
    m_link->open(m_server.webSocketUrl(), TlsPin(m_profile, m_server).configuration());
    // Told last: whoever hears it may end this attempt, and an attempt may fail at once.
    if (m_state == State::Connecting)
        Q_EMIT stateChanged();
}

void Socket::opened()
{
    if (m_server.secure && !TlsPin(m_profile, m_server).isRight(m_link->sslConfiguration().peerCertificate())) {
        checkCertificate({});
        return;
    }
    m_attemptTimer.stop();
    m_lastError.clear();
    setState(State::Open);
}

void Socket::closed(quint16 code, const QString &reason)
{
    qCInfo(lcSocket).noquote() << "The server closed the connection:" << code << reason;
    if (m_state == State::Open && !mayReconnect(code)) {
        m_lastError = sentenceFor(code);
        stop();
        Q_EMIT refusedForGood(m_lastError);
        return;
    }
    // A refused TCP connection reports this before its error, which knows more.
    if (m_state == State::Open)
        scheduleReconnect(sentenceFor(code));
}

void Socket::failed(QAbstractSocket::SocketError error, const QString &details)
{
    scheduleReconnect(sentenceFor(error, details));
}

void Socket::checkCertificate(const QList<QSslError> &errors)
{
    const QSslCertificate presented = TlsPin::presentedIn(m_link->sslConfiguration(), errors);
    if (!errors.isEmpty() && TlsPin(m_profile, m_server).mayIgnore(presented)) {
        m_link->ignoreSslErrors(errors);
        return;
    }
    scheduleReconnect(tr("The server's certificate is not the trusted one."));
    Q_EMIT certificateRefused(presented);
}

void Socket::timedOut()
{
    scheduleReconnect(tr("The server does not answer."));
}

void Socket::letGo()
{
    m_attemptTimer.stop();
    if (!m_link)
        return;
    WebSocketLink *const link = std::exchange(m_link, nullptr);
    link->disconnect(this);
    link->abort();
    link->deleteLater();
}

void Socket::scheduleReconnect(const QString &why)
{
    letGo();
    m_lastError = why;
    if (!m_retryTimer.isActive()) {
        const qint64 delay = m_backoff.nextDelayMs();
        m_retryAtMs = m_clock.nowMs() + delay;
        m_retryTimer.start(static_cast<int>(delay));
    }
    setState(State::Waiting);
}

void Socket::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace rialto
