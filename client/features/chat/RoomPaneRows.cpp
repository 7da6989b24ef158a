// What the rows of a room's timeline show besides what the model knows.
#include "features/chat/RoomPane.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/MessageModel.h"
#include "features/chat/model/RoomListModel.h"
#include "markdown/RichText.h"

using namespace Qt::StringLiterals;

namespace rialto {

TimelineEntry RoomPane::entry(int row) const
{
    TimelineEntry entry(*m_messages, row, m_context.me());
    entry.isNamed = !m_isDirect;
    const MessageId unread = m_messages->firstUnreadId();
    entry.card = cardOf(entry.message);
    entry.downloads = downloadsOf(entry.message);
    entry.firstUnread = unread.isValid() && entry.message.id == unread;
    addNotices(entry, row);
    return entry;
}

/// Up to when the rows down to this one tell. What is not sent yet stands at the end, whenever it was written.
qint64 RoomPane::timeOf(int row) const
{
    qint64 time = 0;
    for (bool isStored = false; row >= 0 && !isStored; --row) {
        time = qMax(time, m_messages->row(row).message.createdAt);
        isStored = m_messages->row(row).message.id.isValid();
    }
    return time;
}

/// What happened between the message above and this one, and after the newest of all.
void RoomPane::addNotices(TimelineEntry &entry, int row) const
{
    if (m_notices.isEmpty())
        return;
    const qint64 time = timeOf(row);
    if (row > 0 || m_messages->beginsHere())
        entry.before = m_notices.between(timeOf(row - 1), time);
    if (row + 1 == m_messages->rowCount() && !m_messages->canLoadNewer())
        entry.after = m_notices.between(time, std::numeric_limits<qint64>::max());
}

void RoomPane::refreshMembers(RoomId room)
{
    if (room == m_room)
        m_membersTimer.start();
}

void RoomPane::readMembers()
{
    m_membersTimer.stop();
    if (!m_messages)
        return;
    const QList<Member> ever = m_context.rooms.membersEver(m_room);
    m_members = ever;
    m_members.removeIf([](const Member &member) { return member.leftAt.has_value(); });
    refreshHeader();
    const auto room = m_context.rooms.find(m_room);
    if (room && m_notices.read(*room, ever, [this](UserId id) { return nameOf(id); })) {
        m_timeline->refresh();
        showEmptyWords();
    }
}

/// What has happened last in a room in which nothing was said, a line each; empty for nothing.
QString RoomPane::noticeLines() const
{
    QString lines;
    constexpr qsizetype kMost = 3;
    const QList<RoomNotice> all = m_notices.between(0, std::numeric_limits<qint64>::max());
    for (const RoomNotice &notice : all.mid(qMax<qsizetype>(0, all.size() - kMost)))
        lines += notice.words + u'\n';
    return lines;
}

/// Of the first thing that the message refers to.
std::optional<LinkCard> RoomPane::cardOf(const Message &message) const
{
    if (message.deletedAt || !message.text.contains("rialto://"_L1))
        return std::nullopt;
    for (const TextSpan &span : parseRichText(message.text).spans) {
        if (span.kind != TextSpan::Link || span.url.scheme() != "rialto"_L1)
            continue;
        m_hasCards = true; // Or will have one, when what it leads to comes.
        if (auto card = m_context.card(span.url))
            return card;
    }
    return std::nullopt;
}

void RoomPane::refreshCards()
{
    if (m_hasCards)
        m_timeline->refresh();
}

} // namespace rialto
