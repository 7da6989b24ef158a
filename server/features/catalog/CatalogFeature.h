#pragma once

#include "core/Feature.h"
#include "features/catalog/CatalogService.h"

namespace rialto {

class CatalogFeature final : public Feature
{
public:
    void registerWith(Router &router, Hooks &hooks) override;

private:
    CatalogService m_service;
};

} // namespace rialto
