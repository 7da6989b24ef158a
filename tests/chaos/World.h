#pragma once

#include "protocol/Catalog.h"
#include "protocol/Chat.h"
#include "protocol/Frame.h"
#include "protocol/Friends.h"
#include "protocol/Notifications.h"

#include <QJsonObject>
#include <QMap>

namespace rialto::chaos {

/// What one person sees of a server: rooms, their members and messages, products, one's own memberships, friends and
/// notifications. Filled from events, from the models of a client, or from the server's database, and told as hashes
/// that must be equal.
class World
{
public:
    explicit World(UserId me = {}) : m_me(me) {}

    UserId me() const { return m_me; }
    /// Events, pages and replies come here in any order: the higher version stays.
    void apply(const ServerFrame &event);
    void merge(const Room &room);
    void merge(const Member &member);
    void merge(const Membership &membership);
    void merge(const Message &message);
    void merge(const Product &product);
    void merge(const Friendship &friendship);
    void merge(const Notification &notification);
    /// The room can no longer be read: its members and messages go.
    void drop(RoomId room);

    bool isJoined(RoomId room) const;
    QList<RoomId> joinedRooms() const;
    const QMap<RoomId, Room> &rooms() const { return m_rooms; }
    const QMap<ProductId, Product> &products() const { return m_products; }
    const QMap<RoomId, QMap<MessageId, Message>> &messages() const { return m_messages; }
    const QMap<RoomId, Membership> &memberships() const { return m_memberships; }
    const QMap<UserId, Friendship> &friends() const { return m_friends; }
    /// Those that stand, the oldest first.
    QList<Notification> notifications() const;
    /// Members of a room, oneself left out.
    QList<UserId> othersIn(RoomId room) const;

    /// The state in lines by section: "rooms", "products", "memberships", "friends", "notifications", and for each
    /// joined room "members:N" and "messages:N".
    QMap<QString, QStringList> lines() const;
    /// The same as hashes.
    QJsonObject sections() const;
    /// All of it in one hash.
    QString digest() const;
    /// Writes the lines into a file, to be compared by eye.
    void save(const QString &file) const;

private:
    void readAll(const NotificationsRead &read);
    void addRoomLines(QMap<QString, QStringList> &lines) const;

    UserId m_me;
    QMap<RoomId, Room> m_rooms;
    QMap<ProductId, Product> m_products;
    QMap<RoomId, Membership> m_memberships;
    QMap<RoomId, QMap<UserId, Member>> m_members;
    QMap<RoomId, QMap<MessageId, Message>> m_messages;
    QMap<UserId, Friendship> m_friends; ///< By the other person.
    QMap<NotificationId, Notification> m_notifications;
};

} // namespace rialto::chaos
