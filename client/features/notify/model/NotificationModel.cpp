#include "features/notify/model/NotificationModel.h"

#include "cache/Cache.h"
#include "net/ClientId.h"
#include "net/EventBus.h"
#include "net/LinkStatus.h"
#include "net/ListFetch.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

const QString kKind = u"notification"_s;
constexpr qint64 kKeptMs = 90LL * 24 * 60 * 60 * 1000; // As long as the server keeps them.

bool comesBefore(const Notification &left, const Notification &right)
{
    return std::tuple(-left.updatedAt, -left.id.value) < std::tuple(-right.updatedAt, -right.id.value);
}

bool tellsOfMessage(const Notification &notification)
{
    return notification.kind == NotificationKind::Mention || notification.kind == NotificationKind::Reply ||
           notification.kind == NotificationKind::DirectMessage || notification.kind == NotificationKind::RoomMessage;
}

} // namespace

NotificationModel::NotificationModel(Cache &cache, EventBus &bus, ApiClient &api, Outbox &outbox, LinkStatus &link,
                                     const Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_cache(cache), m_api(api), m_outbox(outbox), m_link(link), m_clock(clock)
{
    for (const char *method :
         {ChangeNotification::method.name, RemoveNotification::method.name, ReadAllNotifications::method.name})
        m_outbox.setHandler(QString::fromLatin1(method), *this);
    bus.on<NotificationPosted>([this](const Notification &notification) {
        apply(notification);
        if (m_link.isOnline())
            Q_EMIT posted(notification);
    });
    bus.on<NotificationChanged>([this](const Notification &notification) { apply(notification); });
    bus.on<AllNotificationsRead>([this](const NotificationsRead &read) { applyAllRead(read); });
    load();
}

void NotificationModel::load()
{
    const qint64 oldest = m_clock.nowMs() - kKeptMs;
    for (const Notification &notification : m_cache.entities().list<Notification>(kKind)) {
        if (!notification.deletedAt && notification.updatedAt >= oldest)
            m_rows.append(notification);
    }
    std::sort(m_rows.begin(), m_rows.end(), comesBefore);
    restoreWishes();
    m_unread = unreadCount();
}

// What was wished before the program ended and is still on its way.
void NotificationModel::restoreWishes()
{
    for (const OutboxItem &item : m_outbox.items()) {
        const NotificationId id{item.params.value("notificationId"_L1).toInteger()};
        if (item.method == QLatin1StringView(ChangeNotification::method.name))
            m_wishes.insert(id, item.params.value("read"_L1).toBool(true));
        else if (item.method == QLatin1StringView(ReadAllNotifications::method.name))
            wishAllRead(NotificationId{item.params.value("throughId"_L1).toInteger()});
        else if (item.method == QLatin1StringView(RemoveNotification::method.name))
            m_removed.insert(id);
    }
    m_rows.removeIf([this](const Notification &row) { return m_removed.contains(row.id); });
}

int NotificationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant NotificationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IdRole)
        return m_rows.at(index.row()).id.value;
    return role == ReadRole ? QVariant(isRead(index.row())) : QVariant();
}

int NotificationModel::rowOf(NotificationId id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [id](const Notification &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

bool NotificationModel::isRead(int row) const
{
    const Notification &notification = m_rows.at(row);
    return m_wishes.value(notification.id, notification.readAt.has_value());
}

int NotificationModel::unreadCount(Counting counting) const
{
    int count = 0;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (!isRead(row) && (counting == Counting::All || !tellsOfMessage(m_rows.at(row))))
            ++count;
    }
    return count;
}

void NotificationModel::setRead(NotificationId id, bool read)
{
    const int row = rowOf(id);
    if (row < 0 || isRead(row) == read)
        return;
    m_wishes.insert(id, read);
    const QString clientId = makeClientId(m_clock);
    wish(ChangeNotification::method.name, toJson(ChangeNotification{id, read, clientId}), clientId, id);
    Q_EMIT dataChanged(index(row), index(row));
    if (read)
        Q_EMIT settled(id);
    tellUnread();
}

void NotificationModel::remove(NotificationId id)
{
    if (rowOf(id) < 0)
        return;
    m_removed.insert(id);
    take(id);
    const QString clientId = makeClientId(m_clock);
    wish(RemoveNotification::method.name, toJson(RemoveNotification{id, clientId}), clientId, id);
}

void NotificationModel::readAll()
{
    NotificationId newest;
    for (const Notification &row : std::as_const(m_rows))
        newest = std::max(newest, row.id);
    const QList<NotificationId> read = wishAllRead(newest);
    if (read.isEmpty())
        return;
    const QString clientId = makeClientId(m_clock);
    wish(ReadAllNotifications::method.name, toJson(ReadAllNotifications{newest, clientId}), clientId, {});
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    for (const NotificationId id : read)
        Q_EMIT settled(id);
    tellUnread();
}

/// Those that were unread.
QList<NotificationId> NotificationModel::wishAllRead(NotificationId through)
{
    QList<NotificationId> read;
    for (int row = 0; row < m_rows.size(); ++row) {
        const NotificationId id = m_rows.at(row).id;
        if (id > through || isRead(row))
            continue;
        m_wishes.insert(id, true);
        read.append(id);
    }
    return read;
}

// When the wish cannot be kept nothing is lost but the wish: the server's word stays.
void NotificationModel::wish(const QByteArray &method, const QByteArray &params, const QString &clientId,
                             NotificationId id)
{
    OutboxItem item;
    item.clientId = clientId;
    item.method = QString::fromLatin1(method);
    item.subject = u"notification:%1"_s.arg(id.value);
    item.params = parseObject(params).value_or(QJsonObject());
    item.createdAtMs = m_clock.nowMs();
    (void)m_outbox.add(item);
}

void NotificationModel::acknowledged(const OutboxItem &item, const QJsonObject &reply)
{
    if (item.method == QLatin1StringView(ChangeNotification::method.name)) {
        if (const auto notification = fromJson<Notification>(reply, Check::Shape))
            apply(*notification);
    } else if (item.method == QLatin1StringView(ReadAllNotifications::method.name)) {
        if (const auto read = fromJson<NotificationsRead>(reply, Check::Shape))
            applyAllRead(*read);
    }
}

// It is gone at the server, then.
OutboxHandler::Refusal NotificationModel::refused(const OutboxItem &item, const Error &)
{
    const NotificationId id{item.params.value("notificationId"_L1).toInteger()};
    m_wishes.remove(id);
    take(id);
    m_cache.entities().remove({kKind, id.value});
    return Refusal::Forget;
}

void NotificationModel::apply(const Notification &notification)
{
    if (!m_cache.entities().merge({kKind, notification.id.value}, notification))
        return;
    if (notification.deletedAt) {
        m_removed.remove(notification.id);
        take(notification.id);
        return;
    }
    if (m_removed.contains(notification.id))
        return;
    m_wishes.remove(notification.id);
    place(notification);
    if (notification.readAt)
        Q_EMIT settled(notification.id);
    tellUnread();
}

// What has changed since is not meant: the reply may come a second time, and a page or the log may be ahead of it.
void NotificationModel::applyAllRead(const NotificationsRead &read)
{
    QList<NotificationId> changed;
    for (Notification &row : m_rows) {
        if (row.id > read.throughId || row.readAt || row.version >= read.version)
            continue;
        row.readAt = read.readAt;
        row.version = read.version;
        m_cache.entities().merge({kKind, row.id.value}, row);
        m_wishes.remove(row.id);
        changed.append(row.id);
    }
    if (changed.isEmpty())
        return;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    for (const NotificationId id : std::as_const(changed))
        Q_EMIT settled(id);
    tellUnread();
}

void NotificationModel::place(const Notification &notification)
{
    const int before = rowOf(notification.id);
    if (before >= 0 && m_rows.at(before).updatedAt == notification.updatedAt) {
        m_rows[before] = notification;
        Q_EMIT dataChanged(index(before), index(before));
        return;
    }
    if (before >= 0) {
        beginRemoveRows({}, before, before);
        m_rows.removeAt(before);
        endRemoveRows();
    }
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), notification, comesBefore);
    const int row = static_cast<int>(at - m_rows.begin());
    beginInsertRows({}, row, row);
    m_rows.insert(row, notification);
    endInsertRows();
}

void NotificationModel::take(NotificationId id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    Q_EMIT settled(id);
    tellUnread();
}

void NotificationModel::tellUnread()
{
    if (std::exchange(m_unread, unreadCount()) != m_unread)
        Q_EMIT unreadChanged();
}

void NotificationModel::markStale()
{
    m_cache.entities().markStale(kKind);
}

void NotificationModel::refetch(std::function<void(Result<>)> done)
{
    ListFetch<ListNotifications>::run(
        m_api, ListNotifications{}, this,
        [this](const QList<Notification> &page) {
            Transaction transaction(m_cache.database());
            for (const Notification &notification : page)
                apply(notification);
            (void)transaction.commit();
        },
        [this, done = std::move(done)](const Result<> &result) {
            if (result) {
                for (const EntityKey &key : m_cache.entities().removeStale(kKind))
                    take(NotificationId{key.id});
            }
            done(result);
        });
}

} // namespace rialto
