#pragma once

#include "protocol/Method.h"

namespace rialto {

enum class NotificationKind {
    DirectMessage,
    Mention,
    Reply,
    Reaction,
    Invitation,
    FriendRequest,
    FriendAccepted,
    RoleChange,
    RoomMessage ///< In a room of which one wants to be told every message.
};

template <> struct EnumWords<NotificationKind>
{
    static constexpr const char *words[] = {"directMessage", "mention",        "reply",      "reaction",   "invitation",
                                            "friendRequest", "friendAccepted", "roleChange", "roomMessage"};
};

enum class Priority { Low, Normal, High, Critical };

template <> struct EnumWords<Priority>
{
    static constexpr const char *words[] = {"low", "normal", "high", "critical"};
};

/// Something that concerns one person. What comes often from the same place while it is unread is one notification with
/// a count. Travels on `user:N`.
struct Notification
{
    NotificationId id;
    NotificationKind kind = NotificationKind::DirectMessage;
    Priority priority = Priority::Normal;
    UserId actorId;
    std::optional<RoomId> roomId;
    std::optional<MessageId> messageId;
    QString text;
    int count = 1;
    bool silent = false;
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    std::optional<qint64> readAt;
    std::optional<qint64> deletedAt;
    qint64 version = 1;

    static auto fields()
    {
        return std::tuple{
            Field{"id", &Notification::id, {}, "Key of the notification; grows with time."},
            Field{"kind", &Notification::kind, {}, "What happened."},
            Field{"priority", &Notification::priority, {}, "How much it matters; `critical` is never silent."},
            Field{"actorId", &Notification::actorId, {}, "Who did it last; 0 when no person did."},
            Field{"roomId", &Notification::roomId, {}, "Where, or null."},
            Field{"messageId", &Notification::messageId, {}, "The message to go to, or null."},
            Field{"text",
                  &Notification::text,
                  {},
                  "The beginning of the message, the emoji or the new role; empty when there is nothing to quote."},
            Field{"count", &Notification::count, {}, "How often it happened since it was read last."},
            Field{"silent", &Notification::silent, {}, "True when the person does not want to be disturbed by it."},
            Field{"createdAt", &Notification::createdAt, {}, "When it happened first, epoch milliseconds."},
            Field{"updatedAt", &Notification::updatedAt, {}, "When it happened last."},
            Field{"readAt", &Notification::readAt, {}, "When it was read, or null."},
            Field{"deletedAt", &Notification::deletedAt, {}, "When it was removed, or null."},
            Field{"version", &Notification::version, {}, "Grows with every change."}};
    }
};

struct ListNotifications
{
    using Reply = Page<Notification>;
    static constexpr MethodInfo method = {"notify.list", Verb::Get,     "notifications",
                                          Effect::Read,  Access::Guest, "Lists one's notifications, newest first."};
    int limit = 50;
    QString after;
    bool unread = false;

    static auto fields()
    {
        return std::tuple{
            Field{"limit", &ListNotifications::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
            Field{"after", &ListNotifications::after, {.maxLength = 512}, "The nextCursor of the page before."},
            Field{"unread", &ListNotifications::unread, {}, "True leaves out what was read."}};
    }
};

struct ChangeNotification
{
    using Reply = Notification;
    static constexpr MethodInfo method = {
        "notify.change", Verb::Patch,   "notifications/{notificationId}",
        Effect::Change,  Access::Guest, "Marks one's notification as read or as unread."};
    NotificationId notificationId;
    bool read = true;
    QString clientId;

    static auto fields()
    {
        return std::tuple{
            Field{"notificationId", &ChangeNotification::notificationId, {.required = true}, "The notification."},
            Field{"read", &ChangeNotification::read, {}, "False makes it unread again."},
            Field{"clientId", &ChangeNotification::clientId, kClientIdRules, "Idempotency key."}};
    }
};

struct RemoveNotification
{
    using Reply = Nothing;
    static constexpr MethodInfo method = {"notify.remove", Verb::Delete,  "notifications/{notificationId}",
                                          Effect::Delete,  Access::Guest, "Removes one's notification."};
    NotificationId notificationId;
    QString clientId;

    static auto fields()
    {
        return std::tuple{
            Field{"notificationId", &RemoveNotification::notificationId, {.required = true}, "The notification."},
            Field{"clientId", &RemoveNotification::clientId, kClientIdRules, "Idempotency key."}};
    }
};

/// What ReadAllNotifications did.
struct NotificationsRead
{
    NotificationId throughId;
    qint64 readAt = 0;
    qint64 version = 0;

    static auto fields()
    {
        return std::tuple{
            Field{
                "throughId", &NotificationsRead::throughId, {}, "All up to this one are read; 0 when there are none."},
            Field{"readAt", &NotificationsRead::readAt, {}, "Epoch milliseconds."},
            Field{"version",
                  &NotificationsRead::version,
                  {},
                  "What those that were unread have from now on; one with this or a higher version is not meant."}};
    }
};

struct ReadAllNotifications
{
    using Reply = NotificationsRead;
    static constexpr MethodInfo method = {"notify.readAll", Verb::Post,    "notifications/read-all",
                                          Effect::Change,   Access::Guest, "Marks one's notifications as read."};
    std::optional<NotificationId> throughId;
    QString clientId;

    static auto fields()
    {
        return std::tuple{Field{"throughId",
                                &ReadAllNotifications::throughId,
                                {},
                                "The newest that was seen; left out, all there are."},
                          Field{"clientId", &ReadAllNotifications::clientId, kClientIdRules, "Idempotency key."}};
    }
};

struct NotificationPosted
{
    using Data = Notification;
    static constexpr EventInfo event = {"notify.posted", "user:N",
                                        "Something concerns one, for the first time or again."};
};

struct NotificationChanged
{
    using Data = Notification;
    static constexpr EventInfo event = {"notify.changed", "user:N", "A notification was read, unread or removed."};
};

struct AllNotificationsRead
{
    using Data = NotificationsRead;
    static constexpr EventInfo event = {"notify.allRead", "user:N", "All notifications up to one were read."};
};

} // namespace rialto
