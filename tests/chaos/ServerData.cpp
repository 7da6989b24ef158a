#include "chaos/ServerData.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <memory>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

struct Close
{
    void operator()(sqlite3 *database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

// In the shape of the protocol's structs.
constexpr const char *kMessages =
    "SELECT id, room_id AS roomId, author_id AS authorId, client_id AS clientId, text, created_at AS createdAt, "
    "edited_at AS editedAt, deleted_at AS deletedAt, version, reply_to_id AS replyToId, forwarded_from_id AS "
    "forwardedFromId, pinned_at AS pinnedAt, mentions_everyone FROM message ORDER BY id";
constexpr const char *kMentions = "SELECT message_id, user_id FROM message_mention ORDER BY message_id, user_id";
constexpr const char *kReactions = "SELECT message_id, user_id, emoji FROM reaction ORDER BY message_id, id";
constexpr const char *kAttachments =
    "SELECT message_id, file_id AS fileId, name, size, media_type AS mediaType, width, height, has_thumbnail "
    "FROM attachment ORDER BY message_id, position";
constexpr const char *kRooms =
    "SELECT id, name, topic, visibility, owner_id AS ownerId, direct_low_id, direct_high_id, "
    "created_at AS createdAt, deleted_at AS deletedAt, version FROM room ORDER BY id";
constexpr const char *kProducts =
    "SELECT id, sku, name, description, price, currency, quantity / 1000.0 AS quantity, unit, owner_id AS ownerId, "
    "created_at AS createdAt, updated_at AS updatedAt, deleted_at AS deletedAt, version FROM product ORDER BY id";
constexpr const char *kMembers =
    "SELECT room_id AS roomId, user_id AS userId, role, last_read_message_id AS lastReadMessageId, "
    "notify_level AS notifyLevel, muted, pinned, archived, joined_at AS joinedAt, left_at AS leftAt, version, "
    "added_by AS addedBy, removed_by AS removedBy FROM room_member ORDER BY room_id, user_id";
// Each from both sides.
constexpr const char *kFriends =
    "SELECT low_id AS userId, high_id AS friendId, asked_by, created_at AS createdAt, accepted_at AS acceptedAt, "
    "removed_at AS removedAt, version FROM friendship UNION ALL SELECT high_id, low_id, asked_by, created_at, "
    "accepted_at, removed_at, version FROM friendship ORDER BY userId, friendId";
constexpr const char *kNotifications =
    "SELECT id, user_id, kind, priority, actor_id AS actorId, room_id AS roomId, message_id AS messageId, text, count, "
    "silent, created_at AS createdAt, updated_at AS updatedAt, read_at AS readAt, deleted_at AS deletedAt, version "
    "FROM notification ORDER BY id";
constexpr const char *kLog = "SELECT seq, topic, type, CAST(payload AS TEXT) AS payload FROM event_log ORDER BY seq";

QJsonValue valueOf(sqlite3_stmt *statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return QJsonValue(qint64{sqlite3_column_int64(statement, column)});
    case SQLITE_FLOAT:
        return QJsonValue(sqlite3_column_double(statement, column));
    case SQLITE_NULL:
        return QJsonValue();
    default:
        return QString::fromUtf8(static_cast<const char *>(sqlite3_column_blob(statement, column)),
                                 sqlite3_column_bytes(statement, column));
    }
}

// SQLite has no word for it.
void makeBool(QJsonObject &row, const QString &column)
{
    row.insert(column, row[column].toInteger() != 0);
}

template <typename Entity> Entity entityOf(const QJsonObject &row)
{
    const Result<Entity> entity = fromJson<Entity>(row, Check::Shape);
    if (!entity)
        qFatal("A row does not fit: %ls", qUtf16Printable(entity.error().message));
    return *entity;
}

// As it stands in the contract's JSON, whose numbers and absent fields decide what equals what.
template <typename Entity> QJsonObject wireOf(const QJsonObject &row)
{
    return QJsonDocument::fromJson(toJson(entityOf<Entity>(row))).object();
}

} // namespace

ServerData::ServerData(const QString &databaseFile) : m_file(databaseFile.toUtf8()) {}

QList<QJsonObject> ServerData::query(const QByteArray &sql) const
{
    sqlite3 *opened = nullptr;
    const int result = sqlite3_open_v2(m_file.constData(), &opened, SQLITE_OPEN_READWRITE, nullptr);
    const std::unique_ptr<sqlite3, Close> database(opened);
    sqlite3_stmt *prepared = nullptr;
    if (result != SQLITE_OK || sqlite3_prepare_v2(opened, sql.constData(), -1, &prepared, nullptr) != SQLITE_OK)
        qFatal("The server's database cannot be read: %s", sqlite3_errmsg(opened));
    const std::unique_ptr<sqlite3_stmt, Close> statement(prepared);
    QList<QJsonObject> rows;
    while (sqlite3_step(prepared) == SQLITE_ROW) {
        QJsonObject row;
        for (int column = 0; column < sqlite3_column_count(prepared); ++column)
            row.insert(QString::fromUtf8(sqlite3_column_name(prepared, column)), valueOf(prepared, column));
        rows.append(row);
    }
    return rows;
}

QMap<qint64, QJsonArray> ServerData::attachments() const
{
    QMap<qint64, QJsonArray> attachments;
    for (QJsonObject row : query(kAttachments)) {
        row.insert(u"hasThumbnail"_s, row.take(u"has_thumbnail"_s).toInteger() != 0);
        const qint64 message = row.take(u"message_id"_s).toInteger();
        attachments[message].append(row);
    }
    return attachments;
}

// What the stored bytes of every whole file are, by reading them.
QList<QJsonObject> ServerData::contents() const
{
    const QString blobs = QFileInfo(QString::fromUtf8(m_file)).path() + u"/files/blobs/"_s;
    QList<QJsonObject> rows;
    for (const QJsonObject &row : query("SELECT id, hash FROM file WHERE status = 'ready' ORDER BY id")) {
        const QString name = row["hash"_L1].toString();
        QFile file(blobs + name.left(2) + u'/' + name);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const bool isThere = file.open(QFile::ReadOnly) && hash.addData(&file);
        rows.append(
            {{u"id"_s, row["id"_L1]}, {u"sha256"_s, isThere ? QString::fromLatin1(hash.result().toHex()) : QString()}});
    }
    return rows;
}

// The rows of messages with their reactions and files, as the contract has them.
QList<QJsonObject> ServerData::messages() const
{
    QMap<qint64, QJsonArray> reactions;
    for (const QJsonObject &row : query(kReactions)) {
        QJsonArray &kinds = reactions[row["message_id"_L1].toInteger()];
        qsizetype at = 0;
        while (at < kinds.size() && kinds[at].toObject()["emoji"_L1] != row["emoji"_L1])
            ++at;
        QJsonObject kind = at < kinds.size() ? kinds.takeAt(at).toObject() : QJsonObject{{u"emoji"_s, row["emoji"_L1]}};
        QJsonArray users = kind["userIds"_L1].toArray();
        users.append(row["user_id"_L1]);
        kind[u"userIds"_s] = users;
        kinds.insert(at, kind);
    }
    QList<QJsonObject> rows = query(kMessages);
    const QMap<qint64, QJsonArray> carried = attachments();
    QMap<qint64, QJsonArray> mentioned;
    for (const QJsonObject &row : query(kMentions))
        mentioned[row["message_id"_L1].toInteger()].append(row["user_id"_L1]);
    for (QJsonObject &row : rows) {
        row.insert(u"mentionsEveryone"_s, row.take(u"mentions_everyone"_s).toInteger() != 0);
        row.insert(u"mentionedIds"_s, mentioned.value(row["id"_L1].toInteger()));
        row.insert(u"reactions"_s, reactions.value(row["id"_L1].toInteger()));
        row.insert(u"attachments"_s, carried.value(row["id"_L1].toInteger()));
    }
    return rows;
}

QList<QJsonObject> ServerData::rooms() const
{
    QList<QJsonObject> rows = query(kRooms);
    for (QJsonObject &row : rows) {
        QJsonArray two;
        for (const QString &column : {u"direct_low_id"_s, u"direct_high_id"_s}) {
            if (const QJsonValue user = row.take(column); !user.isNull())
                two.append(user);
        }
        row.insert(u"directUserIds"_s, two);
    }
    return rows;
}

QList<QJsonObject> ServerData::members() const
{
    QList<QJsonObject> rows = query(kMembers);
    for (QJsonObject &row : rows) {
        for (const QString &column : {u"muted"_s, u"pinned"_s, u"archived"_s})
            makeBool(row, column);
    }
    return rows;
}

QList<QJsonObject> ServerData::friendships() const
{
    QList<QJsonObject> rows = query(kFriends);
    for (QJsonObject &row : rows) {
        const QJsonValue asker = row.take(u"asked_by"_s);
        row.insert(u"state"_s, !row["acceptedAt"_L1].isNull() ? u"friend"_s
                               : asker == row["userId"_L1]    ? u"invited"_s
                                                              : u"asked"_s);
    }
    return rows;
}

QList<QJsonObject> ServerData::notifications() const
{
    QList<QJsonObject> rows = query(kNotifications);
    for (QJsonObject &row : rows)
        makeBool(row, u"silent"_s);
    return rows;
}

World ServerData::worldOf(UserId user) const
{
    World world(user);
    for (const QJsonObject &row : members()) {
        if (row["userId"_L1].toInteger() == user.value)
            world.merge(entityOf<Membership>(row));
    }
    for (const QJsonObject &row : friendships()) {
        if (row["userId"_L1].toInteger() == user.value)
            world.merge(entityOf<Friendship>(row));
    }
    for (const QJsonObject &row : notifications()) {
        if (row["user_id"_L1].toInteger() == user.value)
            world.merge(entityOf<Notification>(row));
    }
    for (const QJsonObject &row : rooms()) {
        const Room room = entityOf<Room>(row);
        if (room.visibility == Visibility::Public || world.isJoined(room.id))
            world.merge(room);
    }
    for (const QJsonObject &row : query(kProducts))
        world.merge(entityOf<Product>(row));
    for (const QJsonObject &row : members())
        world.merge(entityOf<Member>(row));
    for (const QJsonObject &row : messages())
        world.merge(entityOf<Message>(row));
    return world;
}

UserId ServerData::userNamed(const QString &name) const
{
    for (const QJsonObject &row : query("SELECT id, name FROM user")) {
        if (row["name"_L1].toString() == name)
            return UserId{row["id"_L1].toInteger()};
    }
    return {};
}

void ServerData::write(HistoryWriter &history) const
{
    const auto tell = [&](const QString &what, const QJsonObject &data) {
        history.writeFor(u"server"_s, Record::Kind::Row, 0, {{u"what"_s, what}, {u"data"_s, data}});
    };
    for (const QJsonObject &row : messages())
        tell(u"message"_s, wireOf<Message>(row));
    for (const QJsonObject &row : rooms())
        tell(u"room"_s, wireOf<Room>(row));
    for (const QJsonObject &row : query(kProducts))
        tell(u"product"_s, wireOf<Product>(row));
    for (const QJsonObject &row : members())
        tell(u"member"_s, wireOf<Member>(row));
    for (const QJsonObject &row : friendships())
        tell(u"friend"_s, wireOf<Friendship>(row));
    for (const QJsonObject &row : notifications()) {
        tell(u"notification"_s, wireOf<Notification>(row));
        tell(u"owner"_s, {{u"id"_s, row["id"_L1]}, {u"userId"_s, row["user_id"_L1]}});
    }
    for (const QJsonObject &row : query("SELECT id, name FROM user ORDER BY id"))
        tell(u"user"_s, row);
    for (const QJsonObject &row : contents())
        tell(u"content"_s, row);
    for (QJsonObject entry : query(kLog)) {
        entry.insert(u"data"_s, QJsonDocument::fromJson(entry["payload"_L1].toString().toUtf8()).object());
        entry.remove(u"payload"_s);
        history.writeFor(u"server"_s, Record::Kind::Log, 0, entry);
    }
}

QString ServerData::integrity() const
{
    const QList<QJsonObject> answer = query("PRAGMA integrity_check");
    return answer.isEmpty() ? u"no answer"_s : answer.first()["integrity_check"_L1].toString();
}

} // namespace rialto::chaos
