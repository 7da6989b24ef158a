#include "features/catalog/ProductDelegate.h"

#include <QPainter>
#include <QTableView>

#include "features/catalog/ProductFilter.h"
#include "ui/Mirror.h"
#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int padding = 12;
constexpr int iconSize = 16;

bool isNumber(int column)
{
    return column == ProductModel::QuantityColumn || column == ProductModel::PriceColumn;
}

/// Where a sign stands in a cell that keeps `behind` pixels free after it.
QRect signAt(const QRect &cell, int behind)
{
    return {cell.right() - behind - iconSize, cell.center().y() - iconSize / 2 + 1, iconSize, iconSize};
}

} // namespace

ProductDelegate::ProductDelegate(const Theme &theme, QObject *parent) : RowDelegate(theme, parent) {}

void ProductDelegate::paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QPainter &painter = lines.painter();
    paintGround(painter, option, index);
    const Colors &c = m_theme.colors();
    const ProductRow &row = static_cast<const ProductFilter *>(index.model())->rowAt(index.row());
    const int column = index.column();
    QRect cell = option.rect.adjusted(padding, 0, -padding, 0);
    const Mirror at(option.direction, cell);
    const bool name = column == ProductModel::NameColumn;
    const bool figures = isNumber(column);
    QFont font = m_theme.font(name ? TextStyle::BodyStrong : figures ? TextStyle::Body : TextStyle::Small);
    if (!name)
        font = tabular(font);
    QColor ink = name || figures ? c.text : c.textMuted;
    if (name)
        cell.setRight(cell.right() - paintState(painter, at(signAt(cell, 0)), row));
    const bool isOut = column == ProductModel::QuantityColumn && row.product.quantity.thousandths <= 0;
    if (isOut)
        ink = c.danger;
    const int width =
        lines.text(at(cell), index.data().toString(), {font, ink, figures ? Qt::AlignRight : Qt::AlignLeft});
    if (isOut)
        painter.drawPixmap(at(signAt(cell, width + 3)).topLeft(),
                           m_theme.pixmap(u"circle-alert"_s, iconSize, ink, painter.device()->devicePixelRatioF()));
}

void ProductDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &c = m_theme.colors();
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const bool current = table && table->currentIndex().row() == index.row();
    painter.fillRect(option.rect, selected ? c.selection : c.panel);
    if (!selected && option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, c.hover);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.separator);
    const Mirror at(option.direction, option.rect);
    if (current && index.column() == ProductModel::SkuColumn)
        painter.fillRect(at(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())), c.accent);
}

/// The mark of a change that is on its way, was refused or met another one; returns the width it took.
int ProductDelegate::paintState(QPainter &painter, const QRect &place, const ProductRow &row) const
{
    const Colors &c = m_theme.colors();
    if (row.state == DeliveryState::Sent && !row.inConflict)
        return 0;
    const bool failed = row.state == DeliveryState::Failed;
    const QString icon = row.inConflict ? u"triangle-alert"_s : failed ? u"circle-alert"_s : u"clock"_s;
    const QColor ink = row.inConflict ? c.warning : failed ? c.danger : c.textMuted;
    painter.drawPixmap(place.topLeft(), m_theme.pixmap(icon, iconSize, ink, painter.device()->devicePixelRatioF()));
    return iconSize + 8;
}

} // namespace rialto
