#include "features/catalog/ProductStore.h"

#include <QMap>

#define PRODUCT_COLUMNS                                                                                                \
    "id, sku, name, description, price, currency, quantity, unit, owner_id, created_at, updated_at, deleted_at, "      \
    "version"

using namespace Qt::StringLiterals;

namespace rialto::product_store {

Order Order::fromWord(const QString &word)
{
    const bool descending = word.startsWith(u'-');
    return {descending ? word.mid(1) : word, descending};
}

QString Order::valueOf(const Product &product) const
{
    if (column == "sku"_L1)
        return product.sku;
    if (column == "name"_L1)
        return product.name;
    const qint64 number = column == "price"_L1       ? product.price
                          : column == "quantity"_L1  ? product.quantity.thousandths
                          : column == "updatedAt"_L1 ? product.updatedAt
                                                     : product.id.value;
    return QString::number(number);
}

ProductId add(Database &database, const Product &product)
{
    return ProductId{database.insert("INSERT INTO product (sku, name, description, price, currency, quantity, unit, "
                                     "owner_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?)",
                                     product.sku, product.name, product.description, product.price, product.currency,
                                     product.unit, product.ownerId, product.createdAt, product.createdAt)};
}

std::optional<Product> find(Database &database, ProductId id)
{
    return database.find<Product>("SELECT " PRODUCT_COLUMNS " FROM product WHERE id = ?", id);
}

std::optional<Product> findBySku(Database &database, const QString &sku)
{
    return database.find<Product>("SELECT " PRODUCT_COLUMNS " FROM product WHERE sku = ? AND deleted_at IS NULL", sku);
}

QByteArray listStatement(const Order &order, bool fromCursor)
{
    const QByteArray column = column::nameOf(order.column.toLatin1().constData());
    const bool byKey = column == "id";
    const QByteArray direction = order.descending ? " DESC" : "";
    const QByteArray sign = order.descending ? " < " : " > ";
    QByteArray sql = "SELECT " PRODUCT_COLUMNS " FROM product WHERE deleted_at IS NULL";
    if (fromCursor)
        sql += byKey ? " AND id" + sign + "?" : " AND (" + column + ", id)" + sign + "(?, ?)";
    return sql + " ORDER BY " + (byKey ? "" : column + direction + ", ") + "id" + direction + " LIMIT ?";
}

QList<Product> list(Database &database, const Order &order, const QString &value, ProductId key, int limit)
{
    // The connection finds its prepared statements by address, so each text is made once and kept.
    thread_local QMap<QByteArray, QByteArray> statements;
    const QByteArray name = order.column.toLatin1() + (order.descending ? '-' : '+') + (key.isValid() ? 'c' : 'f');
    QByteArray &statement = statements[name];
    if (statement.isEmpty())
        statement = listStatement(order, key.isValid());
    const char *sql = statement.constData();
    if (!key.isValid())
        return database.list<Product>(sql, limit);
    if (order.column == "id"_L1)
        return database.list<Product>(sql, key, limit);
    if (order.column == "sku"_L1 || order.column == "name"_L1)
        return database.list<Product>(sql, value, key, limit);
    return database.list<Product>(sql, value.toLongLong(), key, limit);
}

QList<Product> listOfOwner(Database &database, UserId owner, ProductId after, int limit)
{
    return database.list<Product>("SELECT " PRODUCT_COLUMNS " FROM product WHERE owner_id = ? AND id > ? AND "
                                  "deleted_at IS NULL ORDER BY id LIMIT ?",
                                  owner, after, limit);
}

QList<ProductId> listIdsOfOwner(Database &database, UserId owner)
{
    QList<ProductId> ids;
    database.each(
        "SELECT id FROM product WHERE owner_id = ?",
        [&](const Row &row) { ids.append(ProductId{row.value(0).toLongLong()}); }, owner);
    return ids;
}

void update(Database &database, const Product &product)
{
    database.run("UPDATE product SET sku = ?, name = ?, description = ?, price = ?, currency = ?, unit = ?, "
                 "updated_at = ?, version = version + 1 WHERE id = ?",
                 product.sku, product.name, product.description, product.price, product.currency, product.unit,
                 product.updatedAt, product.id);
}

void move(Database &database, ProductId product, Quantity difference, UserId user, qint64 nowMs)
{
    database.run("INSERT INTO stock_movement (product_id, difference, reason, user_id, created_at) "
                 "VALUES (?, ?, 'corrected', ?, ?)",
                 product, difference, user, nowMs);
    database.run("UPDATE product SET quantity = quantity + ? WHERE id = ?", difference, product);
}

void markDeleted(Database &database, ProductId id, qint64 nowMs)
{
    database.run("UPDATE product SET deleted_at = ?, updated_at = ?, version = version + 1 WHERE id = ?", nowMs, nowMs,
                 id);
}

void releaseOwner(Database &database, ProductId id)
{
    database.run("UPDATE product SET owner_id = NULL, version = version + 1 WHERE id = ?", id);
}

} // namespace rialto::product_store
