#include "app/Features.h"

#include "features/auth/AuthFeature.h"
#include "features/catalog/CatalogFeature.h"
#include "features/chat/ChatFeature.h"
#include "features/friends/FriendsFeature.h"
#include "features/notify/NotifyFeature.h"
#include "features/people/PeopleFeature.h"
#include "features/presence/PresenceFeature.h"

namespace rialto {

Features makeFeatures(const AccessTokens &tokens, const QByteArray &secret, Registration registration,
                      PresenceBoard &presence)
{
    auto people = std::make_unique<PeopleFeature>();
    Directory &directory = people->directory();
    Features features;
    features.directory = &directory;
    features.list.push_back(std::move(people));
    features.list.push_back(std::make_unique<AuthFeature>(directory, tokens, secret, registration));
    auto chat = std::make_unique<ChatFeature>(directory);
    RoomDirectory &rooms = *chat;
    features.list.push_back(std::move(chat));
    features.list.push_back(std::make_unique<CatalogFeature>());
    features.list.push_back(std::make_unique<PresenceFeature>(presence));
    features.list.push_back(std::make_unique<FriendsFeature>(directory));
    features.list.push_back(std::make_unique<NotifyFeature>(directory, rooms));
    return features;
}

} // namespace rialto
