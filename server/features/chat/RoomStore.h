#pragma once

#include "core/Authorization.h"
#include "core/RoomDirectory.h"
#include "protocol/Chat.h"
#include "storage/Database.h"

namespace rialto {

/// A room with what somebody is to it.
struct RoomView
{
    Room room;
    Relations relations;
};

/// The tables `room` and `room_member`. Lives on: the thread of the database it is given.
namespace room_store {

RoomId add(Database &database, const CreateRoom &request, UserId owner, qint64 nowMs);
RoomId addDirect(Database &database, UserId low, UserId high, qint64 nowMs);
std::optional<Room> find(Database &database, RoomId id);
/// The two people of a direct room; empty for all others.
QList<UserId> directUsers(Database &database, RoomId id);
std::optional<Room> findDirect(Database &database, UserId low, UserId high);
/// A living room as `user` stands to it.
std::optional<RoomView> view(Database &database, RoomId id, UserId user);
/// Only how `user` stands to a living room: what every message asks.
std::optional<Relations> relations(Database &database, RoomId id, UserId user);
QList<Room> listVisible(Database &database, UserId user, RoomId after, int limit);
QList<RoomId> listOwned(Database &database, UserId owner);
void update(Database &database, const Room &room);
void releaseOwner(Database &database, RoomId id);
void markDeleted(Database &database, RoomId id, qint64 nowMs);

std::optional<RoomDirectory::Attention> attentionOf(Database &database, RoomId room, UserId user);
QList<UserId> memberIds(Database &database, RoomId room);
/// The members who want to be told of every message.
QList<UserId> watcherIds(Database &database, RoomId room);
std::optional<Member> findMember(Database &database, RoomId room, UserId user);
std::optional<Membership> findMembership(Database &database, RoomId room, UserId user);
QList<Member> listMembers(Database &database, RoomId room, UserId after, int limit, bool withLeft = false);
QList<Membership> listMemberships(Database &database, UserId user, RoomId after, int limit);
/// Calls visit(room, sinceSeq) for every room that the person is in.
void eachMembership(Database &database, UserId user, const std::function<void(RoomId, qint64)> &visit);
/// Puts the person into the room (again), as `member` says; everything up to now counts as read.
void join(Database &database, const Member &member, qint64 sinceSeq);
void setMemberRole(Database &database, RoomId room, UserId user, MemberRole role);
/// Takes the person out of the room, at the time and by whom `member` says.
void leave(Database &database, const Member &member);
/// Members by their roles, the highest first, and among equals who came first; `limit` at most.
QList<Member> listByRank(Database &database, RoomId room, int limit);
/// Moves the marker forward; false when it already was there or further.
bool markRead(Database &database, RoomId room, UserId user, MessageId message);
/// How oneself sees the room: level, mute, pin, archive.
void setWishes(Database &database, const Membership &membership);
bool hasMoreMembersThan(Database &database, RoomId room, int count);

} // namespace room_store
} // namespace rialto
