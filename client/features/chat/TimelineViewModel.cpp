#include <QAbstractItemModel>

#include "features/chat/TimelineView.h"
#include "ui/Theme.h"

namespace rialto {

void TimelineView::setModel(QAbstractItemModel *model, RowReader reader)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_reader = std::move(reader);
    m_selection.clear();
    m_currentRow = -1;
    m_atBottom = true;
    if (m_model) {
        connect(m_model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) { rowsInserted(first, last); });
        connect(m_model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { rowsRemoved(first, last); });
        connect(m_model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &from, const QModelIndex &to) { rowsChanged(from.row(), to.row()); });
        connect(m_model, &QAbstractItemModel::modelReset, this, &TimelineView::modelReset);
        connect(m_model, &QAbstractItemModel::rowsMoved, this, &TimelineView::modelReset);
        connect(m_model, &QObject::destroyed, this, [this] {
            m_model = nullptr;
            setModel(nullptr, {});
        });
    }
    modelReset();
}

void TimelineView::rowsInserted(int first, int last)
{
    const int count = last - first + 1;
    if (first == rowCount()) {
        appended(first, last);
        return;
    }
    Hold kept = hold();
    if (kept.row >= first)
        kept.row += count;
    if (m_currentRow >= first)
        m_currentRow += count;
    if (first == 0) {
        m_firstKey -= count;
        m_layouts.remove(keyOf(count)); // It has a neighbour now.
    } else {
        m_layouts.clear();
    }
    m_heights.insert(first, count);
    m_atBottom ? scrollToBottom() : restore(kept);
}

void TimelineView::appended(int first, int last)
{
    m_heights.append(last - first + 1);
    m_layouts.remove(keyOf(first - 1)); // It may no longer end its group.
    bool own = false;
    for (int row = first; row <= last && !own; ++row) {
        const TimelineEntry message = m_reader(row);
        own = message.own && message.state == DeliveryState::Pending;
    }
    // What one writes oneself is always shown; others' words never pull the reader away.
    sticksToEnd() || own ? scrollToBottom() : settle();
}

/// Of rows that go. At either end of the window the others stay as they are, but for the one that loses its neighbour.
void TimelineView::forgetLayouts(int first, int last)
{
    if (first > 0 && last + 1 < rowCount()) {
        m_layouts.clear();
        return;
    }
    for (int row = qMax(0, first - 1); row <= qMin(last + 1, rowCount() - 1); ++row)
        m_layouts.remove(keyOf(row));
    if (first == 0)
        m_firstKey += last + 1;
}

void TimelineView::rowsRemoved(int first, int last)
{
    const int count = last - first + 1;
    Hold kept = hold();
    if (kept.row > last)
        kept.row -= count;
    else if (kept.row >= first)
        kept.row = first;
    m_currentRow = m_currentRow > last ? m_currentRow - count : m_currentRow >= first ? -1 : m_currentRow;
    forgetLayouts(first, last);
    m_heights.remove(first, count);
    m_atBottom ? scrollToBottom() : restore(kept);
}

void TimelineView::rowsChanged(int first, int last)
{
    if (first < 0 || last >= rowCount())
        return;
    const Hold kept = hold();
    // The neighbours' grouping may depend on what changed.
    for (int row = qMax(0, first - 1); row <= qMin(last + 1, rowCount() - 1); ++row)
        m_layouts.remove(keyOf(row));
    m_atBottom ? scrollToBottom() : restore(kept);
}

void TimelineView::modelReset()
{
    // Messages may have come or gone anywhere: the one that was at the top is looked for by its id.
    const RowLayout *shown = m_layouts.object(keyOf(m_anchorRow));
    const qint64 id = shown && !m_atBottom ? shown->row.message.id.value : 0;
    const qreal y = shown ? shown->bubble.top() - m_anchorOffset : 0;
    m_layouts.clear();
    m_heights.reset(m_model ? m_model->rowCount() : 0);
    m_currentRow = -1;
    for (int row = 0; id > 0 && row < rowCount(); ++row) {
        if (m_reader(row).message.id.value == id) {
            restore({row, y});
            return;
        }
    }
    scrollToBottom();
}

} // namespace rialto
