#include "cache/MessageTable.h"

#include "protocol/Codec.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

QVariant optionalNumber(const std::optional<qint64> &number)
{
    return number ? QVariant(*number) : QVariant(QMetaType::fromType<qint64>());
}

std::optional<qint64> readOptional(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
}

// A null QString would be bound as NULL.
QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

// What most messages lack (reactions, a quote) has no columns: such messages keep their JSON beside.
QString detailsOf(const Message &message)
{
    bool has = false;
    forEachField<Message>(
        [&](const auto &field) { has = has || (field.rules.sparse && !isAbsent(message.*field.member)); });
    return has ? QString::fromUtf8(toJson(message)) : u""_s;
}

// No floor means: no bound below.
MessageId upperBound(MessageId before)
{
    return before.isValid() ? before : MessageId{std::numeric_limits<qint64>::max()};
}

} // namespace

MessageTable::MessageTable(Database &database) : m_database(database), m_index(database)
{
    QSqlQuery &query = m_database.run(u"SELECT room_id, generation, floor_id, cursor, complete FROM room_window"_s);
    while (query.next())
        m_rooms.insert(RoomId{query.value(0).toLongLong()}, {query.value(1).toLongLong(),
                                                             {MessageId{query.value(2).toLongLong()},
                                                              query.value(3).toString(), query.value(4).toInt() != 0}});
    query.finish();
}

bool MessageTable::merge(const Message &message)
{
    const std::optional<QString> indexed = m_index.entryOf(message.roomId, message.id);
    m_database
        .run(
            uR"(INSERT INTO message (room_id, id, author_id, client_id, text, created_at, edited_at, deleted_at, version,
                                      details, generation)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                 ON CONFLICT (room_id, id) DO UPDATE SET
                     author_id = excluded.author_id, client_id = excluded.client_id, text = excluded.text,
                     created_at = excluded.created_at, edited_at = excluded.edited_at,
                     deleted_at = excluded.deleted_at, version = excluded.version, details = excluded.details,
                     generation = excluded.generation, indexed = 0
                 WHERE generation < excluded.generation OR version < excluded.version)"_s,
            {message.roomId.value, message.id.value, message.authorId.value, notNull(message.clientId),
             notNull(message.text), message.createdAt, optionalNumber(message.editedAt),
             optionalNumber(message.deletedAt), message.version, detailsOf(message), generationOf(message.roomId)})
        .finish();
    const bool isStored = m_database.changedRows() > 0;
    if (isStored && indexed)
        m_index.remove(message.id, *indexed);
    return isStored;
}

bool MessageTable::mergeKnown(const Message &message)
{
    return find(message.roomId, message.id).has_value() && merge(message);
}

std::optional<Message> MessageTable::find(RoomId room, MessageId id) const
{
    const QList<Message> found = read(m_database.run(
        uR"(SELECT room_id, id, author_id, client_id, text, created_at, edited_at, deleted_at, version, details
                                FROM message WHERE room_id = ? AND id = ?)"_s,
        {room.value, id.value}));
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QList<Message> MessageTable::older(RoomId room, MessageId before, MessageId floor, int limit) const
{
    QList<Message> messages = read(m_database.run(
        uR"(SELECT room_id, id, author_id, client_id, text, created_at, edited_at, deleted_at, version, details
                                FROM message WHERE room_id = ? AND id < ? AND id >= ? ORDER BY id DESC LIMIT ?)"_s,
        {room.value, upperBound(before).value, floor.value, limit}));
    std::reverse(messages.begin(), messages.end());
    return messages;
}

QList<Message> MessageTable::newer(RoomId room, MessageId after, int limit) const
{
    return read(m_database.run(
        uR"(SELECT room_id, id, author_id, client_id, text, created_at, edited_at, deleted_at, version, details FROM message WHERE room_id = ? AND id > ? ORDER BY id LIMIT ?)"_s,
        {room.value, after.value, limit}));
}

std::optional<Message> MessageTable::newest(RoomId room) const
{
    const QList<Message> found = read(m_database.run(
        uR"(SELECT room_id, id, author_id, client_id, text, created_at, edited_at, deleted_at, version, details
                                FROM message WHERE room_id = ? AND deleted_at IS NULL ORDER BY id DESC LIMIT 1)"_s,
        {room.value}));
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

int MessageTable::countOfOthers(RoomId room, MessageId after, UserId me) const
{
    QSqlQuery &query = m_database.run(uR"(SELECT count(*) FROM (
                                              SELECT 1 FROM message WHERE room_id = ? AND id > ? AND author_id <> ?
                                              AND deleted_at IS NULL LIMIT 1000))"_s,
                                      {room.value, after.value, me.value});
    const int count = query.next() ? query.value(0).toInt() : 0;
    query.finish();
    return count;
}

MessageId MessageTable::firstOfOthers(RoomId room, MessageId after, UserId me) const
{
    QSqlQuery &query = m_database.run(uR"(SELECT id FROM message WHERE room_id = ? AND id > ? AND author_id <> ?
                                          AND deleted_at IS NULL ORDER BY id LIMIT 1)"_s,
                                      {room.value, after.value, me.value});
    const MessageId first{query.next() ? query.value(0).toLongLong() : 0};
    query.finish();
    return first;
}

void MessageTable::setWindow(RoomId room, const HistoryWindow &window)
{
    store(room, {m_rooms.value(room).generation, window});
}

void MessageTable::markGuessed(RoomId room, MessageId id)
{
    m_database
        .run(u"UPDATE message SET generation = ? WHERE room_id = ? AND id = ?"_s,
             {generationOf(room) - 1, room.value, id.value})
        .finish();
}

void MessageTable::markAllStale()
{
    const QList<RoomId> rooms = m_rooms.keys();
    for (const RoomId room : rooms)
        markStale(room);
}

void MessageTable::markStale(RoomId room)
{
    store(room, {m_rooms.value(room).generation + 1, {}});
}

void MessageTable::removeStale(RoomId room, MessageId from, MessageId to)
{
    m_index.removeRange(room, from, upperBound(to), generationOf(room));
    m_database
        .run(u"DELETE FROM message WHERE room_id = ? AND id >= ? AND id <= ? AND generation < ?"_s,
             {room.value, from.value, upperBound(to).value, generationOf(room)})
        .finish();
}

// A room with messages always has its row, so that marking all as stale reaches it.
qint64 MessageTable::generationOf(RoomId room)
{
    if (!m_rooms.contains(room))
        store(room, {});
    return m_rooms.value(room).generation;
}

void MessageTable::store(RoomId room, const RoomState &state)
{
    m_rooms.insert(room, state);
    m_database
        .run(uR"(INSERT INTO room_window (room_id, generation, floor_id, cursor, complete) VALUES (?, ?, ?, ?, ?)
                 ON CONFLICT (room_id) DO UPDATE SET generation = excluded.generation, floor_id = excluded.floor_id,
                     cursor = excluded.cursor, complete = excluded.complete)"_s,
             {room.value, state.generation, state.window.floor.value, notNull(state.window.cursor),
              state.window.complete ? 1 : 0})
        .finish();
}

void MessageTable::removeRoom(RoomId room)
{
    m_index.removeRange(room, {}, upperBound({}), std::numeric_limits<qint64>::max());
    m_database.run(u"DELETE FROM message WHERE room_id = ?"_s, {room.value}).finish();
    m_database.run(u"DELETE FROM room_window WHERE room_id = ?"_s, {room.value}).finish();
    m_rooms.remove(room);
}

QList<FileId> MessageTable::fileIds(RoomId room) const
{
    const QList<Message> carriers = read(m_database.run(
        uR"(SELECT room_id, id, author_id, client_id, text, created_at, edited_at, deleted_at, version, details
            FROM message WHERE room_id = ? AND details LIKE '%"attachments"%')"_s,
        {room.value}));
    QList<FileId> ids;
    for (const Message &message : carriers) {
        for (const Attachment &one : message.attachments)
            ids.append(one.fileId);
    }
    return ids;
}

QList<Message> MessageTable::read(QSqlQuery &query)
{
    QList<Message> messages;
    while (query.next()) {
        Message message;
        if (const QString details = query.value(9).toString(); !details.isEmpty())
            message = fromJson<Message>(details.toUtf8()).value_or(Message());
        message.roomId.value = query.value(0).toLongLong();
        message.id.value = query.value(1).toLongLong();
        message.authorId.value = query.value(2).toLongLong();
        message.clientId = query.value(3).toString();
        message.text = query.value(4).toString();
        message.createdAt = query.value(5).toLongLong();
        message.editedAt = readOptional(query.value(6));
        message.deletedAt = readOptional(query.value(7));
        message.version = query.value(8).toLongLong();
        messages.append(std::move(message));
    }
    query.finish();
    return messages;
}

} // namespace rialto
