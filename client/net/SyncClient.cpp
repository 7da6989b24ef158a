#include "net/SyncClient.h"

#include "cache/Cache.h"
#include "net/ApiClient.h"
#include "net/ErrorText.h"
#include "net/EventBus.h"
#include "net/LinkStatus.h"
#include "net/Replica.h"
#include "net/ServerLinks.h"
#include "net/Socket.h"
#include "net/TokenKeeper.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

Q_LOGGING_CATEGORY(lcSync, "rialto.client.sync")

constexpr int kAskAgainMs = 100;

} // namespace

SyncClient::SyncClient(const Parts &parts, QObject *parent)
    : QObject(parent), m_parts(parts), m_heartbeat(parts.clock), m_position(parts.cache.state().position())
{
    m_parts.link.setLargestFile(m_parts.cache.state().largestFile());
    m_parts.links.setServerId(m_parts.cache.state().serverId());
    m_parts.links.setTitle(m_parts.cache.state().serverName());
    connect(&m_parts.socket, &Socket::stateChanged, this, &SyncClient::socketChanged);
    connect(&m_parts.socket, &Socket::refusedForGood, this, [this](const QString &reason) {
        sessionOver({ErrorCode::Unauthenticated, reason, {}, {}, 0});
    });
    connect(&m_parts.api, &ApiClient::eventReceived, this, &SyncClient::enqueue);
    connect(&m_parts.api, &ApiClient::replyComing, this, &SyncClient::flush);
    connect(&m_parts.api, &ApiClient::heard, &m_heartbeat, &Heartbeat::heard);
    connect(&m_parts.api, &ApiClient::timedOut, this,
            [this] { m_parts.socket.drop(tr("The server does not answer.")); });
    connect(&m_parts.tokens, &TokenKeeper::ended, this, &SyncClient::sessionOver);
    connect(&m_parts.tokens, &TokenKeeper::refreshed, this, [this](const QString &token) {
        if (m_parts.api.isSignedIn())
            m_parts.api.call(RenewToken{token}, this, {});
    });
    connect(&m_heartbeat, &Heartbeat::pingWanted, this, &SyncClient::ping);
    connect(&m_heartbeat, &Heartbeat::serverSilent, this, [this] { m_parts.socket.reconnectNow(); });
    connect(&m_heartbeat, &Heartbeat::wokeUp, this, [this] { m_parts.socket.reconnectNow(); });
}

void SyncClient::start()
{
    if (!m_over)
        m_parts.socket.start();
}

// Another version is not waited for: who updates one of the two starts anew, or asks for an attempt.
void SyncClient::otherVersion()
{
    m_parts.socket.stop();
    m_parts.link.set(LinkState::Offline,
                     tr("This Rialto and its server do not understand one another: bring both to the "
                        "same version."));
}

void SyncClient::end(const QString &reason)
{
    m_over = true;
    m_parts.socket.stop();
    m_parts.link.set(LinkState::SignedOut, reason);
}

void SyncClient::retryNow()
{
    const Socket::State state = m_parts.socket.state();
    if (!m_over && (state == Socket::State::Waiting || state == Socket::State::Stopped))
        m_parts.socket.reconnectNow();
}

void SyncClient::networkCame()
{
    if (m_parts.socket.state() == Socket::State::Waiting)
        retryNow();
}

void SyncClient::socketChanged()
{
    if (m_over)
        return;
    const Socket &socket = m_parts.socket;
    if (socket.state() == Socket::State::Open) {
        ++m_connection;
        m_tokenRefused = false;
        signIn();
        return;
    }
    // What was received before the loss is as true as ever.
    flush();
    ++m_connection;
    m_fetching = 0;
    m_caughtUp = false;
    m_heartbeat.stop();
    m_parts.tokens.keepFresh(false);
    if (socket.state() == Socket::State::Connecting)
        m_parts.link.set(LinkState::Connecting, socket.lastError());
    else
        m_parts.link.set(LinkState::Offline, socket.lastError(), socket.retryAtMs());
}

void SyncClient::signIn()
{
    m_parts.tokens.withToken(this, [this, connection = m_connection](const Result<QString> &token) {
        if (connection != m_connection || m_over)
            return;
        if (token)
            startSession(*token);
        else
            m_parts.socket.drop(errorText(token.error()));
    });
}

void SyncClient::startSession(const QString &token)
{
    StartSession request{token, std::nullopt, kProtocolVersion};
    if (!m_position.epoch.isEmpty())
        request.resume = ResumePoint{m_position.seq, m_position.epoch};
    m_parts.api.callSession(request, this,
                            [this, connection = m_connection, resumed = request.resume.has_value()](const auto &reply) {
                                if (connection == m_connection && m_parts.socket.state() == Socket::State::Open)
                                    sessionStarted(reply, resumed);
                            });
}

void SyncClient::sessionStarted(const Result<SessionStarted> &reply, bool resumed)
{
    if (!reply && reply.error().code == ErrorCode::Unauthenticated && !m_tokenRefused) {
        // The access token may merely be too old for the server's clock; the refresh token decides.
        m_tokenRefused = true;
        m_parts.tokens.distrust();
        signIn();
        return;
    }
    const bool isRefused = !reply && reply.error().code == ErrorCode::Invalid && reply.error().field == "protocol"_L1;
    if (isRefused || (reply && reply->protocol != kProtocolVersion)) {
        otherVersion();
        return;
    }
    if (!reply) {
        m_parts.socket.drop(errorText(reply.error()));
        return;
    }
    m_parts.link.setServerVersion(reply->serverVersion);
    m_parts.api.setSignedIn(true);
    m_parts.tokens.setUser(reply->user);
    m_parts.tokens.keepFresh(true);
    m_heartbeat.start();
    m_head = reply->seq;
    rememberServer(*reply);
    m_parts.link.set(LinkState::Syncing);
    Q_EMIT identified(reply->user);
    if (!resumed || reply->snapshotRequired || reply->epoch != m_position.epoch)
        beginSnapshot(*reply);
    if (!m_position.complete)
        refetch();
    askHowFar();
}

// Kept for the next start without a connection.
void SyncClient::rememberServer(const SessionStarted &start)
{
    if (start.largestFile != m_parts.link.largestFile()) {
        m_parts.link.setLargestFile(start.largestFile);
        m_parts.cache.state().setLargestFile(start.largestFile);
    }
    if (start.serverId != m_parts.links.serverId()) {
        m_parts.links.setServerId(start.serverId);
        m_parts.cache.state().setServerId(start.serverId);
    }
    if (start.serverName != m_parts.cache.state().serverName())
        m_parts.cache.state().setServerName(start.serverName);
    m_parts.links.setTitle(start.serverName);
}

void SyncClient::beginSnapshot(const SessionStarted &start)
{
    m_position = {start.epoch, start.seq, false};
    m_failuresKnown = m_parts.cache.database().failureCount();
    Transaction transaction(m_parts.cache.database());
    m_parts.cache.state().setPosition(m_position);
    for (Replica *const replica : m_replicas)
        replica->markStale();
    if (const Result<> stored = transaction.commit(); !stored)
        qCWarning(lcSync).noquote() << stored.error().message;
}

void SyncClient::refetch()
{
    m_fetching = static_cast<int>(m_replicas.size());
    for (Replica *const replica : m_replicas)
        replica->refetch(
            [this, connection = m_connection](const Result<> &result) { replicaDone(connection, result); });
}

void SyncClient::replicaDone(int connection, const Result<> &result)
{
    // With the connection lost every list fails; that is no news.
    if (connection != m_connection || !m_parts.api.isSignedIn())
        return;
    if (!result) {
        qCWarning(lcSync).noquote() << "A list could not be fetched:" << result.error().message;
        m_parts.socket.drop(errorText(result.error()));
        return;
    }
    if (--m_fetching > 0)
        return;
    if (isStored()) {
        m_position.complete = true;
        m_parts.cache.state().setPosition(m_position);
    }
    finishIfReady();
}

// The pong travels in the queue of the events and says how far that has come.
void SyncClient::askHowFar()
{
    m_parts.api.call(Ping{}, this, [this, connection = m_connection](const Result<Pong> &pong) {
        if (connection != m_connection || !pong)
            return;
        pongArrived(pong);
        m_caughtUp = pong->seq >= m_head;
        if (m_caughtUp)
            finishIfReady();
        else
            QTimer::singleShot(kAskAgainMs, this, [this, connection] {
                if (connection == m_connection)
                    askHowFar();
            });
    });
}

void SyncClient::finishIfReady()
{
    if (!m_caughtUp || m_fetching > 0)
        return;
    m_parts.socket.markHealthy();
    m_parts.link.set(LinkState::Online);
}

void SyncClient::ping()
{
    m_parts.api.call(Ping{}, this, [this](const Result<Pong> &pong) { pongArrived(pong); });
}

void SyncClient::pongArrived(const Result<Pong> &pong)
{
    if (pong && pong->seq > m_position.seq) {
        m_position.seq = pong->seq;
        if (isStored())
            m_parts.cache.state().setSeq(pong->seq);
    }
    healCache();
}

void SyncClient::enqueue(const ServerFrame &event)
{
    m_events.append(event);
    if (m_events.size() == 1)
        QMetaObject::invokeMethod(this, &SyncClient::flush, Qt::QueuedConnection);
}

void SyncClient::flush()
{
    if (m_events.isEmpty())
        return;
    const QList<ServerFrame> events = std::exchange(m_events, {});
    qint64 seq = m_position.seq;
    Transaction transaction(m_parts.cache.database());
    for (const ServerFrame &event : events) {
        // What is read twice, as after a resume that overlapped, is old by its number.
        if (event.seq > 0 && event.seq <= seq)
            continue;
        m_parts.bus.publish(event);
        seq = std::max(seq, event.seq);
    }
    if (isStored())
        m_parts.cache.state().setSeq(seq);
    if (const Result<> stored = transaction.commit(); !stored)
        qCWarning(lcSync).noquote() << "Events could not be stored and will be read again:" << stored.error().message;
    m_position.seq = seq;
    healCache();
}

// Whether the cache took all that it was given. Once it did not, its place in the log stays where it was: a start after
// that reads on from there.
bool SyncClient::isStored() const
{
    return m_parts.cache.database().failureCount() == m_failuresKnown;
}

// When the disk takes writes again, what is missing is not known: everything is fetched anew.
void SyncClient::healCache()
{
    if (isStored() || m_parts.link.state() != LinkState::Online)
        return;
    if (!m_parts.cache.state().takesWrites())
        return;
    qCWarning(lcSync) << "The cache takes writes again and is filled anew.";
    m_position = {};
    m_parts.socket.drop(tr("The local copy of the data is being restored."));
}

void SyncClient::sessionOver(const Error &reason)
{
    if (m_over)
        return;
    end(reason.message);
    Q_EMIT ended(reason);
}

} // namespace rialto
