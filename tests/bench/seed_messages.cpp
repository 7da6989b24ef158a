// Fills a room of a stopped server with messages, straight into its database: a million take seconds instead of
// minutes. Usage: rialto-seed-messages DATABASE COUNT; the messages go to the first public room and are by its members
// in turn. The server puts them into its full-text index once it runs.

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

#include "figures/SampleTexts.h"

namespace {

constexpr const char *kInsert = R"(
    WITH
        room_of_run (id) AS (SELECT min(id) FROM room WHERE visibility = 'public'),
        author (n, id, many) AS (SELECT row_number() OVER () - 1, user_id, count(*) OVER () FROM room_member
            WHERE room_id = (SELECT id FROM room_of_run))
    INSERT INTO message (room_id, author_id, client_id, request_hash, text, created_at)
        SELECT (SELECT id FROM room_of_run), author.id, 'seed-' || ?1, ?1, ?2, 1700000000000 + ?1 * 1000
        FROM author WHERE author.n = ?1 % author.many;
)";

bool insertAll(sqlite3 *database, qint64 count)
{
    sqlite3_stmt *insert = nullptr;
    bool done = sqlite3_prepare_v2(database, kInsert, -1, &insert, nullptr) == SQLITE_OK &&
                sqlite3_exec(database, "BEGIN", nullptr, nullptr, nullptr) == SQLITE_OK;
    for (qint64 number = 1; done && number <= count; ++number) {
        const QByteArray text = rialto::bench::sampleText(number).toUtf8();
        done = sqlite3_bind_int64(insert, 1, number) == SQLITE_OK &&
               sqlite3_bind_text(insert, 2, text.constData(), -1, SQLITE_STATIC) == SQLITE_OK &&
               sqlite3_step(insert) == SQLITE_DONE && sqlite3_reset(insert) == SQLITE_OK;
    }
    done = done && sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK;
    if (!done)
        std::fprintf(stderr, "rialto-seed-messages: %s\n", sqlite3_errmsg(database));
    sqlite3_finalize(insert);
    return done;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "Usage: rialto-seed-messages DATABASE COUNT\n");
        return 2;
    }
    sqlite3 *database = nullptr;
    if (sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) {
        std::fprintf(stderr, "rialto-seed-messages: %s\n", sqlite3_errmsg(database));
        sqlite3_close(database);
        return 1;
    }
    const qint64 count = std::strtoll(argv[2], nullptr, 10);
    const bool done = insertAll(database, count);
    if (done)
        std::printf("%lld messages\n", static_cast<long long>(count));
    sqlite3_close(database);
    return done ? 0 : 1;
}
