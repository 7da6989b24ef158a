#include "features/friends/FriendStore.h"

namespace rialto::friend_store {
namespace {

// Columns: the other person, who asked, created_at, accepted_at, removed_at, version.
Friendship friendshipFrom(const Row &row, UserId me)
{
    Friendship friendship;
    friendship.userId = me;
    column::read(row.value(0), friendship.friendId);
    UserId askedBy;
    column::read(row.value(1), askedBy);
    column::read(row.value(2), friendship.createdAt);
    column::read(row.value(3), friendship.acceptedAt);
    column::read(row.value(4), friendship.removedAt);
    column::read(row.value(5), friendship.version);
    friendship.state = friendship.acceptedAt ? FriendState::Friend
                       : askedBy == me       ? FriendState::Invited
                                             : FriendState::Asked;
    return friendship;
}

} // namespace

std::optional<Friendship> find(Database &database, UserId me, UserId other)
{
    std::optional<Friendship> found;
    database.each(
        "SELECT ?, asked_by, created_at, accepted_at, removed_at, version FROM friendship WHERE low_id = ? AND high_id "
        "= ?",
        [&](const Row &row) { found = friendshipFrom(row, me); }, other, std::min(me, other), std::max(me, other));
    return found;
}

QList<Friendship> list(Database &database, UserId me, UserId after, int limit)
{
    QList<Friendship> friendships;
    database.each(
        "SELECT high_id AS friend_id, asked_by, created_at, accepted_at, removed_at, version FROM friendship "
        "WHERE low_id = ? AND high_id > ? AND removed_at IS NULL UNION ALL "
        "SELECT low_id AS friend_id, asked_by, created_at, accepted_at, removed_at, version FROM friendship "
        "WHERE high_id = ? AND low_id > ? AND removed_at IS NULL ORDER BY friend_id LIMIT ?",
        [&](const Row &row) { friendships.append(friendshipFrom(row, me)); }, me, after, me, after, limit);
    return friendships;
}

void ask(Database &database, UserId me, UserId other, qint64 nowMs)
{
    database.run("INSERT INTO friendship (low_id, high_id, asked_by, created_at) VALUES (?, ?, ?, ?) "
                 "ON CONFLICT (low_id, high_id) DO UPDATE SET asked_by = excluded.asked_by, "
                 "created_at = excluded.created_at, accepted_at = NULL, removed_at = NULL, version = version + 1",
                 std::min(me, other), std::max(me, other), me, nowMs);
}

void accept(Database &database, UserId me, UserId other, qint64 nowMs)
{
    database.run("UPDATE friendship SET accepted_at = ?, version = version + 1 WHERE low_id = ? AND high_id = ?", nowMs,
                 std::min(me, other), std::max(me, other));
}

void end(Database &database, UserId me, UserId other, qint64 nowMs)
{
    database.run("UPDATE friendship SET removed_at = ?, version = version + 1 WHERE low_id = ? AND high_id = ?", nowMs,
                 std::min(me, other), std::max(me, other));
}

} // namespace rialto::friend_store
