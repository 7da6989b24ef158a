// The part of MessageModel that acts: paging and writing.
#include "features/chat/model/ChatFetcher.h"
#include "features/chat/model/ChatStore.h"
#include "features/chat/model/ChatWriter.h"
#include "features/chat/model/MarkWriter.h"
#include "features/chat/model/MessageModel.h"
#include "features/chat/model/UploadQueue.h"
#include "net/LinkStatus.h"

namespace rialto {

void MessageModel::loadOlder()
{
    if (m_loading)
        return;
    if (m_isIsland) {
        if (m_canLoadOlder)
            fetchBeside(true);
        return;
    }
    if (const QList<Message> cached = storedCount() > 0 ? olderInCache(kPageRows) : QList<Message>();
        !cached.isEmpty()) {
        prepend(cached);
        return;
    }
    if (!m_canLoadOlder)
        return;
    setLoading(true);
    // The model may be closed before the page arrives; the page is kept all the same.
    m_fetcher.fetchOlder(m_room, [self = QPointer<MessageModel>(this)](const Result<> &result) {
        if (self)
            self->pageArrived(result);
    });
}

void MessageModel::pageArrived(const Result<> &result)
{
    setLoading(false);
    if (!result)
        Q_EMIT loadFailed(result.error());
    else if (storedCount() > 0)
        prepend(olderInCache(kPageRows));
    updateEdges();
}

void MessageModel::prepend(const QList<Message> &older)
{
    if (!older.isEmpty()) {
        QList<TimelineRow> rows;
        for (const Message &message : older)
            rows.append(rowFor(message));
        beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
        rows.reserve(rows.size() + m_rows.size());
        std::move(m_rows.begin(), m_rows.end(), std::back_inserter(rows)); // A thousand of them are not copied.
        m_rows.swap(rows);
        endInsertRows();
        if (storedCount() > kMaximumRows)
            trimBottom();
    }
    findFirstUnread();
    updateEdges();
}

void MessageModel::loadNewer()
{
    if (m_atEnd || m_loading)
        return;
    if (m_isIsland) {
        fetchBeside(false);
        return;
    }
    append(m_store.messages().newer(m_room, newestId(), kPageRows));
}

void MessageModel::append(const QList<Message> &newer)
{
    const int first = storedCount();
    if (!newer.isEmpty()) {
        beginInsertRows({}, first, first + static_cast<int>(newer.size()) - 1);
        for (const Message &message : newer)
            m_rows.append(rowFor(message));
        endInsertRows();
    }
    if (storedCount() > kMaximumRows)
        trimTop();
    m_atEnd = m_store.messages().newer(m_room, newestId(), 1).isEmpty();
    refreshUnsent();
    updateEdges();
    if (m_atEnd)
        Q_EMIT edgesChanged();
}

void MessageModel::jumpToNewest()
{
    m_awaited = {};
    if (!m_atEnd)
        reloadWindow();
}

void MessageModel::trimTop()
{
    const int excess = storedCount() - kMaximumRows;
    removeRowsAt(0, excess - 1);
    updateEdges();
}

// The unsent go with the end: they stand behind the newest message or nowhere.
void MessageModel::trimBottom()
{
    m_unsent = 0;
    const bool wasAtEnd = std::exchange(m_atEnd, false);
    // A view goes to the first unread message as it moves up: all of a long absence would be fetched.
    m_lookForUnread = false;
    removeRowsAt(kMaximumRows, static_cast<int>(m_rows.size()) - 1);
    if (wasAtEnd)
        Q_EMIT edgesChanged();
}

bool MessageModel::isBeginningKnown() const
{
    return m_isIsland ? m_islandBegins : m_store.messages().window(m_room).complete;
}

bool MessageModel::beginsHere() const
{
    return isBeginningKnown() && (m_isIsland || storedCount() == 0 || olderInCache(1).isEmpty());
}

void MessageModel::updateEdges()
{
    const bool serverHasMore = m_fetcher.link().isOnline() && !isBeginningKnown() && m_store.isVisible(m_room);
    const bool older = (!m_isIsland && storedCount() > 0 && !olderInCache(1).isEmpty()) || serverHasMore;
    if (m_canLoadOlder == older)
        return;
    m_canLoadOlder = older;
    Q_EMIT edgesChanged();
}

void MessageModel::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged();
}

void MessageModel::findFirstUnread()
{
    if (!m_lookForUnread || !m_store.isJoined(m_room))
        return;
    const MessageId first = m_store.messages().firstOfOthers(m_room, m_readAtOpening, m_store.me());
    // What arrives while one looks on is not unread.
    if (!first.isValid() && m_store.messages().window(m_room).isKnown())
        m_lookForUnread = false;
    const bool isEarlier = first.isValid() && (!m_firstUnread.isValid() || first < m_firstUnread);
    if (!isEarlier)
        return;
    m_firstUnread = first;
    Q_EMIT firstUnreadChanged();
}

void MessageModel::forgetFirstUnread()
{
    m_lookForUnread = false;
    if (!m_firstUnread.isValid())
        return;
    m_firstUnread = {};
    Q_EMIT firstUnreadChanged();
}

bool MessageModel::canWrite() const
{
    const std::optional<User> me = m_store.directory().find(m_store.me());
    return m_store.isJoined(m_room) && (!me || me->role != Role::Guest);
}

Result<QString> MessageModel::send(const QString &text, const std::optional<MessageId> &replyTo)
{
    jumpToNewest();
    Result<QString> clientId = m_writer.send(m_room, text, replyTo);
    if (clientId)
        setDraft({});
    return clientId;
}

Result<QString> MessageModel::sendFiles(const QString &text, const QList<LocalFile> &files,
                                        const std::optional<MessageId> &replyTo)
{
    jumpToNewest();
    return m_writer.sendFiles(m_room, text, files, replyTo);
}

void MessageModel::retry(int row)
{
    const Message &message = m_rows.at(row).message;
    if (!message.id.isValid()) {
        m_writer.outbox().retry(message.clientId);
        return;
    }
    const QList<OutboxItem> changes = m_writer.changesOf(message.id);
    for (const OutboxItem &change : changes)
        m_writer.outbox().retry(change.clientId);
}

void MessageModel::discard(int row)
{
    const Message message = m_rows.at(row).message;
    if (!message.id.isValid()) {
        m_writer.remove(message);
        return;
    }
    const QList<OutboxItem> changes = m_writer.changesOf(message.id);
    for (const OutboxItem &change : changes) {
        if (Outbox::isMutable(change))
            m_writer.outbox().discard(change.clientId);
    }
}

Result<> MessageModel::edit(int row, const QString &text)
{
    return edit(Message(m_rows.at(row).message), text);
}

Result<> MessageModel::edit(const Message &known, const QString &text)
{
    return m_writer.edit(latest(known), text);
}

// It may have been sent since one saw it.
Message MessageModel::latest(const Message &known) const
{
    if (const int row = rowOf(known); row >= 0)
        return m_rows.at(row).message;
    if (!known.id.isValid()) {
        for (const Message &recent : m_store.messages().older(m_room, {}, {}, kPageRows)) {
            if (recent.clientId == known.clientId && recent.authorId == known.authorId)
                return recent;
        }
    }
    return known;
}

void MessageModel::setHidden(const Message &known, bool hidden)
{
    m_hidden = hidden ? known.clientId : QString();
    const int row = rowOf(known);
    if (row < 0)
        return;
    const std::optional<Message> message = m_store.messages().find(m_room, m_rows.at(row).message.id);
    const OutboxItem *const unsent = m_writer.outbox().find(m_rows.at(row).message.clientId);
    if (message)
        refreshRow(row, rowFor(*message));
    else if (unsent)
        refreshRow(row, rowFor(*unsent));
}

Result<> MessageModel::remove(const Message &known)
{
    setHidden(known, false);
    return m_writer.remove(latest(known));
}

Result<> MessageModel::toggleReaction(int row, const QString &emoji)
{
    const Message message = m_rows.at(row).message;
    return message.id.isValid() && !message.deletedAt ? m_marks.toggleReaction(message, emoji) : Result<>();
}

Result<> MessageModel::setPinned(int row, bool pinned)
{
    const Message message = m_rows.at(row).message;
    return message.id.isValid() && !message.deletedAt ? m_marks.setPinned(message, pinned) : Result<>();
}

void MessageModel::sawUpTo(int row)
{
    const int last = std::min(row, storedCount() - 1);
    if (last < 0 || m_rows.at(last).message.id <= m_seen)
        return;
    m_seen = m_rows.at(last).message.id;
    Q_EMIT unseenChanged();
}

int MessageModel::countUnseen() const
{
    // Below what was read lies what the list of rooms tells, which also knows what is not cached.
    const RoomState *const state = m_store.find(m_room);
    if (state && state->membership && m_seen <= m_store.lastRead(m_room))
        return state->unread;
    return m_store.messages().countOfOthers(m_room, m_seen, m_store.me());
}

void MessageModel::markRead()
{
    if (m_atEnd && storedCount() > 0)
        m_writer.markRead(m_room, newestId());
}

QString MessageModel::draft() const
{
    const RoomState *const state = m_store.find(m_room);
    return state ? state->draft : QString();
}

void MessageModel::setDraft(const QString &text)
{
    m_store.setDraft(m_room, text);
}

} // namespace rialto
