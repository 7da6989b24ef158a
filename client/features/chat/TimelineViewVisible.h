#pragma once

#include "features/chat/TimelineView.h"

namespace rialto {

/// Calls visit(row, y, layout) for every row on screen, from above; `y` is where the row begins in the viewport.
template <typename Visit> void TimelineView::forEachVisible(Visit &&visit) const
{
    qreal y = -m_anchorOffset;
    for (int row = m_anchorRow; row < rowCount() && y < viewport()->height(); ++row) {
        const RowLayout &layout = layoutOf(row);
        visit(row, y, layout);
        y += layout.height;
    }
}

} // namespace rialto
