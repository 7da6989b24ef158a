#pragma once

#include "protocol/Catalog.h"
#include "storage/Database.h"

namespace rialto {

/// The tables `product` and `stock_movement`. A quantity only ever changes together with the movement that says why.
/// Lives on: the thread of the database it is given.
namespace product_store {

/// The order of a list: a column and a direction, as the word of `sort` names them.
struct Order
{
    QString column; ///< Field name: id, sku, name, price, quantity or updatedAt.
    bool descending = false;

    static Order fromWord(const QString &word);
    /// The value of a product in this order, as a cursor keeps it.
    QString valueOf(const Product &product) const;
};

ProductId add(Database &database, const Product &product);
std::optional<Product> find(Database &database, ProductId id);
std::optional<Product> findBySku(Database &database, const QString &sku);
/// Living products in order; after the row with `value` and `key` when `key` is valid.
QList<Product> list(Database &database, const Order &order, const QString &value, ProductId key, int limit);
QList<Product> listOfOwner(Database &database, UserId owner, ProductId after, int limit);
QList<ProductId> listIdsOfOwner(Database &database, UserId owner);
/// Writes everything but the quantity, and the next version.
void update(Database &database, const Product &product);
/// Writes the movement and adds its difference to the quantity.
void move(Database &database, ProductId product, Quantity difference, UserId user, qint64 nowMs);
void markDeleted(Database &database, ProductId id, qint64 nowMs);
void releaseOwner(Database &database, ProductId id);
/// The statement behind list(), for the test of its plan.
QByteArray listStatement(const Order &order, bool fromCursor);

} // namespace product_store
} // namespace rialto
