#pragma once

#include "protocol/Codec.h"
#include "protocol/Protocol.h"

#include <QMap>
#include <functional>

namespace rialto {

/// The data of a pretended server: enough rules for a client to be tried against, and an event log. Not the server's
/// own code, so that a mistake there is not repeated here.
class FakeWorld
{
public:
    struct LoggedEvent
    {
        qint64 seq;
        QString topic;
        QByteArray type;
        QByteArray data;
    };

    UserId addUser(const QString &name);
    RoomId addRoom(const QString &name, Visibility visibility, const QList<UserId> &members);
    Message post(RoomId room, UserId author, const QString &text, const QString &clientId = {});
    Message editMessage(RoomId room, MessageId id, const QString &text);
    Message deleteMessage(RoomId room, MessageId id);
    Product addProduct(Product product);
    Product changeProduct(Product product);
    void deleteProduct(ProductId id);
    void addMember(RoomId room, UserId user);
    void removeMember(RoomId room, UserId user);

    /// Answers a request of somebody as JSON.
    Result<QByteArray> handle(UserId me, const QString &method, const QJsonObject &params);
    bool maySee(UserId user, const QString &topic) const;

    /// As after a backup was restored: another log.
    void newEpoch();
    /// Forgets the log's events; who resumes before its head needs a snapshot.
    void trimLog();

    QString epoch = QStringLiteral("first");
    qint64 head = 0;
    qint64 logStart = 0;
    QList<LoggedEvent> log;
    QMap<UserId, User> users;
    QMap<RoomId, Room> rooms;
    QMap<std::pair<RoomId, UserId>, Member> members;
    QMap<std::pair<RoomId, UserId>, MessageId> readMarkers;
    QMap<RoomId, QMap<MessageId, Message>> messages;
    QMap<ProductId, Product> products;
    qint64 lastId = 100;
    qint64 largestFile = 0;
    std::function<void(const LoggedEvent &)> published = [](const LoggedEvent &) {};

private:
    template <Event E> void publish(const QString &topic, const typename E::Data &data)
    {
        log.append({++head, topic, E::event.type, toJson(data)});
        published(log.last());
    }

    bool isMember(RoomId room, UserId user) const;
    Membership membershipOf(RoomId room, UserId user) const;
    Result<QByteArray> handleChat(UserId me, const QString &method, const QJsonObject &params);
    Result<QByteArray> handleCatalog(UserId me, const QString &method, const QJsonObject &params);
    Result<QByteArray> handleLists(UserId me, const QString &method, const QJsonObject &params);
    Page<Message> listMessages(const ListMessages &request) const;
    Result<Product> change(const ChangeProduct &request);

    QMap<QString, QByteArray> m_replies; ///< By author and clientId.
};

} // namespace rialto
