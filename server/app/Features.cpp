#include "app/Features.h"

#include "features/auth/AuthFeature.h"
#include "features/catalog/CatalogFeature.h"
#include "features/chat/ChatFeature.h"
#include "features/files/FilesFeature.h"
#include "features/friends/FriendsFeature.h"
#include "features/notify/NotifyFeature.h"
#include "features/people/PeopleFeature.h"
#include "features/presence/PresenceFeature.h"

namespace rialto {

Features makeFeatures(const FeatureParts &parts)
{
    auto files = std::make_unique<FilesFeature>(parts.files, parts.fileLimits);
    auto people = std::make_unique<PeopleFeature>(files->shelf());
    Directory &directory = people->directory();
    Features features;
    features.directory = &directory;
    features.list.push_back(std::move(people));
    features.list.push_back(std::make_unique<AuthFeature>(directory, parts.tokens, parts.secret, parts.registration));
    auto chat = std::make_unique<ChatFeature>(directory, files->shelf());
    RoomDirectory &rooms = *chat;
    features.list.push_back(std::move(chat));
    features.list.push_back(std::make_unique<CatalogFeature>());
    features.list.push_back(std::make_unique<PresenceFeature>(parts.presence));
    features.list.push_back(std::make_unique<FriendsFeature>(directory));
    features.list.push_back(std::make_unique<NotifyFeature>(directory, rooms));
    features.list.push_back(std::move(files));
    return features;
}

} // namespace rialto
