#pragma once

#include "protocol/Chat.h"
#include "storage/Database.h"
#include "text/SearchQuery.h"

#include <functional>

namespace rialto {

/// The full-text index of messages. Every message up to indexedTo() is in it, also deleted ones, which have no words
/// left. Lives on: the thread of the database it is given.
namespace search_store {

/// What a query may mean.
struct Candidate
{
    MessageId id;
    RoomId roomId;
    UserId authorId;
    Searched said;
    qint64 createdAt = 0;
    bool isDeleted = false;
};
/// False ends the walk.
using Visit = std::function<bool(const Candidate &)>;

MessageId indexedTo(Database &database);
/// Puts the next messages into the index, at most so many; how many it were. Begins anew when the rules by which texts
/// become words have changed.
qint64 indexSome(Database &database, int atMost);

/// Messages with ids below `before` and above `above`, newest first, at most `limit`.
void eachNewest(Database &database, MessageId before, MessageId above, int limit, const Visit &visit);
/// The same of those that the index has for an expression (text/SearchIndex.h); up to indexedTo() they are all.
void eachIndexed(Database &database, const QString &expression, MessageId before, int limit, const Visit &visit);

} // namespace search_store
} // namespace rialto
