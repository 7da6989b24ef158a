#pragma once

#include "core/Directory.h"
#include "core/Feature.h"
#include "features/chat/RoomStore.h"

namespace rialto {

/// Rooms and who is in them.
class RoomService
{
public:
    explicit RoomService(Directory &directory);

    Result<Page<Room>> listRooms(ReadContext &context, const ListRooms &request);
    Result<Room> getRoom(ReadContext &context, const GetRoom &request);
    Result<Page<Member>> listMembers(ReadContext &context, const ListMembers &request);
    Result<Page<Membership>> listMemberships(ReadContext &context, const ListMemberships &request);

    Result<Room> createRoom(WriteContext &context, const CreateRoom &request);
    Result<Room> changeRoom(WriteContext &context, const ChangeRoom &request);
    Result<Nothing> deleteRoom(WriteContext &context, const DeleteRoom &request);
    Result<Room> openDirect(WriteContext &context, const OpenDirectRoom &request);
    Result<Member> putMember(WriteContext &context, const PutMember &request);
    Result<Nothing> removeMember(WriteContext &context, const RemoveMember &request);

    /// Leaves all rooms and gives up those that the account owns.
    void releaseAccount(WriteContext &context, UserId user);

private:
    Result<RoomView> known(Database &database, const Caller &caller, RoomId id);
    Result<RoomView> allowed(WriteContext &context, RoomId id, Action action);
    Member join(WriteContext &context, const Room &room, UserId user, MemberRole role);
    Member changeRole(WriteContext &context, RoomId room, UserId user, MemberRole role);
    void leave(WriteContext &context, RoomId room, UserId user);
    void leaveAndHandOver(WriteContext &context, RoomId room, UserId user);
    std::optional<Member> findHeir(Database &database, RoomId room);
    static bool isOnlyOwner(Database &database, const Member &owner);
    template <Event E> void recordRoom(WriteContext &context, const Room &room);

    Directory &m_directory;
};

} // namespace rialto
