#pragma once

#include "net/Replica.h"
#include "protocol/Chat.h"

#include <QObject>
#include <QSet>

namespace rialto {

class ApiClient;
class ChatStore;
class LinkStatus;

/// Asks the server for what the ChatStore lacks: the lists after a gap, a room one has come into, pages of history that
/// are looked at, and in the background the newest page of every joined room, so that it reads offline.
/// Lives on: the GUI thread.
class ChatFetcher : public QObject, public Replica
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<>)>;

    ChatFetcher(ChatStore &store, ApiClient &api, LinkStatus &link, QObject *parent = nullptr);

    LinkStatus &link() { return m_link; }

    /// A room is looked at: its newest page and its members are brought up to date, now and after every gap, until as
    /// many have closed it as had opened it.
    void openRoom(RoomId room);
    void closeRoom(RoomId room);
    /// The page before the cached history. `done` is called once unless this object is gone.
    void fetchOlder(RoomId room, Done done);
    /// Messages on both sides of one and itself, oldest first; and a page before or after one, oldest first. They are
    /// stored too, so that events reach them. `done` is called once unless this object is gone.
    using GotMessages = std::function<void(const Result<QList<Message>> &)>;
    void fetchAround(RoomId room, MessageId id, GotMessages done);
    void fetchBeside(RoomId room, MessageId id, bool older, GotMessages done);
    /// One message that is referred to; the store tells when it has come. Asked for once while connected.
    void fetchMessage(RoomId room, MessageId id);

    void markStale() override;
    void refetch(std::function<void(Result<>)> done) override;

private:
    void refresh(RoomId room);
    void fetchRooms(Done done);
    void fetchMemberships(Done done);
    void fetchOpenRooms(QList<RoomId> rooms, Done done);
    void fetchNewest(RoomId room, Done done);
    void fetchRoom(RoomId room);
    void fetchMembers(RoomId room);
    void enter(RoomId room);
    void leave(RoomId room);
    void linkChanged();
    void prefetchNext();

    ChatStore &m_store;
    ApiClient &m_api;
    LinkStatus &m_link;
    QHash<RoomId, int> m_open;   ///< By how many.
    QSet<RoomId> m_membersKnown; ///< Whose members were listed since the last gap, or are being listed.
    QSet<MessageId> m_asked;     ///< Single messages that were asked for since the connection came.
    QList<RoomId> m_prefetch;
    bool m_prefetching = false;
};

} // namespace rialto
