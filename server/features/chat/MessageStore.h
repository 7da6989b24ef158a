#pragma once

#include "protocol/Chat.h"
#include "storage/Database.h"

namespace rialto {

/// A message that is about to be stored.
struct NewMessage
{
    RoomId roomId;
    UserId authorId;
    QString clientId;
    QString text;
    std::optional<MessageId> replyToId;
    std::optional<UserId> forwardedFromId;
    bool mentionsEveryone = false;
    QList<FileId> fileIds;
    qint64 requestHash = 0; ///< Of the request that asks for it.
};

/// The table `message`. Messages come whole, with their mentions, reactions and files. Lives on: the thread of the
/// database it is given.
namespace message_store {

/// Inserts a message without mentions; empty when the author has used this client id before.
std::optional<MessageId> add(Database &database, const NewMessage &message, qint64 nowMs);
std::optional<Message> find(Database &database, MessageId id);
std::optional<UserId> findAuthor(Database &database, MessageId id);
std::optional<Message> findByClientId(Database &database, UserId author, const QString &clientId);
/// Those of them that there are, newest first.
QList<Message> findAll(Database &database, const QList<MessageId> &ids);
/// What the request looked like that made the message; empty when there is none with this client id.
std::optional<qint64> findRequestHash(Database &database, UserId author, const QString &clientId);
/// The room of a living message.
std::optional<RoomId> findRoom(Database &database, MessageId id);
/// Older than `before`, newest first.
QList<Message> listBefore(Database &database, RoomId room, MessageId before, int limit);
/// Newer than `after`, oldest first.
QList<Message> listAfter(Database &database, RoomId room, MessageId after, int limit);
/// Pinned ones older than `before`, newest first.
QList<Message> listPinned(Database &database, RoomId room, MessageId before, int limit);

/// The version that brought the present text.
qint64 textVersion(Database &database, MessageId id);
/// Stores the message's text and whether it mentions everyone, and keeps the text before as a revision.
void setText(Database &database, const Message &before, const Message &after);
/// Blanks the text, removes all that was attached to it, and keeps the row.
void erase(Database &database, const Message &message);
void setPinned(Database &database, const Message &message);
/// Stored texts before the present one, with a version below `before`, newest first.
QList<Revision> listRevisions(Database &database, MessageId id, qint64 before, int limit);

void setMentions(Database &database, const Message &message);
/// False when this person had reacted so before.
bool addReaction(Database &database, const Message &message, UserId user, const QString &emoji, qint64 nowMs);
bool removeReaction(Database &database, const Message &message, UserId user, const QString &emoji);

} // namespace message_store
} // namespace rialto
