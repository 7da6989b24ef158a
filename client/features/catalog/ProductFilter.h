#pragma once

#include <QSortFilterProxyModel>

#include "features/catalog/model/ProductModel.h"

namespace rialto {

/// The products as the table shows them: sorted, narrowed by what is typed, with amounts in the current language.
class ProductFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ProductFilter(ProductModel &products, QObject *parent);

    void setText(const QString &text);
    const ProductRow &rowAt(int row) const;
    int rowOf(ProductId id) const;

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString display(const Product &product, int column) const;

    ProductModel &m_products;
    QStringList m_words;
};

} // namespace rialto
