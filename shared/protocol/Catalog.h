#pragma once

#include "protocol/Method.h"

namespace rialto {

inline constexpr Rules kSkuRules = {.minLength = 1, .maxLength = 64};
inline constexpr Rules kProductNameRules = {.minLength = 1, .maxLength = 200};
inline constexpr Rules kDescriptionRules = {.maxLength = 4000, .text = TextRule::Block};
inline constexpr Rules kPriceRules = {.maximum = 1'000'000'000'000};
inline constexpr Rules kCurrencyRules = {.minLength = 3, .maxLength = 3, .pattern = "^[A-Z]{3}$"};
inline constexpr Rules kQuantityRules = {.minimum = -1'000'000'000'000, .maximum = 1'000'000'000'000};
inline constexpr Rules kUnitRules = {.minLength = 1, .maxLength = 16};
inline constexpr Rules kProductSortRules = {.pattern = "^-?(id|sku|name|price|quantity|updatedAt)$"};

struct Product
{
    ProductId id;
    QString sku;
    QString name;
    QString description;
    qint64 price = 0;
    QString currency;
    Quantity quantity;
    QString unit;
    std::optional<UserId> ownerId;
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    std::optional<qint64> deletedAt;
    qint64 version = 1;

    static auto fields()
    {
        return std::tuple{
            Field{"id", &Product::id, {}, "Key of the product."},
            Field{"sku", &Product::sku, {}, "Stock-keeping unit, unique among the living products."},
            Field{"name", &Product::name, {}, "What it is called."},
            Field{"description", &Product::description, {}, "What it is."},
            Field{"price", &Product::price, {}, "In minor units of the currency."},
            Field{"currency", &Product::currency, {}, "ISO 4217 code."},
            Field{"quantity", &Product::quantity, kQuantityRules, "In stock, at most three decimal places."},
            Field{"unit", &Product::unit, {}, "What the quantity counts."},
            Field{"ownerId", &Product::ownerId, {}, "Who added it; null once that account is deleted."},
            Field{"createdAt", &Product::createdAt, {}, "Epoch milliseconds."},
            Field{"updatedAt", &Product::updatedAt, {}, "Epoch milliseconds."},
            Field{"deletedAt", &Product::deletedAt, {}, "When it was deleted, or null."},
            Field{"version", &Product::version, {}, "Grows with every change."}};
    }
};

struct CreateProduct
{
    using Reply = Product;
    static constexpr MethodInfo method = {"catalog.createProduct", Verb::Post,     "products",
                                          Effect::Create,          Access::Member, "Adds a product to the catalogue."};
    QString clientId;
    QString sku;
    QString name;
    QString description;
    qint64 price = 0;
    QString currency;
    Quantity quantity;
    QString unit = QStringLiteral("pcs");

    static auto fields()
    {
        return std::tuple{
            Field{"clientId", &CreateProduct::clientId, kClientIdRules, "Idempotency key."},
            Field{"sku", &CreateProduct::sku, required(kSkuRules), "Stock-keeping unit."},
            Field{"name", &CreateProduct::name, required(kProductNameRules), "What it is called."},
            Field{"description", &CreateProduct::description, kDescriptionRules, "What it is."},
            Field{"price", &CreateProduct::price, required(kPriceRules), "In minor units of the currency."},
            Field{"currency", &CreateProduct::currency, required(kCurrencyRules), "ISO 4217 code."},
            Field{"quantity", &CreateProduct::quantity, kQuantityRules, "In stock at the start."},
            Field{"unit", &CreateProduct::unit, kUnitRules, "What the quantity counts."}};
    }
};

struct ListProducts
{
    using Reply = Page<Product>;
    static constexpr MethodInfo method = {"catalog.listProducts", Verb::Get,     "products",
                                          Effect::Read,           Access::Guest, "Lists the products."};
    int limit = 50;
    QString after;
    QString sort = QStringLiteral("id");

    static auto fields()
    {
        return std::tuple{
            Field{"limit", &ListProducts::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
            Field{"after", &ListProducts::after, {.maxLength = 1024}, "The nextCursor of the page before."},
            Field{"sort", &ListProducts::sort, kProductSortRules, "Order; a leading minus turns it round."}};
    }
};

struct ListUserProducts
{
    using Reply = Page<Product>;
    static constexpr MethodInfo method = {"catalog.listUserProducts",
                                          Verb::Get,
                                          "users/{userId}/products",
                                          Effect::Read,
                                          Access::Guest,
                                          "Lists the products that a person added."};
    UserId userId;
    int limit = 50;
    QString after;

    static auto fields()
    {
        return std::tuple{
            Field{"userId", &ListUserProducts::userId, {.required = true}, "The person."},
            Field{"limit", &ListUserProducts::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
            Field{"after", &ListUserProducts::after, {.maxLength = 512}, "The nextCursor of the page before."}};
    }
};

struct GetProduct
{
    using Reply = Product;
    static constexpr MethodInfo method = {"catalog.getProduct", Verb::Get,     "products/{productId}",
                                          Effect::Read,         Access::Guest, "Reads one product."};
    ProductId productId;

    static auto fields()
    {
        return std::tuple{Field{"productId", &GetProduct::productId, {.required = true}, "The product."}};
    }
};

struct ChangeProduct
{
    using Reply = Product;
    static constexpr MethodInfo method = {"catalog.changeProduct", Verb::Patch,
                                          "products/{productId}",  Effect::Change,
                                          Access::Member,          "Changes a product; what is left out stays."};
    ProductId productId;
    QString clientId;
    std::optional<qint64> baseVersion;
    std::optional<QString> sku;
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<qint64> price;
    std::optional<QString> currency;
    std::optional<Quantity> quantity;
    std::optional<QString> unit;

    static auto fields()
    {
        return std::tuple{
            Field{"productId", &ChangeProduct::productId, {.required = true}, "The product."},
            Field{"clientId", &ChangeProduct::clientId, kClientIdRules, "Idempotency key."},
            Field{"baseVersion", &ChangeProduct::baseVersion, {}, "The version that was changed (REST: or If-Match)."},
            Field{"sku", &ChangeProduct::sku, kSkuRules, "Stock-keeping unit."},
            Field{"name", &ChangeProduct::name, kProductNameRules, "What it is called."},
            Field{"description", &ChangeProduct::description, kDescriptionRules, "What it is."},
            Field{"price", &ChangeProduct::price, kPriceRules, "In minor units of the currency."},
            Field{"currency", &ChangeProduct::currency, kCurrencyRules, "ISO 4217 code."},
            Field{"quantity", &ChangeProduct::quantity, kQuantityRules,
                  "What is in stock now; the difference is written as a movement."},
            Field{"unit", &ChangeProduct::unit, kUnitRules, "What the quantity counts."}};
    }
};

struct DeleteProduct
{
    using Reply = Nothing;
    static constexpr MethodInfo method = {"catalog.deleteProduct", Verb::Delete,
                                          "products/{productId}",  Effect::Delete,
                                          Access::Member,          "Takes a product out of the catalogue."};
    ProductId productId;
    std::optional<qint64> baseVersion;
    QString clientId;

    static auto fields()
    {
        return std::tuple{
            Field{"productId", &DeleteProduct::productId, {.required = true}, "The product."},
            Field{"baseVersion", &DeleteProduct::baseVersion, {}, "Refused when the product has moved on since."},
            Field{"clientId", &DeleteProduct::clientId, kClientIdRules, "Idempotency key."}};
    }
};

struct ProductCreated
{
    using Data = Product;
    static constexpr EventInfo event = {"catalog.productCreated", "catalog", "A product was added."};
};

struct ProductChanged
{
    using Data = Product;
    static constexpr EventInfo event = {"catalog.productChanged", "catalog", "A product changed."};
};

struct ProductDeleted
{
    using Data = Product;
    static constexpr EventInfo event = {"catalog.productDeleted", "catalog", "A product was taken out."};
};

} // namespace rialto
