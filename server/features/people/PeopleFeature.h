#pragma once

#include "core/Feature.h"
#include "features/people/PeopleService.h"

namespace rialto {

class PeopleFeature final : public Feature
{
public:
    void registerWith(Router &router, Hooks &hooks) override;
    Directory &directory() { return m_users; }

private:
    UserStore m_users;
    std::unique_ptr<PeopleService> m_service;
};

} // namespace rialto
