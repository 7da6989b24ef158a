#include "app/ServerApp.h"

#include "core/Topic.h"
#include "net/Certificate.h"
#include "ops/Log.h"
#include "storage/Migrations.h"

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr int kReaders = 2;
constexpr int kWorkers = 2;
constexpr size_t kReadsWaiting = 20'000;
constexpr size_t kWorkWaiting = 64;
constexpr size_t kFilesWaiting = 1'000;
constexpr size_t kPiecesWaiting = 20'000;
constexpr int kFarewellMs = 2'500;
constexpr int kReloadMs = 1'000;

} // namespace

Result<std::unique_ptr<ServerApp>> ServerApp::create(const Config &config, const Clock &clock)
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Unavailable, u"libsodium cannot be initialised on this machine."_s);
    auto folder = DataFolder::open(config.data);
    if (!folder)
        return tl::unexpected(folder.error());
    auto secret = (*folder)->secret();
    if (!secret)
        return tl::unexpected(secret.error());
    auto files = FileStore::open((*folder)->file(u"files"_s));
    if (!files)
        return tl::unexpected(files.error());
    auto app = std::unique_ptr<ServerApp>(new ServerApp(config, clock, std::move(*folder), *secret, std::move(*files)));
    if (auto result = app->prepareStorage(); !result)
        return tl::unexpected(result.error());
    app->makeServices();
    return app;
}

ServerApp::ServerApp(const Config &config, const Clock &clock, std::unique_ptr<DataFolder> folder,
                     const QByteArray &secret, std::unique_ptr<FileStore> files)
    : m_config(config),
      m_clock(clock),
      m_folder(std::move(folder)),
      m_tokens(secret),
      m_presence(clock),
      m_files(std::move(files)),
      m_features(makeFeatures({m_tokens, secret, config.registration, *m_files, config.files, m_presence})),
      m_rates(clock, !config.noRateLimits),
      m_domain(
          m_folder->databasePath(), clock, m_hooks.observers, m_inbox,
          [this](Effects &&effects) { apply(std::move(effects)); }, [this](qint64 head) { recover(head); }),
      m_readers(m_folder->databasePath(), kReaders, kReadsWaiting),
      m_workers(m_folder->databasePath(), kWorkers, kWorkWaiting),
      m_fileWorkers(m_folder->databasePath(), kWorkers, kFilesWaiting),
      m_disk(m_folder->databasePath(), kWorkers, kPiecesWaiting),
      m_lastSeen(m_domain, m_presence)
{
    connect(&m_inbox, &Inbox::drained, &m_flushQueue, &FlushQueue::flush);
    connect(&m_presence, &PresenceBoard::changed, this,
            [this](const PresenceChange &change) { m_hub->send<PresenceChanged>(topic::kPresence, change); });
}

ServerApp::~ServerApp()
{
    m_domain.stop();
    m_readers.stop();
    m_workers.stop();
    m_fileWorkers.stop();
    m_disk.stop();
    // Answers that nobody will take any more hold on to connections of the gate, so they go before it.
    m_inbox.clear();
    m_gate.reset();
    qDeleteAll(std::exchange(m_connections, {}));
}

Result<> ServerApp::prepareStorage()
{
    {
        auto database = Database::open(m_folder->databasePath(), dialect::Mode::Create);
        if (!database)
            return tl::unexpected(database.error());
        if (auto result = migrate(**database); !result)
            return result;
    }
    if (auto result = startThreads(); !result)
        return result;
    auto reader = Database::open(m_folder->databasePath(), dialect::Mode::ReadOnly);
    if (!reader)
        return tl::unexpected(reader.error());
    m_reader = std::move(*reader);
    m_sessions.load(*m_reader);
    m_presence.load(*m_reader);
    m_hub = std::make_unique<Hub>(m_reader->value("SELECT max(seq) FROM event_log").value_or(0));
    return {};
}

Result<> ServerApp::startThreads()
{
    if (auto result = m_domain.start(); !result)
        return result;
    for (TaskPool *pool : {&m_readers, &m_workers, &m_fileWorkers, &m_disk}) {
        if (auto result = pool->start(); !result)
            return result;
    }
    return {};
}

void ServerApp::makeServices()
{
    m_router = std::make_unique<Router>(m_domain, Router::Pools{m_readers, m_workers, m_fileWorkers}, m_inbox, m_clock,
                                        *m_hub);
    for (const auto &feature : m_features.list)
        feature->registerWith(*m_router, m_hooks);
    m_sync = std::make_unique<SyncService>(m_domain, m_readers, m_inbox, *m_features.directory, m_hooks,
                                           m_config.serverName);
    m_restServices.emplace(RestServices{*m_router, m_sessions, m_tokens, m_rates, m_clock, m_config.allowedOrigins,
                                        [this] { return !m_isStopping; }});
    m_rest = std::make_unique<RestDoor>(*m_restServices);
    m_fileDoor = std::make_unique<FileDoor>(FileDoor::Services{*m_restServices, *m_files, m_disk, m_inbox});
    m_localDoor = std::make_unique<LocalDoor>(LocalDoor::Services{*m_router, *m_files, m_disk, m_inbox},
                                              [this](const QString &name) { return findCaller(name); });
    m_housekeeping = std::make_unique<Housekeeping>(m_domain, m_hooks, Retention{m_config.logDays, m_config.logEvents});
    m_followUps = std::make_unique<FollowUps>(m_domain, m_hooks);
    m_sweeper = std::make_unique<FileSweeper>(*m_files, m_fileWorkers, m_inbox, m_hooks, m_clock);
}

Result<Caller> ServerApp::findCaller(const QString &name)
{
    try {
        const auto user = m_features.directory->findByName(*m_reader, name);
        return user ? Result<Caller>(Caller{user->id, user->role, {}, false, {}})
                    : fail(ErrorCode::NotFound, u"There is no account named %1."_s.arg(name));
    } catch (const StorageFailure &failure) {
        qCCritical(logStorage).noquote() << failure.detail;
        return tl::unexpected(toError(failure));
    }
}

Result<std::optional<QSslConfiguration>> ServerApp::makeTls()
{
    const bool wantsOwn = m_config.tlsCert.isEmpty();
    if (wantsOwn && (m_config.isLoopback() || m_config.insecureHttp))
        return std::optional<QSslConfiguration>();
    auto tls = wantsOwn ? tlsFromFolder(m_config.data) : tlsFromFiles(m_config.tlsCert, m_config.tlsKey);
    if (!tls)
        return tl::unexpected(tls.error());
    m_fingerprint = fingerprintOf(*tls);
    return std::optional(*tls);
}

Result<> ServerApp::listen()
{
    auto tls = makeTls();
    if (!tls)
        return tl::unexpected(tls.error());
    GateSettings settings{*tls, m_config.allowedOrigins, 20'000,
                          m_config.noRateLimits ? 0 : rates::kConnectionsPerAddress, m_config.webSocketEngine};
    m_gate = std::make_unique<Gate>(
        settings, [this](const HttpRequest &request, auto respond) { m_rest->handle(request, respond); },
        [this](const HttpHead &head, const QHostAddress &peer) { return m_fileDoor->open(head, peer); }, m_tokens,
        m_clock, m_flushQueue);
    connect(m_gate.get(), &Gate::webSocketOpened, this, &ServerApp::addConnection);
    if (!m_gate->start(QHostAddress(m_config.host), static_cast<quint16>(m_config.port))) {
        if (m_gate->serverError() == QAbstractSocket::AddressInUseError)
            return fail(ErrorCode::Conflict, u"Port %1 is taken by another program; stop it or choose another with "
                                             "--port, for example --port %2."_s.arg(m_config.port)
                                                 .arg(m_config.port + 1));
        return fail(ErrorCode::Invalid,
                    u"Cannot listen on %1 port %2: %3. Choose another with --host and --port."_s.arg(m_config.host)
                        .arg(m_config.port)
                        .arg(m_gate->errorString()));
    }
    if (!m_localDoor->listen(m_folder->socketPath()))
        qCWarning(logServer) << "The command line cannot reach this server: no local socket in the data folder.";
    startBeacon();
    m_housekeeping->start();
    m_lastSeen.start();
    m_followUps->wake();
    m_sweeper->start();
    return {};
}

// Broadcasts reach only what listens on all addresses.
void ServerApp::startBeacon()
{
    if (m_config.discoveryPort == 0)
        return;
    m_beacon = std::make_unique<Beacon>(m_clock, [this] {
        return ServerNotice{{}, m_config.serverName, port(), !m_fingerprint.isEmpty(), m_presence.countHere()};
    });
    const QHostAddress address(m_config.isLoopback() ? QHostAddress::LocalHost : QHostAddress::AnyIPv4);
    if (!m_beacon->listen(address, static_cast<quint16>(m_config.discoveryPort)))
        qCWarning(logServer) << "UDP port" << m_config.discoveryPort
                             << "is taken: desktops do not find this server by themselves; its address works.";
}

QString ServerApp::url() const
{
    const QHostAddress address(m_config.host);
    const QString host =
        address.protocol() == QAbstractSocket::IPv6Protocol ? u'[' + m_config.host + u']' : m_config.host;
    return u"%1://%2:%3"_s.arg(m_fingerprint.isEmpty() ? u"http"_s : u"https"_s, host).arg(port());
}

void ServerApp::addConnection(Transport *transport, const QByteArray &token)
{
    auto *connection = new Connection(
        transport, {*m_router, *m_sync, m_sessions, m_tokens, m_rates, *m_hub, m_presence, m_clock}, token, this);
    m_connections.insert(connection);
    connect(connection, &Connection::closed, this, [this, connection] { removeConnection(connection); });
    if (m_isStopping)
        connection->close(CloseCode::GoingAway, u"The server is stopping."_s);
}

void ServerApp::removeConnection(Connection *connection)
{
    m_connections.remove(connection);
    if (m_isStopping && m_connections.isEmpty())
        Q_EMIT stopped();
}

void ServerApp::apply(Effects &&effects)
{
    m_followUps->wake();
    for (const auto &effect : effects) {
        if (const auto *event = std::get_if<LoggedEvent>(&effect))
            m_hub->publish(*event);
        else if (const auto *subscription = std::get_if<SubscriptionChange>(&effect))
            m_hub->apply(*subscription);
        else if (const auto *quiet = std::get_if<QuietChange>(&effect))
            m_presence.setQuiet(quiet->userId, quiet->quiet);
        else
            applySession(std::get<SessionChange>(effect));
    }
}

void ServerApp::applySession(const SessionChange &change)
{
    m_sessions.apply(change);
    if (change.kind != SessionChange::Kind::Closed)
        return;
    const QSet<Connection *> connections = m_connections;
    for (Connection *connection : connections) {
        if (connection->sessionId() == change.sessionId)
            connection->close(CloseCode::SessionEnded, u"This sign-in has ended."_s);
    }
}

void ServerApp::closeAll(CloseCode code, const QString &reason)
{
    const QSet<Connection *> connections = m_connections;
    for (Connection *connection : connections)
        connection->close(code, reason);
}

// What was lost from sight with the outcome is taken from the database: events that were committed after all are read
// from the log by everybody who resumes, sessions that ended are ended.
void ServerApp::recover(qint64 head)
{
    closeAll(CloseCode::Resume, u"Resume: the outcome of the last writes is unknown."_s);
    m_hub->setHead(head);
    loadSessions();
}

// The table as it is serves until the database can be read again.
void ServerApp::loadSessions()
{
    try {
        m_sessions.load(*m_reader);
    } catch (const StorageFailure &failure) {
        qCCritical(logStorage).noquote() << failure.detail;
        QTimer::singleShot(kReloadMs, this, &ServerApp::loadSessions);
    }
}

void ServerApp::cleanUp(const std::function<void()> &then)
{
    m_housekeeping->step([this, then] { m_sweeper->sweepAll(then); });
}

void ServerApp::stop()
{
    if (std::exchange(m_isStopping, true))
        return;
    m_beacon.reset();
    if (m_gate)
        m_gate->close();
    m_lastSeen.saveAll();
    // What was taken is committed and answered first; then everybody is told.
    m_domain.stop();
    m_inbox.post([this] {
        closeAll(CloseCode::GoingAway, u"The server is going away. Reconnect."_s);
        if (m_connections.isEmpty())
            Q_EMIT stopped();
        else
            QTimer::singleShot(kFarewellMs, this, &ServerApp::stopped);
    });
}

} // namespace rialto
