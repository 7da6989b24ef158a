// Where one is in a room: at what is unread, where one was reading, at a message that one asked for.
#include "features/chat/RoomPane.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/MessageModel.h"
#include "ui/Places.h"

namespace rialto {

/// Opens at the first unread message, unless all of what is unread fits below anyway.
void RoomPane::showFirstUnread()
{
    m_timeline->refresh();
    const MessageId unread = m_messages->firstUnreadId();
    if (!unread.isValid())
        return;
    // More may be unread than the rows that a room opens with.
    const bool isElsewhere = m_messages->rowOf(unread) < 0 && m_messages->openCached(unread);
    const int row = m_messages->rowOf(unread);
    if (row >= 0 && (isElsewhere || row < m_timeline->firstVisibleRow()))
        m_timeline->scrollToRow(row);
}

void RoomPane::savePlace()
{
    if (!m_messages || m_timeline->rowCount() == 0)
        return;
    const bool isAtEnd = m_timeline->isAtBottom() && !m_messages->canLoadNewer();
    const int first = m_timeline->firstVisibleRow();
    m_context.places.setReadingPlace(m_room.value, isAtEnd ? 0 : m_messages->row(first).message.id.value,
                                     qRound(m_timeline->offsetOfFirst()));
}

// What is new comes before where one was.
void RoomPane::restorePlace()
{
    m_restored = MessageId{m_context.places.readingPlace(m_room.value).first};
    if (m_messages->firstUnreadId().isValid())
        m_restored = {};
    openMessage(m_restored);
}

void RoomPane::keepPlace()
{
    m_isMoving = true;
    savePlace();
}

/// Where one was reading may be beyond what is there now: then it is fetched, rather than to tell that all was read.
void RoomPane::comeBack()
{
    const MessageId place{m_context.places.readingPlace(m_room.value).first};
    if (place.isValid() && m_messages->rowOf(place) < 0) {
        m_restored = place;
        openMessage(place);
    }
    m_isMoving = false;
}

void RoomPane::markSeen()
{
    // What is at the end is not seen while one is about to be brought elsewhere.
    if (m_isMoving || m_restored.isValid() || !m_messages || !isActiveWindow() || !isVisible())
        return;
    m_messages->sawUpTo(m_timeline->lastVisibleRow());
    if (m_timeline->isAtBottom() && !m_messages->canLoadNewer())
        m_messages->markRead();
}

void RoomPane::refreshUnseen()
{
    m_timeline->setNewBelow(m_messages ? m_messages->countUnseen() : 0);
}

void RoomPane::openMessage(MessageId id)
{
    if (m_messages && id.isValid())
        m_messages->openAround(id);
}

void RoomPane::openQuoted(int row)
{
    openMessage(m_messages->row(row).message.replyToId.value_or(MessageId()));
}

void RoomPane::placeReady(MessageId id)
{
    const bool isRestored = id == std::exchange(m_restored, MessageId());
    const int row = m_messages->rowOf(id);
    if (row < 0)
        return;
    if (isRestored)
        return m_timeline->scrollToPlace(row, m_context.places.readingPlace(m_room.value).second);
    m_timeline->scrollToRow(row);
    m_timeline->flash(row);
}

} // namespace rialto
