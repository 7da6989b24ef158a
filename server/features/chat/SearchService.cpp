#include "features/chat/SearchService.h"

#include "core/Paging.h"
#include "features/chat/MessageAccess.h"
#include "features/chat/MessageStore.h"
#include "features/chat/SearchStore.h"
#include "text/SearchIndex.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

const QString kCursor = u"search"_s;
/// Messages looked at for one page: some ten milliseconds in the worst case.
constexpr int kLookedAt = 5'000;
/// The index is asked for so many at a time, because most pages are full early.
constexpr int kStep = 250;
/// So many rooms or authors at most are given to the index; more are told apart by their rows.
constexpr qsizetype kMaximumIds = 100;

bool isAmong(const std::optional<QList<qint64>> &ids, qint64 id)
{
    return !ids || ids->contains(id);
}

QList<qint64> forIndex(const std::optional<QList<qint64>> &ids)
{
    return ids && ids->size() <= kMaximumIds ? *ids : QList<qint64>();
}

bool isIn(const SearchTerm &term, const QString &text)
{
    return term.isIn(wordsOf(text));
}

} // namespace

/// Where to look; a list that is not given means everywhere one may.
struct SearchService::Scope
{
    SearchQuery query;
    std::optional<QList<qint64>> rooms;
    std::optional<QList<qint64>> authors;
    MessageId before{Rules::kMaximumInteger};
    int limit = 0;

    bool isNowhere() const { return (rooms && rooms->isEmpty()) || (authors && authors->isEmpty()); }
};

/// Makes one page: goes from the newest message back, through those that the index does not have yet and then through
/// those that it names, until the page is full or enough was looked at.
class SearchService::Walk
{
public:
    Walk(ReadContext &context, const Scope &scope) : m_context(context), m_scope(scope), m_reached(scope.before) {}

    Page<Message> run()
    {
        const QString expression = indexExpression(m_scope.query, forIndex(m_scope.rooms), forIndex(m_scope.authors));
        // Read first: what is put into the index meanwhile lies above and is looked at as not indexed.
        const MessageId indexed = expression.isEmpty() ? MessageId{} : search_store::indexedTo(m_context.database);
        const auto visit = [this](const search_store::Candidate &candidate) { return look(candidate); };
        search_store::eachNewest(m_context.database, m_reached, indexed, kLookedAt + 1, visit);
        m_reached = std::min(m_reached, m_isMore ? m_reached : MessageId{indexed.value + 1});
        for (int before = -kStep; !expression.isEmpty() && !m_isMore && m_lookedAt - before >= kStep;) {
            before = m_lookedAt;
            search_store::eachIndexed(m_context.database, expression, m_reached, kStep, visit);
        }
        return page();
    }

private:
    bool look(const search_store::Candidate &candidate)
    {
        const bool fits = m_lookedAt < kLookedAt && isWanted(candidate);
        m_isMore = m_lookedAt == kLookedAt || (fits && m_found.size() == m_scope.limit);
        if (m_isMore)
            return false;
        ++m_lookedAt;
        m_reached = candidate.id;
        if (fits)
            m_found.append(candidate.id);
        return true;
    }

    bool isWanted(const search_store::Candidate &candidate)
    {
        return !candidate.isDeleted && isAmong(m_scope.rooms, candidate.roomId.value) &&
               isAmong(m_scope.authors, candidate.authorId.value) && isReadable(candidate.roomId) &&
               m_scope.query.matches(candidate.said, candidate.createdAt);
    }

    bool isReadable(RoomId room)
    {
        auto known = m_readable.constFind(room);
        if (known == m_readable.constEnd())
            known = m_readable.insert(room,
                                      message_access::readable(m_context.database, m_context.caller, room).has_value());
        return *known;
    }

    Page<Message> page() const
    {
        Page<Message> page{message_store::findAll(m_context.database, m_found), {}};
        if (m_isMore)
            page.nextCursor = Cursor::encode(kCursor, {}, m_reached.value);
        return page;
    }

    ReadContext &m_context;
    const Scope &m_scope;
    QHash<RoomId, bool> m_readable;
    QList<MessageId> m_found;
    MessageId m_reached; ///< What is older was not looked at.
    int m_lookedAt = 0;
    bool m_isMore = false;
};

Result<Page<Message>> SearchService::search(ReadContext &context, const SearchMessages &request) const
{
    const auto scope = scopeOf(context, request);
    if (!scope)
        return tl::unexpected(scope.error());
    return scope->isNowhere() ? Page<Message>() : Walk(context, *scope).run();
}

Result<SearchService::Scope> SearchService::scopeOf(ReadContext &context, const SearchMessages &request) const
{
    const auto query = SearchQuery::parse(request.q);
    if (!query)
        return fail(ErrorCode::Invalid, query.error().toText(), u"q"_s);
    Scope scope{*query, {}, {}, MessageId{Rules::kMaximumInteger}, request.limit};
    if (!request.before.isEmpty()) {
        const auto cursor = Cursor::decode(request.before, kCursor, u"before"_s);
        if (!cursor)
            return tl::unexpected(cursor.error());
        scope.before = MessageId{cursor->key};
    }
    if (request.roomId) {
        const auto allowed = message_access::readable(context.database, context.caller, *request.roomId);
        if (!allowed)
            return tl::unexpected(allowed.error());
    }
    if (query->fromMe)
        scope.authors = {context.caller.userId.value};
    else if (query->from)
        scope.authors = authorsNamed(context.database, *query->from);
    if (query->in)
        scope.rooms = roomsNamed(context, *query->in);
    if (request.roomId && isAmong(scope.rooms, request.roomId->value))
        scope.rooms = {request.roomId->value};
    else if (request.roomId)
        scope.rooms = QList<qint64>();
    return scope;
}

QList<qint64> SearchService::authorsNamed(Database &database, const SearchTerm &name) const
{
    QList<qint64> ids;
    m_directory.each(database, [&](const User &user) {
        if (isIn(name, user.name) || isIn(name, user.displayName))
            ids.append(user.id.value);
    });
    return ids;
}

QList<qint64> SearchService::roomsNamed(ReadContext &context, const SearchTerm &name) const
{
    constexpr int kPage = 500;
    const UserId me = context.caller.userId;
    QList<qint64> ids;
    QList<Room> page;
    do {
        page = room_store::listVisible(context.database, me, page.isEmpty() ? RoomId{} : page.last().id, kPage);
        for (const Room &room : std::as_const(page)) {
            if (isNamed(context.database, room, me, name))
                ids.append(room.id.value);
        }
    } while (page.size() == kPage);
    return ids;
}

// A direct room has the name of the other person.
bool SearchService::isNamed(Database &database, const Room &room, UserId me, const SearchTerm &name) const
{
    if (room.visibility != Visibility::Direct)
        return isIn(name, room.name);
    const bool isMine = !room.directUserIds.isEmpty() && room.directUserIds.first() == me;
    const auto other = m_directory.find(database, isMine ? room.directUserIds.last() : room.directUserIds.first());
    return other && (isIn(name, other->name) || isIn(name, other->displayName));
}

} // namespace rialto
