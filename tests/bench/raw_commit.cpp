// What the disk and SQLite alone can do: the rows of a message (its row and its event in the log, in the server's own
// schema) written through the C API in groups, each group one durable commit with the server's settings of the engine.
// Usage: rialto-raw-commit FOLDER GROUP [SECONDS]; prints one line of JSON.

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char *kSettings = R"(
    PRAGMA journal_mode=WAL;
    PRAGMA synchronous=FULL;
    PRAGMA foreign_keys=ON;
    PRAGMA cache_size=-65536;
    PRAGMA wal_autocheckpoint=4000;
)";

constexpr const char *kPeopleAndRooms = R"(
    WITH RECURSIVE number(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < 63)
    INSERT INTO user (id, name, display_name, email, role, created_at) SELECT n, 'p' || n, '', '', 'member', 0 FROM number;
    INSERT INTO room (id, name, topic, visibility, created_at) SELECT id, 'Room', '', 'public', 0 FROM user;
)";

constexpr const char *kInsertMessage =
    "INSERT INTO message (room_id, author_id, client_id, request_hash, text, created_at) "
    "VALUES (?1, ?1, ?2, ?3, ?4, ?5)";
constexpr const char *kInsertEvent = "INSERT INTO event_log (seq, topic, type, subject, payload, created_at) "
                                     "VALUES (?1, 'room:' || ?4, 'chat.messagePosted', ?1, ?2, ?3)";

[[noreturn]] void stop(sqlite3 *database, const char *what)
{
    std::fprintf(stderr, "rialto-raw-commit: %s: %s\n", what, sqlite3_errmsg(database));
    std::exit(1);
}

std::string readFile(const std::string &path)
{
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A number that looks as random as the hash of a request does (Fibonacci hashing).
sqlite3_int64 spread(sqlite3_int64 number)
{
    return static_cast<sqlite3_int64>(static_cast<std::uint64_t>(number) * 0x9E3779B97F4A7C15U);
}

struct Finalize
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

/// A new database in a folder, and the two inserts of a message.
class RawStore
{
public:
    explicit RawStore(const std::string &path)
    {
        std::remove(path.c_str());
        if (sqlite3_open(path.c_str(), &m_database) != SQLITE_OK)
            stop(m_database, "cannot open the database");
        execute(kSettings);
        for (const char *migration : {"0001_core.sql", "0002_chat.sql", "0004_message_client.sql"})
            execute(readFile(std::string(RIALTO_MIGRATIONS "/") + migration).c_str());
        execute(kPeopleAndRooms);
        m_message = prepare(kInsertMessage);
        m_event = prepare(kInsertEvent);
    }
    ~RawStore()
    {
        m_message.reset();
        m_event.reset();
        sqlite3_close(m_database);
    }
    RawStore(const RawStore &) = delete;
    RawStore &operator=(const RawStore &) = delete;

    void writeGroup(int size)
    {
        execute("BEGIN IMMEDIATE");
        for (int i = 0; i < size; ++i)
            writeMessage();
        execute("COMMIT");
    }

private:
    void execute(const char *sql)
    {
        if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            stop(m_database, sql);
    }

    Statement prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr) != SQLITE_OK)
            stop(m_database, sql);
        return Statement(statement);
    }

    void writeMessage()
    {
        constexpr sqlite3_int64 kNow = 1'750'000'000'000;
        const sqlite3_int64 number = ++m_written;
        const std::string clientId = "0197f0a2c4e8-" + std::to_string(number);
        const std::string text(64, 'x');
        const std::string payload = R"({"id":)" + std::to_string(number) + R"(,"roomId":1,"authorId":1,"clientId":")" +
                                    clientId + R"(","text":")" + text +
                                    R"(","createdAt":1750000000000,"editedAt":null,"deletedAt":null,"version":1})";
        sqlite3_bind_int64(m_message.get(), 1, number % 64);
        bindText(m_message, 2, clientId);
        sqlite3_bind_int64(m_message.get(), 3, spread(number));
        bindText(m_message, 4, text);
        sqlite3_bind_int64(m_message.get(), 5, kNow);
        step(m_message);
        sqlite3_bind_int64(m_event.get(), 1, number);
        sqlite3_bind_blob(m_event.get(), 2, payload.data(), static_cast<int>(payload.size()), nullptr);
        sqlite3_bind_int64(m_event.get(), 3, kNow);
        sqlite3_bind_int64(m_event.get(), 4, number % 64);
        step(m_event);
    }

    static void bindText(const Statement &statement, int index, const std::string &text)
    {
        sqlite3_bind_text(statement.get(), index, text.data(), static_cast<int>(text.size()), nullptr);
    }

    void step(const Statement &statement)
    {
        if (sqlite3_step(statement.get()) != SQLITE_DONE)
            stop(m_database, "insert");
        sqlite3_reset(statement.get());
    }

    sqlite3 *m_database = nullptr;
    Statement m_message;
    Statement m_event;
    sqlite3_int64 m_written = 0;
};

void measure(const std::string &folder, int group, double seconds)
{
    RawStore store(folder + "/raw.db");
    std::vector<double> commits;
    const auto begun = Clock::now();
    std::chrono::duration<double> elapsed{0};
    while (elapsed.count() < seconds) {
        const auto before = Clock::now();
        store.writeGroup(group);
        const auto after = Clock::now();
        commits.push_back(std::chrono::duration<double, std::milli>(after - before).count());
        elapsed = after - begun;
    }
    const auto middle = commits.begin() + static_cast<std::ptrdiff_t>(commits.size() / 2);
    std::ranges::nth_element(commits, middle);
    std::printf(R"({"messagesPerSecond":%.0f,"commitP50":%.4f})"
                "\n",
                static_cast<double>(commits.size()) * group / elapsed.count(), *middle);
}

} // namespace

int main(int argc, char **argv)
{
    const int group = argc > 2 ? std::atoi(argv[2]) : 0;
    const double seconds = argc > 3 ? std::strtod(argv[3], nullptr) : 2.0;
    if (group < 1 || seconds <= 0) {
        std::fprintf(stderr, "Usage: rialto-raw-commit FOLDER GROUP [SECONDS]\n");
        return 2;
    }
    measure(argv[1], group, seconds);
    return 0;
}
