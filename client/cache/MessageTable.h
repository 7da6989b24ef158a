#pragma once

#include "cache/MessageIndex.h"
#include "protocol/Chat.h"

#include <QHash>

namespace rialto {

/// From which message on a room's history is cached without gaps. Nothing below is shown while online.
struct HistoryWindow
{
    MessageId floor;       ///< 0 when the newest page was never fetched.
    QString cursor;        ///< The server's, for the page before the floor.
    bool complete = false; ///< The floor is the room's first message.

    bool isKnown() const { return floor.isValid() || complete; }
};

/// The cached messages of all rooms. Pages are read by key in either direction: a million messages cost no more than
/// fifty.
class MessageTable
{
public:
    explicit MessageTable(Database &database);

    /// What full-text search needs of them.
    MessageIndex &index() { return m_index; }

    /// Stores the message if it is newer than the cached one, or if that one is stale. Returns whether it was stored.
    bool merge(const Message &message);
    /// The same, for a message that may only change a cached one (an edit of something that was never fetched would
    /// else lie alone in a gap).
    bool mergeKnown(const Message &message);

    std::optional<Message> find(RoomId room, MessageId id) const;
    /// Up to `limit` messages older than `before` (none given: the newest), oldest first, none below `floor`.
    QList<Message> older(RoomId room, MessageId before, MessageId floor, int limit) const;
    /// Up to `limit` messages newer than `after`, oldest first.
    QList<Message> newer(RoomId room, MessageId after, int limit) const;
    std::optional<Message> newest(RoomId room) const;
    /// Living messages of others after `after`, counted up to 1000.
    int countOfOthers(RoomId room, MessageId after, UserId me) const;
    /// The first living message of others after `after`.
    MessageId firstOfOthers(RoomId room, MessageId after, UserId me) const;

    HistoryWindow window(RoomId room) const { return m_rooms.value(room).window; }
    void setWindow(RoomId room, const HistoryWindow &window);

    /// What was stored of this message is one's own guess: the server's next word about it counts, whatever its
    /// version.
    void markGuessed(RoomId room, MessageId id);
    void markAllStale();
    void markStale(RoomId room);
    /// Removes stale messages from `from` to `to` inclusive; a page of the server that spans these did not have them.
    void removeStale(RoomId room, MessageId from, MessageId to);
    void removeRoom(RoomId room);
    /// The files that cached messages of the room carry.
    QList<FileId> fileIds(RoomId room) const;

private:
    struct RoomState
    {
        qint64 generation = 0;
        HistoryWindow window;
    };

    static QList<Message> read(QSqlQuery &query);
    qint64 generationOf(RoomId room);
    void store(RoomId room, const RoomState &state);

    Database &m_database;
    MessageIndex m_index;
    QHash<RoomId, RoomState> m_rooms; ///< As in the table room_window.
};

} // namespace rialto
