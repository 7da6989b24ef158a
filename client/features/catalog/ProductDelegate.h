#pragma once

#include "ui/RowDelegate.h"

namespace rialto {

struct ProductRow;

/// A cell of the catalogue's table.
class ProductDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    ProductDelegate(const Theme &theme, QObject *parent);

private:
    void paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    int paintState(QPainter &painter, const QRect &place, const ProductRow &row) const;
};

} // namespace rialto
