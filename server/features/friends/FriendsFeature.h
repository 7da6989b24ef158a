#pragma once

#include "core/Feature.h"
#include "features/friends/FriendService.h"

namespace rialto {

class FriendsFeature final : public Feature
{
public:
    explicit FriendsFeature(Directory &directory);
    void registerWith(Router &router, Hooks &hooks) override;

private:
    FriendService m_service;
};

} // namespace rialto
