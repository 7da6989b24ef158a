#pragma once

#include <QRectF>
#include <memory>

#include "features/chat/TextRuns.h"
#include "features/chat/TimelineEntry.h"

namespace rialto {

/// One laid-out row of the timeline. All rectangles are relative to the row's upper left corner.
struct RowLayout
{
    TimelineEntry row;
    bool startsGroup = true;
    bool endsGroup = true;
    QString day;  ///< Title of the day pill above, or empty.
    QString meta; ///< "edited 09:15".
    QRectF dayPill;
    QRectF newLine; ///< The "New messages" divider, or null.
    QRectF avatar;
    QRectF bubble;
    QRectF name;
    QRectF metaRect; ///< Time and state.
    QRectF problem;  ///< The line below the bubble of a message that was not sent, or null.
    QRectF retry;
    QRectF discard;
    QPointF textPosition;
    std::unique_ptr<QTextLayout> text;
    QList<TextLink> links;
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
    RowLayouter(const Theme &theme, int width) : m_theme(theme), m_width(width) {}

    std::unique_ptr<RowLayout> layout(const TimelineEntry &row, const RowNeighbours &neighbours) const;

private:
    qreal layoutAbove(RowLayout &layout, const RowNeighbours &neighbours) const;
    QSizeF layoutText(RowLayout &layout, qreal maxWidth) const;
    void layoutBubble(RowLayout &layout, qreal top) const;
    qreal layoutProblem(RowLayout &layout) const;
    qreal metaWidth(RowLayout &layout) const;

    const Theme &m_theme;
    int m_width;
};

} // namespace rialto
