#pragma once

#include "net/Replica.h"
#include "protocol/Catalog.h"

#include <QObject>

namespace rialto {

class ApiClient;
class Cache;
class EventBus;

/// The cached catalogue, and the one place where events, replies and lists change it. Lives on: the GUI thread.
class ProductStore : public QObject, public Replica
{
    Q_OBJECT

public:
    ProductStore(Cache &cache, EventBus &bus, ApiClient &api, QObject *parent = nullptr);

    /// A living product.
    std::optional<Product> find(ProductId id) const;
    /// Living products by id, after `after`; `last` is set to the last id that was read, 0 at the end.
    QList<Product> list(ProductId after, int limit, ProductId &last) const;

    void apply(const Product &product);

    void markStale() override;
    void refetch(std::function<void(Result<>)> done) override;

Q_SIGNALS:
    /// A product is new, has changed, or is gone (then find() does not know it).
    void changed(rialto::ProductId id);

private:
    void applyPage(const QList<Product> &products);
    void removeStale();

    Cache &m_cache;
    ApiClient &m_api;
};

} // namespace rialto
