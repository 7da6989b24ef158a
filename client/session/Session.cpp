#include "session/SessionParts.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

/// How long signing out waits for a server that does not answer.
constexpr int kLogoutLimitMs = 3000;

} // namespace

Session::Session(Profile &profile, const StoredAccount &account, const Clock &clock, QObject *parent)
    : QObject(parent), m_parts(std::make_unique<Parts>(profile, account, clock))
{
    Parts &parts = *m_parts;
    connect(&parts.link, &LinkStatus::changed, this, &Session::linkMoved);
    connect(&parts.outbox, &Outbox::changed, this, &Session::countUnsent);
    connect(&parts.sync, &SyncClient::identified, &parts.directory, &UserDirectory::apply);
    connect(&parts.chatStore, &ChatStore::filesGone, this, &Session::filesGone);
    parts.uploads.clearFolder(uploadFolder());
    connect(&parts.sync, &SyncClient::ended, this, &Session::sessionEnded);
    connect(&parts.directory, &UserDirectory::userChanged, this, [this](UserId id) {
        if (id == m_parts->chatStore.me())
            Q_EMIT meChanged();
    });
    connect(&parts.network, &NetworkHint::networkCame, &parts.sync, &SyncClient::networkCame);
    connect(&parts.socket, &Socket::certificateRefused, this, &Session::reportCertificate);
    connect(&parts.rest, &RestClient::certificateRefused, this, &Session::reportCertificate);
    m_signOutLimit.setSingleShot(true);
    connect(&m_signOutLimit, &QTimer::timeout, this, &Session::finishSignOut);
    countUnsent();
}

Session::~Session()
{
    const QString erase = m_parts->eraseCache ? m_parts->cacheFile : QString();
    m_parts.reset();
    if (erase.isEmpty())
        return;
    Cache::erase(erase);
    QDir(erase + QStringLiteral(".files")).removeRecursively();
}

void Session::start()
{
    m_parts->sync.start();
}

LinkState Session::linkState() const
{
    return m_parts->link.state();
}

qint64 Session::retryAtMs() const
{
    return m_parts->link.retryAtMs();
}

QString Session::linkError() const
{
    return m_parts->link.error();
}

qint64 Session::largestFile() const
{
    return m_parts->link.largestFile();
}

void Session::retryNow()
{
    m_parts->sync.retryNow();
}

User Session::me() const
{
    const StoredAccount &account = m_parts->tokens.account();
    return m_parts->directory.find(account.user.id).value_or(account.user);
}

StoredAccount Session::stored() const
{
    return m_parts->tokens.account();
}

QString Session::serverName() const
{
    return m_parts->links.serverName();
}

const ServerLinks &Session::links() const
{
    return m_parts->links;
}

QString Session::serverVersion() const
{
    return m_parts->link.serverVersion();
}

ServerAddress Session::server() const
{
    return m_parts->tokens.account().server;
}

QString Session::cacheProblem() const
{
    return m_parts->cache.problem();
}

int Session::unsentCount() const
{
    return m_parts->unsent;
}

RoomListModel &Session::rooms()
{
    return m_parts->rooms;
}

MarkWriter &Session::markWriter()
{
    return m_parts->markWriter;
}

SearchModel &Session::search()
{
    return m_parts->search;
}

std::unique_ptr<SearchModel> Session::makeSearch()
{
    return std::make_unique<SearchModel>(m_parts->chatStore, m_parts->api, m_parts->link);
}

ChatWriter &Session::chatWriter()
{
    return m_parts->chatWriter;
}

ProductModel &Session::products()
{
    return m_parts->products;
}

const UserDirectory &Session::directory() const
{
    return m_parts->directory;
}

PeopleModel &Session::people()
{
    return m_parts->people;
}

AccountBook &Session::account()
{
    return m_parts->ownAccount;
}

FriendBook &Session::friends()
{
    return m_parts->friends;
}

NotificationModel &Session::notifications()
{
    return m_parts->notifications;
}

PresenceBook &Session::presence()
{
    return m_parts->presence;
}

TypingBook &Session::typing()
{
    return m_parts->typing;
}

PinBook &Session::pins()
{
    return m_parts->pins;
}

RoomExport *Session::exportRoom(RoomId id, const QString &path)
{
    return new RoomExport(m_parts->api, id, m_parts->rooms.title(id), path,
                          [this](UserId user) { return m_parts->directory.displayName(user); });
}

FileLink &Session::files()
{
    return m_parts->files;
}

QString Session::fileFolder() const
{
    return m_parts->cacheFile + QStringLiteral(".files");
}

QString Session::uploadFolder() const
{
    return fileFolder() + u"/uploads"_s;
}

MessageModel *Session::openRoom(RoomId id)
{
    if (MessageModel *const open = m_parts->timelines.value(id))
        return open;
    MessageModel *const timeline = makeMessages(id).release();
    if (timeline)
        m_parts->timelines.insert(id, timeline);
    return timeline;
}

std::unique_ptr<MessageModel> Session::makeMessages(RoomId id)
{
    if (!m_parts->chatStore.isVisible(id))
        return nullptr;
    const MessageModel::Parts parts{m_parts->chatStore, m_parts->chatFetcher, m_parts->chatWriter, m_parts->markWriter};
    return std::make_unique<MessageModel>(id, parts);
}

void Session::closeRoom(RoomId id)
{
    if (MessageModel *const timeline = m_parts->timelines.take(id))
        timeline->deleteLater();
}

void Session::unplug()
{
    m_parts->socket.drop(tr("The connection to the server was lost."));
}

void Session::linkMoved()
{
    m_parts->outbox.setReady(m_parts->link.isOnline());
    Q_EMIT linkChanged();
}

// A read marker or notification on its way is nothing that a person would miss.
void Session::countUnsent()
{
    const QList<OutboxItem> &items = m_parts->outbox.items();
    const auto count = std::count_if(items.begin(), items.end(), [](const OutboxItem &item) {
        return item.method != QLatin1StringView(MarkRead::method.name) && !item.method.startsWith(u"notify."_s);
    });
    if (std::exchange(m_parts->unsent, static_cast<int>(count)) != count)
        Q_EMIT linkChanged();
}

void Session::reportCertificate(const QSslCertificate &presented)
{
    const QSslCertificate known = m_parts->profile.pinnedCertificate(server());
    Q_EMIT certificateChanged(known.isNull() ? QString() : TlsPin::fingerprint(known), TlsPin::fingerprint(presented));
}

// The cache stays: who signs in again finds the unsent writes in it.
void Session::sessionEnded(const Error &reason)
{
    m_parts->tokens.stop();
    m_parts->profile.forget(m_parts->tokens.account());
    Q_EMIT signedOut(reason);
}

void Session::signOut()
{
    if (m_parts->eraseCache)
        return;
    m_parts->eraseCache = true;
    m_parts->tokens.stop();
    m_parts->sync.end({});
    m_parts->profile.forget(m_parts->tokens.account());
    m_signOutLimit.start(kLogoutLimitMs);
    m_parts->rest.post(Logout{m_parts->tokens.account().refreshToken}, this,
                       [this](const Result<Nothing> &) { finishSignOut(); });
}

// Whichever comes first, the server's answer or the limit.
void Session::finishSignOut()
{
    m_signOutLimit.stop();
    if (std::exchange(m_parts->signedOutTold, true))
        return;
    Q_EMIT signedOut({ErrorCode::Unauthenticated, {}, {}, {}, 0});
}

} // namespace rialto
