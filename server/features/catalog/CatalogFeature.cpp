#include "features/catalog/CatalogFeature.h"

#include "core/Topic.h"

namespace rialto {

void CatalogFeature::registerWith(Router &router, Hooks &hooks)
{
    CatalogService &service = m_service;
    router.onRead<ListProducts>(
        [&](auto &context, const auto &request) { return service.listProducts(context, request); });
    router.onRead<ListUserProducts>(
        [&](auto &context, const auto &request) { return service.listUserProducts(context, request); });
    router.onRead<GetProduct>([&](auto &context, const auto &request) { return service.getProduct(context, request); });
    router.onWrite<CreateProduct>(
        [&](auto &context, const auto &request) { return service.createProduct(context, request); });
    router.onWrite<ChangeProduct>(
        [&](auto &context, const auto &request) { return service.changeProduct(context, request); });
    router.onWrite<DeleteProduct>(
        [&](auto &context, const auto &request) { return service.deleteProduct(context, request); });

    hooks.topics.push_back([](Database &, UserId, Topics &topics) { topics.insert(topic::kCatalog, 0); });
    hooks.accountDeleted.push_back([&](WriteContext &context, UserId user) { service.releaseAccount(context, user); });
}

} // namespace rialto
