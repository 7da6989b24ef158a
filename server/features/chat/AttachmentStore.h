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
/// Whether any message carries the file.
bool isCarried(Database &database, FileId file);
/// In which rooms a message carries it.
QList<RoomId> listRooms(Database &database, FileId file);

} // namespace attachment_store
} // namespace rialto
