// The part of RawClient that calls people, makes friends and looks after what it is told.
#include "chaos/RawClient.h"

using namespace Qt::StringLiterals;

namespace rialto::chaos {

// Some words, now and then with a name in them, so that somebody is called.
QString RawClient::words(RoomId room)
{
    const QList<UserId> others = m_world.othersIn(room);
    const int what = chance(100);
    if (what < 1)
        return u"привіт @everyone"_s;
    if (what < 12 && !others.isEmpty())
        return u"привіт @%1 !"_s.arg(m_names.value(others[chance(static_cast<int>(others.size()))]));
    return u"привіт, світе"_s;
}

// Answers one of the newest messages of anybody.
void RawClient::answer()
{
    constexpr int kNewest = 20;
    const RoomId room = someJoinedRoom();
    const QList<Message> messages = m_world.messages().value(room).values();
    if (messages.isEmpty())
        return;
    const Message &message = messages[messages.size() - 1 - chance(static_cast<int>(qMin(kNewest, messages.size())))];
    if (message.deletedAt)
        return;
    invoke("chat.send",
           {{u"roomId"_s, room.value}, {u"text"_s, token() + u' ' + words(room)}, {u"replyToId"_s, message.id.value}},
           {});
}

void RawClient::beSocial()
{
    const int what = chance(100);
    if (what < 20)
        changeFriend();
    else if (what < 55)
        changeNotification();
    else if (what < 59)
        removeNotification();
    else if (what < 72)
        readAllNotifications();
    else if (what < 85)
        invite();
    else if (what < 92)
        openDirect();
    else
        changeWishes();
}

// Asks, agrees, asks in vain, or ends it, as it comes.
void RawClient::changeFriend()
{
    const QList<UserId> others = m_world.othersIn(m_setup.general);
    if (others.isEmpty())
        return;
    const UserId other = others[chance(static_cast<int>(others.size()))];
    const QString target = u"friend:%1"_s.arg(other.value);
    if (isBusy(target))
        return;
    const auto present = m_world.friends().constFind(other);
    const bool ends = present != m_world.friends().constEnd() && !present->removedAt && chance(3) == 0;
    invoke(ends ? "friends.remove" : "friends.put", {{u"userId"_s, other.value}}, target, {{u"me"_s, me().value}});
}

std::optional<Notification> RawClient::someNotification()
{
    constexpr int kNewest = 12;
    const QList<Notification> all = m_world.notifications();
    if (all.isEmpty())
        return std::nullopt;
    return all[all.size() - 1 - chance(static_cast<int>(qMin(kNewest, all.size())))];
}

void RawClient::changeNotification()
{
    const auto notification = someNotification();
    const QString target = notification ? u"notification:%1"_s.arg(notification->id.value) : QString();
    if (notification && !isBusy(target))
        invoke("notify.change", {{u"notificationId"_s, notification->id.value}, {u"read"_s, !notification->readAt}},
               target, {{u"me"_s, me().value}});
}

void RawClient::removeNotification()
{
    const auto notification = someNotification();
    const QString target = notification ? u"notification:%1"_s.arg(notification->id.value) : QString();
    if (notification && !isBusy(target))
        invoke("notify.remove", {{u"notificationId"_s, notification->id.value}}, target, {{u"me"_s, me().value}});
}

void RawClient::readAllNotifications()
{
    QJsonObject params;
    if (const auto newest = someNotification(); newest && chance(2) == 0)
        params.insert(u"throughId"_s, newest->id.value);
    invoke("notify.readAll", params, {}, {{u"me"_s, me().value}});
}

// Into a room that one goes into only by invitation; see moveBetweenRooms().
void RawClient::invite()
{
    QList<RoomId> rooms = m_world.joinedRooms();
    rooms.removeIf([this](RoomId room) {
        return room == m_setup.general || !isByInvitation(room) ||
               m_world.rooms().value(room).visibility == Visibility::Direct;
    });
    const QList<UserId> others = m_world.othersIn(m_setup.general);
    if (rooms.isEmpty() || others.isEmpty())
        return;
    const RoomId room = rooms[chance(static_cast<int>(rooms.size()))];
    const UserId other = others[chance(static_cast<int>(others.size()))];
    const QString target = u"invitation:%1:%2"_s.arg(room.value).arg(other.value);
    if (!m_world.othersIn(room).contains(other) && !isBusy(target))
        invoke("chat.putMember", {{u"roomId"_s, room.value}, {u"userId"_s, other.value}}, target,
               {{u"me"_s, me().value}});
}

void RawClient::openDirect()
{
    const QList<UserId> others = m_world.othersIn(m_setup.general);
    if (!others.isEmpty())
        invoke("chat.openDirect", {{u"userId"_s, others[chance(static_cast<int>(others.size()))].value}}, {});
}

// How closely one follows a room, which decides what of it one is told.
void RawClient::changeWishes()
{
    const RoomId room = someJoinedRoom();
    const QStringList levels = {u"all"_s, u"every"_s, u"mentions"_s, u"none"_s};
    const QString target = u"wishes:%1"_s.arg(room.value);
    if (!isBusy(target))
        invoke("chat.changeMembership",
               {{u"roomId"_s, room.value},
                {u"notifyLevel"_s, levels[chance(static_cast<int>(levels.size()))]},
                {u"muted"_s, chance(4) == 0}},
               target);
}

} // namespace rialto::chaos
