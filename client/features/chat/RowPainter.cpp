#include "features/chat/RowPainter.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include "features/chat/CardBlock.h"
#include "net/ErrorText.h"
#include "ui/Avatar.h"
#include "ui/LinePainter.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

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
    painter.setLayoutDirection(layout.isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
    if (!layout.day.isEmpty())
        paintDay(painter, layout.dayPill, layout.day);
    for (const NoticeLine &notice : layout.notices)
        LinePainter(painter, m_theme)
            .text(notice.rect, notice.words,
                  {m_theme.font(TextStyle::Small), m_theme.colors().textMuted, Qt::AlignHCenter});
    if (!layout.newLine.isNull())
        paintDivider(painter, layout.newLine);
    if (!layout.avatar.isNull())
        paintAuthor(painter, layout);
    paintBubble(painter, layout, focused);
    paintOrigin(painter, layout);
    paintAttachments(painter, m_theme, layout.row, layout.files, layout.filesPosition, m_pictures);
    paintBlocks(painter, layout);
    paintText(painter, layout, selected);
    if (!layout.card.isNull())
        paintCard(painter, m_theme, *layout.row.card, layout.card, layout.row.own);
    paintReactions(painter, layout);
    paintMeta(painter, layout);
    if (!layout.problem.isNull())
        paintProblem(painter, layout);
    painter.restore();
}

void RowPainter::paintAuthor(QPainter &painter, const RowLayout &layout) const
{
    const qint64 author = layout.row.message.authorId.value;
    if (m_avatars)
        paintPerson(painter, layout.avatar, m_theme, *m_avatars, author, layout.row.author);
    else
        paintInitials(painter, layout.avatar, m_theme, author, layout.row.author);
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
    // The corners of a group are on the side where its author stands.
    const QPainterPath path = own != layout.isMirrored ? roundedPath(layout.bubble, far, top, bottom, far)
                                                       : roundedPath(layout.bubble, top, far, far, bottom);
    painter.setPen(focused ? QPen(c.focus, 2) : QPen(Qt::NoPen));
    painter.setBrush(own ? c.bubbleOwn : c.bubbleOther);
    painter.drawPath(path);
    if (layout.name.isNull())
        return;
    LinePainter(painter, m_theme)
        .text(layout.name, layout.row.author,
              {m_theme.font(TextStyle::SenderName), c.senderNames[colorIndex(layout.row.message.authorId.value)]});
}

void RowPainter::paintText(QPainter &painter, const RowLayout &layout, SelectedRange selected) const
{
    const Colors &c = m_theme.colors();
    painter.setPen(layout.row.message.deletedAt ? (layout.row.own ? c.bubbleOwnMuted : c.textMuted) : c.text);
    QTextCharFormat format;
    format.setBackground(c.accent);
    format.setForeground(c.accentText);
    const QTextLayout::FormatRange selection{selected.start, selected.length, format};
    const QTextLayout &text = *layout.text.layout;
    text.draw(&painter, layout.textPosition,
              selected.length > 0 ? QList{selection} : QList<QTextLayout::FormatRange>());
    layout.text.signs.paint(painter, text, layout.textPosition, selection);
    for (const QRectF &cover : layout.text.covers)
        painter.fillRect(cover.translated(layout.textPosition).toAlignedRect(), c.textMuted);
}

/// Where the message comes from: who said it first, and what it answers.
void RowPainter::paintOrigin(QPainter &painter, const RowLayout &layout) const
{
    const Colors &c = m_theme.colors();
    const TimelineEntry &row = layout.row;
    LinePainter lines(painter, m_theme);
    const auto line = [&](const QRectF &rect, TextStyle style, const QColor &ink, const QString &words) {
        lines.text(rect, words, {m_theme.font(style), ink});
    };
    if (!layout.forwarded.isNull())
        line(layout.forwarded, TextStyle::Small, row.own ? c.bubbleOwnMuted : c.textMuted,
             QCoreApplication::translate("Timeline", "Forwarded from %1").arg(row.forwardedFrom));
    if (layout.quote.isNull())
        return;
    const QRectF &box = layout.quote;
    // The darker ones of the tints, in the dark theme the lighter ones, stand out from one's own bubble as well.
    const auto &tints = row.own ? c.avatarText : c.senderNames;
    const QColor ink = row.quoteAuthor.isEmpty() ? (row.own ? c.bubbleOwnMuted : c.textMuted)
                                                 : tints[colorIndex(row.quoteAuthorId.value)];
    painter.setPen(Qt::NoPen);
    painter.setBrush(row.own ? c.codeBgOwn : c.codeBg);
    painter.drawRoundedRect(box, 4, 4);
    painter.setBrush(ink);
    const Mirror at(painter.layoutDirection(), box);
    painter.drawRect(at(QRectF(box.left(), box.top(), 3, box.height())));
    const QRectF words = at(box.adjusted(12, 4, -8, 0));
    const qreal height = (box.height() - 8) / 2;
    const QString missing = row.quoteAuthor.isEmpty()
                                ? QCoreApplication::translate("Timeline", "Click to open the message")
                                : QCoreApplication::translate("Timeline", "Message deleted");
    line(QRectF(words.topLeft(), QSizeF(words.width(), height)), TextStyle::SenderName, ink,
         row.quoteAuthor.isEmpty() ? QCoreApplication::translate("Timeline", "Reply") : row.quoteAuthor);
    line(QRectF(words.left(), words.top() + height, words.width(), height), TextStyle::Small,
         row.own ? c.bubbleOwnMuted : c.textMuted, row.quoteText.isEmpty() ? missing : row.quoteText);
}

/// The grounds of code blocks and the bars of quotes, below the text.
void RowPainter::paintBlocks(QPainter &painter, const RowLayout &layout) const
{
    const Colors &c = m_theme.colors();
    painter.setPen(Qt::NoPen);
    for (const RowText::CodeBox &box : layout.text.codeBoxes) {
        painter.setBrush(layout.row.own ? c.codeBgOwn : c.codeBg);
        painter.drawRoundedRect(box.rect.translated(layout.textPosition), 6, 6);
        const QPointF center = box.copy.translated(layout.textPosition).center();
        painter.drawPixmap((center - QPointF(8, 8)).toPoint(),
                           m_theme.pixmap(u"copy"_s, 16, layout.row.own ? c.bubbleOwnMuted : c.textMuted,
                                          painter.device()->devicePixelRatioF()));
    }
    painter.setBrush(layout.row.own ? c.bubbleOwnMuted : c.separatorStrong);
    for (const QRectF &bar : layout.text.quoteBars)
        painter.drawRect(bar.translated(layout.textPosition));
}

void RowPainter::paintReactions(QPainter &painter, const RowLayout &layout) const
{
    const Colors &c = m_theme.colors();
    LinePainter lines(painter, m_theme);
    const QFont emoji = m_theme.font(TextStyle::Body);
    for (const ReactionPill &pill : layout.reactions) {
        const QRectF box = pill.rect.adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(pill.mine ? QPen(c.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(pill.mine ? c.accentSoft : layout.row.own ? c.codeBgOwn : c.codeBg);
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
        const Mirror at(painter.layoutDirection(), box);
        const QRectF sign(box.left() + 8, box.top(), m_theme.grown(emojiWidth), box.height());
        lines.text(at(sign), pill.emoji, {emoji, c.text, Qt::AlignHCenter, Qt::ElideNone});
        lines.text(at(box.adjusted(0, 0, -9, 0)), QString::number(pill.count),
                   {m_theme.font(TextStyle::Small), pill.mine ? c.accent : c.text, Qt::AlignRight});
    }
}

void RowPainter::paintMeta(QPainter &painter, const RowLayout &layout) const
{
    const Colors &c = m_theme.colors();
    const TimelineEntry &row = layout.row;
    const QColor ink = row.own ? c.bubbleOwnMuted : c.textMuted;
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(ink);
    const int size = m_theme.grown(stateIcon);
    QRectF words = layout.metaRect;
    const Mirror at(painter.layoutDirection(), layout.metaRect);
    const QRectF sign(0, words.center().y() - size / 2.0, size, size);
    if (row.message.pinnedAt) {
        painter.drawPixmap(at(sign.translated(words.left(), 0)).topLeft().toPoint(),
                           m_theme.pixmap(u"pin"_s, size, ink, painter.device()->devicePixelRatioF()));
        words.setLeft(words.left() + size + 4);
    }
    painter.drawText(at(words), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, layout.meta);
    if (!row.own || row.message.deletedAt)
        return;
    const bool failed = row.state == DeliveryState::Failed;
    const QString icon = failed                                ? u"circle-alert"_s
                         : row.state == DeliveryState::Pending ? u"clock"_s
                         : row.read                            ? u"check-check"_s
                                                               : u"check"_s;
    const QPointF corner = at(sign.translated(words.right() - size, 0)).topLeft();
    painter.drawPixmap(corner.toPoint(), m_theme.pixmap(icon, size,
                                                        failed     ? c.danger
                                                        : row.read ? c.accent
                                                                   : ink,
                                                        painter.device()->devicePixelRatioF()));
}

void RowPainter::paintProblem(QPainter &painter, const RowLayout &layout) const
{
    const Colors &c = m_theme.colors();
    const QRectF &line = layout.problem;
    const int size = m_theme.grown(stateIcon);
    const Mirror at(painter.layoutDirection(), line);
    const QPointF corner = at(QRectF(line.left(), line.center().y() - size / 2.0, size, size)).topLeft();
    painter.drawPixmap(corner.toPoint(),
                       m_theme.pixmap(u"circle-alert"_s, size, c.danger, painter.device()->devicePixelRatioF()));
    LinePainter(painter, m_theme)
        .text(at(line.adjusted(size + 4, 0, 0, 0)), errorText(layout.row.error),
              {m_theme.font(TextStyle::Small), c.danger});
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
