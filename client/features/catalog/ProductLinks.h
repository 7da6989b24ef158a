#pragma once

#include <QObject>

#include "features/catalog/CatalogContext.h"
#include "protocol/Catalog.h"
#include "ui/LinkCard.h"

namespace rialto {

/// Products where they are referred to elsewhere: links of the form `rialto://server/products/7`, and the cards that
/// such links show. Lives on: GUI thread.
class ProductLinks final : public QObject
{
    Q_OBJECT
public:
    explicit ProductLinks(const CatalogContext &context, QObject *parent = nullptr);

    /// The product that a link of this server leads to; invalid when it is another link.
    ProductId idOf(const QUrl &url) const;
    /// None when the link is another one or the product is not there any more.
    std::optional<LinkCard> card(const QUrl &url) const;
    /// Living products whose SKU or name has what was typed, at most so many.
    QList<LinkTarget> find(const QString &typed, int atMost) const;

Q_SIGNALS:
    /// Cards may have changed.
    void changed();

private:
    QUrl linkTo(ProductId id) const;

    const CatalogContext m_context;
};

} // namespace rialto
