#include "features/notify/NotifyService.h"

#include "core/Paging.h"
#include "core/Topic.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

tl::unexpected<Error> noSuchNotification()
{
    return fail(ErrorCode::NotFound, u"There is no such notification."_s);
}

} // namespace

// The place in the log of the event that will tell it: so every notification can be compared with "all read", which
// names none, whatever else the log, a page or a reply said of it in the meantime.
qint64 NotifyService::nextVersion(const WriteContext &context)
{
    return context.log().head() + 1;
}

NotifyService::NotifyService(Directory &people, RoomDirectory &rooms) : m_people(people), m_rooms(rooms) {}

Result<Page<Notification>> NotifyService::list(ReadContext &context, const ListNotifications &request)
{
    const auto list = request.unread ? notification_store::listUnread : notification_store::list;
    return pageByKey<Notification>(
        request.unread ? u"unread notifications"_s : u"notifications"_s, request.after, request.limit,
        [&](qint64 after, int limit) {
            return list(context.database, context.caller.userId,
                        NotificationId{after > 0 ? after : Rules::kMaximumInteger}, limit);
        },
        [](const Notification &notification) { return notification.id.value; });
}

Result<Notification> NotifyService::change(WriteContext &context, const ChangeNotification &request)
{
    const UserId me = context.caller.userId;
    auto notification = notification_store::find(context.database, me, request.notificationId);
    if (!notification)
        return noSuchNotification();
    if (notification->readAt.has_value() == request.read)
        return *notification;
    notification->readAt = request.read ? std::optional(context.nowMs) : std::nullopt;
    notification->version = nextVersion(context);
    notification_store::setRead(context.database, *notification);
    recordChange(context, me, *notification);
    return *notification;
}

Result<Nothing> NotifyService::remove(WriteContext &context, const RemoveNotification &request)
{
    const UserId me = context.caller.userId;
    const auto notification = notification_store::find(context.database, me, request.notificationId);
    if (!notification)
        return noSuchNotification();
    erase(context, me, *notification);
    return Nothing{};
}

Result<NotificationsRead> NotifyService::readAll(WriteContext &context, const ReadAllNotifications &request)
{
    const UserId me = context.caller.userId;
    const NotificationId newest = notification_store::newest(context.database, me);
    const NotificationsRead read{std::min(request.throughId.value_or(newest), newest), context.nowMs,
                                 nextVersion(context)};
    if (notification_store::readThrough(context.database, me, read.throughId, read.version, context.nowMs) > 0)
        context.record<AllNotificationsRead>(topic::user(me), read.throughId.value, read);
    return read;
}

// False when the person is not to be told.
bool NotifyService::post(WriteContext &context, Notice notice)
{
    if (notice.userId == notice.actorId)
        return false;
    const auto quiet = m_people.findQuiet(context.database, notice.userId);
    if (!quiet) // The account is gone.
        return false;
    notice.silent = notice.priority != Priority::Critical && quiet->holdsAt(context.nowMs);
    if (!isWanted(context, notice, notice.silent))
        return false;
    auto id = notification_store::findRepeated(context.database, notice);
    if (id)
        notification_store::repeat(context.database, *id, notice, nextVersion(context), context.nowMs);
    else
        id = notification_store::add(context.database, notice, nextVersion(context), context.nowMs);
    context.record<NotificationPosted>(topic::user(notice.userId), id->value,
                                       *notification_store::find(context.database, notice.userId, *id));
    return true;
}

// Whoever muted a room finds there what called, without a sound; whoever wants nothing of it is told nothing.
bool NotifyService::isWanted(WriteContext &context, const Notice &notice, bool &silent)
{
    if (!notice.messageId)
        return true;
    const auto attention = m_rooms.attentionOf(context.database, *notice.roomId, notice.userId);
    if (!attention || attention->level == NotifyLevel::None)
        return false;
    silent = silent || attention->muted;
    const bool calls = notice.kind == NotificationKind::Mention || notice.kind == NotificationKind::Reply;
    return calls || attention->level != NotifyLevel::Mentions;
}

void NotifyService::recordChange(WriteContext &context, UserId user, const Notification &notification)
{
    context.record<NotificationChanged>(topic::user(user), notification.id.value, notification);
}

// What it quoted goes from the log as well.
void NotifyService::erase(WriteContext &context, UserId user, const Notification &notification)
{
    Notification erased = notification;
    erased.text.clear();
    erased.updatedAt = context.nowMs;
    erased.deletedAt = context.nowMs;
    erased.version = nextVersion(context);
    notification_store::erase(context.database, erased);
    context.redact<NotificationPosted, NotificationChanged>(topic::user(user), notification.id.value, erased);
    recordChange(context, user, erased);
}

void NotifyService::releaseAccount(WriteContext &context, UserId user)
{
    constexpr int kStep = 200;
    for (auto some = notification_store::list(context.database, user, {Rules::kMaximumInteger}, kStep); !some.isEmpty();
         some = notification_store::list(context.database, user, some.last().id, kStep)) {
        for (const Notification &notification : std::as_const(some)) {
            Notification blank;
            blank.id = notification.id;
            blank.deletedAt = context.nowMs;
            blank.version = notification.version + 1;
            context.redact<NotificationPosted, NotificationChanged>(topic::user(user), notification.id.value, blank);
        }
    }
    notification_store::removeOfUser(context.database, user);
}

} // namespace rialto
