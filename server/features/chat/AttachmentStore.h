#pragma once

#include "protocol/Chat.h"
#include "storage/Database.h"

namespace rialto {

/// The table `attachment`: which files messages carry. Lives on: the thread of the database it is given.
namespace attachment_store {

void add(Database &database, const Message &message);
/// Fills in what these messages carry, with one query for all; `ids` are theirs as a JSON array.
void load(Database &database, QList<Message> &messages, const QString &ids);
void remove(Database &database, const Message &message);
/// Whether any message of a living room carries the file.
bool isCarried(Database &database, FileId file);
/// In which rooms a message carries it.
QList<RoomId> listRooms(Database &database, FileId file);

/// The room is deleted: what its messages carry is to be let go of.
void releaseLater(Database &database, RoomId room);
/// A room of which that is to be done.
std::optional<RoomId> findToRelease(Database &database);
/// Forgets some of what a deleted room's messages carry; which files that were. Empty: nothing is left.
QList<FileId> takeSome(Database &database, RoomId room, int atMost);
void endRelease(Database &database, RoomId room);

} // namespace attachment_store
} // namespace rialto
