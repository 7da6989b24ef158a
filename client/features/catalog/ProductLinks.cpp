#include "features/catalog/ProductLinks.h"

#include <QRegularExpression>

#include "features/catalog/model/Money.h"
#include "features/catalog/model/ProductModel.h"
#include "net/LinkStatus.h"
#include "net/ServerLinks.h"

using namespace Qt::StringLiterals;

namespace rialto {

ProductLinks::ProductLinks(const CatalogContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    const ProductModel &products = m_context.products;
    connect(&products, &QAbstractItemModel::dataChanged, this, &ProductLinks::changed);
    connect(&products, &QAbstractItemModel::rowsInserted, this, &ProductLinks::changed);
    connect(&products, &QAbstractItemModel::rowsRemoved, this, &ProductLinks::changed);
    connect(&products, &QAbstractItemModel::modelReset, this, &ProductLinks::changed);
    connect(&m_context.link, &LinkStatus::onlineChanged, this, &ProductLinks::changed);
}

QUrl ProductLinks::linkTo(ProductId id) const
{
    return m_context.links.to(u"products/%1"_s.arg(id.value));
}

ProductId ProductLinks::idOf(const QUrl &url) const
{
    static const QRegularExpression path(u"^/products/(\\d{1,18})$"_s);
    const auto match = path.match(url.path());
    return match.hasMatch() && m_context.links.owns(url) ? ProductId{match.captured(1).toLongLong()} : ProductId();
}

std::optional<LinkCard> ProductLinks::card(const QUrl &url) const
{
    const ProductId id = idOf(url);
    const std::optional<Product> product = id.isValid() ? m_context.products.find(id) : std::nullopt;
    if (!product)
        return std::nullopt;
    LinkCard card{.url = url,
                  .icon = u"package"_s,
                  .title = product->name,
                  .detail = product->sku,
                  .value = moneyText(product->price, product->currency),
                  .state = tr("%1 %2 in stock").arg(quantityText(product->quantity), product->unit),
                  .isLive = m_context.link.isOnline()};
    if (product->quantity.thousandths <= 0) {
        card.state = tr("Out of stock");
        card.stateInk = &Colors::danger;
        card.stateGround = &Colors::dangerSoft;
    }
    return card;
}

QList<LinkTarget> ProductLinks::find(const QString &typed, int atMost) const
{
    QList<LinkTarget> found;
    for (int row = 0; row < m_context.products.rowCount() && found.size() < atMost; ++row) {
        const Product &product = m_context.products.row(row).product;
        const bool isMeant = product.id.isValid() && (product.sku.contains(typed, Qt::CaseInsensitive) ||
                                                      product.name.contains(typed, Qt::CaseInsensitive));
        if (isMeant)
            found.append({product.sku + u"  "_s + product.name, product.name, linkTo(product.id)});
    }
    return found;
}

} // namespace rialto
