#pragma once

#include <QPersistentModelIndex>

#include "features/chat/RowPainter.h"

namespace rialto {

/// A place in the text of one message. It stays with its message when rows come and go.
struct TextPlace
{
    QPersistentModelIndex message;
    int position = 0;
};

/// Selected text from one place to another, over any number of messages.
class TimelineSelection
{
public:
    void start(const TextPlace &place);
    void extendTo(const TextPlace &place);
    void select(const TextPlace &from, const TextPlace &to);
    void clear();

    bool isEmpty() const;
    /// Rows touched by the selection, first to last; only when it is not empty.
    int firstRow() const { return first().message.row(); }
    int lastRow() const { return last().message.row(); }
    /// What of a row's text of `length` UTF-16 units is selected.
    SelectedRange rangeIn(int row, int length) const;

private:
    bool isForward() const;
    const TextPlace &first() const { return isForward() ? m_from : m_to; }
    const TextPlace &last() const { return isForward() ? m_to : m_from; }

    TextPlace m_from;
    TextPlace m_to;
};

} // namespace rialto
