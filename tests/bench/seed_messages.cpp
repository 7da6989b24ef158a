// Fills a room of a stopped server with messages, straight into its database: a million take seconds instead of
// minutes. Usage: rialto-seed-messages DATABASE COUNT; the messages go to the first public room and are by its members
// in turn.

#include <sqlite3.h>

#include <cstdio>
#include <string>

namespace {

constexpr const char *kInsert = R"(
    WITH RECURSIVE
        room_of_run (id) AS (SELECT min(id) FROM room WHERE visibility = 'public'),
        author (n, id, many) AS (SELECT row_number() OVER () - 1, user_id, count(*) OVER () FROM room_member
            WHERE room_id = (SELECT id FROM room_of_run)),
        number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < %1)
    INSERT INTO message (room_id, author_id, client_id, request_hash, text, created_at)
        SELECT (SELECT id FROM room_of_run), author.id, 'seed-' || number.n, number.n,
            'Message ' || number.n || ' of a long history, as long as people write them.', 1700000000000 + number.n * 1000
        FROM number JOIN author ON author.n = number.n % author.many;
)";

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "Usage: rialto-seed-messages DATABASE COUNT\n");
        return 2;
    }
    sqlite3 *database = nullptr;
    std::string insert = kInsert;
    insert.replace(insert.find("%1"), 2, std::to_string(std::stoll(argv[2])));
    const bool done = sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK &&
                      sqlite3_exec(database, insert.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    if (done)
        std::printf("%d messages\n", sqlite3_changes(database));
    else
        std::fprintf(stderr, "rialto-seed-messages: %s\n", sqlite3_errmsg(database));
    sqlite3_close(database);
    return done ? 0 : 1;
}
