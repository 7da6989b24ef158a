#include "ui/RowGround.h"

#include <QPainter>
#include <QStyleOptionViewItem>

#include "ui/Metrics.h"
#include "ui/Theme.h"

namespace rialto {

void paintRowGround(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option, const QRect &rect)
{
    const Colors &c = theme.colors();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter.setPen(Qt::NoPen);
    if (selected || hovered) {
        painter.setBrush(selected ? c.selection : c.hover);
        painter.drawRoundedRect(rect, metrics::radiusRow, metrics::radiusRow);
    }
    // Views set KeyboardFocusChange only after a key was used, so that a click shows no ring.
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter.setPen(QPen(c.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), metrics::radiusRow, metrics::radiusRow);
    }
}

void paintSectionTitle(QPainter &painter, const Theme &theme, const QRect &row, const QString &title)
{
    painter.setFont(theme.font(TextStyle::Section));
    painter.setPen(theme.colors().textMuted);
    painter.drawText(QRect(row.left() + 16, row.top(), row.width() - 32, theme.grown(metrics::section)),
                     Qt::AlignVCenter, title);
}

} // namespace rialto
