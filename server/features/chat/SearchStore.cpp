#include "features/chat/SearchStore.h"

#include "text/SearchIndex.h"

#define CANDIDATE_COLUMNS                                                                                              \
    "m.id, m.room_id, m.author_id, m.text, m.file_names, m.has_picture, m.created_at, "                                \
    "m.deleted_at IS NOT NULL"

namespace rialto::search_store {
namespace {

// Characters that a newer Qt knows may make other words.
qint64 wordRules()
{
    return kIndexRules * 1000 + QChar::currentUnicodeVersion();
}

Candidate candidateFrom(const Row &row)
{
    return {MessageId{row.value(0).toLongLong()},
            RoomId{row.value(1).toLongLong()},
            UserId{row.value(2).toLongLong()},
            {row.value(3).toString(), row.value(4).toString(), row.value(5).toLongLong() != 0},
            row.value(6).toLongLong(),
            row.value(7).toLongLong() != 0};
}

template <typename... Values>
void walk(Database &database, const char *sql, const Visit &visit, const Values &...values)
{
    bool goesOn = true;
    database.each(
        sql,
        [&](const Row &row) {
            if (goesOn)
                goesOn = visit(candidateFrom(row));
        },
        values...);
}

void beginAnew(Database &database)
{
    database.run("INSERT INTO message_index (message_index) VALUES ('delete-all')");
    database.run("UPDATE message_index_state SET indexed_to = 0, word_rules = ?", wordRules());
}

} // namespace

MessageId indexedTo(Database &database)
{
    return MessageId{database.value("SELECT indexed_to FROM message_index_state").value_or(0)};
}

qint64 indexSome(Database &database, int atMost)
{
    if (database.value("SELECT word_rules FROM message_index_state") != wordRules())
        beginAnew(database);
    const MessageId from = indexedTo(database);
    qint64 count = 0;
    MessageId to;
    database.each(
        "SELECT count(*), max(id) FROM (SELECT id FROM message WHERE id > ? ORDER BY id LIMIT ?)",
        [&](const Row &row) {
            count = row.value(0).toLongLong();
            to = MessageId{row.value(1).toLongLong()};
        },
        from, atMost);
    if (count == 0)
        return 0;
    database.run("INSERT INTO message_index (rowid, entry) SELECT id, "
                 "index_entry(room_id, author_id, text, file_names, has_picture) FROM message WHERE id > ? AND id <= ? "
                 "ORDER BY id",
                 from, to);
    database.run("UPDATE message_index_state SET indexed_to = ?", to);
    return count;
}

void eachNewest(Database &database, MessageId before, MessageId above, int limit, const Visit &visit)
{
    walk(database,
         "SELECT " CANDIDATE_COLUMNS " FROM message AS m WHERE m.id < ? AND m.id > ? "
         "ORDER BY m.id DESC LIMIT ?",
         visit, before, above, limit);
}

void eachIndexed(Database &database, const QString &expression, MessageId before, int limit, const Visit &visit)
{
    // CROSS: the index leads, and its order is the one that is wanted.
    walk(database,
         "SELECT " CANDIDATE_COLUMNS " FROM message_index CROSS JOIN message AS m ON m.id = message_index.rowid "
         "WHERE message_index MATCH ? AND message_index.rowid < ? ORDER BY message_index.rowid DESC LIMIT ?",
         visit, expression, before, limit);
}

} // namespace rialto::search_store
