#include "features/chat/MessageStore.h"

#include "features/chat/AttachmentStore.h"

#define MESSAGE_COLUMNS                                                                                                \
    "id, room_id, author_id, client_id, text, created_at, edited_at, deleted_at, version, reply_to_id, "               \
    "forwarded_from_id, pinned_at, mentions_everyone"
// CROSS: the ids lead, in their order.
#define ASKED_MESSAGES "json_each(?) AS asked CROSS JOIN message AS m ON m.id = asked.value"

namespace rialto::message_store {
namespace {

/// Ids as json_each() takes them.
QString toJsonArray(const QList<MessageId> &ids)
{
    QStringList numbers;
    for (const MessageId id : ids)
        numbers.append(QString::number(id.value));
    return u'[' + numbers.join(u',') + u']';
}

Message *messageOf(QList<Message> &messages, qint64 id)
{
    return &*std::find_if(messages.begin(), messages.end(), [id](const Message &m) { return m.id.value == id; });
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

void addReactions(Database &database, QList<Message> &messages, const QString &ids)
{
    struct Stored
    {
        qint64 id;
        qint64 messageId;
        UserId userId;
        QString emoji;
    };
    QList<Stored> reactions;
    database.each(
        "SELECT r.id, r.message_id, r.user_id, r.emoji FROM " ASKED_MESSAGES
        " CROSS JOIN reaction AS r ON r.room_id = m.room_id AND r.message_id = m.id",
        [&](const Row &row) {
            reactions.append({row.value(0).toLongLong(), row.value(1).toLongLong(), UserId{row.value(2).toLongLong()},
                              row.value(3).toString()});
        },
        ids);
    std::sort(reactions.begin(), reactions.end(), [](const Stored &a, const Stored &b) { return a.id < b.id; });
    for (const Stored &reaction : std::as_const(reactions))
        addReactionTo(*messageOf(messages, reaction.messageId), reaction.emoji, reaction.userId);
}

// Three reads for a whole page, whatever its rooms.
QList<Message> completed(Database &database, QList<Message> messages)
{
    if (messages.isEmpty())
        return messages;
    QList<MessageId> asked;
    for (const Message &message : std::as_const(messages))
        asked.append(message.id);
    const QString ids = toJsonArray(asked);
    database.each(
        "SELECT a.message_id, a.user_id FROM " ASKED_MESSAGES
        " CROSS JOIN message_mention AS a ON a.room_id = m.room_id AND a.message_id = m.id",
        [&](const Row &row) {
            messageOf(messages, row.value(0).toLongLong())->mentionedIds.append(UserId{row.value(1).toLongLong()});
        },
        ids);
    addReactions(database, messages, ids);
    attachment_store::load(database, messages, ids);
    return messages;
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

std::optional<UserId> findAuthor(Database &database, MessageId id)
{
    const auto author = database.value("SELECT author_id FROM message WHERE id = ?", id);
    return author ? std::optional(UserId{*author}) : std::nullopt;
}

std::optional<Message> findByClientId(Database &database, UserId author, const QString &clientId)
{
    return completed(database, database.find<Message>("SELECT " MESSAGE_COLUMNS
                                                      " FROM message WHERE author_id = ? AND client_id = ?",
                                                      author, clientId));
}

QList<Message> findAll(Database &database, const QList<MessageId> &ids)
{
    return completed(database, database.list<Message>("SELECT " MESSAGE_COLUMNS
                                                      " FROM message WHERE id IN (SELECT value FROM json_each(?)) "
                                                      "ORDER BY id DESC",
                                                      toJsonArray(ids)));
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
    database.run("UPDATE message SET text = '', file_names = '', has_picture = 0, deleted_at = ?, pinned_at = NULL, "
                 "mentions_everyone = 0, version = ? WHERE id = ?",
                 message.deletedAt, message.version, message.id);
    database.run("DELETE FROM message_revision WHERE message_id = ?", message.id);
    database.run("DELETE FROM message_mention WHERE room_id = ? AND message_id = ?", message.roomId, message.id);
    database.run("DELETE FROM reaction WHERE room_id = ? AND message_id = ?", message.roomId, message.id);
    attachment_store::remove(database, message);
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
