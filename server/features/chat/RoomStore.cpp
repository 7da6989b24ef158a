#include "features/chat/RoomStore.h"

#define ROOM_COLUMNS                                                                                                   \
    "r.id, r.name, r.topic, r.visibility, r.owner_id, r.direct_low_id, r.direct_high_id, r.created_at, r.deleted_at, " \
    "r.version"
#define MEMBER_COLUMNS "room_id, user_id, role, last_read_message_id, joined_at, left_at, version, added_by, removed_by"
// Unread messages are counted through the index (room_id, id), up to a bound.
#define MEMBERSHIP_COLUMNS                                                                                             \
    "m.room_id, m.user_id, m.role, m.last_read_message_id, (SELECT count(*) FROM (SELECT 1 FROM message AS u WHERE "   \
    "u.room_id = m.room_id AND u.id > m.last_read_message_id AND u.author_id <> m.user_id AND u.deleted_at IS NULL "   \
    "LIMIT 1000)) AS unread_count, (SELECT count(*) FROM (SELECT 1 FROM message_mention AS a JOIN message AS u ON "    \
    "u.id = a.message_id WHERE a.user_id = m.user_id AND a.room_id = m.room_id AND a.message_id > "                    \
    "m.last_read_message_id AND u.mentions_everyone = 0 LIMIT 1000)) + (SELECT count(*) FROM (SELECT 1 FROM message "  \
    "AS u WHERE u.room_id = m.room_id AND u.id > m.last_read_message_id AND u.mentions_everyone = 1 AND "              \
    "u.author_id <> m.user_id LIMIT 1000)) AS mention_count, m.notify_level, m.muted, m.pinned, m.archived, "          \
    "m.joined_at, m.left_at, m.version"

namespace rialto::room_store {
namespace {

Room roomFrom(const Row &row)
{
    Room room;
    column::read(row.value(0), room.id);
    column::read(row.value(1), room.name);
    column::read(row.value(2), room.topic);
    column::read(row.value(3), room.visibility);
    column::read(row.value(4), room.ownerId);
    if (!row.value(5).isNull())
        room.directUserIds = {UserId{row.value(5).toLongLong()}, UserId{row.value(6).toLongLong()}};
    column::read(row.value(7), room.createdAt);
    column::read(row.value(8), room.deletedAt);
    column::read(row.value(9), room.version);
    return room;
}

template <typename... Values> QList<Room> rooms(Database &database, const char *sql, const Values &...values)
{
    QList<Room> list;
    database.each(
        sql, [&](const Row &row) { list.append(roomFrom(row)); }, values...);
    return list;
}

std::optional<Room> firstOf(const QList<Room> &list)
{
    return list.isEmpty() ? std::nullopt : std::optional(list.first());
}

Relations relationsOf(Visibility visibility, const std::optional<MemberRole> &role)
{
    Relations relations;
    relations.setFlag(Relation::PublicRoom, visibility == Visibility::Public);
    relations.setFlag(Relation::Member, role.has_value());
    relations.setFlag(Relation::Moderator, role == MemberRole::Moderator);
    relations.setFlag(Relation::Owner, role == MemberRole::Owner);
    return relations;
}

} // namespace

RoomId add(Database &database, const CreateRoom &request, UserId owner, qint64 nowMs)
{
    return RoomId{
        database.insert("INSERT INTO room (name, topic, visibility, owner_id, created_at) VALUES (?, ?, ?, ?, ?)",
                        request.name, request.topic, request.visibility, owner, nowMs)};
}

RoomId addDirect(Database &database, UserId low, UserId high, qint64 nowMs)
{
    return RoomId{
        database.insert("INSERT INTO room (name, topic, visibility, direct_low_id, direct_high_id, created_at) "
                        "VALUES ('', '', 'direct', ?, ?, ?)",
                        low, high, nowMs)};
}

std::optional<Room> find(Database &database, RoomId id)
{
    return firstOf(rooms(database, "SELECT " ROOM_COLUMNS " FROM room AS r WHERE r.id = ?", id));
}

QList<UserId> directUsers(Database &database, RoomId id)
{
    QList<UserId> users;
    database.each(
        "SELECT direct_low_id, direct_high_id FROM room WHERE id = ?",
        [&](const Row &row) {
            if (!row.value(0).isNull())
                users = {UserId{row.value(0).toLongLong()}, UserId{row.value(1).toLongLong()}};
        },
        id);
    return users;
}

std::optional<Room> findDirect(Database &database, UserId low, UserId high)
{
    return firstOf(rooms(database,
                         "SELECT " ROOM_COLUMNS " FROM room AS r WHERE r.direct_low_id = ? AND r.direct_high_id = ?",
                         low, high));
}

std::optional<RoomView> view(Database &database, RoomId id, UserId user)
{
    std::optional<RoomView> found;
    database.each(
        "SELECT " ROOM_COLUMNS ", m.role AS member_role FROM room AS r LEFT JOIN room_member AS m "
        "ON m.room_id = r.id AND m.user_id = ? AND m.left_at IS NULL WHERE r.id = ? AND r.deleted_at IS NULL",
        [&](const Row &row) {
            std::optional<MemberRole> role;
            column::read(row.value(10), role);
            const Room room = roomFrom(row);
            found = RoomView{room, relationsOf(room.visibility, role)};
        },
        user, id);
    return found;
}

std::optional<Relations> relations(Database &database, RoomId id, UserId user)
{
    std::optional<Relations> found;
    database.each(
        "SELECT r.visibility, m.role FROM room AS r LEFT JOIN room_member AS m "
        "ON m.room_id = r.id AND m.user_id = ? AND m.left_at IS NULL WHERE r.id = ? AND r.deleted_at IS NULL",
        [&](const Row &row) {
            Visibility visibility{};
            std::optional<MemberRole> role;
            column::read(row.value(0), visibility);
            column::read(row.value(1), role);
            found = relationsOf(visibility, role);
        },
        user, id);
    return found;
}

QList<Room> listVisible(Database &database, UserId user, RoomId after, int limit)
{
    return rooms(database,
                 "SELECT " ROOM_COLUMNS " FROM room AS r WHERE r.id > ? AND r.deleted_at IS NULL AND "
                 "(r.visibility = 'public' OR EXISTS (SELECT 1 FROM room_member AS m WHERE m.room_id = r.id AND "
                 "m.user_id = ? AND m.left_at IS NULL)) ORDER BY r.id LIMIT ?",
                 after, user, limit);
}

QList<RoomId> listOwned(Database &database, UserId owner)
{
    QList<RoomId> ids;
    database.each(
        "SELECT id FROM room WHERE owner_id = ? AND deleted_at IS NULL",
        [&](const Row &row) { ids.append(RoomId{row.value(0).toLongLong()}); }, owner);
    return ids;
}

void update(Database &database, const Room &room)
{
    database.run("UPDATE room SET name = ?, topic = ?, version = version + 1 WHERE id = ?", room.name, room.topic,
                 room.id);
}

void releaseOwner(Database &database, RoomId id)
{
    database.run("UPDATE room SET owner_id = NULL, version = version + 1 WHERE id = ?", id);
}

void markDeleted(Database &database, RoomId id, qint64 nowMs)
{
    database.run("UPDATE room SET deleted_at = ?, version = version + 1 WHERE id = ?", nowMs, id);
}

std::optional<RoomDirectory::Attention> attentionOf(Database &database, RoomId room, UserId user)
{
    std::optional<RoomDirectory::Attention> attention;
    database.each(
        "SELECT notify_level, muted FROM room_member WHERE room_id = ? AND user_id = ? AND left_at IS NULL",
        [&](const Row &row) {
            column::read(row.value(0), attention.emplace().level);
            column::read(row.value(1), attention->muted);
        },
        room, user);
    return attention;
}

QList<UserId> memberIds(Database &database, RoomId room)
{
    QList<UserId> ids;
    database.each(
        "SELECT user_id FROM room_member WHERE room_id = ? AND left_at IS NULL",
        [&](const Row &row) { ids.append(UserId{row.value(0).toLongLong()}); }, room);
    return ids;
}

QList<UserId> watcherIds(Database &database, RoomId room)
{
    QList<UserId> ids;
    database.each(
        "SELECT user_id FROM room_member WHERE room_id = ? AND notify_level = 'every' AND left_at IS NULL",
        [&](const Row &row) { ids.append(UserId{row.value(0).toLongLong()}); }, room);
    return ids;
}

std::optional<Member> findMember(Database &database, RoomId room, UserId user)
{
    return database.find<Member>("SELECT " MEMBER_COLUMNS " FROM room_member WHERE room_id = ? AND user_id = ?", room,
                                 user);
}

QList<Member> listByRank(Database &database, RoomId room, int limit)
{
    // The words of the roles stand in the alphabet as their ranks do.
    return database.list<Member>("SELECT " MEMBER_COLUMNS " FROM room_member WHERE room_id = ? AND left_at IS NULL "
                                 "ORDER BY role DESC, joined_at, user_id LIMIT ?",
                                 room, limit);
}

std::optional<Membership> findMembership(Database &database, RoomId room, UserId user)
{
    return database.find<Membership>(
        "SELECT " MEMBERSHIP_COLUMNS " FROM room_member AS m WHERE m.room_id = ? AND m.user_id = ?", room, user);
}

QList<Member> listMembers(Database &database, RoomId room, UserId after, int limit, bool withLeft)
{
    return database.list<Member>("SELECT " MEMBER_COLUMNS " FROM room_member WHERE room_id = ? AND user_id > ? AND "
                                 "(left_at IS NULL OR ?) ORDER BY user_id LIMIT ?",
                                 room, after, withLeft, limit);
}

QList<Membership> listMemberships(Database &database, UserId user, RoomId after, int limit)
{
    return database.list<Membership>("SELECT " MEMBERSHIP_COLUMNS " FROM room_member AS m WHERE m.user_id = ? AND "
                                     "m.room_id > ? AND m.left_at IS NULL ORDER BY m.room_id LIMIT ?",
                                     user, after, limit);
}

void eachMembership(Database &database, UserId user, const std::function<void(RoomId, qint64)> &visit)
{
    database.each(
        "SELECT room_id, since_seq FROM room_member WHERE user_id = ? AND left_at IS NULL",
        [&](const Row &row) { visit(RoomId{row.value(0).toLongLong()}, row.value(1).toLongLong()); }, user);
}

void join(Database &database, const Member &member, qint64 sinceSeq)
{
    database.run(
        "INSERT INTO room_member (room_id, user_id, role, last_read_message_id, joined_at, since_seq, added_by) "
        "VALUES (?, ?, ?, coalesce((SELECT max(id) FROM message WHERE room_id = ?), 0), ?, ?, ?) "
        "ON CONFLICT (room_id, user_id) DO UPDATE SET role = excluded.role, joined_at = excluded.joined_at, "
        "last_read_message_id = excluded.last_read_message_id, since_seq = excluded.since_seq, "
        "added_by = excluded.added_by, left_at = NULL, removed_by = NULL, version = version + 1",
        member.roomId, member.userId, member.role, member.roomId, member.joinedAt, sinceSeq, member.addedBy);
}

void setMemberRole(Database &database, RoomId room, UserId user, MemberRole role)
{
    database.run("UPDATE room_member SET role = ?, version = version + 1 WHERE room_id = ? AND user_id = ?", role, room,
                 user);
}

void leave(Database &database, const Member &member)
{
    database.run("UPDATE room_member SET left_at = ?, removed_by = ?, version = version + 1 WHERE room_id = ? AND "
                 "user_id = ?",
                 member.leftAt, member.removedBy, member.roomId, member.userId);
}

bool markRead(Database &database, RoomId room, UserId user, MessageId message)
{
    return database.run("UPDATE room_member SET last_read_message_id = ?, version = version + 1 "
                        "WHERE room_id = ? AND user_id = ? AND last_read_message_id < ?",
                        message, room, user, message) > 0;
}

void setWishes(Database &database, const Membership &membership)
{
    database.run("UPDATE room_member SET notify_level = ?, muted = ?, pinned = ?, archived = ?, version = version + 1 "
                 "WHERE room_id = ? AND user_id = ?",
                 membership.notifyLevel, membership.muted, membership.pinned, membership.archived, membership.roomId,
                 membership.userId);
}

bool hasMoreMembersThan(Database &database, RoomId room, int count)
{
    return database
        .value("SELECT 1 FROM room_member WHERE room_id = ? AND left_at IS NULL LIMIT 1 OFFSET ?", room, count)
        .has_value();
}

} // namespace rialto::room_store
