// The part of SearchModel that looks in the cache.
#include "features/chat/model/ChatStore.h"
#include "features/chat/model/SearchModel.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

bool isIn(const SearchTerm &name, const QString &text)
{
    return name.isIn(wordsOf(text));
}

bool isPersonNamed(const SearchTerm &name, const User &user)
{
    return isIn(name, user.name) || isIn(name, user.displayName);
}

} // namespace

// Each step is short; between two the event loop runs, because nobody may find anything in a million messages.
void SearchModel::askCache()
{
    const QSet<RoomId> rooms = roomsToLookIn();
    MessageIndex::Scope scope{rooms, {}};
    if (m_query.from || m_query.fromMe)
        scope.authors = authorsToLookFor();
    MessageIndex::Finding finding;
    if (!rooms.isEmpty() && (!scope.authors || !scope.authors->isEmpty()))
        finding = m_store.messages().index().find(m_query, scope, m_before, kPageRows);
    QList<Message> messages;
    for (const MessageIndex::Place &place : std::as_const(finding.places)) {
        if (const auto message = m_store.messages().find(place.room, place.id))
            messages.append(*message);
    }
    m_before = finding.goesOnBefore;
    m_isMore = finding.goesOnBefore.isValid();
    m_isAsking = false;
    append(messages);
    if (!m_isMore || rowCount() >= m_wanted) {
        setState(State::Done);
        return;
    }
    m_isAsking = true;
    QMetaObject::invokeMethod(
        this,
        [this, generation = m_generation] {
            if (generation == m_generation)
                askNext();
        },
        Qt::QueuedConnection);
}

QSet<RoomId> SearchModel::roomsToLookIn() const
{
    QSet<RoomId> rooms;
    for (const RoomId room : m_store.visibleRooms()) {
        const bool isWanted = !m_room.isValid() || room == m_room;
        if (isWanted && (!m_query.in || isRoomNamed(*m_query.in, room)))
            rooms.insert(room);
    }
    return rooms;
}

// A direct room has the name of the other person.
bool SearchModel::isRoomNamed(const SearchTerm &name, RoomId id) const
{
    const RoomState *const state = m_store.find(id);
    if (!state || state->room.visibility != Visibility::Direct)
        return state && isIn(name, state->room.name);
    const std::optional<User> other = m_store.directory().find(m_store.otherPerson(state->room));
    return other && !other->deletedAt && isPersonNamed(name, *other);
}

QSet<UserId> SearchModel::authorsToLookFor() const
{
    QSet<UserId> authors;
    if (m_query.fromMe)
        authors.insert(m_store.me());
    if (!m_query.from)
        return authors;
    for (const User &user : m_store.directory().all()) {
        if (!user.deletedAt && isPersonNamed(*m_query.from, user))
            authors.insert(user.id);
    }
    return authors;
}

} // namespace rialto
