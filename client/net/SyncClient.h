#pragma once

#include "cache/StateTable.h"
#include "net/Heartbeat.h"
#include "net/LinkState.h"
#include "protocol/Frame.h"
#include "protocol/Session.h"

#include <QObject>

namespace rialto {

class ApiClient;
class Cache;
class EventBus;
class LinkStatus;
class Replica;
class ServerLinks;
class Socket;
class TokenKeeper;

/// Signs the connection in, reads the missed events, or all lists when the log no longer has these, and from then on
/// applies events as they come: those of one turn of the event loop in one transaction with the place in the log.
/// Lives on: the GUI thread.
class SyncClient : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Socket &socket;
        ApiClient &api;
        TokenKeeper &tokens;
        Cache &cache;
        EventBus &bus;
        LinkStatus &link;
        ServerLinks &links;
        const Clock &clock;
    };

    explicit SyncClient(const Parts &parts, QObject *parent = nullptr);

    /// Before start().
    void addReplica(Replica &replica) { m_replicas.append(&replica); }
    void start();
    /// Ends the connection for good; the link is SignedOut with these words.
    void end(const QString &reason);
    void retryNow();
    /// The machine found a network: an attempt that waits comes now.
    void networkCame();

Q_SIGNALS:
    /// Who is signed in, as the server says now.
    void identified(const rialto::User &me);
    /// The server ended the session; the link is SignedOut.
    void ended(const rialto::Error &reason);

private:
    void socketChanged();
    void signIn();
    void startSession(const QString &token);
    void sessionStarted(const Result<SessionStarted> &reply, bool resumed);
    void rememberServer(const SessionStarted &start);
    void beginSnapshot(const SessionStarted &start);
    void refetch();
    void replicaDone(int connection, const Result<> &result);
    void askHowFar();
    void pongArrived(const Result<Pong> &pong);
    void finishIfReady();
    void enqueue(const ServerFrame &event);
    void flush();
    bool isStored() const;
    void healCache();
    void ping();
    void otherVersion();
    void sessionOver(const Error &reason);

    Parts m_parts;
    Heartbeat m_heartbeat;
    QList<Replica *> m_replicas;
    QList<ServerFrame> m_events; ///< Received and not applied yet.
    LogPosition m_position;
    qint64 m_head = 0;       ///< The log's head when the session was started.
    int m_connection = 0;    ///< Counts connections, so that late answers of an old one are known.
    int m_fetching = 0;      ///< Replicas that have not finished their lists.
    int m_failuresKnown = 0; ///< Of the cache, when what it holds was last known to be whole.
    bool m_caughtUp = false;
    bool m_tokenRefused = false;
    bool m_over = false;
};

} // namespace rialto
