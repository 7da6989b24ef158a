#include "support/FakeWorld.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QString roomTopic(RoomId room)
{
    return u"room:%1"_s.arg(room.value);
}

QString userTopic(UserId user)
{
    return u"user:%1"_s.arg(user.value);
}

QString topicOf(const Room &room)
{
    return room.visibility == Visibility::Public ? u"rooms"_s : roomTopic(room.id);
}

// A page of a list by id, as the server makes them.
template <typename T>
QByteArray pageOf(QList<T> all, const QJsonObject &params, const std::function<qint64(const T &)> &keyOf)
{
    const int limit = params.value("limit"_L1).toInt(50);
    const qint64 after = params.value("after"_L1).toString().toLongLong();
    Page<T> page;
    for (const T &item : all) {
        if (keyOf(item) <= after)
            continue;
        if (page.items.size() == limit) {
            page.nextCursor = QString::number(keyOf(page.items.last()));
            break;
        }
        page.items.append(item);
    }
    return toJson(page);
}

} // namespace

UserId FakeWorld::addUser(const QString &name)
{
    User user;
    user.id = UserId{++lastId};
    user.name = name;
    user.displayName = name.left(1).toUpper() + name.mid(1);
    user.createdAt = now();
    users.insert(user.id, user);
    publish<UserRegistered>(u"people"_s, user);
    return user.id;
}

RoomId FakeWorld::addRoom(const QString &name, Visibility visibility, const QList<UserId> &people)
{
    Room room;
    room.id = RoomId{++lastId};
    room.name = visibility == Visibility::Direct ? QString() : name;
    room.visibility = visibility;
    room.directUserIds = visibility == Visibility::Direct ? people : QList<UserId>();
    room.createdAt = now();
    rooms.insert(room.id, room);
    publish<RoomCreated>(topicOf(room), room);
    for (const UserId user : people)
        addMember(room.id, user);
    return room.id;
}

bool FakeWorld::isMember(RoomId room, UserId user) const
{
    const auto found = members.constFind({room, user});
    return found != members.constEnd() && !found->leftAt;
}

void FakeWorld::addMember(RoomId room, UserId user)
{
    if (isMember(room, user))
        return;
    Member &member = members[{room, user}];
    member = {room, user, MemberRole::Member, {}, now(), std::nullopt, member.version + 1};
    publish<MemberAdded>(roomTopic(room), member);
    publish<MembershipAdded>(userTopic(user), membershipOf(room, user));
}

void FakeWorld::removeMember(RoomId room, UserId user)
{
    Member &member = members[{room, user}];
    member.leftAt = now();
    ++member.version;
    publish<MembershipRemoved>(userTopic(user), membershipOf(room, user));
    publish<MemberRemoved>(roomTopic(room), member);
}

Membership FakeWorld::membershipOf(RoomId room, UserId user) const
{
    const Member member = members.value({room, user});
    const MessageId read = readMarkers.value({room, user});
    qint64 unread = 0;
    for (const Message &message : messages.value(room))
        unread += message.id > read && message.authorId != user && !message.deletedAt ? 1 : 0;
    // A read marker that moves is a change of the membership, too.
    Membership membership;
    membership.roomId = room;
    membership.userId = user;
    membership.role = member.role;
    membership.lastReadMessageId = read;
    membership.unreadCount = unread;
    membership.joinedAt = member.joinedAt;
    membership.leftAt = member.leftAt;
    membership.version = member.version * 1000 + read.value;
    return membership;
}

Message FakeWorld::post(RoomId room, UserId author, const QString &text, const QString &clientId)
{
    Message message;
    message.id = MessageId{++lastId};
    message.roomId = room;
    message.authorId = author;
    message.clientId = clientId;
    message.text = text;
    message.createdAt = now();
    messages[room].insert(message.id, message);
    publish<MessagePosted>(roomTopic(room), message);
    return message;
}

Message FakeWorld::editMessage(RoomId room, MessageId id, const QString &text)
{
    Message &message = messages[room][id];
    message.text = text;
    message.editedAt = now();
    ++message.version;
    publish<MessageEdited>(roomTopic(room), message);
    return message;
}

Message FakeWorld::deleteMessage(RoomId room, MessageId id)
{
    Message &message = messages[room][id];
    message.text.clear();
    message.deletedAt = now();
    ++message.version;
    publish<MessageDeleted>(roomTopic(room), message);
    return message;
}

Product FakeWorld::addProduct(Product product)
{
    product.id = ProductId{++lastId};
    product.createdAt = product.updatedAt = now();
    product.version = 1;
    products.insert(product.id, product);
    publish<ProductCreated>(u"catalog"_s, product);
    return product;
}

Product FakeWorld::changeProduct(Product product)
{
    product.version = products.value(product.id).version + 1;
    product.updatedAt = now();
    products.insert(product.id, product);
    publish<ProductChanged>(u"catalog"_s, product);
    return product;
}

void FakeWorld::deleteProduct(ProductId id)
{
    Product product = products.take(id);
    product.deletedAt = now();
    ++product.version;
    publish<ProductDeleted>(u"catalog"_s, product);
}

bool FakeWorld::maySee(UserId user, const QString &topic) const
{
    if (topic.startsWith("user:"_L1))
        return topic == userTopic(user);
    if (topic.startsWith("room:"_L1))
        return isMember(RoomId{topic.mid(5).toLongLong()}, user);
    return true;
}

void FakeWorld::newEpoch()
{
    epoch += u"-next"_s;
    trimLog();
}

void FakeWorld::trimLog()
{
    logStart = head;
    log.clear();
}

Result<QByteArray> FakeWorld::handle(UserId me, const QString &method, const QJsonObject &params)
{
    const QString clientId = params.value("clientId"_L1).toString();
    const QString key = QString::number(me.value) + u'/' + clientId;
    if (!clientId.isEmpty() && m_replies.contains(key))
        return m_replies.value(key);
    Result<QByteArray> reply = method.contains(".list"_L1)        ? handleLists(me, method, params)
                               : method.startsWith("catalog."_L1) ? handleCatalog(me, method, params)
                                                                  : handleChat(me, method, params);
    if (reply && !clientId.isEmpty())
        m_replies.insert(key, *reply);
    return reply;
}

Result<QByteArray> FakeWorld::handleLists(UserId me, const QString &method, const QJsonObject &params)
{
    const RoomId room{params.value("roomId"_L1).toInteger()};
    if (method == "people.listUsers"_L1)
        return pageOf<User>(users.values(), params, [](const User &user) { return user.id.value; });
    if (method == "catalog.listProducts"_L1)
        return pageOf<Product>(products.values(), params, [](const Product &product) { return product.id.value; });
    if (method == "chat.listMessages"_L1)
        return toJson(listMessages(*fromJson<ListMessages>(params, Check::Shape)));
    if (method == "chat.listRooms"_L1) {
        QList<Room> visible = rooms.values();
        visible.removeIf(
            [&](const Room &one) { return one.visibility != Visibility::Public && !isMember(one.id, me); });
        return pageOf<Room>(visible, params, [](const Room &one) { return one.id.value; });
    }
    if (method == "chat.listMembers"_L1) {
        QList<Member> found = members.values();
        const bool withLeft = params["left"_L1].toBool();
        found.removeIf([&](const Member &member) { return member.roomId != room || (member.leftAt && !withLeft); });
        return pageOf<Member>(found, params, [](const Member &member) { return member.userId.value; });
    }
    if (method == "notify.list"_L1 || method == "friends.list"_L1 || method == "presence.list"_L1)
        return QByteArray(R"({"items":[],"nextCursor":null})"); // Nobody is here, nothing happened.
    QList<Membership> own;
    for (const Member &member : std::as_const(members)) {
        if (member.userId == me && !member.leftAt)
            own.append(membershipOf(member.roomId, me));
    }
    return pageOf<Membership>(own, params, [](const Membership &membership) { return membership.roomId.value; });
}

Page<Message> FakeWorld::listMessages(const ListMessages &request) const
{
    QList<Message> all = messages.value(request.roomId).values();
    if (!request.afterId) // What comes after a message begins with the oldest.
        std::reverse(all.begin(), all.end());
    Page<Message> page;
    for (const Message &message : std::as_const(all)) {
        const bool isBeyond = (!request.before.isEmpty() && message.id.value >= request.before.toLongLong()) ||
                              (request.beforeId && message.id >= *request.beforeId) ||
                              (request.afterId && message.id <= *request.afterId);
        if (isBeyond)
            continue;
        if (page.items.size() == request.limit) {
            page.nextCursor = QString::number(page.items.last().id.value);
            break;
        }
        page.items.append(message);
    }
    return page;
}

Result<QByteArray> FakeWorld::handleChat(UserId me, const QString &method, const QJsonObject &params)
{
    const RoomId room{params.value("roomId"_L1).toInteger()};
    const MessageId id{params.value("messageId"_L1).toInteger()};
    const QString text = params.value("text"_L1).toString();
    if (method == "chat.createRoom"_L1)
        return toJson(rooms.value(addRoom(params.value("name"_L1).toString(), Visibility::Public, {me})));
    if (method == "chat.openDirect"_L1)
        return toJson(
            rooms.value(addRoom({}, Visibility::Direct, {me, UserId{params.value("userId"_L1).toInteger()}})));
    if (!rooms.contains(room))
        return fail(ErrorCode::NotFound, u"There is no such room."_s);
    if (method == "chat.getRoom"_L1)
        return toJson(rooms.value(room));
    const UserId user{params.value("userId"_L1).toInteger()};
    if (method == "chat.putMember"_L1) {
        addMember(room, user);
        return toJson(members.value({room, user}));
    }
    if (method == "chat.removeMember"_L1) {
        removeMember(room, user);
        return QByteArray("{}");
    }
    if (!isMember(room, me))
        return fail(ErrorCode::Forbidden, u"Only members may do this."_s);
    if (method == "chat.send"_L1)
        return toJson(post(room, me, text, params.value("clientId"_L1).toString()));
    if (!messages.value(room).contains(id) || messages.value(room).value(id).deletedAt)
        return fail(ErrorCode::NotFound, u"There is no such message."_s);
    if (method == "chat.edit"_L1)
        return toJson(editMessage(room, id, text));
    if (method == "chat.delete"_L1) {
        deleteMessage(room, id);
        return QByteArray("{}");
    }
    readMarkers[{room, me}] = std::max(readMarkers.value({room, me}), id);
    publish<MembershipChanged>(userTopic(me), membershipOf(room, me));
    return toJson(membershipOf(room, me));
}

Result<QByteArray> FakeWorld::handleCatalog(UserId me, const QString &method, const QJsonObject &params)
{
    if (method == "catalog.createProduct"_L1) {
        Product product = *fromJson<Product>(params, Check::Shape);
        product.ownerId = me;
        for (const Product &other : std::as_const(products)) {
            if (other.sku == product.sku)
                return fail(ErrorCode::Conflict, u"This SKU is taken."_s, u"sku"_s);
        }
        return toJson(addProduct(product));
    }
    const ProductId id{params.value("productId"_L1).toInteger()};
    if (!products.contains(id))
        return fail(ErrorCode::NotFound, u"There is no such product."_s);
    const Product current = products.value(id);
    if (const QJsonValue base = params.value("baseVersion"_L1); base.isDouble() && base.toInteger() != current.version)
        return tl::unexpected(
            Error{ErrorCode::Conflict, u"The product has changed."_s, {}, *parseObject(toJson(current)), 0});
    if (method == "catalog.deleteProduct"_L1) {
        deleteProduct(id);
        return QByteArray("{}");
    }
    const Result<Product> changed = change(*fromJson<ChangeProduct>(params, Check::Shape));
    return changed ? Result<QByteArray>(toJson(*changed)) : Result<QByteArray>(tl::unexpected(changed.error()));
}

Result<Product> FakeWorld::change(const ChangeProduct &request)
{
    Product product = products.value(request.productId);
    product.sku = request.sku.value_or(product.sku);
    product.name = request.name.value_or(product.name);
    product.description = request.description.value_or(product.description);
    product.price = request.price.value_or(product.price);
    product.currency = request.currency.value_or(product.currency);
    product.quantity = request.quantity.value_or(product.quantity);
    product.unit = request.unit.value_or(product.unit);
    return changeProduct(product);
}

} // namespace rialto
