// The half of ChatStore that keeps messages: events, pages, unread counts.
#include "cache/Cache.h"
#include "features/chat/model/ChatStore.h"

namespace rialto {

void ChatStore::applyPosted(const Message &message)
{
    const bool isNew = !messages().find(message.roomId, message.id).has_value();
    if (!messages().merge(message))
        return;
    const auto state = m_rooms.find(message.roomId);
    if (state != m_rooms.end()) {
        updateNewest(*state, message);
        if (isNew && message.authorId != m_me && message.id > lastReadOf(*state)) {
            ++state->postedSince;
            state->mentionedSince += addressesMe(message) ? 1 : 0;
            recount(*state);
        }
    }
    Q_EMIT messageChanged(message);
    Q_EMIT roomChanged(message.roomId);
}

void ChatStore::applyChanged(const Message &message)
{
    const std::optional<Message> before =
        message.deletedAt ? messages().find(message.roomId, message.id) : std::nullopt;
    if (!messages().mergeKnown(message)) {
        rememberChange(message);
        Q_EMIT unknownChanged(message);
        return;
    }
    const auto state = m_rooms.find(message.roomId);
    if (state != m_rooms.end()) {
        updateNewest(*state, message);
        if (message.deletedAt)
            recount(*state);
    }
    QList<FileId> gone;
    for (const Attachment &one : before ? before->attachments : QList<Attachment>())
        gone.append(one.fileId);
    if (!gone.isEmpty())
        Q_EMIT filesGone(gone);
    Q_EMIT messageChanged(message);
    Q_EMIT roomChanged(message.roomId);
}

void ChatStore::applyFetched(const QList<Message> &fetched)
{
    {
        Transaction transaction(m_cache.database());
        for (const Message &message : fetched)
            messages().merge(message);
        (void)transaction.commit();
    }
    for (const Message &message : fetched)
        Q_EMIT messageChanged(message);
}

void ChatStore::rememberChange(const Message &message)
{
    constexpr qsizetype kRemembered = 1000;
    if (m_lateChanges.size() >= kRemembered)
        m_lateChanges.clear();
    m_lateChanges.insert(message.id, message);
}

void ChatStore::mergePage(RoomId room, const QList<Message> &page)
{
    for (const Message &message : page) {
        if (message.roomId != room)
            continue;
        messages().merge(message);
        const auto late = m_lateChanges.constFind(message.id);
        if (late != m_lateChanges.constEnd() && late->roomId == room)
            messages().merge(*late);
    }
}

void ChatStore::applyNewestPage(RoomId room, const QList<Message> &page, const std::optional<QString> &cursor)
{
    {
        Transaction transaction(m_cache.database());
        const HistoryWindow window = messages().window(room);
        const MessageId first = page.isEmpty() ? MessageId{} : page.first().id;
        mergePage(room, page);
        messages().removeStale(room, cursor ? first : MessageId{}, {});
        if (!window.isKnown())
            messages().setWindow(room, {first, cursor.value_or(QString()), !cursor});
        (void)transaction.commit();
    }
    pageMerged(room);
    Q_EMIT historyChanged(room);
}

void ChatStore::applyOlderPage(RoomId room, const QList<Message> &page, const QString &askedCursor,
                               const std::optional<QString> &cursor)
{
    const HistoryWindow window = messages().window(room);
    if (!window.isKnown() || window.cursor != askedCursor)
        return;
    Transaction transaction(m_cache.database());
    const MessageId first = page.isEmpty() ? window.floor : page.first().id;
    mergePage(room, page);
    messages().removeStale(room, cursor ? first : MessageId{}, window.floor);
    messages().setWindow(room, {first, cursor.value_or(QString()), !cursor});
    (void)transaction.commit();
    pageMerged(room);
}

void ChatStore::pageMerged(RoomId room)
{
    const auto state = m_rooms.find(room);
    if (state == m_rooms.end())
        return;
    state->newest = messages().newest(room);
    recount(*state);
    Q_EMIT roomChanged(room);
}

void ChatStore::updateNewest(RoomState &state, const Message &message)
{
    if (!message.deletedAt && (!state.newest || message.id >= state.newest->id))
        state.newest = message;
    else if (message.deletedAt && state.newest && state.newest->id == message.id)
        state.newest = messages().newest(message.roomId);
}

bool ChatStore::addressesMe(const Message &message) const
{
    return message.authorId != m_me && !message.deletedAt &&
           (message.mentionsEveryone || message.mentionedIds.contains(m_me));
}

// Of the newest messages only: the number matters while it is small.
int ChatStore::countMentions(RoomId room, MessageId after) const
{
    constexpr int kLookedAt = 200;
    const QList<Message> unread = m_cache.messages().newer(room, after, kLookedAt);
    return static_cast<int>(
        std::count_if(unread.begin(), unread.end(), [this](const Message &message) { return addressesMe(message); }));
}

// Counted exactly where the cached history reaches back to what was read; else the server's number and what came since.
void ChatStore::recount(RoomState &state) const
{
    if (!state.membership) {
        state.unread = 0;
        state.mentions = 0;
        return;
    }
    const RoomId room = state.membership->roomId;
    const MessageId read = lastReadOf(state);
    const HistoryWindow window = m_cache.messages().window(room);
    const int cached = m_cache.messages().countOfOthers(room, read, m_me);
    const bool isExact = window.isKnown() && (window.complete || window.floor <= read);
    const bool isReadFurther = read > state.membership->lastReadMessageId;
    constexpr int kCountedUpTo = 1000;
    const int told =
        static_cast<int>(std::min<qint64>(state.membership->unreadCount, kCountedUpTo)) + state.postedSince;
    const int mentions = static_cast<int>(state.membership->mentionCount) + state.mentionedSince;
    state.mentions = isReadFurther ? countMentions(room, read) : mentions;
    state.unread = isExact || isReadFurther ? cached : std::min(kCountedUpTo, std::max(cached, told));
}

} // namespace rialto
