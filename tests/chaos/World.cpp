#include "chaos/World.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

template <typename Map, typename Key, typename Entity> void mergeInto(Map &map, Key key, const Entity &entity)
{
    const auto present = map.constFind(key);
    if (present == map.constEnd() || present->version < entity.version)
        map.insert(key, entity);
}

// An event of a type is about what its name begins with; all of an entity's events carry the whole entity.
template <typename Entity> bool mergeEvent(World &world, const ServerFrame &event, QLatin1StringView prefix)
{
    if (!event.type.startsWith(prefix))
        return false;
    if (const Result<Entity> entity = fromJson<Entity>(event.body, Check::Shape))
        world.merge(*entity);
    return true;
}

QString lineOf(const QByteArray &json)
{
    return QString::fromUtf8(json);
}

} // namespace

void World::apply(const ServerFrame &event)
{
    mergeEvent<Message>(*this, event, "chat.message"_L1) || mergeEvent<Message>(*this, event, "chat.reactions"_L1) ||
        mergeEvent<Room>(*this, event, "chat.room"_L1) || mergeEvent<Membership>(*this, event, "chat.membership"_L1) ||
        mergeEvent<Member>(*this, event, "chat.member"_L1) || mergeEvent<Product>(*this, event, "catalog.product"_L1) ||
        mergeEvent<Friendship>(*this, event, "friends."_L1) ||
        mergeEvent<Notification>(*this, event, "notify.posted"_L1) ||
        mergeEvent<Notification>(*this, event, "notify.changed"_L1);
    if (event.type == "notify.allRead"_L1)
        readAll(fromJson<NotificationsRead>(event.body, Check::Shape).value_or(NotificationsRead{}));
}

// The one event that is about many and has none of them in it.
void World::readAll(const NotificationsRead &read)
{
    for (Notification &notification : m_notifications) {
        if (notification.id > read.throughId || notification.readAt || notification.deletedAt ||
            notification.version >= read.version)
            continue;
        notification.readAt = read.readAt;
        notification.version = read.version;
    }
}

void World::merge(const Room &room)
{
    mergeInto(m_rooms, room.id, room);
    if (room.deletedAt)
        drop(room.id);
}

void World::merge(const Member &member)
{
    mergeInto(m_members[member.roomId], member.userId, member);
}

void World::merge(const Membership &membership)
{
    mergeInto(m_memberships, membership.roomId, membership);
    if (!isJoined(membership.roomId))
        drop(membership.roomId);
}

void World::merge(const Message &message)
{
    mergeInto(m_messages[message.roomId], message.id, message);
}

void World::merge(const Product &product)
{
    mergeInto(m_products, product.id, product);
}

void World::merge(const Friendship &friendship)
{
    mergeInto(m_friends, friendship.friendId, friendship);
}

void World::merge(const Notification &notification)
{
    mergeInto(m_notifications, notification.id, notification);
}

QList<Notification> World::notifications() const
{
    QList<Notification> standing = m_notifications.values();
    standing.removeIf([](const Notification &notification) { return notification.deletedAt.has_value(); });
    return standing;
}

QList<UserId> World::othersIn(RoomId room) const
{
    QList<UserId> others;
    for (const Member &member : m_members.value(room)) {
        if (!member.leftAt && member.userId != m_me)
            others.append(member.userId);
    }
    return others;
}

void World::drop(RoomId room)
{
    m_members.remove(room);
    m_messages.remove(room);
}

bool World::isJoined(RoomId room) const
{
    const auto membership = m_memberships.constFind(room);
    const auto known = m_rooms.constFind(room);
    return membership != m_memberships.constEnd() && !membership->leftAt &&
           (known == m_rooms.constEnd() || !known->deletedAt);
}

QList<RoomId> World::joinedRooms() const
{
    QList<RoomId> joined;
    for (const RoomId room : m_memberships.keys()) {
        if (isJoined(room))
            joined.append(room);
    }
    return joined;
}

QMap<QString, QStringList> World::lines() const
{
    QMap<QString, QStringList> lines{
        {u"rooms"_s, {}}, {u"products"_s, {}}, {u"memberships"_s, {}}, {u"friends"_s, {}}, {u"notifications"_s, {}}};
    for (const Room &room : m_rooms) {
        if (!room.deletedAt)
            lines[u"rooms"_s].append(lineOf(toJson(room)));
    }
    for (const Product &product : m_products) {
        if (!product.deletedAt)
            lines[u"products"_s].append(lineOf(toJson(product)));
    }
    for (const Friendship &friendship : m_friends) {
        if (!friendship.removedAt)
            lines[u"friends"_s].append(lineOf(toJson(friendship)));
    }
    for (const Notification &notification : notifications())
        lines[u"notifications"_s].append(lineOf(toJson(notification)));
    addRoomLines(lines);
    return lines;
}

void World::addRoomLines(QMap<QString, QStringList> &lines) const
{
    for (const RoomId room : joinedRooms()) {
        const Membership &mine = m_memberships[room];
        lines[u"memberships"_s].append(u"%1 %2 %3 %4 %5 %6 %7"_s.arg(room.value)
                                           .arg(QString(wordOf(mine.role)))
                                           .arg(mine.lastReadMessageId.value)
                                           .arg(QString(wordOf(mine.notifyLevel)))
                                           .arg(mine.muted)
                                           .arg(mine.pinned)
                                           .arg(mine.archived));
        for (const Member &member : m_members.value(room)) {
            if (!member.leftAt)
                lines[u"members:%1"_s.arg(room.value)].append(u"%1 %2 %3"_s.arg(member.userId.value)
                                                                  .arg(QString(wordOf(member.role)))
                                                                  .arg(member.lastReadMessageId.value));
        }
        for (const Message &message : m_messages.value(room))
            lines[u"messages:%1"_s.arg(room.value)].append(lineOf(toJson(message)));
    }
}

QJsonObject World::sections() const
{
    QJsonObject hashes;
    const QMap<QString, QStringList> all = lines();
    for (auto section = all.cbegin(); section != all.cend(); ++section) {
        const QByteArray hash =
            QCryptographicHash::hash(section->join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex();
        hashes.insert(section.key(), QString::fromLatin1(hash.left(16)));
    }
    return hashes;
}

QString World::digest() const
{
    const QByteArray all = QJsonDocument(sections()).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex().left(16));
}

void World::save(const QString &file) const
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return;
    const QMap<QString, QStringList> all = lines();
    for (auto section = all.cbegin(); section != all.cend(); ++section)
        out.write((section.key() + u'\n' + section->join(u'\n') + u'\n').toUtf8());
}

} // namespace rialto::chaos
