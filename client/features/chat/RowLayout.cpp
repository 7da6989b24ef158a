#include "features/chat/RowLayout.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include "ui/Metrics.h"
#include "ui/Theme.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr qint64 groupMs = 5 * 60 * 1000;
constexpr qreal side = 20;
constexpr qreal bubbleLeft = side + metrics::avatar + 8;
constexpr qreal lineHeight = 20;
constexpr qreal nameHeight = 18;
constexpr qreal metaGap = 14;
constexpr qreal stateIcon = 14;
constexpr qreal pillHeight = 26;
constexpr qreal dividerHeight = 20;
constexpr qreal problemHeight = 22;
constexpr qreal firstRowTop = 16;
constexpr qreal lastRowBottom = 16;

qreal advance(const Theme &theme, TextStyle style, const QString &text)
{
    return std::ceil(QFontMetricsF(theme.font(style)).horizontalAdvance(text));
}

} // namespace

bool continuesGroup(const TimelineEntry &previous, const TimelineEntry &next)
{
    return previous.message.authorId == next.message.authorId && !next.firstUnread &&
           next.message.createdAt - previous.message.createdAt < groupMs &&
           localDay(previous.message.createdAt) == localDay(next.message.createdAt);
}

std::unique_ptr<RowLayout> RowLayouter::layout(const TimelineEntry &row, const RowNeighbours &neighbours) const
{
    auto layout = std::make_unique<RowLayout>();
    layout->row = row;
    layout->startsGroup = !neighbours.previous || !continuesGroup(*neighbours.previous, row);
    layout->endsGroup = !neighbours.next || !continuesGroup(row, *neighbours.next);
    layoutBubble(*layout, layoutAbove(*layout, neighbours));
    qreal bottom = layout->bubble.bottom();
    if (row.state == DeliveryState::Failed)
        bottom = layoutProblem(*layout);
    if (!neighbours.next)
        bottom += lastRowBottom;
    layout->height = qCeil(bottom);
    return layout;
}

/// Places the day pill and the divider; returns where the bubble begins.
qreal RowLayouter::layoutAbove(RowLayout &layout, const RowNeighbours &neighbours) const
{
    const TimelineEntry &row = layout.row;
    qreal y = !neighbours.previous ? firstRowTop : layout.startsGroup ? metrics::bubbleGroupGap : metrics::bubbleGap;
    if (!neighbours.previous || localDay(neighbours.previous->message.createdAt) != localDay(row.message.createdAt)) {
        layout.day = dayTitle(localDay(row.message.createdAt), QDate::currentDate());
        const qreal width = advance(m_theme, TextStyle::Label, layout.day) + 26;
        layout.dayPill = QRectF(qRound((m_width - width) / 2), y, width, pillHeight);
        y += pillHeight + metrics::bubbleGroupGap;
    }
    if (row.firstUnread) {
        layout.newLine = QRectF(side, y, m_width - 2 * side, dividerHeight);
        y += dividerHeight + metrics::bubbleGroupGap;
    }
    return y;
}

QSizeF RowLayouter::layoutText(RowLayout &layout, qreal maxWidth) const
{
    const TimelineEntry &row = layout.row;
    const QString text =
        row.message.deletedAt ? QCoreApplication::translate("Timeline", "Message deleted") : row.message.text;
    QString shown = text;
    shown.replace(u'\n', QChar::LineSeparator);
    QFont font = m_theme.font(TextStyle::Message);
    font.setItalic(row.message.deletedAt.has_value());
    layout.text = std::make_unique<QTextLayout>(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.text->setTextOption(option);
    layout.text->setCacheEnabled(true);
    if (!row.message.deletedAt) {
        layout.links = findLinks(text);
        layout.text->setFormats(formatRuns(text, layout.links, m_theme));
    }
    qreal y = 0;
    qreal widest = 0;
    layout.text->beginLayout();
    for (QTextLine line = layout.text->createLine(); line.isValid(); line = layout.text->createLine()) {
        line.setLineWidth(maxWidth);
        const qreal height = qMax(lineHeight, std::ceil(line.height()));
        line.setPosition({0, y + std::floor((height - line.height()) / 2)});
        widest = qMax(widest, line.naturalTextWidth());
        y += height;
    }
    layout.text->endLayout();
    return {std::ceil(widest), y};
}

qreal RowLayouter::metaWidth(RowLayout &layout) const
{
    const TimelineEntry &row = layout.row;
    layout.meta = clockTime(row.message.createdAt);
    if (row.message.editedAt && !row.message.deletedAt)
        layout.meta = QCoreApplication::translate("Timeline", "edited") + u' ' + layout.meta;
    const qreal icon = row.own && !row.message.deletedAt ? stateIcon + 4 : 0;
    return advance(m_theme, TextStyle::Caption, layout.meta) + icon;
}

void RowLayouter::layoutBubble(RowLayout &layout, qreal top) const
{
    const TimelineEntry &row = layout.row;
    const qreal room = qMin<qreal>(metrics::bubbleMaxWidth, m_width - bubbleLeft - side);
    const qreal maxText = qMax<qreal>(80, room - 2 * metrics::bubblePaddingX);
    const QSizeF text = layoutText(layout, maxText);
    const qreal meta = metaWidth(layout);
    const QTextLine last = layout.text->lineAt(layout.text->lineCount() - 1);
    const bool beside = last.naturalTextWidth() + metaGap + meta <= maxText;
    qreal content = qMax(text.width(), beside ? std::ceil(last.naturalTextWidth()) + metaGap + meta : meta);
    const bool named = layout.startsGroup && !row.own;
    if (named)
        content = qMin(maxText, qMax(content, advance(m_theme, TextStyle::SenderName, row.author)));
    const qreal inner = (named ? nameHeight : 0) + text.height() + (beside ? 0 : 16);
    const QSizeF size(content + 2 * metrics::bubblePaddingX, inner + 2 * metrics::bubblePaddingY);
    const qreal left = row.own ? m_width - side - size.width() : bubbleLeft;
    layout.bubble = QRectF({left, top}, size);
    const qreal textLeft = left + metrics::bubblePaddingX;
    qreal y = top + metrics::bubblePaddingY;
    if (named) {
        layout.name = QRectF(textLeft, y, content, 16);
        y += nameHeight;
    }
    layout.textPosition = {textLeft, y};
    layout.metaRect = QRectF(layout.bubble.right() - metrics::bubblePaddingX + 2 - meta,
                             layout.bubble.bottom() - metrics::bubblePaddingY - 17, meta, 16);
    if (!row.own && layout.endsGroup)
        layout.avatar = QRectF(side, layout.bubble.bottom() - metrics::avatar, metrics::avatar, metrics::avatar);
}

/// Places "Not sent ... Retry Delete" below the bubble, from the right; returns the new bottom.
qreal RowLayouter::layoutProblem(RowLayout &layout) const
{
    const qreal top = layout.bubble.bottom() + 2;
    const qreal discard = advance(m_theme, TextStyle::Label, QCoreApplication::translate("Timeline", "Delete"));
    const qreal retry = advance(m_theme, TextStyle::Label, QCoreApplication::translate("Timeline", "Retry"));
    const qreal right = m_width - side;
    layout.discard = QRectF(right - discard, top, discard, problemHeight);
    layout.retry = QRectF(layout.discard.left() - 12 - retry, top, retry, problemHeight);
    const qreal wanted = advance(m_theme, TextStyle::Small, layout.row.error) + 20;
    const qreal left = qMax(side, layout.retry.left() - 12 - wanted);
    layout.problem = QRectF(left, top, layout.retry.left() - 12 - left, problemHeight);
    return top + problemHeight;
}

} // namespace rialto
