#include "features/chat/model/ChatFetcher.h"

#include "features/chat/model/ChatStore.h"
#include "net/LinkStatus.h"
#include "net/ListFetch.h"

#include <QCoreApplication>

namespace rialto {
namespace {

constexpr int kPageMessages = 50;

// The server lists newest first; everything here is oldest first.
QList<Message> oldestFirst(QList<Message> page)
{
    std::reverse(page.begin(), page.end());
    return page;
}

} // namespace

ChatFetcher::ChatFetcher(ChatStore &store, ApiClient &api, LinkStatus &link, QObject *parent)
    : QObject(parent), m_store(store), m_api(api), m_link(link)
{
    connect(&m_store, &ChatStore::joined, this, &ChatFetcher::enter);
    connect(&m_store, &ChatStore::left, this, &ChatFetcher::leave);
    connect(&m_store, &ChatStore::membersWanted, this, &ChatFetcher::fetchMembers);
    connect(&m_link, &LinkStatus::onlineChanged, this, &ChatFetcher::linkChanged);
}

void ChatFetcher::openRoom(RoomId room)
{
    ++m_open[room];
    refresh(room);
}

void ChatFetcher::closeRoom(RoomId room)
{
    const auto open = m_open.find(room);
    if (open != m_open.end() && --*open == 0)
        m_open.erase(open);
}

void ChatFetcher::refresh(RoomId room)
{
    if (!m_link.isOnline())
        return;
    // Of a room one is not in no events come, so what is cached of it is always old.
    if (!m_store.isJoined(room)) {
        m_membersKnown.remove(room);
        m_store.markHistoryStale(room);
    }
    fetchMembers(room);
    if (!m_store.messages().window(room).isKnown())
        fetchNewest(room, {});
}

void ChatFetcher::fetchOlder(RoomId room, Done done)
{
    const HistoryWindow window = m_store.messages().window(room);
    if (!window.isKnown() || window.complete) {
        fetchNewest(room, std::move(done));
        return;
    }
    ListMessages request;
    request.roomId = room;
    request.limit = kPageMessages;
    request.before = window.cursor;
    m_api.call(request, this,
               [this, room, asked = window.cursor, done = std::move(done)](const Result<Page<Message>> &page) {
                   if (page)
                       m_store.applyOlderPage(room, oldestFirst(page->items), asked, page->nextCursor);
                   done(page ? Result<>() : Result<>(tl::unexpected(page.error())));
               });
}

void ChatFetcher::fetchAround(RoomId room, MessageId id, GotMessages done)
{
    fetchBeside(room, MessageId{id.value + 1}, true, [=, this](const Result<QList<Message>> &before) {
        if (!before || before->isEmpty() || before->last().id != id) {
            done(before ? Result<QList<Message>>(failLocally(
                              ErrorCode::NotFound,
                              QCoreApplication::translate("ChatFetcher", "This message is not there any more.")))
                        : before);
            return;
        }
        fetchBeside(room, id, false, [before = *before, done](const Result<QList<Message>> &after) {
            done(after ? Result<QList<Message>>(before + *after) : after);
        });
    });
}

void ChatFetcher::fetchBeside(RoomId room, MessageId id, bool older, GotMessages done)
{
    ListMessages request;
    request.roomId = room;
    request.limit = kPageMessages;
    (older ? request.beforeId : request.afterId) = id;
    m_api.call(request, this, [this, older, done = std::move(done)](const Result<Page<Message>> &page) {
        if (!page) {
            done(tl::unexpected(page.error()));
            return;
        }
        const QList<Message> messages = older ? oldestFirst(page->items) : page->items;
        m_store.applyFetched(messages);
        done(messages);
    });
}

void ChatFetcher::fetchMessage(RoomId room, MessageId id)
{
    if (!m_link.isOnline() || m_asked.contains(id))
        return;
    m_asked.insert(id);
    m_api.call(GetMessage{room, id}, this, [this](const Result<Message> &message) {
        if (message)
            m_store.applyFetched({*message});
    });
}

void ChatFetcher::markStale()
{
    m_membersKnown.clear();
    m_store.markStale();
}

void ChatFetcher::refetch(std::function<void(Result<>)> done)
{
    fetchRooms([this, done = std::move(done)](const Result<> &rooms) {
        if (!rooms) {
            done(rooms);
            return;
        }
        fetchMemberships([this, done](const Result<> &memberships) {
            if (!memberships)
                done(memberships);
            else
                fetchOpenRooms(m_open.keys(), done);
        });
    });
}

void ChatFetcher::fetchRooms(Done done)
{
    ListFetch<ListRooms>::run(
        m_api, ListRooms{}, this, [this](const QList<Room> &rooms) { m_store.applyAll(rooms); },
        [this, done = std::move(done)](const Result<> &result) {
            if (result)
                m_store.removeStaleRooms();
            done(result);
        });
}

void ChatFetcher::fetchMemberships(Done done)
{
    ListFetch<ListMemberships>::run(
        m_api, ListMemberships{}, this, [this](const QList<Membership> &memberships) { m_store.applyAll(memberships); },
        [this, done = std::move(done)](const Result<> &result) {
            if (result)
                m_store.removeStaleMemberships();
            done(result);
        });
}

// One after the other: a person has few rooms open.
void ChatFetcher::fetchOpenRooms(QList<RoomId> rooms, Done done)
{
    while (!rooms.isEmpty() && !m_store.isVisible(rooms.last()))
        rooms.removeLast();
    if (rooms.isEmpty()) {
        done({});
        return;
    }
    const RoomId room = rooms.takeLast();
    fetchMembers(room);
    fetchNewest(room, [this, rooms, done = std::move(done)](const Result<> &result) {
        // Thrown out meanwhile: that is no reason to begin anew.
        if (result || result.error().code == ErrorCode::NotFound || result.error().code == ErrorCode::Forbidden)
            fetchOpenRooms(rooms, done);
        else
            done(result);
    });
}

void ChatFetcher::fetchNewest(RoomId room, Done done)
{
    ListMessages request;
    request.roomId = room;
    request.limit = kPageMessages;
    m_api.call(request, this, [this, room, done = std::move(done)](const Result<Page<Message>> &page) {
        if (page && m_store.isVisible(room))
            m_store.applyNewestPage(room, oldestFirst(page->items), page->nextCursor);
        if (done)
            done(page ? Result<>() : Result<>(tl::unexpected(page.error())));
    });
}

void ChatFetcher::fetchRoom(RoomId room)
{
    m_api.call(GetRoom{room}, this, [this](const Result<Room> &reply) {
        if (reply)
            m_store.apply(*reply);
    });
}

void ChatFetcher::fetchMembers(RoomId room)
{
    const bool mayAsk = m_link.state() == LinkState::Online || m_link.state() == LinkState::Syncing;
    if (!mayAsk || m_membersKnown.contains(room))
        return;
    m_membersKnown.insert(room);
    ListMembers request;
    request.roomId = room;
    request.left = true; // The timeline tells of them.
    ListFetch<ListMembers>::run(
        m_api, request, this, [this](const QList<Member> &members) { m_store.applyAll(members); },
        [this, room](const Result<> &result) {
            if (result)
                m_store.removeStaleMembers(room);
            else
                m_membersKnown.remove(room);
        });
}

// Events of the room come from here on; what was before them is fetched.
void ChatFetcher::enter(RoomId room)
{
    m_store.markHistoryStale(room);
    // Of public rooms everybody hears all changes; of others only members, so what is cached may be old.
    const RoomState *const known = m_store.find(room);
    if (!known || known->room.visibility != Visibility::Public || !known->room.id.isValid())
        fetchRoom(room);
    if (m_open.contains(room))
        fetchMembers(room);
    if (!m_prefetch.contains(room))
        m_prefetch.append(room);
    prefetchNext();
}

// A public room stays readable, as to any stranger.
void ChatFetcher::leave(RoomId room)
{
    m_membersKnown.remove(room);
    if (m_open.contains(room) && m_store.isVisible(room))
        fetchNewest(room, {});
}

void ChatFetcher::linkChanged()
{
    m_prefetching = false;
    m_prefetch.clear();
    m_asked.clear();
    if (!m_link.isOnline())
        return;
    for (const RoomId room : m_open.keys())
        refresh(room);
    for (const RoomId room : m_store.joinedRooms()) {
        if (!m_store.messages().window(room).isKnown())
            m_prefetch.append(room);
    }
    prefetchNext();
}

void ChatFetcher::prefetchNext()
{
    if (m_prefetching || m_prefetch.isEmpty() || !m_api.isSignedIn())
        return;
    m_prefetching = true;
    fetchNewest(m_prefetch.takeFirst(), [this](const Result<> &) {
        m_prefetching = false;
        prefetchNext();
    });
}

} // namespace rialto
