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

// The hot path: of most messages one lookup of the room by its key is all that happens.
void NotifyService::messagePosted(WriteContext &context, const Message &message)
{
    bool isTold = false;
    for (const UserId user : m_rooms.directUsers(context.database, message.roomId))
        isTold |= post(context, {user, NotificationKind::DirectMessage, Priority::High, message.authorId,
                                 message.roomId, message.id, excerptOf(message), false});
    if (isTold)
        return;
    postMentions(context, message,
                 message.mentionsEveryone ? m_rooms.memberIds(context.database, message.roomId) : message.mentionedIds);
    postReply(context, message);
}

void NotifyService::postMentions(WriteContext &context, const Message &message, const QList<UserId> &called)
{
    for (const UserId user : called)
        post(context, {user, NotificationKind::Mention, Priority::High, message.authorId, message.roomId, message.id,
                       excerptOf(message), false});
}

void NotifyService::postReply(WriteContext &context, const Message &message)
{
    const auto answered = message.replyToId ? m_rooms.authorOf(context.database, *message.replyToId) : std::nullopt;
    if (answered && concerns(context.database, message, NotificationKind::Reply, *answered))
        post(context, {*answered, NotificationKind::Reply, Priority::Normal, message.authorId, message.roomId,
                       message.id, excerptOf(message), false});
}

// Whether a notification of this kind counts the message.
bool NotifyService::concerns(Database &database, const Message &message, NotificationKind kind, UserId user)
{
    if (message.authorId == user)
        return false;
    const bool isCalled = message.mentionsEveryone || message.mentionedIds.contains(user);
    switch (kind) {
    case NotificationKind::DirectMessage:
        return true;
    case NotificationKind::Mention:
        return isCalled;
    case NotificationKind::Reply:
        return !isCalled && message.replyToId && m_rooms.authorOf(database, *message.replyToId) == user;
    default:
        return false;
    }
}

// What quotes the message quotes it as it is now; whom only the new text mentions is told.
void NotifyService::messageReworded(WriteContext &context, const MessageReworded &change)
{
    const Message &after = change.after;
    for (OwnedNotification &owned : notification_store::listAround(context.database, after.roomId, after.id)) {
        Notification &notification = owned.notification;
        if (notification.messageId != after.id || notification.kind == NotificationKind::Reaction)
            continue; // Quotes another message, or the reaction.
        notification.text = excerptOf(after);
        notification.version += 1;
        notification_store::setText(context.database, notification.id, notification.text);
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
    for (const OwnedNotification &owned :
         notification_store::listAround(context.database, message.roomId, message.id)) {
        const bool isAlone = owned.notification.messageId == message.id && owned.firstMessageId == message.id;
        if (isAlone)
            erase(context, owned.userId, owned.notification);
        else if (concerns(context.database, message, owned.notification.kind, owned.userId))
            uncount(context, owned, message);
    }
}

// Takes one of several messages out of a notification, and what it said out of the log.
void NotifyService::uncount(WriteContext &context, OwnedNotification owned, const Message &erased)
{
    constexpr int kLookedAt = 200;
    Notification &notification = owned.notification;
    notification.count = std::max(1, notification.count - 1);
    notification.version += 1;
    if (notification.messageId == erased.id) {
        const QList<Message> earlier =
            m_rooms.messagesBetween(context.database, erased.roomId, owned.firstMessageId, erased.id, kLookedAt);
        const auto next = std::find_if(earlier.begin(), earlier.end(), [&](const Message &message) {
            return concerns(context.database, message, notification.kind, owned.userId);
        });
        if (next == earlier.end())
            return erase(context, owned.userId, notification);
        notification.messageId = next->id;
        notification.text = excerptOf(*next);
    }
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
        notification.version += 1;
        notification_store::setRead(context.database, notification.id, notification.readAt);
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
