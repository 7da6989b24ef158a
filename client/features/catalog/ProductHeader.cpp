#include "features/catalog/ProductHeader.h"

#include <QPainter>

#include "features/catalog/model/ProductModel.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int padding = 12;
constexpr int arrow = 14;

} // namespace

ProductHeader::ProductHeader(const Theme &theme, QWidget *parent) : QHeaderView(Qt::Horizontal, parent), m_theme(theme)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(72);
    setSortIndicatorShown(true);
    setFocusPolicy(Qt::NoFocus);
}

QSize ProductHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), m_theme.grown(metrics::tableHeader)};
}

void ProductHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    const Colors &c = m_theme.colors();
    painter->save();
    painter->fillRect(rect, c.window);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), c.separator);
    const bool sorted = sortIndicatorSection() == column;
    const bool right = column == ProductModel::QuantityColumn || column == ProductModel::PriceColumn;
    const QRect words = rect.adjusted(padding, 0, -padding, 0);
    const Mirror at(layoutDirection(), words);
    painter->setFont(m_theme.font(sorted ? TextStyle::SenderName : TextStyle::Label));
    painter->setPen(sorted ? c.text : c.textMuted);
    const QString text = model()->headerData(column, Qt::Horizontal).toString();
    const int width = painter->fontMetrics().horizontalAdvance(text);
    painter->drawText(words, Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft), text);
    if (sorted) {
        const QString icon = sortIndicatorOrder() == Qt::AscendingOrder ? u"arrow-up"_s : u"arrow-down"_s;
        const int x = right ? words.right() - width - arrow - 4 : words.left() + width + 4;
        painter->drawPixmap(at(QRect(x, rect.center().y() - arrow / 2, arrow, arrow)).topLeft(),
                            m_theme.pixmap(icon, arrow, c.text, painter->device()->devicePixelRatioF()));
    }
    painter->restore();
}

} // namespace rialto
