#include "app/Demo.h"

#include "app/DataFolder.h"
#include "app/DemoAftermath.h"
#include "app/DemoFiles.h"
#include "app/DemoTexts.h"
#include "app/Operator.h"
#include "core/EventLog.h"
#include "storage/Database.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace rialto::demo {
namespace {

constexpr quint32 kSeed = 1591; // The year in which the bridge was finished.
constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;
constexpr int kDays = 21;

Result<QString> passwordIn(const QString &folder)
{
    const QString path = folder + u"/demo-password"_s;
    QFile present(path);
    if (present.open(QIODevice::ReadOnly))
        return QString::fromUtf8(present.readAll()).trimmed();
    const QString password = QString::number(QRandomGenerator::system()->generate64(), 36);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(password.toUtf8() + '\n') < 0 || !file.commit())
        return fail(ErrorCode::StorageFull, u"The demo password cannot be written to %1."_s.arg(path));
    return password;
}

/// Makes the requests in the order in which they should seem to have happened.
class Script
{
public:
    Script(Operator &server, Size size) : m_server(server), m_size(size), m_random(kSeed) {}

    Result<> addPeople(const QString &password);
    Result<> addRooms();
    Result<> addMessages();
    Result<> addProducts();
    Result<> addPrivateThings();
    Result<> addAvatars();
    Result<> addToday();
    Result<> addAftermath(const QString &address, const QString &serverId);

private:
    Result<qint64> upload(const QString &as, const QString &name, const QByteArray &content);
    Result<> ask(const QString &as, const QString &method, const QJsonObject &params, qint64 atMs = 0);
    Result<> react(const TodayText &line, const QJsonObject &message);
    Result<> addMembers(const RoomText &room, qint64 roomId);
    Result<> markMostRead(const QList<QJsonObject> &messages);

    struct DemoRoom
    {
        qint64 id;
        QStringList members;
        const char *const *lines;
        int lineCount;
        int nextLine = 0; ///< A room's lines follow one another like a conversation.
    };

    Operator &m_server;
    const Size m_size;
    QRandomGenerator m_random;
    const qint64 m_nowMs = QDateTime::currentMSecsSinceEpoch();
    QHash<QString, qint64> m_people;
    QList<DemoRoom> m_rooms;
    QList<QJsonObject> m_today;
    qint64 m_productId = 0;
};

Result<> Script::addPeople(const QString &password)
{
    for (const PersonText &person : kPeople) {
        const auto user = m_server.call({u"auth.addUser"_s,
                                         {{u"name"_s, QString::fromUtf8(person.name)},
                                          {u"displayName"_s, QString::fromUtf8(person.displayName)},
                                          {u"role"_s, QString::fromUtf8(person.role)},
                                          {u"password"_s, password}},
                                         {},
                                         m_nowMs - (kDays + 2) * kDayMs});
        if (!user)
            return tl::unexpected(user.error());
        m_people.insert(QString::fromUtf8(person.name), user->value("id"_L1).toInteger());
    }
    return {};
}

Result<> Script::addMembers(const RoomText &room, qint64 roomId)
{
    const QStringList members = QString::fromUtf8(room.members).split(u' ');
    QList<Operator::Request> joins;
    for (const QString &member : members.mid(1))
        joins.append({u"chat.putMember"_s,
                      {{u"roomId"_s, roomId}, {u"userId"_s, m_people.value(member)}},
                      members.first(),
                      m_nowMs - (kDays + 1) * kDayMs});
    m_rooms.append({roomId, members, room.lines, room.lineCount, 0});
    return m_server.callAll(joins).map([](const auto &) {});
}

Result<> Script::addRooms()
{
    for (const RoomText &room : kRooms) {
        const QString owner = QString::fromUtf8(room.members).section(u' ', 0, 0);
        const bool isDirect = QByteArray(room.visibility) == "direct";
        const QString other = QString::fromUtf8(room.members).section(u' ', 1, 1);
        const QJsonObject params = isDirect ? QJsonObject{{u"userId"_s, m_people.value(other)}}
                                            : QJsonObject{{u"name"_s, QString::fromUtf8(room.name)},
                                                          {u"topic"_s, QString::fromUtf8(room.topic)},
                                                          {u"visibility"_s, QString::fromUtf8(room.visibility)}};
        const auto made = m_server.call(
            {isDirect ? u"chat.openDirect"_s : u"chat.createRoom"_s, params, owner, m_nowMs - (kDays + 1) * kDayMs});
        if (!made)
            return tl::unexpected(made.error());
        const qint64 id = made->value("id"_L1).toInteger();
        if (isDirect)
            m_rooms.append({id, {owner, other}, room.lines, room.lineCount, 0});
        else if (auto result = addMembers(room, id); !result)
            return result;
    }
    return {};
}

Result<> Script::addMessages()
{
    QList<Operator::Request> messages;
    const qint64 start = m_nowMs - kDays * kDayMs;
    for (int i = 0; i < m_size.messages; ++i) {
        DemoRoom &room = m_rooms[m_random.bounded(static_cast<int>(m_rooms.size()))];
        // Rising in time; several messages share a moment, as several people write at once.
        const qint64 at = start + (kDays * kDayMs - 600'000) / std::max(1, m_size.messages) * (i - i % 4);
        messages.append(
            {u"chat.send"_s,
             {{u"roomId"_s, room.id}, {u"text"_s, QString::fromUtf8(room.lines[room.nextLine++ % room.lineCount])}},
             room.members[m_random.bounded(static_cast<int>(room.members.size()))],
             at});
    }
    const auto sent = m_server.callAll(messages);
    return sent ? markMostRead(*sent) : tl::unexpected(sent.error());
}

// Everybody has read nearly everything, as on an ordinary day.
Result<> Script::markMostRead(const QList<QJsonObject> &messages)
{
    QHash<qint64, QList<qint64>> idsByRoom;
    for (const QJsonObject &message : messages)
        idsByRoom[message.value("roomId"_L1).toInteger()].append(message.value("id"_L1).toInteger());
    QList<Operator::Request> marks;
    for (const DemoRoom &room : m_rooms) {
        const QList<qint64> ids = idsByRoom.value(room.id);
        for (const QString &member : room.members) {
            const qsizetype unread = std::max(0, m_random.bounded(9) - 4);
            if (ids.size() > unread)
                marks.append({u"chat.markRead"_s,
                              {{u"roomId"_s, room.id}, {u"messageId"_s, ids[ids.size() - 1 - unread]}},
                              member,
                              0});
        }
    }
    for (const PersonText &person : kPeople)
        marks.append({u"notify.readAll"_s, {}, QString::fromUtf8(person.name), 0});
    return m_server.callAll(marks).map([](const auto &) {});
}

Result<> Script::addProducts()
{
    QList<Operator::Request> products;
    for (int i = 0; i < m_size.products; ++i) {
        const ProductText &kind = kProducts[static_cast<size_t>(i) % std::size(kProducts)];
        const size_t round = static_cast<size_t>(i) / std::size(kProducts);
        const QString variant = QString::fromUtf8(kind.variants[round % kVariantCount]);
        products.append(
            {u"catalog.createProduct"_s,
             {{u"sku"_s, u"%1-%2"_s.arg(QLatin1StringView(kind.prefix)).arg(i + 1, 4, 10, QLatin1Char('0'))},
              {u"name"_s, u"%1, %2"_s.arg(QString::fromUtf8(kind.name), variant)},
              {u"description"_s, QString::fromUtf8(kind.description)},
              {u"price"_s, (kind.price + m_random.bounded(40)) * 100},
              {u"currency"_s, u"UAH"_s},
              {u"quantity"_s, m_random.bounded(160)},
              {u"unit"_s, QString::fromUtf8(kind.unit)}},
             QString::fromUtf8(
                 kPeople[m_random.bounded(static_cast<int>(std::size(kPeople)) - 1)].name), // not the guest
             m_nowMs - kDays * kDayMs + (i / 8) * 3'600'000LL});
    }
    return m_server.callAll(products).map(
        [this](const QList<QJsonObject> &made) { m_productId = made.value(0).value("id"_L1).toInteger(); });
}

Result<> Script::ask(const QString &as, const QString &method, const QJsonObject &params, qint64 atMs)
{
    return m_server.call({method, params, as, atMs}).map([](const auto &) {});
}

// Friends, and what people say of themselves.
Result<> Script::addPrivateThings()
{
    Result<> done;
    for (const FriendText &two : kFriends) {
        const QString asker = QString::fromUtf8(two.asker);
        const QString asked = QString::fromUtf8(two.asked);
        done = done.and_then([&] { return ask(asker, u"friends.put"_s, {{u"userId"_s, m_people.value(asked)}}); });
        if (two.agreed)
            done = done.and_then([&] { return ask(asked, u"friends.put"_s, {{u"userId"_s, m_people.value(asker)}}); });
    }
    for (const StatusText &status : kStatuses)
        done = done.and_then([&] {
            return ask(QString::fromUtf8(status.name), u"people.changeMe"_s,
                       {{u"statusText"_s, QString::fromUtf8(status.words)}});
        });
    return done;
}

Result<> Script::addAftermath(const QString &address, const QString &serverId)
{
    Told told{{}, m_today, m_productId, address, serverId};
    for (const DemoRoom &room : std::as_const(m_rooms))
        told.rooms.append(room.id);
    return demo::addAftermath(m_server, told);
}

// The id of the file.
Result<qint64> Script::upload(const QString &as, const QString &name, const QByteArray &content)
{
    const auto file = m_server.call({u"files.create"_s, {{u"name"_s, name}, {u"size"_s, content.size()}}, as, 0});
    if (!file)
        return tl::unexpected(file.error());
    const qint64 id = file->value("id"_L1).toInteger();
    return m_server.call({u"files.putContent"_s, {{u"fileId"_s, id}}, as, 0, content}).map([id](const auto &) {
        return id;
    });
}

Result<> Script::addAvatars()
{
    for (const AvatarText &avatar : kAvatars) {
        const QString name = QString::fromUtf8(avatar.name);
        const auto done = upload(name, u"avatar.jpg"_s, avatarOf(avatar.motif)).and_then([&](qint64 id) {
            return ask(name, u"people.changeMe"_s, {{u"avatarId"_s, id}});
        });
        if (!done)
            return done;
    }
    return {};
}

// The newest lines stand word for word, so that every kind of thing can be seen in them.
Result<> Script::addToday()
{
    QList<QJsonObject> &said = m_today;
    qint64 at = m_nowMs - static_cast<qint64>(std::size(kToday)) * 60'000;
    for (const TodayText &line : kToday) {
        QJsonObject params{{u"roomId"_s, m_rooms[line.room].id}, {u"text"_s, QString::fromUtf8(line.text)}};
        if (line.replyTo >= 0)
            params.insert(u"replyToId"_s, said[line.replyTo].value("id"_L1));
        const QString author = QString::fromUtf8(line.author);
        if (const QString file = QString::fromUtf8(line.file); !file.isEmpty()) {
            const auto id = upload(author, file, fileContent(file));
            if (!id)
                return tl::unexpected(id.error());
            params.insert(u"fileIds"_s, QJsonArray{*id});
        }
        const auto message = m_server.call({u"chat.send"_s, params, author, at += 60'000});
        if (!message)
            return tl::unexpected(message.error());
        said.append(*message);
        if (auto result = react(line, *message); !result)
            return result;
    }
    return {};
}

Result<> Script::react(const TodayText &line, const QJsonObject &message)
{
    const QJsonObject place{{u"roomId"_s, message.value("roomId"_L1)}, {u"messageId"_s, message.value("id"_L1)}};
    Result<> done;
    for (const QString &kind : QString::fromUtf8(line.reactions).split(u' ', Qt::SkipEmptyParts)) {
        QJsonObject params = place;
        params.insert(u"emoji"_s, kind.section(u'=', 0, 0));
        for (const QString &name : kind.section(u'=', 1).split(u','))
            done = done.and_then([&] { return ask(name, u"chat.addReaction"_s, params); });
    }
    if (line.pinned)
        done = done.and_then([&] { return ask(QString::fromUtf8(line.author), u"chat.pin"_s, place); });
    return done;
}

/// No request tells it to the command line.
Result<QString> serverIdIn(const QString &folder)
{
    const auto database = Database::open(DataFolder::databasePathIn(folder), dialect::Mode::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    return EventLog::serverIdIn(**database);
}

} // namespace

Result<QString> fill(Operator &server, const QString &folder, const QString &address, Size size)
{
    const auto password = passwordIn(folder);
    if (!password)
        return password;
    Script script(server, size);
    if (auto people = script.addPeople(*password); !people) {
        if (people.error().code == ErrorCode::Conflict)
            return u"The demo data is already here."_s;
        return tl::unexpected(people.error());
    }
    for (auto step : {&Script::addRooms, &Script::addMessages, &Script::addProducts, &Script::addPrivateThings,
                      &Script::addAvatars, &Script::addToday}) {
        if (auto result = (script.*step)(); !result)
            return tl::unexpected(result.error());
    }
    const Result<QString> serverId = serverIdIn(folder);
    if (!serverId)
        return serverId;
    if (auto result = script.addAftermath(address, *serverId); !result)
        return tl::unexpected(result.error());
    return u"Made %1 people, %2 rooms, %3 messages and %4 products. Everybody's password is in %5/demo-password."_s
        .arg(std::size(kPeople))
        .arg(std::size(kRooms))
        .arg(size.messages)
        .arg(size.products)
        .arg(folder);
}

} // namespace rialto::demo
