#include "features/chat/RowPainter.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include "ui/Avatar.h"
#include "ui/Metrics.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int stateIcon = 14;
constexpr int problemIcon = 14;

/// A rounded rectangle with its own radius at every corner, clockwise from the upper left.
QPainterPath roundedPath(const QRectF &r, qreal topLeft, qreal topRight, qreal bottomRight, qreal bottomLeft)
{
    QPainterPath path(QPointF(r.left(), r.top() + topLeft));
    path.arcTo(r.left(), r.top(), 2 * topLeft, 2 * topLeft, 180, -90);
    path.arcTo(r.right() - 2 * topRight, r.top(), 2 * topRight, 2 * topRight, 90, -90);
    path.arcTo(r.right() - 2 * bottomRight, r.bottom() - 2 * bottomRight, 2 * bottomRight, 2 * bottomRight, 0, -90);
    path.arcTo(r.left(), r.bottom() - 2 * bottomLeft, 2 * bottomLeft, 2 * bottomLeft, 270, -90);
    path.closeSubpath();
    return path;
}

} // namespace

void RowPainter::paint(QPainter &painter, const RowLayout &layout, qreal y, SelectedRange selected, bool focused) const
{
    painter.save();
    painter.translate(0, y);
    if (!layout.day.isEmpty())
        paintDay(painter, layout.dayPill, layout.day);
    if (!layout.newLine.isNull())
        paintDivider(painter, layout.newLine);
    if (!layout.avatar.isNull())
        paintPerson(painter, layout.avatar, m_theme, layout.row.message.authorId.value, layout.row.author);
    paintBubble(painter, layout, focused);
    paintText(painter, layout, selected);
    paintMeta(painter, layout);
    if (!layout.problem.isNull())
        paintProblem(painter, layout);
    painter.restore();
}

void RowPainter::paintDay(QPainter &painter, const QRectF &pill, const QString &title) const
{
    const Colors &c = m_theme.colors();
    painter.setPen(c.separator);
    painter.setBrush(c.canvas);
    painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2, pill.height() / 2);
    painter.setPen(c.textMuted);
    painter.setFont(m_theme.font(TextStyle::Label));
    painter.drawText(pill, Qt::AlignCenter, title);
}

void RowPainter::paintDivider(QPainter &painter, const QRectF &line) const
{
    const QString words = QCoreApplication::translate("Timeline", "New messages");
    const QFont font = m_theme.font(TextStyle::SenderName);
    const qreal gap = QFontMetricsF(font).horizontalAdvance(words) / 2 + 12;
    const qreal middle = std::floor(line.center().y()) + 0.5;
    painter.setPen(m_theme.colors().warm);
    painter.drawLine(QPointF(line.left(), middle), QPointF(line.center().x() - gap, middle));
    painter.drawLine(QPointF(line.center().x() + gap, middle), QPointF(line.right(), middle));
    painter.setFont(font);
    painter.drawText(line, Qt::AlignCenter, words);
}

void RowPainter::paintBubble(QPainter &painter, const RowLayout &layout, bool focused) const
{
    const Colors &c = m_theme.colors();
    const bool own = layout.row.own;
    const qreal top = layout.startsGroup ? metrics::radiusBubble : metrics::radiusBubbleGrouped;
    const qreal bottom = layout.endsGroup ? metrics::radiusBubble : metrics::radiusBubbleGrouped;
    constexpr qreal far = metrics::radiusBubble;
    const QPainterPath path =
        own ? roundedPath(layout.bubble, far, top, bottom, far) : roundedPath(layout.bubble, top, far, far, bottom);
    painter.setPen(focused ? QPen(c.focus, 2) : QPen(Qt::NoPen));
    painter.setBrush(own ? c.bubbleOwn : c.bubbleOther);
    painter.drawPath(path);
    if (layout.name.isNull())
        return;
    painter.setFont(m_theme.font(TextStyle::SenderName));
    painter.setPen(c.senderNames[colorIndex(layout.row.message.authorId.value)]);
    painter.drawText(layout.name, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(layout.row.author, Qt::ElideRight, int(layout.name.width())));
}

void RowPainter::paintText(QPainter &painter, const RowLayout &layout, SelectedRange selected) const
{
    const Colors &c = m_theme.colors();
    painter.setPen(layout.row.message.deletedAt ? (layout.row.own ? c.bubbleOwnMuted : c.textMuted) : c.text);
    QList<QTextLayout::FormatRange> selections;
    if (selected.length > 0) {
        QTextCharFormat format;
        format.setBackground(c.accent);
        format.setForeground(c.accentText);
        selections.append({selected.start, selected.length, format});
    }
    layout.text->draw(&painter, layout.textPosition, selections);
}

void RowPainter::paintMeta(QPainter &painter, const RowLayout &layout) const
{
    const Colors &c = m_theme.colors();
    const TimelineEntry &row = layout.row;
    const QColor ink = row.own ? c.bubbleOwnMuted : c.textMuted;
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(ink);
    painter.drawText(layout.metaRect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, layout.meta);
    if (!row.own || row.message.deletedAt)
        return;
    const bool failed = row.state == DeliveryState::Failed;
    const QString icon = failed ? u"circle-alert"_s : row.state == DeliveryState::Pending ? u"clock"_s : u"check"_s;
    const QPointF corner(layout.metaRect.right() - stateIcon, layout.metaRect.center().y() - stateIcon / 2.0);
    painter.drawPixmap(corner.toPoint(),
                       m_theme.pixmap(icon, stateIcon, failed ? c.danger : ink, painter.device()->devicePixelRatio()));
}

void RowPainter::paintProblem(QPainter &painter, const RowLayout &layout) const
{
    const Colors &c = m_theme.colors();
    const QRectF &line = layout.problem;
    const QPointF corner(line.left(), line.center().y() - problemIcon / 2.0);
    painter.drawPixmap(corner.toPoint(),
                       m_theme.pixmap(u"circle-alert"_s, problemIcon, c.danger, painter.device()->devicePixelRatio()));
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(c.danger);
    const QRectF words = line.adjusted(problemIcon + 4, 0, 0, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(layout.row.error, Qt::ElideRight, qCeil(words.width())));
    QFont action = m_theme.font(TextStyle::Label);
    action.setUnderline(true);
    painter.setFont(action);
    painter.setPen(c.link);
    painter.drawText(layout.retry, Qt::AlignVCenter | Qt::TextSingleLine,
                     QCoreApplication::translate("Timeline", "Retry"));
    painter.setPen(c.danger);
    painter.drawText(layout.discard, Qt::AlignVCenter | Qt::TextSingleLine,
                     QCoreApplication::translate("Timeline", "Delete"));
}

} // namespace rialto
