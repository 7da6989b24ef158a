#include "features/people/PeopleFeature.h"

#include "core/Topic.h"

namespace rialto {

void PeopleFeature::registerWith(Router &router, Hooks &hooks)
{
    m_service = std::make_unique<PeopleService>(m_users, m_files, hooks);
    PeopleService &service = *m_service;
    router.onRead<GetMe>([&](auto &context, const auto &request) { return service.getMe(context, request); });
    router.onRead<ListUsers>([&](auto &context, const auto &request) { return service.listUsers(context, request); });
    router.onRead<GetUser>([&](auto &context, const auto &request) { return service.getUser(context, request); });
    router.onWrite<ChangeMe>([&](auto &context, const auto &request) { return service.changeMe(context, request); });
    router.onWrite<DeleteMe>([&](auto &context, const auto &request) { return service.deleteMe(context, request); });
    router.onWrite<SetRole>([&](auto &context, const auto &request) { return service.setRole(context, request); });
    router.onWrite<SetDisabled>(
        [&](auto &context, const auto &request) { return service.setDisabled(context, request); });

    hooks.topics.push_back([](Database &, UserId user, Topics &topics) {
        topics.insert(topic::kPeople, 0);
        topics.insert(topic::user(user), 0);
    });
    // Whoever may ask at all may see people, and so their pictures.
    hooks.fileHolders.push_back(
        {UserStore::isAvatar,
         [](Database &database, const Caller &, FileId file) { return UserStore::isAvatar(database, file); },
         {}});
}

} // namespace rialto
