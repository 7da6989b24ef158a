#include "features/notify/NotificationStore.h"

#define NOTIFICATION_COLUMNS                                                                                           \
    "id, kind, priority, actor_id, room_id, message_id, text, count, silent, created_at, updated_at, read_at, "        \
    "deleted_at, version"

namespace rialto::notification_store {
namespace {

void count(Database &database, NotificationId id, const Notice &notice)
{
    if (notice.messageId)
        database.run("INSERT INTO notification_message (notification_id, message_id) VALUES (?, ?)", id,
                     notice.messageId);
}

void forgetCounted(Database &database, NotificationId id)
{
    database.run("DELETE FROM notification_message WHERE notification_id = ?", id);
}

} // namespace

NotificationId add(Database &database, const Notice &notice, qint64 version, qint64 nowMs)
{
    const NotificationId id{database.insert(
        "INSERT INTO notification (user_id, kind, priority, actor_id, room_id, message_id, text, silent, created_at, "
        "updated_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        notice.userId, notice.kind, notice.priority, notice.actorId, notice.roomId, notice.messageId, notice.text,
        notice.silent, nowMs, nowMs, version)};
    count(database, id, notice);
    return id;
}

void repeat(Database &database, NotificationId id, const Notice &notice, qint64 version, qint64 nowMs)
{
    database.run("UPDATE notification SET count = count + 1, actor_id = ?, message_id = ?, text = ?, silent = ?, "
                 "updated_at = ?, version = ? WHERE id = ?",
                 notice.actorId, notice.messageId, notice.text, notice.silent, nowMs, version, id);
    count(database, id, notice);
}

std::optional<Notification> find(Database &database, UserId user, NotificationId id)
{
    return database.find<Notification>("SELECT " NOTIFICATION_COLUMNS
                                       " FROM notification WHERE id = ? AND user_id = ? AND deleted_at IS NULL",
                                       id, user);
}

std::optional<NotificationId> findRepeated(Database &database, const Notice &notice)
{
    std::optional<qint64> id;
    if (!notice.roomId)
        id = database.value("SELECT id FROM notification WHERE user_id = ? AND read_at IS NULL AND deleted_at IS NULL "
                            "AND kind = ? AND actor_id = ? AND room_id IS NULL",
                            notice.userId, notice.kind, notice.actorId);
    else if (notice.kind == NotificationKind::Reaction)
        id = database.value("SELECT id FROM notification WHERE user_id = ? AND room_id = ? AND deleted_at IS NULL AND "
                            "read_at IS NULL AND kind = ? AND message_id = ?",
                            notice.userId, notice.roomId, notice.kind, notice.messageId);
    else
        id = database.value("SELECT id FROM notification WHERE user_id = ? AND room_id = ? AND deleted_at IS NULL AND "
                            "read_at IS NULL AND kind = ?",
                            notice.userId, notice.roomId, notice.kind);
    return id ? std::optional(NotificationId{*id}) : std::nullopt;
}

QList<Notification> list(Database &database, UserId user, NotificationId before, int limit)
{
    return database.list<Notification>("SELECT " NOTIFICATION_COLUMNS " FROM notification WHERE user_id = ? AND id < ? "
                                       "AND deleted_at IS NULL ORDER BY id DESC LIMIT ?",
                                       user, before, limit);
}

QList<Notification> listUnread(Database &database, UserId user, NotificationId before, int limit)
{
    return database.list<Notification>("SELECT " NOTIFICATION_COLUMNS " FROM notification WHERE user_id = ? AND id < ? "
                                       "AND read_at IS NULL AND deleted_at IS NULL ORDER BY id DESC LIMIT ?",
                                       user, before, limit);
}

QList<OwnedNotification> listCounting(Database &database, MessageId message)
{
    QList<OwnedNotification> found;
    database.each(
        "SELECT user_id, id FROM notification WHERE deleted_at IS NULL AND id IN (SELECT notification_id FROM "
        "notification_message WHERE message_id = ?) ORDER BY id",
        [&](const Row &row) {
            OwnedNotification &owned = found.emplaceBack();
            column::read(row.value(0), owned.userId);
            column::read(row.value(1), owned.notification.id);
        },
        message);
    for (OwnedNotification &owned : found)
        owned.notification = find(database, owned.userId, owned.notification.id).value_or(Notification{});
    return found;
}

qint64 uncount(Database &database, NotificationId id, MessageId message)
{
    return database.run("DELETE FROM notification_message WHERE notification_id = ? AND message_id = ?", id, message);
}

std::optional<MessageId> lastCounted(Database &database, NotificationId id)
{
    const auto last = database.value(
        "SELECT message_id FROM notification_message WHERE notification_id = ? ORDER BY id DESC LIMIT 1", id);
    return last ? std::optional(MessageId{*last}) : std::nullopt;
}

QList<Notification> listUnreadUpTo(Database &database, UserId user, RoomId room, MessageId message)
{
    return database.list<Notification>("SELECT " NOTIFICATION_COLUMNS " FROM notification WHERE user_id = ? AND "
                                       "room_id = ? AND coalesce(message_id, 0) <= ? AND read_at IS NULL AND "
                                       "deleted_at IS NULL",
                                       user, room, message);
}

std::optional<Notification> findRequest(Database &database, UserId user, UserId actor)
{
    return database.find<Notification>("SELECT " NOTIFICATION_COLUMNS " FROM notification WHERE user_id = ? AND "
                                       "room_id IS NULL AND deleted_at IS NULL AND kind = 'friendRequest' AND "
                                       "actor_id = ?",
                                       user, actor);
}

QList<Notification> listOfRoom(Database &database, UserId user, RoomId room)
{
    return database.list<Notification>("SELECT " NOTIFICATION_COLUMNS " FROM notification WHERE user_id = ? AND "
                                       "room_id = ? AND deleted_at IS NULL",
                                       user, room);
}

void setRead(Database &database, const Notification &notification)
{
    database.run("UPDATE notification SET read_at = ?, version = ? WHERE id = ?", notification.readAt,
                 notification.version, notification.id);
}

void recount(Database &database, const Notification &notification)
{
    database.run("UPDATE notification SET message_id = ?, text = ?, count = ?, version = ? WHERE id = ?",
                 notification.messageId, notification.text, notification.count, notification.version, notification.id);
}

void erase(Database &database, const Notification &notification)
{
    database.run("UPDATE notification SET text = '', deleted_at = ?, updated_at = ?, version = ? WHERE id = ?",
                 notification.deletedAt, notification.updatedAt, notification.version, notification.id);
    forgetCounted(database, notification.id);
}

NotificationId newest(Database &database, UserId user)
{
    return NotificationId{database.value("SELECT max(id) FROM notification WHERE user_id = ?", user).value_or(0)};
}

qint64 readThrough(Database &database, UserId user, NotificationId through, qint64 version, qint64 nowMs)
{
    return database.run("UPDATE notification SET read_at = ?, version = ? WHERE user_id = ? AND id <= ? AND "
                        "read_at IS NULL AND deleted_at IS NULL",
                        nowMs, version, user, through);
}

qint64 removeOld(Database &database, qint64 beforeMs, int atMost)
{
    QList<NotificationId> old;
    database.each(
        "SELECT id FROM notification WHERE updated_at < ? ORDER BY updated_at LIMIT ?",
        [&](const Row &row) { column::read(row.value(0), old.emplaceBack()); }, beforeMs, atMost);
    for (const NotificationId id : std::as_const(old)) {
        forgetCounted(database, id);
        database.run("DELETE FROM notification WHERE id = ?", id);
    }
    return old.size();
}

void removeOfUser(Database &database, UserId user)
{
    database.run("DELETE FROM notification_message WHERE notification_id IN (SELECT id FROM notification WHERE "
                 "user_id = ?)",
                 user);
    database.run("DELETE FROM notification WHERE user_id = ?", user);
}

} // namespace rialto::notification_store
