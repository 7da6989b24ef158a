// The part of MessageModel that goes to a message far from the newest ones. Where the cache has no history without
// gaps, the rows are an island: the server pages on both sides until the island reaches what is cached.
#include "features/chat/model/ChatFetcher.h"
#include "features/chat/model/ChatStore.h"
#include "features/chat/model/MessageModel.h"
#include "net/LinkStatus.h"

#include <QCoreApplication>

namespace rialto {

void MessageModel::openAround(MessageId id)
{
    m_awaited = {};
    if (rowOf(id) >= 0 || openCached(id)) {
        Q_EMIT placeReady(id);
        return;
    }
    if (!m_fetcher.link().isOnline()) {
        Q_EMIT loadFailed(
            {ErrorCode::Unavailable,
             QCoreApplication::translate("MessageModel",
                                         "This message is not stored here, and there is no connection to fetch it."),
             {},
             {},
             0,
             true});
        return;
    }
    m_awaited = id;
    setLoading(true);
    m_fetcher.fetchAround(m_room, id, [self = QPointer<MessageModel>(this), id](const Result<QList<Message>> &page) {
        if (self)
            self->aroundArrived(id, page);
    });
}

bool MessageModel::openCached(MessageId id)
{
    const std::optional<Message> message = m_store.messages().find(m_room, id);
    if (!message || id < floor())
        return false;
    const QList<Message> before = m_store.messages().older(m_room, id, floor(), kPageRows / 2);
    const QList<Message> after = m_store.messages().newer(m_room, id, kPageRows / 2);
    resetTo(before + QList<Message>{*message} + after);
    m_atEnd = m_store.messages().newer(m_room, newestId(), 1).isEmpty();
    refreshUnsent();
    updateEdges();
    Q_EMIT edgesChanged();
    return true;
}

void MessageModel::aroundArrived(MessageId id, const Result<QList<Message>> &page)
{
    setLoading(false);
    if (id != m_awaited)
        return;
    m_awaited = {};
    if (!page) {
        Q_EMIT loadFailed(page.error());
        return;
    }
    resetTo(*page);
    m_atEnd = false;
    m_isIsland = true;
    m_islandBegins = false;
    updateEdges();
    Q_EMIT edgesChanged();
    Q_EMIT placeReady(id);
}

void MessageModel::fetchBeside(bool older)
{
    setLoading(true);
    m_fetcher.fetchBeside(m_room, older ? oldestId() : newestId(), older,
                          [self = QPointer<MessageModel>(this), older](const Result<QList<Message>> &page) {
                              if (self)
                                  self->besideArrived(older, page);
                          });
}

void MessageModel::besideArrived(bool older, const Result<QList<Message>> &page)
{
    setLoading(false);
    if (!page) {
        Q_EMIT loadFailed(page.error());
        return;
    }
    if (!m_isIsland)
        return;
    if (older) {
        m_islandBegins = page->isEmpty();
        prepend(*page);
        return;
    }
    // From the floor on the cache knows everything.
    if (page->isEmpty() || page->last().id >= m_store.messages().window(m_room).floor)
        m_isIsland = false;
    append(*page);
}

} // namespace rialto
