#include "storage/Dialect.h"

#include <QSqlQuery>

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

bool run(QSqlDatabase &connection, const QString &statement)
{
    QSqlQuery query(connection);
    return query.exec(statement);
}

} // namespace

bool open(QSqlDatabase &connection, const QString &path, Mode mode)
{
    connection.setDatabaseName(path);
    const bool readOnly = mode == Mode::ReadOnly;
    connection.setConnectOptions(readOnly ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                          : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!connection.open())
        return false;
    if (readOnly)
        return run(connection, u"PRAGMA query_only=ON"_s) && run(connection, u"PRAGMA mmap_size=268435456"_s);
    return run(connection, u"PRAGMA journal_mode=WAL"_s) && run(connection, u"PRAGMA synchronous=FULL"_s)
           && run(connection, u"PRAGMA foreign_keys=ON"_s) && run(connection, u"PRAGMA cache_size=-65536"_s)
           && run(connection, u"PRAGMA wal_autocheckpoint=4000"_s);
}

StorageFailure::Kind classify(const QSqlError &error)
{
    // Primary result codes stand in the low byte of SQLite's extended codes (sqlite.org/rescode.html).
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 13: // SQLITE_FULL
        return StorageFailure::Kind::Full;
    case 10: // SQLITE_IOERR
    case 11: // SQLITE_CORRUPT
        return StorageFailure::Kind::Input;
    default:
        return StorageFailure::Kind::Other;
    }
}

} // namespace dialect
} // namespace rialto
