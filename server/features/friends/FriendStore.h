#pragma once

#include "protocol/Friends.h"
#include "storage/Database.h"

namespace rialto {

/// The table `friendship`. Lives on: the thread of the database it is given.
namespace friend_store {

/// As `me` sees it, also when it has ended; empty when there never was anything between the two.
std::optional<Friendship> find(Database &database, UserId me, UserId other);
/// What has not ended, by the other's id.
QList<Friendship> list(Database &database, UserId me, UserId after, int limit);
/// Begins anew, whatever was before.
void ask(Database &database, UserId me, UserId other, qint64 nowMs);
void accept(Database &database, UserId me, UserId other, qint64 nowMs);
void end(Database &database, UserId me, UserId other, qint64 nowMs);

} // namespace friend_store
} // namespace rialto
