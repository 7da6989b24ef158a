#pragma once

#include "protocol/Notifications.h"
#include "storage/Database.h"

namespace rialto {

/// What a new notification begins with.
struct Notice
{
    UserId userId; ///< Whom it concerns.
    NotificationKind kind = NotificationKind::DirectMessage;
    Priority priority = Priority::Normal;
    UserId actorId;
    std::optional<RoomId> roomId;
    std::optional<MessageId> messageId;
    QString text;
    bool silent = false;
};

/// A notification with what the contract leaves out.
struct OwnedNotification
{
    UserId userId;
    Notification notification;
};

/// The tables `notification` and `notification_message`, the messages that each counts. Whatever changes a notification
/// is given its new version. Lives on: the thread of the database it is given.
namespace notification_store {

NotificationId add(Database &database, const Notice &notice, qint64 version, qint64 nowMs);
/// Counts once more, with the newest actor, message and text.
void repeat(Database &database, NotificationId id, const Notice &notice, qint64 version, qint64 nowMs);
std::optional<Notification> find(Database &database, UserId user, NotificationId id);
/// The unread notification that the notice would only repeat: of the same kind, from the same room, or about the same
/// message when it is a reaction, or from the same person when there is no room.
std::optional<NotificationId> findRepeated(Database &database, const Notice &notice);
/// Newest first, older than `before`.
QList<Notification> list(Database &database, UserId user, NotificationId before, int limit);
QList<Notification> listUnread(Database &database, UserId user, NotificationId before, int limit);
/// Those that count this message.
QList<OwnedNotification> listCounting(Database &database, MessageId message);
/// Takes a message out of what a notification counts; how often it did.
qint64 uncount(Database &database, NotificationId id, MessageId message);
/// Which of those that it counts it was told of last.
std::optional<MessageId> lastCounted(Database &database, NotificationId id);
/// Of a room, read or not.
QList<Notification> listOfRoom(Database &database, UserId user, RoomId room);
/// Unread ones of a room about messages up to this one, and those about none.
QList<Notification> listUnreadUpTo(Database &database, UserId user, RoomId room, MessageId message);
/// What somebody asked, read or not.
std::optional<Notification> findRequest(Database &database, UserId user, UserId actor);

/// Stores whether it was read.
void setRead(Database &database, const Notification &notification);
/// Stores message, text and count.
void recount(Database &database, const Notification &notification);
/// Stores that it is gone, without its text, and keeps the row for a while.
void erase(Database &database, const Notification &notification);
/// The newest, 0 when there is none.
NotificationId newest(Database &database, UserId user);
/// Marks as read what is not newer than this one; how many there were.
qint64 readThrough(Database &database, UserId user, NotificationId through, qint64 version, qint64 nowMs);
/// Removes those not touched since then, at most so many; how many went.
qint64 removeOld(Database &database, qint64 beforeMs, int atMost);
void removeOfUser(Database &database, UserId user);

} // namespace notification_store
} // namespace rialto
