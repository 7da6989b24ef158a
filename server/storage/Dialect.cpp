#include "storage/Dialect.h"

#include "text/SearchIndex.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace rialto {

Error toError(const StorageFailure &failure)
{
    if (failure.kind == StorageFailure::Kind::Full)
        return Error{ErrorCode::StorageFull, u"The server's disk is full. Nothing was changed."_s, {}, {}, 0};
    return Error{ErrorCode::Unavailable, u"The server cannot reach its database just now. Try again."_s, {}, {}, 1};
}

namespace dialect {
namespace {

constexpr int kBusyTimeoutMs = 5000;
constexpr const char *kReaderSettings = "PRAGMA query_only=ON; PRAGMA mmap_size=268435456;";
constexpr const char *kWriterSettings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
                                        "PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4000;";

StorageFailure::Kind kindOf(int result)
{
    // Primary result codes stand in the low byte of SQLite's extended codes (sqlite.org/rescode.html).
    switch (result & 0xff) {
    case SQLITE_FULL:
        return StorageFailure::Kind::Full;
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
        return StorageFailure::Kind::Input;
    default:
        return StorageFailure::Kind::Other;
    }
}

QString textOf(sqlite3_value *value)
{
    const auto *const utf8 = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return QString::fromUtf8(utf8, sqlite3_value_bytes(value));
}

// index_entry(room_id, author_id, text, file_names, has_picture): what the full-text index holds of a message
// (text/SearchIndex.h).
void indexEntryFunction(sqlite3_context *context, int, sqlite3_value **values)
{
    const Searched message{textOf(values[2]), textOf(values[3]), sqlite3_value_int(values[4]) != 0};
    const QByteArray entry =
        indexEntry(sqlite3_value_int64(values[0]), sqlite3_value_int64(values[1]), message).toUtf8();
    sqlite3_result_text64(context, entry.constData(), static_cast<sqlite3_uint64>(entry.size()), SQLITE_TRANSIENT,
                          SQLITE_UTF8);
}

// Called when a statement ends or is reset. Nothing may be asked of the connection here, so it is merely noted.
int noteQuery(unsigned, void *context, void *statement, void *nanoseconds)
{
    auto &watch = *static_cast<QueryWatch *>(context);
    const qint64 tookMs = *static_cast<const sqlite3_int64 *>(nanoseconds) / 1'000'000;
    if (tookMs >= watch.boundMs)
        watch.slow.append({sqlite3_sql(static_cast<sqlite3_stmt *>(statement)), tookMs});
    return 0;
}

int addFunctions(sqlite3 *connection)
{
    return sqlite3_create_function_v2(connection, "index_entry", 5,
                                      SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                                      indexEntryFunction, nullptr, nullptr, nullptr);
}

} // namespace

void CloseConnection::operator()(sqlite3 *connection) const
{
    sqlite3_close(connection);
}

Result<Connection> open(const QString &path, Mode mode)
{
    // The engine's own account of its memory takes a lock for every allocation, and nobody reads it. Only before the
    // engine's first use; later this does nothing.
    [[maybe_unused]] static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    const bool readOnly = mode == Mode::ReadOnly;
    const int access =
        readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | (mode == Mode::Create ? SQLITE_OPEN_CREATE : 0);
    sqlite3 *opened = nullptr;
    // Every connection stays on the thread that opened it, so it needs no mutex of its own.
    const int result = sqlite3_open_v2(path.toUtf8().constData(), &opened, access | SQLITE_OPEN_NOMUTEX, nullptr);
    Connection connection(opened);
    const char *settings = readOnly ? kReaderSettings : kWriterSettings;
    if (result != SQLITE_OK || sqlite3_busy_timeout(opened, kBusyTimeoutMs) != SQLITE_OK ||
        addFunctions(opened) != SQLITE_OK || sqlite3_exec(opened, settings, nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(ErrorCode::Unavailable,
                    u"The database %1 cannot be opened: %2."_s.arg(path, QString::fromUtf8(sqlite3_errmsg(opened))));
    return connection;
}

void watchQueries(sqlite3 *connection, QueryWatch &watch)
{
    sqlite3_trace_v2(connection, SQLITE_TRACE_PROFILE, noteQuery, &watch);
}

StorageFailure failureOf(sqlite3 *connection, const QString &sql)
{
    const QString words = QString::fromUtf8(sqlite3_errmsg(connection));
    return {kindOf(sqlite3_extended_errcode(connection)), words + u" in: "_s + sql.simplified()};
}

} // namespace dialect
} // namespace rialto
