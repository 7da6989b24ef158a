#pragma once

#include "app/Config.h"
#include "app/DataFolder.h"
#include "app/Features.h"
#include "core/FileSweeper.h"
#include "core/FollowUps.h"
#include "core/Housekeeping.h"
#include "core/LastSeen.h"
#include "doors/FileDoor.h"
#include "doors/LocalDoor.h"
#include "doors/RestDoor.h"
#include "net/Beacon.h"
#include "net/Connection.h"
#include "net/Gate.h"

#include <QSet>

namespace rialto {

/// The composition root of the server: owns every part and connects them. Used by the program, its command line and the
/// tests alike.
///
/// Lives on: the net thread, which is the thread that creates it.
class ServerApp : public QObject
{
    Q_OBJECT
public:
    /// Takes the data folder, migrates the database, starts the threads. Nothing listens yet.
    static Result<std::unique_ptr<ServerApp>> create(const Config &config, const Clock &clock);
    ~ServerApp() override;

    /// Opens the port and the local socket.
    Result<> listen();
    /// Where clients connect: scheme, address, port.
    QString url() const;
    quint16 port() const { return m_gate ? m_gate->serverPort() : quint16(0); }
    /// The fingerprint of the certificate, empty without TLS.
    QString fingerprint() const { return m_fingerprint; }

    /// Tells every client to come back later, commits what waits, then emits stopped().
    void stop();

    /// Removes what has outlived its time now, not when its turn comes; then calls `then`.
    void cleanUp(const std::function<void()> &then);

    const LocalDoor &localDoor() const { return *m_localDoor; }
    const Router &router() const { return *m_router; }

Q_SIGNALS:
    void stopped();

private:
    ServerApp(const Config &config, const Clock &clock, std::unique_ptr<DataFolder> folder, const QByteArray &secret,
              std::unique_ptr<FileStore> files);

    Result<> prepareStorage();
    Result<> startThreads();
    void makeServices();
    Result<std::optional<QSslConfiguration>> makeTls();
    void startBeacon();
    void apply(Effects &&effects);
    void applySession(const SessionChange &change);
    void recover(qint64 head);
    void loadSessions();
    void closeAll(CloseCode code, const QString &reason);
    void addConnection(Transport *transport, const QByteArray &token);
    void removeConnection(Connection *connection);
    Result<Caller> findCaller(const QString &name);

    const Config m_config;
    const Clock &m_clock;
    std::unique_ptr<DataFolder> m_folder;
    const AccessTokens m_tokens;
    PresenceBoard m_presence;
    const std::unique_ptr<FileStore> m_files;
    Features m_features;
    Hooks m_hooks;
    SessionTable m_sessions;
    RateLimiter m_rates;
    FlushQueue m_flushQueue;
    Inbox m_inbox;
    DomainThread m_domain;
    TaskPool m_readers;
    TaskPool m_workers;
    TaskPool m_fileWorkers; ///< Finishes uploads, as long as they are big.
    TaskPool m_disk;        ///< Reads and writes the pieces of files.
    LastSeen m_lastSeen;
    std::unique_ptr<Database> m_reader; ///< For what the net thread itself asks at start and from the command line.
    std::unique_ptr<Router> m_router;
    std::unique_ptr<SyncService> m_sync;
    std::unique_ptr<Hub> m_hub;
    std::optional<RestServices> m_restServices;
    std::unique_ptr<RestDoor> m_rest;
    std::unique_ptr<FileDoor> m_fileDoor;
    std::unique_ptr<LocalDoor> m_localDoor;
    std::unique_ptr<Housekeeping> m_housekeeping;
    std::unique_ptr<FollowUps> m_followUps;
    std::unique_ptr<FileSweeper> m_sweeper;
    std::unique_ptr<Gate> m_gate;
    std::unique_ptr<Beacon> m_beacon;
    QString m_fingerprint;
    QSet<Connection *> m_connections;
    bool m_isStopping = false;
};

} // namespace rialto
