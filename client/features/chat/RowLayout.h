#pragma once

#include <QRectF>
#include <memory>

#include "features/chat/AttachmentBlock.h"
#include "features/chat/RowText.h"
#include "features/chat/TimelineEntry.h"

namespace rialto {

/// Room for the emoji in a pill, while the text is not enlarged; in pixels.
inline constexpr int emojiWidth = 20;
/// The signs beside a message's time, while the text is not enlarged; in pixels.
inline constexpr int stateIcon = 14;

/// A reaction below a message: a pill with the emoji and how many people chose it.
struct ReactionPill
{
    QRectF rect;
    QString emoji;
    int count = 0;
    bool mine = false;
};

/// A line of words in the middle of the timeline.
struct NoticeLine
{
    QRectF rect;
    QString words;
};

/// One laid-out row of the timeline. All rectangles are relative to the row's upper left corner.
struct RowLayout
{
    TimelineEntry row;
    bool startsGroup = true;
    bool endsGroup = true;
    bool isMirrored = false; ///< Laid out from right to left: one's own rows stand on the left.
    QString day;             ///< Title of the day pill above, or empty.
    QString meta;            ///< "edited 09:15".
    QRectF dayPill;
    QList<NoticeLine> notices;
    QRectF newLine; ///< The "New messages" divider, or null.
    QRectF avatar;
    QRectF bubble;
    QRectF name;
    QRectF metaRect; ///< Time and state.
    QRectF problem;  ///< The line below the bubble of a message that was not sent, or null.
    QRectF retry;
    QRectF discard;
    QRectF forwarded;      ///< The line "Forwarded from", or null.
    QRectF quote;          ///< What the message answers, or null.
    AttachmentBlock files; ///< From filesPosition on.
    QPointF filesPosition;
    QPointF textPosition;
    RowText text;
    QRectF card; ///< Of what the text refers to, or null.
    QList<ReactionPill> reactions;
    int height = 0;
};

/// What decides about a row's look besides itself.
struct RowNeighbours
{
    const TimelineEntry *previous = nullptr;
    const TimelineEntry *next = nullptr;
};

/// Whether `next` continues the group of `previous`: same person, same day, within five minutes, nothing in between.
bool continuesGroup(const TimelineEntry &previous, const TimelineEntry &next);

/// Lays rows out for one width.
class RowLayouter
{
public:
    /// `width` of the view in pixels.
    RowLayouter(const Theme &theme, int width, Qt::LayoutDirection direction = Qt::LeftToRight)
        : m_theme(theme), m_width(width), m_direction(direction)
    {
    }

    std::unique_ptr<RowLayout> layout(const TimelineEntry &row, const RowNeighbours &neighbours) const;

private:
    qreal layoutAbove(RowLayout &layout, const RowNeighbours &neighbours) const;
    qreal layoutNotices(RowLayout &layout, const QList<RoomNotice> &notices, qreal top) const;
    RowText layoutText(const TimelineEntry &row, qreal maxWidth) const;
    void layoutBubble(RowLayout &layout, qreal top) const;
    qreal layoutReactions(RowLayout &layout, qreal maxWidth) const;
    void placeBelowText(RowLayout &layout, QPointF corner, qreal content, qreal meta, bool beside) const;
    qreal layoutProblem(RowLayout &layout) const;
    qreal metaWidth(RowLayout &layout) const;
    void mirror(RowLayout &layout) const;

    const Theme &m_theme;
    int m_width;
    Qt::LayoutDirection m_direction;
};

} // namespace rialto
