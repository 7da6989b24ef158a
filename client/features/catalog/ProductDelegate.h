#pragma once

#include <QStyledItemDelegate>

namespace rialto {

class Theme;
struct ProductRow;

/// A cell of the catalogue's table.
class ProductDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ProductDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    int paintState(QPainter &painter, const QRect &place, const ProductRow &row) const;

    const Theme &m_theme;
};

} // namespace rialto
