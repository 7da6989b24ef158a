#include "features/friends/FriendsFeature.h"

namespace rialto {

FriendsFeature::FriendsFeature(Directory &directory) : m_service(directory) {}

void FriendsFeature::registerWith(Router &router, Hooks &hooks)
{
    FriendService &service = m_service;
    router.onRead<ListFriends>(
        [&](auto &context, const auto &request) { return service.listFriends(context, request); });
    router.onRead<GetFriend>([&](auto &context, const auto &request) { return service.getFriend(context, request); });
    router.onWrite<PutFriend>([&](auto &context, const auto &request) { return service.putFriend(context, request); });
    router.onWrite<RemoveFriend>(
        [&](auto &context, const auto &request) { return service.removeFriend(context, request); });
    hooks.accountDeleted.push_back(
        [this](WriteContext &context, UserId user) { m_service.releaseAccount(context, user); });
}

} // namespace rialto
