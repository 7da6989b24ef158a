#pragma once

#include "cache/MessageTable.h"
#include "net/UserDirectory.h"
#include "protocol/Chat.h"

#include <QObject>

namespace rialto {

class Cache;
class EventBus;

/// A room as this person sees it.
struct RoomState
{
    Room room;                            ///< Without a valid id while only the membership is known.
    std::optional<Membership> membership; ///< Empty when not a member.
    std::optional<Message> newest;        ///< The newest living message that is cached.
    QString draft;
    MessageId readHere;     ///< How far one has read here, perhaps not acknowledged yet.
    int postedSince = 0;    ///< Messages of others since the membership was last told.
    int mentionedSince = 0; ///< Those among them that address oneself.
    int unread = 0;
    int mentions = 0;                           ///< Those among the unread that address oneself.
    std::optional<ChangeMembership> wishesHere; ///< Asked for here, not acknowledged yet.
};

/// Rooms, memberships, members and messages of one account: what is cached, and the one place where events, replies and
/// pages change it. Lives on: the GUI thread.
class ChatStore : public QObject
{
    Q_OBJECT

public:
    ChatStore(Cache &cache, EventBus &bus, UserDirectory &directory, UserId me, QObject *parent = nullptr);

    UserId me() const { return m_me; }
    UserDirectory &directory() { return m_directory; }
    MessageTable &messages();

    QList<RoomId> visibleRooms() const;
    QList<RoomId> joinedRooms() const;
    /// Null when the room is not known. Good until the next change.
    const RoomState *find(RoomId id) const;
    bool isVisible(RoomId id) const;
    bool isJoined(RoomId id) const;
    /// The room's name; of direct rooms the other person's.
    QString title(RoomId id) const;
    UserId otherPerson(const Room &room) const;
    /// Those known now; asks for the rest through membersWanted.
    QList<Member> members(RoomId id) const;
    /// Likewise, and those who have left.
    QList<Member> membersEver(RoomId id) const;
    MessageId lastRead(RoomId id) const;

    /// Many at once, in one transaction.
    template <typename Entity> void applyAll(const QList<Entity> &entities)
    {
        Transaction transaction(database());
        for (const Entity &entity : entities)
            apply(entity);
        (void)transaction.commit();
    }
    void apply(const Room &room);
    void apply(const Member &member);
    void apply(const Membership &membership);
    void applyPosted(const Message &message);
    void applyChanged(const Message &message);
    /// Messages that were asked for by themselves; they may lie outside of what is cached without gaps.
    void applyFetched(const QList<Message> &messages);
    /// The newest page of a room, oldest first.
    void applyNewestPage(RoomId room, const QList<Message> &page, const std::optional<QString> &cursor);
    /// The page before the floor, oldest first; ignored when the history was reset since `askedCursor` was read.
    void applyOlderPage(RoomId room, const QList<Message> &page, const QString &askedCursor,
                        const std::optional<QString> &cursor);

    void markStale();
    /// The room's cached history may have gaps from now on.
    void markHistoryStale(RoomId room);
    void removeStaleRooms();
    void removeStaleMemberships();
    void removeStaleMembers(RoomId room);

    void setReadHere(RoomId room, MessageId id);
    /// How oneself sees the room, with what was asked for here and is on its way.
    Membership wishes(RoomId room) const;
    void setWishesHere(RoomId room, const std::optional<ChangeMembership> &wishes);
    void setDraft(RoomId room, const QString &text);

Q_SIGNALS:
    /// Something that a list of rooms shows has changed, or the room has become visible.
    void roomChanged(rialto::RoomId room);
    void roomGone(rialto::RoomId room);
    /// One has become a member: what is inside must be fetched.
    void joined(rialto::RoomId room);
    /// One is no longer a member, or the room was deleted.
    void left(rialto::RoomId room);
    void membersChanged(rialto::RoomId room);
    void membersWanted(rialto::RoomId room) const;
    void messageChanged(const rialto::Message &message);
    /// Likewise, of one that is not cached.
    void unknownChanged(const rialto::Message &message);
    /// What messages carried is no longer there for one: copies of it must go.
    void filesGone(const QList<rialto::FileId> &files);
    /// Cached messages of the room came or went other than one by one.
    void historyChanged(rialto::RoomId room);

private:
    Database &database();
    void load();
    void listen(EventBus &bus);
    void recount(RoomState &state) const;
    bool addressesMe(const Message &message) const;
    int countMentions(RoomId room, MessageId after) const;
    void updateNewest(RoomState &state, const Message &message);
    void deleteRoom(const Room &room);
    void leave(RoomId room);
    void removeMessages(RoomId room);
    void mergePage(RoomId room, const QList<Message> &page);
    void pageMerged(RoomId room);
    void rememberChange(const Message &message);
    static MessageId lastReadOf(const RoomState &state);

    Cache &m_cache;
    UserDirectory &m_directory;
    const UserId m_me;
    QHash<RoomId, RoomState> m_rooms;
    QHash<MessageId, Message>
        m_lateChanges; ///< Edits of messages not cached: a page under way may be older than these.
};

} // namespace rialto
