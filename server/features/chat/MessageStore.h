#pragma once

#include "protocol/Chat.h"
#include "storage/Database.h"

namespace rialto {

/// The table `message`. Lives on: the thread of the database it is given.
namespace message_store {

/// Inserts a message; empty when the author has used this client id before.
std::optional<MessageId> add(Database &database, const SendMessage &request, UserId author, qint64 requestHash,
                             qint64 nowMs);
std::optional<Message> find(Database &database, MessageId id);
std::optional<Message> findByClientId(Database &database, UserId author, const QString &clientId);
/// What the request looked like that made the message; empty when there is none with this client id.
std::optional<qint64> findRequestHash(Database &database, UserId author, const QString &clientId);
/// Older than `before`, newest first.
QList<Message> listBefore(Database &database, RoomId room, MessageId before, int limit);
/// Newer than `after`, oldest first.
QList<Message> listAfter(Database &database, RoomId room, MessageId after, int limit);
void setText(Database &database, MessageId id, const QString &text, qint64 nowMs);
/// Blanks the text and keeps the row.
void erase(Database &database, MessageId id, qint64 nowMs);

} // namespace message_store
} // namespace rialto
