#pragma once

#include "core/Feature.h"
#include "features/notify/NotifyService.h"

namespace rialto {

class NotifyFeature final : public Feature
{
public:
    NotifyFeature(Directory &people, RoomDirectory &rooms);
    void registerWith(Router &router, Hooks &hooks) override;

private:
    void observe(Observers &observers);

    NotifyService m_service;
};

} // namespace rialto
