#include "features/chat/model/ChatStore.h"

#include "cache/Cache.h"
#include "net/EventBus.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

const QString kRoom = u"room"_s;
const QString kMember = u"member"_s;
const QString kMembership = u"membership"_s;

} // namespace

ChatStore::ChatStore(Cache &cache, EventBus &bus, UserDirectory &directory, UserId me, QObject *parent)
    : QObject(parent), m_cache(cache), m_directory(directory), m_me(me)
{
    load();
    listen(bus);
}

void ChatStore::load()
{
    for (const Room &room : m_cache.entities().list<Room>(kRoom)) {
        if (!room.deletedAt)
            m_rooms[room.id].room = room;
    }
    for (const Membership &membership : m_cache.entities().list<Membership>(kMembership)) {
        if (!membership.leftAt)
            m_rooms[membership.roomId].membership = membership;
    }
    const QHash<RoomId, QString> drafts = m_cache.drafts().all();
    for (auto it = m_rooms.begin(); it != m_rooms.end(); ++it) {
        it->draft = drafts.value(it.key());
        it->newest = messages().newest(it.key());
        recount(*it);
    }
}

void ChatStore::listen(EventBus &bus)
{
    bus.on<RoomCreated>([this](const Room &room) { apply(room); });
    bus.on<RoomChanged>([this](const Room &room) { apply(room); });
    bus.on<RoomDeleted>([this](const Room &room) { apply(room); });
    bus.on<MemberAdded>([this](const Member &member) { apply(member); });
    bus.on<MemberChanged>([this](const Member &member) { apply(member); });
    bus.on<MemberRemoved>([this](const Member &member) { apply(member); });
    bus.on<MembershipAdded>([this](const Membership &membership) { apply(membership); });
    bus.on<MembershipChanged>([this](const Membership &membership) { apply(membership); });
    bus.on<MembershipRemoved>([this](const Membership &membership) { apply(membership); });
    bus.on<MessagePosted>([this](const Message &message) { applyPosted(message); });
    bus.on<MessageEdited>([this](const Message &message) { applyChanged(message); });
    bus.on<ReactionsChanged>([this](const Message &message) { applyChanged(message); });
    bus.on<MessagePinned>([this](const Message &message) { applyChanged(message); });
    bus.on<MessageDeleted>([this](const Message &message) { applyChanged(message); });
}

Database &ChatStore::database()
{
    return m_cache.database();
}

MessageTable &ChatStore::messages()
{
    return m_cache.messages();
}

QList<RoomId> ChatStore::visibleRooms() const
{
    QList<RoomId> rooms = m_rooms.keys();
    rooms.removeIf([this](RoomId id) { return !isVisible(id); });
    return rooms;
}

QList<RoomId> ChatStore::joinedRooms() const
{
    QList<RoomId> rooms = m_rooms.keys();
    rooms.removeIf([this](RoomId id) { return !isJoined(id); });
    return rooms;
}

const RoomState *ChatStore::find(RoomId id) const
{
    const auto found = m_rooms.constFind(id);
    return found == m_rooms.constEnd() ? nullptr : &*found;
}

// Whatever is cached of a private room: without a membership one may not know of it.
bool ChatStore::isVisible(RoomId id) const
{
    const RoomState *const state = find(id);
    return state && state->room.id.isValid() && (state->membership || state->room.visibility == Visibility::Public);
}

bool ChatStore::isJoined(RoomId id) const
{
    const RoomState *const state = find(id);
    return state && state->membership;
}

QString ChatStore::title(RoomId id) const
{
    const RoomState *const state = find(id);
    if (!state)
        return {};
    if (state->room.visibility != Visibility::Direct)
        return state->room.name;
    return m_directory.displayName(otherPerson(state->room));
}

UserId ChatStore::otherPerson(const Room &room) const
{
    for (const UserId user : room.directUserIds) {
        if (user != m_me)
            return user;
    }
    return room.directUserIds.isEmpty() ? UserId{} : m_me;
}

QList<Member> ChatStore::membersEver(RoomId id) const
{
    Q_EMIT membersWanted(id);
    return m_cache.entities().listOf<Member>(kMember, id.value);
}

QList<Member> ChatStore::members(RoomId id) const
{
    QList<Member> members = membersEver(id);
    members.removeIf([](const Member &member) { return member.leftAt.has_value(); });
    return members;
}

MessageId ChatStore::lastRead(RoomId id) const
{
    const RoomState *const state = find(id);
    return state ? lastReadOf(*state) : MessageId{};
}

MessageId ChatStore::lastReadOf(const RoomState &state)
{
    return state.membership ? std::max(state.membership->lastReadMessageId, state.readHere) : state.readHere;
}

void ChatStore::apply(const Room &room)
{
    if (!m_cache.entities().merge({kRoom, room.id.value}, room))
        return;
    if (room.deletedAt) {
        deleteRoom(room);
        return;
    }
    m_rooms[room.id].room = room;
    if (isVisible(room.id))
        Q_EMIT roomChanged(room.id);
}

void ChatStore::deleteRoom(const Room &room)
{
    m_cache.entities().removeAllOf(kMember, room.id.value);
    m_cache.entities().removeAllOf(kMembership, room.id.value);
    m_cache.drafts().set(room.id, {});
    removeMessages(room.id);
    if (m_rooms.remove(room.id) == 0)
        return;
    Q_EMIT left(room.id);
    Q_EMIT roomGone(room.id);
}

void ChatStore::apply(const Member &member)
{
    const EntityKey key{kMember, member.roomId.value, member.userId.value};
    const std::optional<Member> cached = m_cache.entities().find<Member>(key);
    // Who came back is newer than who left, whatever the version.
    if (cached && member.joinedAt > cached->joinedAt)
        m_cache.entities().remove(key);
    if (m_cache.entities().merge(key, member))
        Q_EMIT membersChanged(member.roomId);
}

void ChatStore::apply(const Membership &membership)
{
    const EntityKey key{kMembership, membership.roomId.value};
    const std::optional<Membership> cached = m_cache.entities().find<Membership>(key);
    if (cached && membership.joinedAt > cached->joinedAt)
        m_cache.entities().remove(key);
    if (!m_cache.entities().merge(key, membership))
        return;
    if (membership.leftAt) {
        leave(membership.roomId);
        return;
    }
    RoomState &state = m_rooms[membership.roomId];
    const bool isNew = !state.membership;
    state.membership = membership;
    state.postedSince = 0;
    state.mentionedSince = 0;
    recount(state);
    if (isNew)
        Q_EMIT joined(membership.roomId);
    if (isVisible(membership.roomId))
        Q_EMIT roomChanged(membership.roomId);
}

void ChatStore::removeMessages(RoomId room)
{
    const QList<FileId> files = messages().fileIds(room);
    messages().removeRoom(room);
    if (!files.isEmpty())
        Q_EMIT filesGone(files);
}

void ChatStore::leave(RoomId room)
{
    removeMessages(room);
    m_cache.entities().removeAllOf(kMember, room.value);
    const auto found = m_rooms.find(room);
    if (found == m_rooms.end())
        return;
    // What one was about to say is there again when one is: others may have put one out while one wrote.
    RoomState kept;
    kept.room = found->room;
    kept.draft = found->draft;
    *found = kept;
    Q_EMIT left(room);
    Q_EMIT historyChanged(room);
    if (!isVisible(room)) {
        Q_EMIT roomGone(room);
        return;
    }
    Q_EMIT roomChanged(room);
    Q_EMIT membersChanged(room); // They are asked for anew, from outside.
}

void ChatStore::markStale()
{
    m_cache.entities().markStale(kRoom);
    m_cache.entities().markStale(kMember);
    m_cache.entities().markStale(kMembership);
    messages().markAllStale();
    m_lateChanges.clear();
}

void ChatStore::markHistoryStale(RoomId room)
{
    messages().markStale(room);
}

void ChatStore::removeStaleRooms()
{
    Transaction transaction(database());
    const QList<EntityKey> keys = m_cache.entities().removeStale(kRoom);
    for (const EntityKey &key : keys) {
        Room gone;
        gone.id = RoomId{key.id};
        deleteRoom(gone);
    }
    (void)transaction.commit();
}

void ChatStore::removeStaleMemberships()
{
    Transaction transaction(database());
    const QList<EntityKey> keys = m_cache.entities().removeStale(kMembership);
    for (const EntityKey &key : keys)
        leave(RoomId{key.id});
    (void)transaction.commit();
}

void ChatStore::removeStaleMembers(RoomId room)
{
    if (!m_cache.entities().removeStaleOf(kMember, room.value).isEmpty())
        Q_EMIT membersChanged(room);
}

void ChatStore::setReadHere(RoomId room, MessageId id)
{
    const auto state = m_rooms.find(room);
    if (state == m_rooms.end() || id <= state->readHere)
        return;
    state->readHere = id;
    recount(*state);
    Q_EMIT roomChanged(room);
}

void ChatStore::setWishesHere(RoomId room, const std::optional<ChangeMembership> &wishes)
{
    const auto state = m_rooms.find(room);
    if (state == m_rooms.end())
        return;
    state->wishesHere = wishes;
    Q_EMIT roomChanged(room);
}

Membership ChatStore::wishes(RoomId room) const
{
    const RoomState *const state = find(room);
    Membership membership = state && state->membership ? *state->membership : Membership();
    if (state && state->wishesHere) {
        const ChangeMembership &here = *state->wishesHere;
        membership.notifyLevel = here.notifyLevel.value_or(membership.notifyLevel);
        membership.muted = here.muted.value_or(membership.muted);
        membership.pinned = here.pinned.value_or(membership.pinned);
        membership.archived = here.archived.value_or(membership.archived);
    }
    return membership;
}

void ChatStore::setDraft(RoomId room, const QString &text)
{
    const auto state = m_rooms.find(room);
    if (state == m_rooms.end() || state->draft == text)
        return;
    state->draft = text;
    m_cache.drafts().set(room, text);
    Q_EMIT roomChanged(room);
}

} // namespace rialto
