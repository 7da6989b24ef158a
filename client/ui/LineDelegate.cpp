#include "ui/LineDelegate.h"

#include "ui/RowGround.h"
#include "ui/Theme.h"

namespace rialto {

namespace {

constexpr int rowHeight = 30;
constexpr int sidePadding = 10;

} // namespace

QSize LineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, m_theme.grown(rowHeight)};
}

void LineDelegate::paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintRowGround(lines.painter(), m_theme, option, option.rect);
    lines.text(option.rect.adjusted(sidePadding, 0, -sidePadding, 0), index.data().toString(),
               {m_theme.font(TextStyle::Body), m_theme.colors().text});
}

} // namespace rialto
