#include "features/catalog/ProductFilter.h"

#include "features/catalog/model/Money.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

ProductFilter::ProductFilter(ProductModel &products, QObject *parent)
    : QSortFilterProxyModel(parent), m_products(products)
{
    setSourceModel(&products);
    setSortRole(ProductModel::SortRole);
}

void ProductFilter::setText(const QString &text)
{
    m_words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

const ProductRow &ProductFilter::rowAt(int row) const
{
    return m_products.row(mapToSource(index(row, 0)).row());
}

int ProductFilter::rowOf(ProductId id) const
{
    const int row = m_products.rowOf(id);
    return row < 0 ? -1 : mapFromSource(m_products.index(row, 0)).row();
}

QVariant ProductFilter::data(const QModelIndex &index, int role) const
{
    if (role == Qt::DisplayRole && index.isValid())
        return display(rowAt(index.row()).product, index.column());
    return QSortFilterProxyModel::data(index, role);
}

QString ProductFilter::display(const Product &product, int column) const
{
    switch (column) {
    case ProductModel::SkuColumn:
        return product.sku;
    case ProductModel::NameColumn:
        return product.name;
    case ProductModel::QuantityColumn:
        return quantityText(product.quantity) + QChar(QChar::Nbsp) + product.unit;
    case ProductModel::PriceColumn:
        return moneyText(product.price, product.currency);
    case ProductModel::UpdatedColumn:
        return shortMoment(product.updatedAt, QDate::currentDate());
    default:
        return {};
    }
}

QVariant ProductFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ProductModel::SkuColumn:
        return tr("SKU");
    case ProductModel::NameColumn:
        return tr("Name");
    case ProductModel::QuantityColumn:
        return tr("Quantity");
    case ProductModel::PriceColumn:
        return tr("Price");
    case ProductModel::UpdatedColumn:
        return tr("Changed");
    default:
        return {};
    }
}

/// Every typed word must stand in the SKU, the name or the description.
bool ProductFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    if (m_words.isEmpty())
        return true;
    const Product &product = m_products.row(row).product;
    const QString text = (product.sku + u'\n' + product.name + u'\n' + product.description).toCaseFolded();
    return std::all_of(m_words.cbegin(), m_words.cend(), [&text](const QString &word) { return text.contains(word); });
}

/// Texts by the rules of the language, numbers by value; the SKU decides between equals.
bool ProductFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant first = left.data(ProductModel::SortRole);
    const QVariant second = right.data(ProductModel::SortRole);
    const bool text = first.userType() == QMetaType::QString;
    const int order = text ? QString::localeAwareCompare(first.toString(), second.toString())
                           : (first.toLongLong() > second.toLongLong()) - (first.toLongLong() < second.toLongLong());
    if (order != 0)
        return order < 0;
    return m_products.row(left.row()).product.sku < m_products.row(right.row()).product.sku;
}

} // namespace rialto
