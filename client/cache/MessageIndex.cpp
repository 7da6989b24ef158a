#include "cache/MessageIndex.h"

#include "protocol/Codec.h"
#include "protocol/Message.h"
#include "text/SearchIndex.h"
#include "text/Searched.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

/// Rows looked at by one walk of find().
constexpr int kLookedAt = 5'000;
/// The index is asked for so many at a time, because most searches are satisfied early.
constexpr int kStep = 250;
/// So many rooms or authors at most are given to the index; more are told apart by their rows.
constexpr qsizetype kMaximumIds = 20;

// Characters that a newer Qt knows may make other words.
int wordRules()
{
    return kIndexRules * 1000 + QChar::currentUnicodeVersion();
}

// What the index and its queries see of a row: `details` is the message's JSON where it has more than text.
Searched searchedIn(const QString &text, const QString &details)
{
    const bool mayCarry = details.contains("\"attachments\""_L1);
    Message message = mayCarry ? fromJson<Message>(details.toUtf8()).value_or(Message()) : Message();
    message.text = text;
    return searchedOf(message);
}

template <typename Id> QList<qint64> numbers(const QSet<Id> &ids)
{
    QList<qint64> numbers;
    if (ids.size() <= kMaximumIds) {
        for (const Id id : ids)
            numbers.append(id.value);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

} // namespace

/// One way back in time through rows that may fit.
struct MessageIndex::Walk
{
    const SearchQuery &query;
    const Scope &scope;
    int limit = 0;
    QList<Place> found;
    MessageId reached; ///< The oldest row that was looked at.
    int rows = 0;      ///< Of the last look.
    int lookedAt = 0;
    bool isComplete = false;

    bool isOver() const { return isComplete || found.size() >= limit || lookedAt >= kLookedAt; }
    MessageId openEnd() const { return isComplete ? MessageId{} : reached; }
};

MessageIndex::MessageIndex(Database &database) : m_database(database)
{
    beginAnewAfterOtherRules();
}

void MessageIndex::beginAnewAfterOtherRules()
{
    QSqlQuery &query = m_database.run(u"SELECT word_rules FROM message_index_state"_s);
    const int made = query.next() ? query.value(0).toInt() : -1;
    query.finish();
    if (made == wordRules() || made < 0)
        return;
    Transaction transaction(m_database);
    m_database.run(u"INSERT INTO message_index (message_index) VALUES ('delete-all')"_s).finish();
    m_database.run(u"UPDATE message SET indexed = 0 WHERE indexed = 1"_s).finish();
    m_database.run(u"UPDATE message_index_state SET word_rules = ?"_s, {wordRules()}).finish();
    (void)transaction.commit();
}

std::optional<QString> MessageIndex::entryOf(RoomId room, MessageId id)
{
    QSqlQuery &query =
        m_database.run(u"SELECT author_id, text, details FROM message WHERE room_id = ? AND id = ? AND indexed = 1"_s,
                       {room.value, id.value});
    std::optional<QString> entry;
    if (query.next())
        entry = indexEntry(room.value, query.value(0).toLongLong(),
                           searchedIn(query.value(1).toString(), query.value(2).toString()));
    query.finish();
    return entry;
}

void MessageIndex::remove(MessageId id, const QString &entry)
{
    m_database
        .run(u"INSERT INTO message_index (message_index, rowid, entry) VALUES ('delete', ?, ?)"_s, {id.value, entry})
        .finish();
}

void MessageIndex::removeRange(RoomId room, MessageId from, MessageId to, qint64 generation)
{
    QSqlQuery &query = m_database.run(uR"(SELECT id, author_id, text, details FROM message WHERE room_id = ? AND id >= ?
                                          AND id <= ? AND generation < ? AND indexed = 1)"_s,
                                      {room.value, from.value, to.value, generation});
    while (query.next())
        remove(MessageId{query.value(0).toLongLong()},
               indexEntry(room.value, query.value(1).toLongLong(),
                          searchedIn(query.value(2).toString(), query.value(3).toString())));
    query.finish();
}

int MessageIndex::indexSome(int atMost)
{
    struct Entry
    {
        qint64 room = 0;
        qint64 id = 0;
        QString text;
    };
    QList<Entry> entries;
    QSqlQuery &query = m_database.run(
        u"SELECT room_id, id, author_id, text, details FROM message WHERE indexed = 0 ORDER BY id DESC LIMIT ?"_s,
        {atMost});
    while (query.next())
        entries.append({query.value(0).toLongLong(), query.value(1).toLongLong(),
                        indexEntry(query.value(0).toLongLong(), query.value(2).toLongLong(),
                                   searchedIn(query.value(3).toString(), query.value(4).toString()))});
    query.finish();
    if (entries.isEmpty())
        return 0;
    // Upwards: FTS5 writes out what it holds in memory whenever a key is not above the last one.
    std::reverse(entries.begin(), entries.end());
    Transaction transaction(m_database);
    for (const Entry &entry : std::as_const(entries)) {
        m_database.run(u"INSERT INTO message_index (rowid, entry) VALUES (?, ?)"_s, {entry.id, entry.text}).finish();
        m_database.run(u"UPDATE message SET indexed = 1 WHERE room_id = ? AND id = ?"_s, {entry.room, entry.id})
            .finish();
    }
    // A disk that is full takes no index; what is not in it is still looked at.
    return transaction.commit() ? static_cast<int>(entries.size()) : 0;
}

// Columns: the id as the walk has it, then room, author, text, time, whether deleted and details; NULL where no row is
// left.
void MessageIndex::look(QSqlQuery &rows, Walk &walk) const
{
    walk.rows = 0;
    while (rows.next()) {
        ++walk.rows;
        ++walk.lookedAt;
        if (walk.found.size() >= walk.limit)
            continue;
        walk.reached = MessageId{rows.value(0).toLongLong()};
        const RoomId room{rows.value(1).toLongLong()};
        const UserId author{rows.value(2).toLongLong()};
        const bool isThere = !rows.value(1).isNull() && rows.value(5).toInt() == 0;
        if (isThere && walk.scope.rooms.contains(room) &&
            (!walk.scope.authors || walk.scope.authors->contains(author)) &&
            walk.query.matches(searchedIn(rows.value(3).toString(), rows.value(6).toString()),
                               rows.value(4).toLongLong()))
            walk.found.append({room, walk.reached});
    }
    rows.finish();
}

MessageIndex::Finding MessageIndex::find(const SearchQuery &query, const Scope &scope, MessageId before, int limit)
{
    const QString expression =
        indexExpression(query, numbers(scope.rooms), scope.authors ? numbers(*scope.authors) : QList<qint64>());
    Walk unindexed{query, scope, limit, {}, before, 0, 0, false};
    look(
        m_database.run(uR"(SELECT id, room_id, author_id, text, created_at, deleted_at IS NOT NULL, details FROM message
                            WHERE indexed = 0 AND id < ? ORDER BY id DESC LIMIT ?)"_s,
                       {before.value, kLookedAt}),
        unindexed);
    unindexed.isComplete = unindexed.rows < kLookedAt && unindexed.found.size() < limit;
    Walk indexed{query, scope, limit, {}, before, 0, 0, false};
    while (!indexed.isOver()) {
        const QString from = expression.isEmpty()
                                 ? u"SELECT id FROM message WHERE indexed = ? AND id < ? ORDER BY id DESC LIMIT ?"_s
                                 : u"SELECT rowid AS id FROM message_index WHERE message_index MATCH ? AND rowid < ? "
                                   "ORDER BY rowid DESC LIMIT ?"_s;
        look(m_database.run(u"SELECT i.id, m.room_id, m.author_id, m.text, m.created_at, m.deleted_at IS NOT NULL, "
                            "m.details "
                            "FROM (%1) AS i LEFT JOIN message AS m ON m.id = i.id AND m.indexed = 1"_s.arg(from),
                            {expression.isEmpty() ? QVariant(1) : QVariant(expression), indexed.reached.value, kStep}),
             indexed);
        indexed.isComplete = indexed.rows < kStep && indexed.found.size() < limit;
    }
    Finding finding{unindexed.found + indexed.found, std::max(unindexed.openEnd(), indexed.openEnd())};
    finding.places.removeIf([&](const Place &place) { return place.id < finding.goesOnBefore; });
    std::sort(finding.places.begin(), finding.places.end(), [](const Place &a, const Place &b) { return a.id > b.id; });
    if (finding.places.size() > limit) {
        finding.places.resize(limit);
        finding.goesOnBefore = finding.places.last().id;
    }
    return finding;
}

} // namespace rialto
