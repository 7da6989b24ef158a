#include "features/notify/NotificationText.h"
#include "markdown/RichText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

/// Where the words stand in the translations.
class NotificationText
{
    Q_DECLARE_TR_FUNCTIONS(NotificationText)
public:
    static QString title(const Notification &n, const QString &person, const QString &room)
    {
        switch (n.kind) {
        case NotificationKind::DirectMessage:
            return n.count > 1 ? tr("%1 sent you %n messages", nullptr, n.count).arg(person)
                               : tr("%1 wrote to you").arg(person);
        case NotificationKind::Mention:
            return n.count > 1 ? tr("%1 and others mentioned you %n times in %2", nullptr, n.count).arg(person, room)
                               : tr("%1 mentioned you in %2").arg(person, room);
        case NotificationKind::Reply:
            return n.count > 1 ? tr("%n replies to you, the last by %1", nullptr, n.count).arg(person)
                               : tr("%1 replied to you").arg(person);
        case NotificationKind::Reaction:
            return n.count > 1 ? tr("%n reactions to your message, the last by %1", nullptr, n.count).arg(person)
                               : tr("%1 reacted to your message").arg(person);
        case NotificationKind::Invitation:
            return tr("%1 added you to a room").arg(person);
        case NotificationKind::FriendRequest:
            return tr("%1 wants to be your friend").arg(person);
        case NotificationKind::FriendAccepted:
            return tr("%1 is your friend now").arg(person);
        case NotificationKind::RoomMessage:
            return n.count > 1 ? tr("%n messages in %1, the last by %2", nullptr, n.count).arg(room, person)
                               : tr("%1 wrote in %2").arg(person, room);
        case NotificationKind::RoleChange:
            return n.roomId ? tr("Your role in %1 has changed").arg(room) : tr("Your role has changed");
        }
        return {};
    }

    static QString role(const QString &word)
    {
        if (word == "guest"_L1)
            return tr("You may read, not write.");
        if (word == "moderator"_L1)
            return tr("You moderate this room now.");
        if (word == "owner"_L1)
            return tr("This room is yours now.");
        if (word == "manager"_L1)
            return tr("You manage rooms and products now.");
        if (word == "admin"_L1)
            return tr("You administer this server now.");
        return tr("You are an ordinary member now.");
    }
};

} // namespace

QString notificationTitle(const Notification &notification, const NotifyContext &context)
{
    return NotificationText::title(notification, context.personName(notification.actorId),
                                   notification.roomId ? context.roomTitle(*notification.roomId) : QString());
}

QString notificationDetail(const Notification &notification, const NotifyContext &context)
{
    if (notification.kind == NotificationKind::RoleChange)
        return NotificationText::role(notification.text);
    if (notification.kind == NotificationKind::Invitation && notification.roomId)
        return context.roomTitle(*notification.roomId);
    if (notification.kind == NotificationKind::Reply && notification.roomId)
        return context.roomTitle(*notification.roomId) + u": "_s + plainText(notification.text).simplified();
    return plainText(notification.text).simplified();
}

QString notificationIcon(NotificationKind kind)
{
    switch (kind) {
    case NotificationKind::DirectMessage:
    case NotificationKind::RoomMessage:
        return u"message-square"_s;
    case NotificationKind::Mention:
        return u"at-sign"_s;
    case NotificationKind::Reply:
        return u"reply"_s;
    case NotificationKind::Reaction:
        return u"smile"_s;
    case NotificationKind::RoleChange:
        return u"shield-check"_s;
    case NotificationKind::Invitation:
    case NotificationKind::FriendRequest:
    case NotificationKind::FriendAccepted:
        break;
    }
    return u"user-plus"_s;
}

} // namespace rialto
