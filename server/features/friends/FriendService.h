#pragma once

#include "core/Directory.h"
#include "protocol/Friends.h"

namespace rialto {

/// Who is whose friend. Both of the two hear of every change.
class FriendService
{
public:
    explicit FriendService(Directory &directory);

    Result<Page<Friendship>> listFriends(ReadContext &context, const ListFriends &request);
    Result<Friendship> getFriend(ReadContext &context, const GetFriend &request);
    Result<Friendship> putFriend(WriteContext &context, const PutFriend &request);
    Result<Nothing> removeFriend(WriteContext &context, const RemoveFriend &request);

    /// Ends all friendships of the account.
    void releaseAccount(WriteContext &context, UserId user);

private:
    static void record(WriteContext &context, UserId one, UserId other);

    Directory &m_directory;
};

} // namespace rialto
