#include "features/catalog/model/ProductStore.h"

#include "cache/Cache.h"
#include "net/EventBus.h"
#include "net/ListFetch.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

const QString kKind = u"product"_s;

} // namespace

ProductStore::ProductStore(Cache &cache, EventBus &bus, ApiClient &api, QObject *parent)
    : QObject(parent), m_cache(cache), m_api(api)
{
    bus.on<ProductCreated>([this](const Product &product) { apply(product); });
    bus.on<ProductChanged>([this](const Product &product) { apply(product); });
    bus.on<ProductDeleted>([this](const Product &product) { apply(product); });
}

std::optional<Product> ProductStore::find(ProductId id) const
{
    std::optional<Product> product = m_cache.entities().find<Product>({kKind, id.value});
    return product && product->deletedAt ? std::nullopt : product;
}

QList<Product> ProductStore::list(ProductId after, int limit, ProductId &last) const
{
    QList<Product> products = m_cache.entities().list<Product>(kKind, after.value, limit);
    last = products.size() < limit ? ProductId{} : products.last().id;
    products.removeIf([](const Product &product) { return product.deletedAt.has_value(); });
    return products;
}

void ProductStore::apply(const Product &product)
{
    if (m_cache.entities().merge({kKind, product.id.value}, product))
        Q_EMIT changed(product.id);
}

void ProductStore::markStale()
{
    m_cache.entities().markStale(kKind);
}

void ProductStore::refetch(std::function<void(Result<>)> done)
{
    ListFetch<ListProducts>::run(
        m_api, ListProducts{}, this, [this](const QList<Product> &products) { applyPage(products); },
        [this, done = std::move(done)](const Result<> &result) {
            if (result)
                removeStale();
            done(result);
        });
}

void ProductStore::applyPage(const QList<Product> &products)
{
    Transaction transaction(m_cache.database());
    for (const Product &product : products)
        apply(product);
    (void)transaction.commit();
}

void ProductStore::removeStale()
{
    const QList<EntityKey> gone = m_cache.entities().removeStale(kKind);
    for (const EntityKey &key : gone)
        Q_EMIT changed(ProductId{key.id});
}

} // namespace rialto
