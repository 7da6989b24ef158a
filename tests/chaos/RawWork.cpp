// The half of RawClient that works.
#include "chaos/RawClient.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

constexpr int kWorkMs = 15;
constexpr int kWindow = 8; ///< Operations that wait for their answer at most.
constexpr int kRooms = 8;  ///< Beyond so many living rooms no more are made.
constexpr int kProducts = 200;

} // namespace

void RawClient::setWorking(bool working)
{
    if (working)
        m_work.start(kWorkMs + chance(kWorkMs));
    else
        m_work.stop();
}

void RawClient::work()
{
    if (m_operations.size() >= kWindow || !m_setup.general.isValid() || !m_listed)
        return;
    const int what = chance(100);
    // What two devices of one person do at the same time has no last word among the rest.
    if (what < 14 || !m_setup.deviceOf.isEmpty())
        beSocial();
    else if (what < 17)
        sendFile();
    else if (what < 37)
        send();
    else if (what < 45)
        answer();
    else if (what < 60)
        changeMessage();
    else if (what < 65)
        markMessage();
    else if (what < 78)
        changeProduct();
    else if (what < 84)
        createProduct();
    else if (what < 89)
        markRead();
    else if (what < 94)
        moveBetweenRooms();
    else if (what < 96)
        changeRooms();
    else
        readPage();
}

QString RawClient::token() const
{
    return u"%1/%2"_s.arg(m_setup.name).arg(m_lastOperation + 1);
}

bool RawClient::isBusy(const QString &target) const
{
    return std::any_of(m_operations.begin(), m_operations.end(),
                       [&](const Operation &operation) { return operation.target == target; });
}

// What is recorded besides the parameters in `more` does not travel.
void RawClient::invoke(const QByteArray &method, QJsonObject params, const QString &target, const QJsonObject &more)
{
    const qint64 number = ++m_lastOperation;
    const bool isRepeatable = method == "chat.markRead" || method.endsWith("Reaction") || method.endsWith("pin");
    if (!isRepeatable)
        params.insert(u"clientId"_s, u"%1-%2"_s.arg(m_setup.name).arg(number));
    QJsonObject recorded = params;
    for (auto field = more.begin(); field != more.end(); ++field)
        recorded.insert(field.key(), field.value());
    m_history.writeFor(m_setup.name, Record::Kind::Invoke, number,
                       {{u"method"_s, QString::fromLatin1(method)}, {u"params"_s, recorded}});
    m_operations.append({number, method, params, target, false, false});
    transmit(m_operations.last());
}

RoomId RawClient::someJoinedRoom()
{
    const QList<RoomId> rooms = m_world.joinedRooms();
    return chance(3) > 0 || rooms.isEmpty() ? m_setup.general : rooms[chance(static_cast<int>(rooms.size()))];
}

void RawClient::send()
{
    const RoomId room = someJoinedRoom();
    invoke("chat.send", {{u"roomId"_s, room.value}, {u"text"_s, token() + u' ' + words(room)}}, {});
}

void RawClient::changeMessage()
{
    const RoomId room = someJoinedRoom();
    const QMap<MessageId, Message> messages = m_world.messages().value(room);
    int tries = 20;
    for (auto at = messages.cend(); at != messages.cbegin() && tries > 0; --tries) {
        --at;
        if (at->authorId != me() || at->deletedAt || isBusy(at->clientId) || chance(3) != 0)
            continue;
        const QJsonObject params{{u"roomId"_s, room.value}, {u"messageId"_s, at->id.value}};
        const QJsonObject more{{u"target"_s, at->clientId}};
        if (chance(4) == 0)
            return invoke("chat.delete", params, at->clientId, more);
        QJsonObject edit = params;
        edit.insert(u"text"_s, u"%1 edited by %2 %3"_s.arg(at->text.section(u' ', 0, 0), token(), words(room)));
        return invoke("chat.edit", edit, at->clientId, more);
    }
}

// Reacts to a message of anybody, takes that back, pins or unpins it.
void RawClient::markMessage()
{
    const RoomId room = someJoinedRoom();
    const QList<Message> messages = m_world.messages().value(room).values();
    if (messages.isEmpty())
        return;
    constexpr int kNewest = 20;
    const Message &message = messages[messages.size() - 1 - chance(static_cast<int>(qMin(kNewest, messages.size())))];
    const QString target = u"marks:%1"_s.arg(message.id.value);
    if (message.deletedAt || isBusy(target))
        return;
    QJsonObject params{{u"roomId"_s, room.value}, {u"messageId"_s, message.id.value}};
    if (chance(4) == 0)
        return invoke(message.pinnedAt ? "chat.unpin" : "chat.pin", params, target);
    const QStringList emoji = {u"👍"_s, u"❤️"_s, u"🎉"_s};
    params.insert(u"emoji"_s, emoji[chance(static_cast<int>(emoji.size()))]);
    invoke(chance(3) == 0 ? "chat.removeReaction" : "chat.addReaction", params, target, {{u"userId"_s, me().value}});
}

void RawClient::createProduct()
{
    if (m_world.products().size() >= kProducts)
        return;
    invoke("catalog.createProduct",
           {{u"sku"_s, token()}, {u"name"_s, u"Product"_s}, {u"price"_s, 100}, {u"currency"_s, u"EUR"_s}}, {});
}

void RawClient::changeProduct()
{
    const QList<Product> products = m_world.products().values();
    if (products.isEmpty())
        return;
    const Product &product = products[chance(static_cast<int>(products.size()))];
    if (product.deletedAt || product.ownerId != me() || isBusy(product.sku))
        return;
    QJsonObject params{{u"productId"_s, product.id.value}, {u"baseVersion"_s, product.version}};
    if (chance(10) == 0)
        return invoke("catalog.deleteProduct", params, product.sku);
    params.insert(u"description"_s, token());
    params.insert(u"quantity"_s, chance(1000));
    invoke("catalog.changeProduct", params, product.sku);
}

void RawClient::markRead()
{
    const RoomId room = someJoinedRoom();
    const QMap<MessageId, Message> messages = m_world.messages().value(room);
    if (!messages.isEmpty())
        invoke("chat.markRead", {{u"roomId"_s, room.value}, {u"messageId"_s, messages.lastKey().value}}, {});
}

void RawClient::moveBetweenRooms()
{
    const QList<RoomId> rooms = m_world.rooms().keys();
    const RoomId room = rooms[chance(static_cast<int>(rooms.size()))];
    const QString target = u"room:%1"_s.arg(room.value);
    const Room &present = *m_world.rooms().constFind(room);
    if (room == m_setup.general || present.deletedAt || present.visibility == Visibility::Direct || isBusy(target) ||
        (isByInvitation(room) && !m_world.isJoined(room)))
        return;
    const QJsonObject params{{u"roomId"_s, room.value}, {u"userId"_s, me().value}};
    invoke(m_world.isJoined(room) ? "chat.removeMember" : "chat.putMember", params, target);
}

void RawClient::join(RoomId room)
{
    invoke("chat.putMember", {{u"roomId"_s, room.value}, {u"userId"_s, me().value}}, u"room:%1"_s.arg(room.value));
}

void RawClient::createRoom()
{
    invoke("chat.createRoom", {{u"name"_s, token()}}, {});
}

void RawClient::changeRooms()
{
    QList<Room> rooms;
    for (const Room &room : m_world.rooms()) {
        if (!room.deletedAt && room.id != m_setup.general && room.visibility != Visibility::Direct)
            rooms.append(room);
    }
    if (rooms.size() < kRooms)
        return createRoom();
    const Room &room = rooms[chance(static_cast<int>(rooms.size()))];
    if (room.ownerId != me() || !m_world.isJoined(room.id) || isBusy(u"room:%1"_s.arg(room.id.value)))
        return;
    const QString target = u"room:%1"_s.arg(room.id.value);
    if (chance(3) == 0)
        return invoke("chat.deleteRoom", {{u"roomId"_s, room.id.value}}, target);
    invoke("chat.changeRoom", {{u"roomId"_s, room.id.value}, {u"topic"_s, token()}}, target);
}

void RawClient::readPage()
{
    if (!m_started)
        return;
    const qint64 since = monotonicUs();
    const RoomId room = m_setup.general;
    call("chat.listMessages", {{u"roomId"_s, room.value}, {u"limit"_s, 50}}, [=, this](const ServerFrame &reply) {
        if (reply.error)
            return;
        QJsonObject versions;
        qint64 oldest = 0;
        const QJsonArray items = reply.body["items"_L1].toArray();
        for (const auto &item : items) {
            const qint64 id = item["id"_L1].toInteger();
            oldest = oldest == 0 ? id : std::min(oldest, id);
            versions.insert(QString::number(id), item["version"_L1]);
        }
        if (reply.body["nextCursor"_L1].toString().isEmpty())
            oldest = 0;
        m_history.writeFor(
            m_setup.name, Record::Kind::Read, 0,
            {{u"room"_s, room.value}, {u"since"_s, since}, {u"oldest"_s, oldest}, {u"versions"_s, versions}});
    });
}

} // namespace rialto::chaos
