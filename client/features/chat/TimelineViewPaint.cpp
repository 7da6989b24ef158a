// What the timeline paints around and behind its rows.
#include <QPainter>

#include "features/chat/RowPainter.h"
#include "features/chat/TimelineViewVisible.h"
#include "ui/Theme.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

void TimelineView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.colors().canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    if (rowCount() == 0)
        paintEmpty(painter);
    const RowPainter rows(m_theme, m_avatars, m_pictures);
    forEachVisible([&](int row, qreal y, const RowLayout &layout) {
        if (m_flashed.isValid() && m_flashed.row() == row)
            painter.fillRect(QRectF(0, y + layout.bubble.top() - 2, viewport()->width(), layout.bubble.height() + 4),
                             m_theme.colors().selection);
        const SelectedRange range = m_selection.rangeIn(row, int(layout.text.rich.text.size()));
        const bool isOutlined = m_outlined.isValid() && m_outlined.row() == row;
        rows.paint(painter, layout, y, range, isOutlined || (row == m_currentRow && hasFocus()));
    });
    if (!m_atBottom && rowCount() > 0)
        paintStickyDay(painter);
}

/// As EmptyState looks, which would be a widget over messages that come any moment.
void TimelineView::paintEmpty(QPainter &painter) const
{
    constexpr int side = 32;
    constexpr int gap = 8;
    const Colors &c = m_theme.colors();
    const QRect area = viewport()->rect().adjusted(40, 0, -40, 0);
    const QFont bold = m_theme.font(TextStyle::RowUnread);
    QRect line(area.left(), area.center().y() - QFontMetrics(bold).height() / 2, area.width(),
               QFontMetrics(bold).height());
    painter.drawPixmap(area.center().x() - side / 2, line.top() - gap - side,
                       m_theme.pixmap(u"messages-square"_s, side, c.textMuted, devicePixelRatioF()));
    painter.setFont(bold);
    painter.setPen(c.text);
    painter.drawText(line, Qt::AlignCenter, m_emptyWhat);
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(c.textMuted);
    line = QRect(line.left(), line.bottom() + gap, line.width(), area.bottom() - line.bottom() - gap);
    painter.drawText(line, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyHow);
}

/// No id: everybody.
void TimelineView::repaintAuthor(UserId person)
{
    forEachVisible([&](int, qreal y, const RowLayout &layout) {
        if (!layout.avatar.isNull() && (!person.isValid() || layout.row.message.authorId == person))
            viewport()->update(layout.avatar.translated(0, y).toAlignedRect());
    });
}

/// The day of what is read, at the upper edge; the next day's pill pushes it out.
void TimelineView::paintStickyDay(QPainter &painter) const
{
    constexpr qreal top = 8;
    const qreal height = m_theme.grown(26);
    const RowLayout &first = layoutOf(m_anchorRow);
    qreal y = top;
    forEachVisible([&](int, qreal rowY, const RowLayout &layout) {
        const qreal pill = rowY + layout.dayPill.top();
        if (!layout.day.isEmpty() && pill > 0 && pill < top + height + 4)
            y = qMin(y, pill - height - 4);
    });
    const bool hasOwn = !first.day.isEmpty() && first.dayPill.top() - m_anchorOffset >= 0;
    if (hasOwn)
        return;
    const QString title = dayTitle(localDay(first.row.message.createdAt), QDate::currentDate());
    const qreal width = QFontMetricsF(m_theme.font(TextStyle::Label)).horizontalAdvance(title) + 26;
    RowPainter(m_theme).paintDay(painter, QRectF(qRound((viewport()->width() - width) / 2), y, width, height), title);
}

} // namespace rialto
