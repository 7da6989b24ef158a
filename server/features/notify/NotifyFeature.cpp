#include "features/notify/NotifyFeature.h"

namespace rialto {

NotifyFeature::NotifyFeature(Directory &people, RoomDirectory &rooms) : m_service(people, rooms) {}

void NotifyFeature::registerWith(Router &router, Hooks &hooks)
{
    NotifyService &service = m_service;
    router.onRead<ListNotifications>(
        [&](auto &context, const auto &request) { return service.list(context, request); });
    router.onWrite<ChangeNotification>(
        [&](auto &context, const auto &request) { return service.change(context, request); });
    router.onWrite<RemoveNotification>(
        [&](auto &context, const auto &request) { return service.remove(context, request); });
    router.onWrite<ReadAllNotifications>(
        [&](auto &context, const auto &request) { return service.readAll(context, request); });
    observe(hooks.observers);
    hooks.accountDeleted.push_back(
        [this](WriteContext &context, UserId user) { m_service.releaseAccount(context, user); });
    hooks.housekeeping.push_back([](WriteContext &context, int atMost) {
        return notification_store::removeOld(context.database, context.nowMs - NotifyService::kKeptMs, atMost);
    });
}

void NotifyFeature::observe(Observers &observers)
{
    NotifyService &service = m_service;
    observers.on<MessagePosted>([&](auto &context, const auto &data) { service.messagePosted(context, data); });
    observers.on<MessageReworded>([&](auto &context, const auto &data) { service.messageReworded(context, data); });
    observers.on<MessageErased>([&](auto &context, const auto &data) { service.messageErased(context, data.before); });
    observers.on<ReactionAdded>([&](auto &context, const auto &data) { service.reactionAdded(context, data); });
    observers.on<MembershipAdded>([&](auto &context, const auto &data) { service.membershipAdded(context, data); });
    observers.on<MembershipChanged>([&](auto &context, const auto &data) { service.membershipChanged(context, data); });
    observers.on<MembershipRemoved>([&](auto &context, const auto &data) { service.membershipRemoved(context, data); });
    observers.on<MemberChanged>([&](auto &context, const auto &data) { service.memberChanged(context, data); });
    observers.on<AccountChanged>([&](auto &context, const auto &data) { service.accountChanged(context, data); });
    observers.on<FriendChanged>([&](auto &context, const auto &data) { service.friendChanged(context, data); });
}

} // namespace rialto
