// What the service makes of events that other features record.

#include "core/Topic.h"
#include "features/notify/NotifyService.h"

namespace rialto {
namespace {

constexpr qsizetype kExcerptLength = 200;

// The words, else the name of the first file. Cut between characters, not inside one that takes two UTF-16 units.
QString excerptOf(const Message &message)
{
    const bool isBare = message.text.isEmpty() && !message.attachments.isEmpty();
    QString excerpt = (isBare ? message.attachments.first().name : message.text).left(kExcerptLength);
    if (!excerpt.isEmpty() && excerpt.back().isHighSurrogate())
        excerpt.chop(1);
    return excerpt;
}

} // namespace

// The hot path: of most messages two lookups of the room by its key are all that happens.
void NotifyService::messagePosted(WriteContext &context, const Message &message)
{
    bool isTold = false;
    for (const UserId user : m_rooms.directUsers(context.database, message.roomId))
        isTold |= post(context, {user, NotificationKind::DirectMessage, Priority::High, message.authorId,
                                 message.roomId, message.id, excerptOf(message), false});
    if (isTold)
        return;
    const QList<UserId> called =
        message.mentionsEveryone ? m_rooms.memberIds(context.database, message.roomId) : message.mentionedIds;
    postMentions(context, message, called);
    const std::optional<UserId> answered = postReply(context, message);
    for (const UserId user : m_rooms.watcherIds(context.database, message.roomId)) {
        if (user != answered && !called.contains(user))
            post(context, {user, NotificationKind::RoomMessage, Priority::Normal, message.authorId, message.roomId,
                           message.id, excerptOf(message), false});
    }
}

void NotifyService::postMentions(WriteContext &context, const Message &message, const QList<UserId> &called)
{
    for (const UserId user : called)
        post(context, {user, NotificationKind::Mention, Priority::High, message.authorId, message.roomId, message.id,
                       excerptOf(message), false});
}

std::optional<UserId> NotifyService::postReply(WriteContext &context, const Message &message)
{
    const auto answered = message.replyToId ? m_rooms.authorOf(context.database, *message.replyToId) : std::nullopt;
    const bool isCalled = answered && (message.mentionsEveryone || message.mentionedIds.contains(*answered));
    if (answered && !isCalled)
        post(context, {*answered, NotificationKind::Reply, Priority::Normal, message.authorId, message.roomId,
                       message.id, excerptOf(message), false});
    return answered;
}

// What quotes the message quotes it as it is now; whom only the new text mentions is told.
void NotifyService::messageReworded(WriteContext &context, const MessageReworded &change)
{
    const Message &after = change.after;
    for (OwnedNotification &owned : notification_store::listCounting(context.database, after.id)) {
        Notification &notification = owned.notification;
        if (notification.messageId != after.id || notification.kind == NotificationKind::Reaction)
            continue; // Quotes another message, or the reaction.
        notification.text = excerptOf(after);
        notification.version = nextVersion(context);
        notification_store::recount(context.database, notification);
        recordChange(context, owned.userId, notification);
    }
    if (change.before.mentionsEveryone || !m_rooms.directUsers(context.database, after.roomId).isEmpty())
        return;
    QList<UserId> called =
        after.mentionsEveryone ? m_rooms.memberIds(context.database, after.roomId) : after.mentionedIds;
    called.removeIf([&](UserId user) { return change.before.mentionedIds.contains(user); });
    postMentions(context, after, called);
}

void NotifyService::reactionAdded(WriteContext &context, const ReactionAdded &reaction)
{
    const Message &message = reaction.message;
    post(context, {message.authorId, NotificationKind::Reaction, Priority::Low, context.caller.userId, message.roomId,
                   message.id, reaction.emoji, false});
}

void NotifyService::messageErased(WriteContext &context, const Message &message)
{
    for (const OwnedNotification &owned : notification_store::listCounting(context.database, message.id))
        uncount(context, owned, message.id);
}

// Takes a message out of a notification, and what it said out of the log. With the last of them the notification goes.
void NotifyService::uncount(WriteContext &context, OwnedNotification owned, MessageId erased)
{
    Notification &notification = owned.notification;
    const qint64 times = notification_store::uncount(context.database, notification.id, erased);
    const auto last = notification_store::lastCounted(context.database, notification.id);
    const auto quoted = last ? m_rooms.findMessage(context.database, *last) : std::nullopt;
    if (!quoted)
        return erase(context, owned.userId, notification);
    notification.count = std::max(1, notification.count - static_cast<int>(times));
    notification.messageId = quoted->id;
    notification.text = excerptOf(*quoted);
    notification.version = nextVersion(context);
    notification_store::recount(context.database, notification);
    context.redact<NotificationPosted, NotificationChanged>(topic::user(owned.userId), notification.id.value,
                                                            notification);
    recordChange(context, owned.userId, notification);
}

// Being added by somebody is an invitation; going in oneself is not, nor is a conversation that somebody began.
void NotifyService::membershipAdded(WriteContext &context, const Membership &membership)
{
    if (m_rooms.directUsers(context.database, membership.roomId).isEmpty())
        post(context, {membership.userId,
                       NotificationKind::Invitation,
                       Priority::Normal,
                       context.caller.userId,
                       membership.roomId,
                       {},
                       {},
                       false});
}

// Whoever has read the room has read what called there.
void NotifyService::membershipChanged(WriteContext &context, const Membership &membership)
{
    for (Notification &notification : notification_store::listUnreadUpTo(
             context.database, membership.userId, membership.roomId, membership.lastReadMessageId)) {
        notification.readAt = context.nowMs;
        notification.version = nextVersion(context);
        notification_store::setRead(context.database, notification);
        recordChange(context, membership.userId, notification);
    }
}

void NotifyService::membershipRemoved(WriteContext &context, const Membership &membership)
{
    for (const Notification &notification :
         notification_store::listOfRoom(context.database, membership.userId, membership.roomId))
        erase(context, membership.userId, notification);
}

void NotifyService::memberChanged(WriteContext &context, const Member &member)
{
    post(context, {member.userId,
                   NotificationKind::RoleChange,
                   Priority::Normal,
                   context.caller.userId,
                   member.roomId,
                   {},
                   QString(wordOf(member.role)),
                   false});
}

// An operator changes nothing of an account but its role.
void NotifyService::accountChanged(WriteContext &context, const Account &account)
{
    if (context.caller.isOperator)
        post(context, {account.id,
                       NotificationKind::RoleChange,
                       Priority::Critical,
                       context.caller.userId,
                       {},
                       {},
                       QString(wordOf(account.role)),
                       false});
}

void NotifyService::friendChanged(WriteContext &context, const Friendship &friendship)
{
    const bool byOther = context.caller.userId != friendship.userId;
    if (friendship.removedAt || (friendship.state == FriendState::Friend && !byOther))
        endRequest(context, friendship);
    else if (byOther && friendship.state != FriendState::Invited)
        post(context, {friendship.userId,
                       friendship.state == FriendState::Asked ? NotificationKind::FriendRequest
                                                              : NotificationKind::FriendAccepted,
                       Priority::Normal,
                       friendship.friendId,
                       {},
                       {},
                       {},
                       false});
}

// Answered, or taken back.
void NotifyService::endRequest(WriteContext &context, const Friendship &friendship)
{
    const auto request = notification_store::findRequest(context.database, friendship.userId, friendship.friendId);
    if (request)
        erase(context, friendship.userId, *request);
}

} // namespace rialto
