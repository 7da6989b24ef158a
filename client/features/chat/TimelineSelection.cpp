#include "features/chat/TimelineSelection.h"

namespace rialto {

void TimelineSelection::start(const TextPlace &place)
{
    m_from = place;
    m_to = place;
}

void TimelineSelection::extendTo(const TextPlace &place)
{
    m_to = place;
}

void TimelineSelection::select(const TextPlace &from, const TextPlace &to)
{
    m_from = from;
    m_to = to;
}

void TimelineSelection::clear()
{
    m_from = {};
    m_to = {};
}

bool TimelineSelection::isEmpty() const
{
    if (!m_from.message.isValid() || !m_to.message.isValid())
        return true;
    return m_from.message == m_to.message && m_from.position == m_to.position;
}

SelectedRange TimelineSelection::rangeIn(int row, int length) const
{
    if (isEmpty() || row < firstRow() || row > lastRow())
        return {};
    const int start = row == firstRow() ? qMin(first().position, length) : 0;
    const int end = row == lastRow() ? qMin(last().position, length) : length;
    return {start, qMax(0, end - start)};
}

bool TimelineSelection::isForward() const
{
    if (m_from.message.row() != m_to.message.row())
        return m_from.message.row() < m_to.message.row();
    return m_from.position <= m_to.position;
}

} // namespace rialto
