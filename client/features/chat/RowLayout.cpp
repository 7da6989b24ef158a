#include "features/chat/RowLayout.h"

#include <QCoreApplication>

#include "features/chat/CardBlock.h"
#include "features/chat/TextWidth.h"
#include "net/ErrorText.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr qint64 groupMs = 5 * 60 * 1000;
constexpr qreal side = 20;
constexpr qreal avatarGap = 8;
// Heights of lines and pills, while the text is not enlarged.
constexpr int nameHeight = 18;
constexpr int quoteHeight = 40;
constexpr int metaHeight = 16;
constexpr int pillRowHeight = 26;
constexpr int pillHeight = 26;
constexpr int dividerHeight = 20;
constexpr int noticeHeight = 20;
constexpr int lineOfText = 20;
constexpr int problemHeight = 22;
constexpr qreal quoteGap = 4;
constexpr qreal filesGap = 6;
constexpr qreal cardGap = 6;
constexpr qreal quotePadding = 12;
constexpr qreal pillGap = 4;
constexpr qreal pillRowGap = 5;
constexpr qreal metaGap = 14;
constexpr qreal firstRowTop = 16;
constexpr qreal lastRowBottom = 16;

QString forwardedWords(const TimelineEntry &row)
{
    return QCoreApplication::translate("Timeline", "Forwarded from %1").arg(row.forwardedFrom);
}

} // namespace

bool continuesGroup(const TimelineEntry &previous, const TimelineEntry &next)
{
    return previous.message.authorId == next.message.authorId && !next.firstUnread && next.before.isEmpty() &&
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
    if (!neighbours.next && !row.after.isEmpty())
        bottom = layoutNotices(*layout, row.after, bottom + metrics::bubbleGroupGap) - metrics::bubbleGroupGap;
    if (!neighbours.next)
        bottom += lastRowBottom;
    layout->height = qCeil(bottom);
    if (m_direction == Qt::RightToLeft)
        mirror(*layout);
    // Text stands on the side where it begins, whatever the windows' direction is.
    const QRectF inside = layout->bubble.adjusted(metrics::bubblePaddingX, 0, -metrics::bubblePaddingX, 0);
    layout->textPosition.setX(layout->text.isRightToLeft ? inside.right() - layout->text.size.width() : inside.left());
    return layout;
}

/// Rows are laid out from left to right and turned round as a whole, but for their text.
void RowLayouter::mirror(RowLayout &layout) const
{
    const Mirror at(Qt::RightToLeft, QRectF(0, 0, m_width, layout.height));
    layout.isMirrored = true;
    for (QRectF *rect :
         {&layout.dayPill, &layout.newLine, &layout.avatar, &layout.bubble, &layout.name, &layout.metaRect,
          &layout.problem, &layout.retry, &layout.discard, &layout.forwarded, &layout.quote, &layout.card}) {
        if (!rect->isNull())
            *rect = at(*rect);
    }
    for (ReactionPill &pill : layout.reactions)
        pill.rect = at(pill.rect);
    layout.filesPosition = at(QRectF(layout.filesPosition, layout.files.size)).topLeft();
    const Mirror inFiles(Qt::RightToLeft, QRectF(QPointF(), layout.files.size));
    for (AttachmentBlock::Box &box : layout.files.boxes)
        box.rect = inFiles(box.rect);
}

/// Places the day pill, notices and the divider; returns where the bubble begins.
qreal RowLayouter::layoutAbove(RowLayout &layout, const RowNeighbours &neighbours) const
{
    const TimelineEntry &row = layout.row;
    qreal y = !neighbours.previous ? firstRowTop : layout.startsGroup ? metrics::bubbleGroupGap : metrics::bubbleGap;
    const QDate day = localDay(row.message.createdAt);
    const auto ofTheDay = std::find_if(row.before.begin(), row.before.end(),
                                       [&day](const RoomNotice &notice) { return localDay(notice.time) >= day; });
    y = layoutNotices(layout, {row.before.begin(), ofTheDay}, y);
    if (!neighbours.previous || localDay(neighbours.previous->message.createdAt) != day) {
        layout.day = dayTitle(day, QDate::currentDate());
        const qreal width = textWidth(m_theme, TextStyle::Label, layout.day) + 26;
        const qreal height = m_theme.grown(pillHeight);
        layout.dayPill = QRectF(qRound((m_width - width) / 2), y, width, height);
        y += height + metrics::bubbleGroupGap;
    }
    y = layoutNotices(layout, {ofTheDay, row.before.end()}, y);
    if (row.firstUnread) {
        layout.newLine = QRectF(side, y, m_width - 2 * side, m_theme.grown(dividerHeight));
        y += layout.newLine.height() + metrics::bubbleGroupGap;
    }
    return y;
}

/// One below the other; returns where what follows begins.
qreal RowLayouter::layoutNotices(RowLayout &layout, const QList<RoomNotice> &notices, qreal top) const
{
    const qreal height = m_theme.grown(noticeHeight);
    for (const RoomNotice &notice : notices) {
        layout.notices.append({QRectF(side, top, m_width - 2 * side, height), notice.words});
        top += height;
    }
    return notices.isEmpty() ? top : top + metrics::bubbleGroupGap;
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
    const qreal height = m_theme.grown(pillRowHeight);
    const qreal emoji = m_theme.grown(emojiWidth);
    for (const Reaction &reaction : layout.row.message.reactions) {
        const qreal width = emoji + 24 + textWidth(m_theme, TextStyle::Small, QString::number(reaction.userIds.size()));
        if (x > 0 && x + width > maxWidth) {
            x = 0;
            y += height + pillGap;
        }
        layout.reactions.append({QRectF(x, y, width, height - 2), reaction.emoji, int(reaction.userIds.size()),
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
    const qreal icon = row.own && !row.message.deletedAt ? m_theme.grown(stateIcon) + 4 : 0;
    const qreal pin = row.message.pinnedAt ? m_theme.grown(stateIcon) + 4 : 0;
    return textWidth(m_theme, TextStyle::Caption, layout.meta) + icon + pin;
}

void RowLayouter::layoutBubble(RowLayout &layout, qreal top) const
{
    const TimelineEntry &row = layout.row;
    const bool isDeleted = row.message.deletedAt.has_value();
    // As high as a bubble of one line: it grows as that does.
    const int avatar = metrics::avatar + m_theme.grown(lineOfText) - lineOfText;
    const qreal bubbleLeft = side + avatar + avatarGap;
    const qreal room = qMin<qreal>(m_theme.grown(metrics::bubbleMaxWidth), m_width - bubbleLeft - side);
    const qreal maxText = qMax<qreal>(80, room - 2 * metrics::bubblePaddingX);
    layout.text = layoutText(row, maxText);
    layout.files = layoutAttachments(m_theme, row, maxText);
    const qreal meta = metaWidth(layout);
    const qreal pills = layoutReactions(layout, maxText);
    const qreal besideWidth = layout.text.lastLineRight + metaGap + meta;
    // Text of the other direction ends where the time stands.
    const bool runsAlong = layout.text.isRightToLeft == (m_direction == Qt::RightToLeft);
    const bool beside =
        runsAlong && !layout.text.endsInBlock && layout.reactions.isEmpty() && !row.card && besideWidth <= maxText;
    qreal content = qMax(layout.text.size.width(), beside ? std::ceil(besideWidth) : meta);
    content = qMax(content, pills > 0 && pills + metaGap + meta <= maxText ? pills + metaGap + meta : pills);
    const QSizeF card = row.card && !isDeleted ? cardSize(m_theme, *row.card, maxText) : QSizeF();
    content = qMax(content, qMax(layout.files.size.width(), card.width()));
    const bool named = layout.startsGroup && !row.own && row.isNamed;
    if (named)
        content = qMin(maxText, qMax(content, textWidth(m_theme, TextStyle::SenderName, row.author)));
    const bool quoted = row.message.replyToId && !isDeleted;
    if (quoted) {
        const qreal words = qMax(textWidth(m_theme, TextStyle::SenderName, row.quoteAuthor),
                                 textWidth(m_theme, TextStyle::Small, row.quoteText));
        content = qMin(maxText, qMax(content, qMax<qreal>(140, words + 2 * quotePadding)));
    }
    const bool forwarded = !row.forwardedFrom.isEmpty() && !isDeleted;
    if (forwarded)
        content = qMin(maxText, qMax(content, textWidth(m_theme, TextStyle::Small, forwardedWords(row))));
    const qreal left = row.own ? m_width - side - content - 2 * metrics::bubblePaddingX : bubbleLeft;
    const qreal textLeft = left + metrics::bubblePaddingX;
    qreal y = top + metrics::bubblePaddingY;
    const auto take = [&](bool present, qreal height, qreal gap) {
        const QRectF rect = present ? QRectF(textLeft, y, content, height) : QRectF();
        y += present ? height + gap : 0;
        return rect;
    };
    layout.name = take(named, m_theme.grown(nameHeight) - 2, 2);
    layout.forwarded = take(forwarded, m_theme.grown(nameHeight) - 2, 2);
    layout.quote = take(quoted, m_theme.grown(quoteHeight), quoteGap);
    layout.filesPosition = {textLeft, y};
    y += layout.files.boxes.isEmpty() ? 0 : layout.files.size.height() + filesGap;
    layout.textPosition = {textLeft, y};
    y += layout.text.size.height() + (card.isEmpty() ? 0 : cardGap);
    layout.card = take(!card.isEmpty(), card.height(), 2);
    placeBelowText(layout, {textLeft, y}, content, meta, beside);
    layout.bubble.setCoords(left, top, left + content + 2 * metrics::bubblePaddingX, layout.bubble.bottom());
    const qreal metaLine = m_theme.grown(metaHeight);
    layout.metaRect = QRectF(layout.bubble.right() - metrics::bubblePaddingX + 2 - meta,
                             layout.bubble.bottom() - metrics::bubblePaddingY - 1 - metaLine, meta, metaLine);
    if (!row.own && layout.endsGroup)
        layout.avatar = QRectF(side, layout.bubble.bottom() - avatar, avatar, avatar);
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
        y += m_theme.grown(metaHeight);
    layout.bubble.setBottom(y + metrics::bubblePaddingY);
}

/// Places "Not sent ... Retry Delete" below the bubble, from the right; returns the new bottom.
qreal RowLayouter::layoutProblem(RowLayout &layout) const
{
    const qreal top = layout.bubble.bottom() + 2;
    const qreal discard = textWidth(m_theme, TextStyle::Label, QCoreApplication::translate("Timeline", "Delete"));
    const qreal retry = textWidth(m_theme, TextStyle::Label, QCoreApplication::translate("Timeline", "Retry"));
    const qreal right = m_width - side;
    const qreal height = m_theme.grown(problemHeight);
    layout.discard = QRectF(right - discard, top, discard, height);
    layout.retry = QRectF(layout.discard.left() - 12 - retry, top, retry, height);
    const qreal wanted = textWidth(m_theme, TextStyle::Small, errorText(layout.row.error)) + 20;
    const qreal left = qMax(side, layout.retry.left() - 12 - wanted);
    layout.problem = QRectF(left, top, layout.retry.left() - 12 - left, height);
    return top + height;
}

} // namespace rialto
