#include "features/chat/MessageStore.h"

#define MESSAGE_COLUMNS "id, room_id, author_id, client_id, text, created_at, edited_at, deleted_at, version"

namespace rialto::message_store {

std::optional<MessageId> add(Database &database, const SendMessage &request, UserId author, qint64 requestHash,
                             qint64 nowMs)
{
    const auto id = database.insertNew(
        "INSERT INTO message (room_id, author_id, client_id, request_hash, text, created_at) VALUES (?, ?, ?, ?, ?, ?)",
        request.roomId, author, request.clientId, requestHash, request.text, nowMs);
    return id ? std::optional(MessageId{*id}) : std::nullopt;
}

std::optional<Message> find(Database &database, MessageId id)
{
    return database.find<Message>("SELECT " MESSAGE_COLUMNS " FROM message WHERE id = ?", id);
}

std::optional<Message> findByClientId(Database &database, UserId author, const QString &clientId)
{
    return database.find<Message>("SELECT " MESSAGE_COLUMNS " FROM message WHERE author_id = ? AND client_id = ?",
                                  author, clientId);
}

std::optional<qint64> findRequestHash(Database &database, UserId author, const QString &clientId)
{
    return database.value("SELECT request_hash FROM message WHERE author_id = ? AND client_id = ?", author, clientId);
}

QList<Message> listBefore(Database &database, RoomId room, MessageId before, int limit)
{
    return database.list<Message>("SELECT " MESSAGE_COLUMNS " FROM message WHERE room_id = ? AND id < ? "
                                  "ORDER BY id DESC LIMIT ?",
                                  room, before, limit);
}

QList<Message> listAfter(Database &database, RoomId room, MessageId after, int limit)
{
    return database.list<Message>("SELECT " MESSAGE_COLUMNS " FROM message WHERE room_id = ? AND id > ? "
                                  "ORDER BY id LIMIT ?",
                                  room, after, limit);
}

void setText(Database &database, MessageId id, const QString &text, qint64 nowMs)
{
    database.run("UPDATE message SET text = ?, edited_at = ?, version = version + 1 WHERE id = ?", text, nowMs, id);
}

void erase(Database &database, MessageId id, qint64 nowMs)
{
    database.run("UPDATE message SET text = '', deleted_at = ?, version = version + 1 WHERE id = ?", nowMs, id);
}

} // namespace rialto::message_store
