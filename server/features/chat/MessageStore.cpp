#include "features/chat/MessageStore.h"

#define MESSAGE_COLUMNS                                                                                                \
    "id, room_id, author_id, client_id, text, created_at, edited_at, deleted_at, version, reply_to_id, "               \
    "forwarded_from_id, pinned_at, mentions_everyone"

namespace rialto::message_store {
namespace {

/// The message of a page with this id; the page is in the order of ids, one way or the other.
Message *messageOf(QList<Message> &page, MessageId id)
{
    const auto found =
        std::find_if(page.begin(), page.end(), [id](const Message &message) { return message.id == id; });
    return found == page.end() ? nullptr : &*found;
}

void addReactionTo(Message &message, const QString &emoji, UserId user)
{
    for (Reaction &reaction : message.reactions) {
        if (reaction.emoji == emoji) {
            reaction.userIds.append(user);
            return;
        }
    }
    message.reactions.append({emoji, {user}});
}

// Two range reads for a whole page of one room.
QList<Message> completed(Database &database, QList<Message> page)
{
    if (page.isEmpty())
        return page;
    const auto [low, high] = std::minmax(page.first().id, page.last().id);
    const RoomId room = page.first().roomId;
    database.each(
        "SELECT message_id, user_id FROM message_mention WHERE room_id = ? AND message_id BETWEEN ? AND ?",
        [&](const Row &row) {
            if (Message *const message = messageOf(page, MessageId{row.value(0).toLongLong()}))
                message->mentionedIds.append(UserId{row.value(1).toLongLong()});
        },
        room, low, high);
    database.each(
        "SELECT message_id, user_id, emoji FROM reaction WHERE room_id = ? AND message_id BETWEEN ? AND ? ORDER BY id",
        [&](const Row &row) {
            if (Message *const message = messageOf(page, MessageId{row.value(0).toLongLong()}))
                addReactionTo(*message, row.value(2).toString(), UserId{row.value(1).toLongLong()});
        },
        room, low, high);
    return page;
}

std::optional<Message> completed(Database &database, const std::optional<Message> &message)
{
    return message ? std::optional(completed(database, QList<Message>{*message}).first()) : std::nullopt;
}

} // namespace

std::optional<MessageId> add(Database &database, const NewMessage &message, qint64 nowMs)
{
    const auto id = database.insertNew(
        "INSERT INTO message (room_id, author_id, client_id, request_hash, text, created_at, reply_to_id, "
        "forwarded_from_id, mentions_everyone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        message.roomId, message.authorId, message.clientId, message.requestHash, message.text, nowMs, message.replyToId,
        message.forwardedFromId, message.mentionsEveryone);
    return id ? std::optional(MessageId{*id}) : std::nullopt;
}

std::optional<Message> find(Database &database, MessageId id)
{
    return completed(database, database.find<Message>("SELECT " MESSAGE_COLUMNS " FROM message WHERE id = ?", id));
}

std::optional<Message> findByClientId(Database &database, UserId author, const QString &clientId)
{
    return completed(database, database.find<Message>("SELECT " MESSAGE_COLUMNS
                                                      " FROM message WHERE author_id = ? AND client_id = ?",
                                                      author, clientId));
}

std::optional<qint64> findRequestHash(Database &database, UserId author, const QString &clientId)
{
    return database.value("SELECT request_hash FROM message WHERE author_id = ? AND client_id = ?", author, clientId);
}

std::optional<RoomId> findRoom(Database &database, MessageId id)
{
    const auto room = database.value("SELECT room_id FROM message WHERE id = ? AND deleted_at IS NULL", id);
    return room ? std::optional(RoomId{*room}) : std::nullopt;
}

QList<Message> listBefore(Database &database, RoomId room, MessageId before, int limit)
{
    return completed(database,
                     database.list<Message>("SELECT " MESSAGE_COLUMNS " FROM message WHERE room_id = ? AND id < ? "
                                            "ORDER BY id DESC LIMIT ?",
                                            room, before, limit));
}

QList<Message> listAfter(Database &database, RoomId room, MessageId after, int limit)
{
    return completed(database,
                     database.list<Message>("SELECT " MESSAGE_COLUMNS " FROM message WHERE room_id = ? AND id > ? "
                                            "ORDER BY id LIMIT ?",
                                            room, after, limit));
}

QList<Message> listPinned(Database &database, RoomId room, MessageId before, int limit)
{
    return completed(database, database.list<Message>("SELECT " MESSAGE_COLUMNS " FROM message WHERE room_id = ? AND "
                                                      "id < ? AND pinned_at IS NOT NULL ORDER BY id DESC LIMIT ?",
                                                      room, before, limit));
}

qint64 textVersion(Database &database, MessageId id)
{
    return database.value("SELECT text_version FROM message WHERE id = ?", id).value_or(1);
}

void setText(Database &database, const Message &before, const Message &after)
{
    database.run("INSERT INTO message_revision (message_id, version, text, created_at) VALUES (?, ?, ?, ?)", before.id,
                 textVersion(database, before.id), before.text, before.editedAt.value_or(before.createdAt));
    database.run("UPDATE message SET text = ?, mentions_everyone = ?, edited_at = ?, version = ?, text_version = ? "
                 "WHERE id = ?",
                 after.text, after.mentionsEveryone, after.editedAt, after.version, after.version, after.id);
}

void erase(Database &database, const Message &message)
{
    database.run("UPDATE message SET text = '', deleted_at = ?, pinned_at = NULL, mentions_everyone = 0, version = ? "
                 "WHERE id = ?",
                 message.deletedAt, message.version, message.id);
    database.run("DELETE FROM message_revision WHERE message_id = ?", message.id);
    database.run("DELETE FROM message_mention WHERE room_id = ? AND message_id = ?", message.roomId, message.id);
    database.run("DELETE FROM reaction WHERE room_id = ? AND message_id = ?", message.roomId, message.id);
}

void setPinned(Database &database, const Message &message)
{
    database.run("UPDATE message SET pinned_at = ?, version = ? WHERE id = ?", message.pinnedAt, message.version,
                 message.id);
}

QList<Revision> listRevisions(Database &database, MessageId id, qint64 before, int limit)
{
    return database.list<Revision>("SELECT version, text, created_at FROM message_revision WHERE message_id = ? AND "
                                   "version < ? ORDER BY version DESC LIMIT ?",
                                   id, before, limit);
}

void setMentions(Database &database, const Message &message)
{
    database.run("DELETE FROM message_mention WHERE room_id = ? AND message_id = ?", message.roomId, message.id);
    for (const UserId user : message.mentionedIds)
        database.run("INSERT INTO message_mention (room_id, message_id, user_id) VALUES (?, ?, ?)", message.roomId,
                     message.id, user);
}

bool addReaction(Database &database, const Message &message, UserId user, const QString &emoji, qint64 nowMs)
{
    const auto added = database.insertNew(
        "INSERT INTO reaction (room_id, message_id, user_id, emoji, created_at) VALUES (?, ?, ?, ?, ?)", message.roomId,
        message.id, user, emoji, nowMs);
    if (added)
        database.run("UPDATE message SET version = version + 1 WHERE id = ?", message.id);
    return added.has_value();
}

bool removeReaction(Database &database, const Message &message, UserId user, const QString &emoji)
{
    const bool removed =
        database.run("DELETE FROM reaction WHERE room_id = ? AND message_id = ? AND user_id = ? AND emoji = ?",
                     message.roomId, message.id, user, emoji) > 0;
    if (removed)
        database.run("UPDATE message SET version = version + 1 WHERE id = ?", message.id);
    return removed;
}

} // namespace rialto::message_store
