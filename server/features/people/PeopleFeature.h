#pragma once

#include "core/Feature.h"
#include "features/people/PeopleService.h"

namespace rialto {

class PeopleFeature final : public Feature
{
public:
    explicit PeopleFeature(FileShelf &files) : m_files(files) {}
    void registerWith(Router &router, Hooks &hooks) override;
    Directory &directory() { return m_users; }

private:
    FileShelf &m_files;
    UserStore m_users;
    std::unique_ptr<PeopleService> m_service;
};

} // namespace rialto
