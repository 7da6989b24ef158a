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
constexpr qreal nameHeight = 18;
constexpr qreal forwardedHeight = 18;
constexpr qreal quoteHeight = 40;
constexpr qreal quoteGap = 4;
constexpr qreal filesGap = 6;
constexpr qreal quotePadding = 12;
constexpr qreal pillRowHeight = 26;
constexpr qreal pillGap = 4;
constexpr qreal pillRowGap = 5;
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

QString forwardedWords(const TimelineEntry &row)
{
    return QCoreApplication::translate("Timeline", "Forwarded from %1").arg(row.forwardedFrom);
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

RowText RowLayouter::layoutText(const TimelineEntry &row, qreal maxWidth) const
{
    const RunStyle style{m_theme, row.own, row.spoilersShown,
                         row.addressesMe ? QStringList{row.myName, u"everyone"_s} : QStringList()};
    if (row.message.deletedAt)
        return layoutRowText({QCoreApplication::translate("Timeline", "Message deleted"), {}}, style, maxWidth, true);
    return layoutRowText(parseRichText(row.message.text), style, maxWidth);
}

/// Sizes the pills and breaks them into lines from the corner (0, 0); returns how wide they are together.
qreal RowLayouter::layoutReactions(RowLayout &layout, qreal maxWidth) const
{
    qreal x = 0;
    qreal y = 0;
    qreal widest = 0;
    for (const Reaction &reaction : layout.row.message.reactions) {
        const qreal width = 44 + advance(m_theme, TextStyle::Small, QString::number(reaction.userIds.size()));
        if (x > 0 && x + width > maxWidth) {
            x = 0;
            y += pillRowHeight + pillGap;
        }
        layout.reactions.append({QRectF(x, y, width, pillRowHeight - 2), reaction.emoji, int(reaction.userIds.size()),
                                 reaction.userIds.contains(layout.row.me)});
        x += width + pillGap;
        widest = qMax(widest, x - pillGap);
    }
    return widest;
}

qreal RowLayouter::metaWidth(RowLayout &layout) const
{
    const TimelineEntry &row = layout.row;
    layout.meta = clockTime(row.message.createdAt);
    if (row.message.editedAt && !row.message.deletedAt)
        layout.meta = QCoreApplication::translate("Timeline", "edited") + u' ' + layout.meta;
    const qreal icon = row.own && !row.message.deletedAt ? stateIcon + 4 : 0;
    const qreal pin = row.message.pinnedAt ? stateIcon + 4 : 0;
    return advance(m_theme, TextStyle::Caption, layout.meta) + icon + pin;
}

void RowLayouter::layoutBubble(RowLayout &layout, qreal top) const
{
    const TimelineEntry &row = layout.row;
    const bool isDeleted = row.message.deletedAt.has_value();
    const qreal room = qMin<qreal>(metrics::bubbleMaxWidth, m_width - bubbleLeft - side);
    const qreal maxText = qMax<qreal>(80, room - 2 * metrics::bubblePaddingX);
    layout.text = layoutText(row, maxText);
    layout.files = layoutAttachments(m_theme, row, maxText);
    const qreal meta = metaWidth(layout);
    const qreal pills = layoutReactions(layout, maxText);
    const qreal besideWidth = layout.text.lastLineRight + metaGap + meta;
    const bool beside = !layout.text.endsInBlock && layout.reactions.isEmpty() && besideWidth <= maxText;
    qreal content = qMax(layout.text.size.width(), beside ? std::ceil(besideWidth) : meta);
    content = qMax(content, pills > 0 && pills + metaGap + meta <= maxText ? pills + metaGap + meta : pills);
    content = qMax(content, layout.files.size.width());
    const bool named = layout.startsGroup && !row.own;
    if (named)
        content = qMin(maxText, qMax(content, advance(m_theme, TextStyle::SenderName, row.author)));
    const bool quoted = row.message.replyToId && !isDeleted;
    if (quoted) {
        const qreal words = qMax(advance(m_theme, TextStyle::SenderName, row.quoteAuthor),
                                 advance(m_theme, TextStyle::Small, row.quoteText));
        content = qMin(maxText, qMax(content, qMax<qreal>(140, words + 2 * quotePadding)));
    }
    const bool forwarded = !row.forwardedFrom.isEmpty() && !isDeleted;
    if (forwarded)
        content = qMin(maxText, qMax(content, advance(m_theme, TextStyle::Small, forwardedWords(row))));
    const qreal left = row.own ? m_width - side - content - 2 * metrics::bubblePaddingX : bubbleLeft;
    const qreal textLeft = left + metrics::bubblePaddingX;
    qreal y = top + metrics::bubblePaddingY;
    const auto take = [&](bool present, qreal height, qreal advanceBy) {
        const QRectF rect = present ? QRectF(textLeft, y, content, height) : QRectF();
        y += present ? advanceBy : 0;
        return rect;
    };
    layout.name = take(named, 16, nameHeight);
    layout.forwarded = take(forwarded, 16, forwardedHeight);
    layout.quote = take(quoted, quoteHeight, quoteHeight + quoteGap);
    layout.filesPosition = {textLeft, y};
    y += layout.files.boxes.isEmpty() ? 0 : layout.files.size.height() + filesGap;
    layout.textPosition = {textLeft, y};
    y += layout.text.size.height();
    placeBelowText(layout, {textLeft, y}, content, meta, beside);
    layout.bubble.setCoords(left, top, left + content + 2 * metrics::bubblePaddingX, layout.bubble.bottom());
    layout.metaRect = QRectF(layout.bubble.right() - metrics::bubblePaddingX + 2 - meta,
                             layout.bubble.bottom() - metrics::bubblePaddingY - 17, meta, 16);
    if (!row.own && layout.endsGroup)
        layout.avatar = QRectF(side, layout.bubble.bottom() - metrics::avatar, metrics::avatar, metrics::avatar);
}

/// Reactions, then the time: beside the last of these where there is room, else on a line of its own.
void RowLayouter::placeBelowText(RowLayout &layout, QPointF corner, qreal content, qreal meta, bool beside) const
{
    qreal y = corner.y();
    bool hasLineForMeta = beside;
    if (!layout.reactions.isEmpty()) {
        y += pillRowGap;
        for (ReactionPill &pill : layout.reactions)
            pill.rect.translate(corner.x(), y);
        const QRectF last = layout.reactions.last().rect;
        y = last.bottom() + 2;
        hasLineForMeta = last.right() - corner.x() + metaGap + meta <= content;
    }
    if (!hasLineForMeta)
        y += 16;
    layout.bubble.setBottom(y + metrics::bubblePaddingY);
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
