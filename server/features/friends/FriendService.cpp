#include "features/friends/FriendService.h"

#include "core/Paging.h"
#include "core/Topic.h"
#include "features/friends/FriendStore.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr int kStep = 200;

tl::unexpected<Error> noFriendship()
{
    return fail(ErrorCode::NotFound, u"There is nothing between you and this person."_s, u"userId"_s);
}

} // namespace

FriendService::FriendService(Directory &directory) : m_directory(directory) {}

Result<Page<Friendship>> FriendService::listFriends(ReadContext &context, const ListFriends &request)
{
    return pageByKey<Friendship>(
        u"friends"_s, request.after, request.limit,
        [&](qint64 after, int limit) {
            return friend_store::list(context.database, context.caller.userId, UserId{after}, limit);
        },
        [](const Friendship &friendship) { return friendship.friendId.value; });
}

Result<Friendship> FriendService::getFriend(ReadContext &context, const GetFriend &request)
{
    const auto found = friend_store::find(context.database, context.caller.userId, request.userId);
    return found && !found->removedAt ? Result<Friendship>(*found) : noFriendship();
}

Result<Friendship> FriendService::putFriend(WriteContext &context, const PutFriend &request)
{
    const UserId me = context.caller.userId;
    const UserId other = request.userId;
    if (other == me)
        return fail(ErrorCode::Invalid, u"userId must be somebody else."_s, u"userId"_s);
    if (!m_directory.find(context.database, other))
        return fail(ErrorCode::NotFound, u"There is no such person."_s, u"userId"_s);
    const auto before = friend_store::find(context.database, me, other);
    const bool isNew = !before || before->removedAt;
    if (!isNew && before->state != FriendState::Asked)
        return *before;
    if (isNew)
        friend_store::ask(context.database, me, other, context.nowMs);
    else
        friend_store::accept(context.database, me, other, context.nowMs);
    record(context, me, other);
    return *friend_store::find(context.database, me, other);
}

Result<Nothing> FriendService::removeFriend(WriteContext &context, const RemoveFriend &request)
{
    const UserId me = context.caller.userId;
    const auto before = friend_store::find(context.database, me, request.userId);
    if (!before || before->removedAt)
        return noFriendship();
    friend_store::end(context.database, me, request.userId, context.nowMs);
    record(context, me, request.userId);
    return Nothing{};
}

void FriendService::releaseAccount(WriteContext &context, UserId user)
{
    for (auto friendships = friend_store::list(context.database, user, {}, kStep); !friendships.isEmpty();
         friendships = friend_store::list(context.database, user, friendships.last().friendId, kStep)) {
        for (const Friendship &friendship : std::as_const(friendships)) {
            friend_store::end(context.database, user, friendship.friendId, context.nowMs);
            record(context, user, friendship.friendId);
        }
    }
}

void FriendService::record(WriteContext &context, UserId one, UserId other)
{
    context.record<FriendChanged>(topic::user(one), other.value, *friend_store::find(context.database, one, other));
    context.record<FriendChanged>(topic::user(other), one.value, *friend_store::find(context.database, other, one));
}

} // namespace rialto
