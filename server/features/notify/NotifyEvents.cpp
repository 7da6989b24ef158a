// What the service makes of events that other features record.

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
    const QList<UserId> two = m_rooms.directUsers(context.database, message.roomId);
    for (const UserId user : two)
        post(context, {user, NotificationKind::DirectMessage, Priority::High, message.authorId, message.roomId,
                       message.id, excerptOf(message), false});
    if (!two.isEmpty())
        return;
    postMentions(context, message, {});
    const auto answered = message.replyToId ? m_rooms.authorOf(context.database, *message.replyToId) : std::nullopt;
    if (answered && !message.mentionedIds.contains(*answered) && !message.mentionsEveryone)
        post(context, {*answered, NotificationKind::Reply, Priority::Normal, message.authorId, message.roomId,
                       message.id, excerptOf(message), false});
}

void NotifyService::postMentions(WriteContext &context, const Message &message, const QList<UserId> &without)
{
    const QList<UserId> called =
        message.mentionsEveryone ? m_rooms.memberIds(context.database, message.roomId) : message.mentionedIds;
    for (const UserId user : called) {
        if (!without.contains(user))
            post(context, {user, NotificationKind::Mention, Priority::High, message.authorId, message.roomId,
                           message.id, excerptOf(message), false});
    }
}

// What quotes the message quotes it as it is now; whom only the new text mentions is told.
void NotifyService::messageEdited(WriteContext &context, const Message &message)
{
    QList<UserId> told;
    for (OwnedNotification &owned : notification_store::listOfMessage(context.database, message.id)) {
        Notification &notification = owned.notification;
        if (notification.kind == NotificationKind::Reaction)
            continue; // Quotes the reaction, not the message.
        told.append(owned.userId);
        notification.text = excerptOf(message);
        notification.version += 1;
        notification_store::setText(context.database, notification.id, notification.text);
        recordChange(context, owned.userId, notification);
    }
    const bool calls = message.mentionsEveryone || !message.mentionedIds.isEmpty();
    if (calls && m_rooms.directUsers(context.database, message.roomId).isEmpty())
        postMentions(context, message, told);
}

// Told when somebody's newest reaction stands; one that was taken back is no news.
void NotifyService::reactionsChanged(WriteContext &context, const Message &message)
{
    for (const Reaction &reaction : message.reactions) {
        if (!reaction.userIds.isEmpty() && reaction.userIds.last() == context.caller.userId)
            return post(context, {message.authorId, NotificationKind::Reaction, Priority::Low, context.caller.userId,
                                  message.roomId, message.id, reaction.emoji, false});
    }
}

void NotifyService::messageDeleted(WriteContext &context, const Message &message)
{
    for (const OwnedNotification &owned : notification_store::listOfMessage(context.database, message.id))
        erase(context, owned.userId, owned.notification);
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
    for (Notification &notification :
         notification_store::listOfRoom(context.database, membership.userId, membership.roomId)) {
        if (notification.readAt || notification.messageId.value_or(MessageId{}) > membership.lastReadMessageId)
            continue;
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
    Notice asked;
    asked.userId = friendship.userId;
    asked.kind = NotificationKind::FriendRequest;
    asked.actorId = friendship.friendId;
    const auto id = notification_store::findRepeated(context.database, asked);
    if (!id)
        return;
    const Notification notification = *notification_store::find(context.database, friendship.userId, *id);
    erase(context, friendship.userId, notification);
}

} // namespace rialto
