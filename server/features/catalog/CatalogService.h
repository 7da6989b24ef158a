#pragma once

#include "core/Authorization.h"
#include "core/Feature.h"
#include "protocol/Catalog.h"

namespace rialto {

/// The products. Changes name the version they were based on; quantities change only by movements.
class CatalogService
{
public:
    Result<Page<Product>> listProducts(ReadContext &context, const ListProducts &request);
    Result<Page<Product>> listUserProducts(ReadContext &context, const ListUserProducts &request);
    Result<Product> getProduct(ReadContext &context, const GetProduct &request);

    Result<Product> createProduct(WriteContext &context, const CreateProduct &request);
    Result<Product> changeProduct(WriteContext &context, const ChangeProduct &request);
    Result<Nothing> deleteProduct(WriteContext &context, const DeleteProduct &request);

    /// The account's products stay and belong to nobody.
    void releaseAccount(WriteContext &context, UserId user);

private:
    static Result<Product> allowed(WriteContext &context, ProductId id, Action action);
    static Result<> checkSku(Database &database, const QString &sku, ProductId except);
};

} // namespace rialto
