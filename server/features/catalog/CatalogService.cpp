#include "features/catalog/CatalogService.h"

#include "core/Paging.h"
#include "core/Topic.h"
#include "features/catalog/ProductStore.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

tl::unexpected<Error> noSuchProduct()
{
    return fail(ErrorCode::NotFound, u"There is no such product."_s);
}

Result<> checkVersion(const std::optional<qint64> &baseVersion, const Product &product)
{
    if (!baseVersion || *baseVersion == product.version)
        return {};
    Error stale{ErrorCode::Conflict, u"The product was changed meanwhile."_s, {}, {}, 0};
    stale.current = *parseObject(toJson(product));
    return tl::unexpected(stale);
}

Product changedBy(const ChangeProduct &request, Product product, qint64 nowMs)
{
    product.sku = request.sku.value_or(product.sku);
    product.name = request.name.value_or(product.name);
    product.description = request.description.value_or(product.description);
    product.price = request.price.value_or(product.price);
    product.currency = request.currency.value_or(product.currency);
    product.unit = request.unit.value_or(product.unit);
    product.updatedAt = nowMs;
    return product;
}

} // namespace

Result<Page<Product>> CatalogService::listProducts(ReadContext &context, const ListProducts &request)
{
    const auto order = product_store::Order::fromWord(request.sort);
    const QString list = u"products:"_s + request.sort;
    Cursor after;
    if (!request.after.isEmpty()) {
        auto cursor = Cursor::decode(request.after, list, u"after"_s);
        if (!cursor)
            return tl::unexpected(cursor.error());
        after = *cursor;
    }
    Page<Product> page{
        product_store::list(context.database, order, after.value, ProductId{after.key}, request.limit + 1), {}};
    if (page.items.size() > request.limit) {
        page.items.removeLast();
        page.nextCursor = Cursor::encode(list, order.valueOf(page.items.last()), page.items.last().id.value);
    }
    return page;
}

Result<Page<Product>> CatalogService::listUserProducts(ReadContext &context, const ListUserProducts &request)
{
    const QString list = u"products-of:"_s + QString::number(request.userId.value);
    ProductId after;
    if (!request.after.isEmpty()) {
        const auto cursor = Cursor::decode(request.after, list, u"after"_s);
        if (!cursor)
            return tl::unexpected(cursor.error());
        after.value = cursor->key;
    }
    Page<Product> page{product_store::listOfOwner(context.database, request.userId, after, request.limit + 1), {}};
    if (page.items.size() > request.limit) {
        page.items.removeLast();
        page.nextCursor = Cursor::encode(list, {}, page.items.last().id.value);
    }
    return page;
}

Result<Product> CatalogService::getProduct(ReadContext &context, const GetProduct &request)
{
    const auto product = product_store::find(context.database, request.productId);
    return product && !product->deletedAt ? Result<Product>(*product) : noSuchProduct();
}

Result<> CatalogService::checkSku(Database &database, const QString &sku, ProductId except)
{
    const auto holder = product_store::findBySku(database, sku);
    if (!holder || holder->id == except)
        return {};
    return fail(ErrorCode::Conflict, u"The SKU %1 belongs to another product."_s.arg(sku), u"sku"_s);
}

Result<Product> CatalogService::createProduct(WriteContext &context, const CreateProduct &request)
{
    if (auto result = checkSku(context.database, request.sku, {}); !result)
        return tl::unexpected(result.error());
    Product product;
    product.sku = request.sku;
    product.name = request.name;
    product.description = request.description;
    product.price = request.price;
    product.currency = request.currency;
    product.unit = request.unit;
    product.ownerId = context.caller.userId;
    product.createdAt = context.nowMs;
    product.id = product_store::add(context.database, product);
    if (request.quantity != Quantity{})
        product_store::move(context.database, product.id, request.quantity, context.caller.userId, context.nowMs);
    product = *product_store::find(context.database, product.id);
    context.record<ProductCreated>(topic::kCatalog, product.id.value, product);
    return product;
}

Result<Product> CatalogService::allowed(WriteContext &context, ProductId id, Action action)
{
    const auto product = product_store::find(context.database, id);
    if (!product || product->deletedAt)
        return noSuchProduct();
    const Relations relations = product->ownerId == context.caller.userId ? Relation::Owner : Relation::None;
    if (!isAllowed(action, context.caller.role, relations))
        return fail(ErrorCode::Forbidden, u"Only who added the product or a manager may do that."_s);
    return *product;
}

Result<Product> CatalogService::changeProduct(WriteContext &context, const ChangeProduct &request)
{
    const auto product = allowed(context, request.productId, Action::ChangeProduct);
    if (!product)
        return product;
    if (!request.baseVersion) {
        Error missing{ErrorCode::PreconditionRequired,
                      u"Say which version you changed: baseVersion, or the If-Match header."_s,
                      u"baseVersion"_s,
                      {},
                      0};
        missing.current = *parseObject(toJson(*product));
        return tl::unexpected(missing);
    }
    if (auto result = checkVersion(request.baseVersion, *product); !result)
        return tl::unexpected(result.error());
    const Product changed = changedBy(request, *product, context.nowMs);
    if (auto result = checkSku(context.database, changed.sku, changed.id); !result)
        return tl::unexpected(result.error());
    product_store::update(context.database, changed);
    const Quantity difference{request.quantity.value_or(product->quantity).thousandths - product->quantity.thousandths};
    if (difference != Quantity{})
        product_store::move(context.database, changed.id, difference, context.caller.userId, context.nowMs);
    const Product stored = *product_store::find(context.database, changed.id);
    context.record<ProductChanged>(topic::kCatalog, stored.id.value, stored);
    return stored;
}

Result<Nothing> CatalogService::deleteProduct(WriteContext &context, const DeleteProduct &request)
{
    const auto product = allowed(context, request.productId, Action::DeleteProduct);
    if (!product)
        return tl::unexpected(product.error());
    if (auto result = checkVersion(request.baseVersion, *product); !result)
        return tl::unexpected(result.error());
    product_store::markDeleted(context.database, request.productId, context.nowMs);
    context.record<ProductDeleted>(topic::kCatalog, request.productId.value,
                                   *product_store::find(context.database, request.productId));
    return Nothing{};
}

void CatalogService::releaseAccount(WriteContext &context, UserId user)
{
    for (const ProductId id : product_store::listIdsOfOwner(context.database, user)) {
        product_store::releaseOwner(context.database, id);
        const Product product = *product_store::find(context.database, id);
        if (!product.deletedAt)
            context.record<ProductChanged>(topic::kCatalog, id.value, product);
    }
}

} // namespace rialto
