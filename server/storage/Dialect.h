#pragma once

#include "base/Error.h"
#include "storage/SlowQueries.h"

#include <memory>

struct sqlite3;

namespace rialto {

/// The engine failed: disk full, I/O error, a lock that did not come. Thrown by Database and caught where
/// a request's result is made: in DomainThread for writes, in Router and SyncService for reads. Everything that a
/// service decides is a Result; this is what no service can decide anything about.
struct StorageFailure
{
    enum class Kind {
        Full,  ///< No room: nothing was written, reads go on.
        Input, ///< The medium failed: what was last committed is unknown until the database is reopened.
        Other,
    };
    Kind kind = Kind::Other;
    QString detail; ///< For the log, never for a client.
};

Error toError(const StorageFailure &failure);

/// Everything that differs between database engines. SQLite today; the statements of the Stores keep to what
/// PostgreSQL and MariaDB also read, apart from what stands here.
namespace dialect {

enum class Mode {
    Create,    ///< Reads and writes; makes the file when there is none.
    ReadWrite, ///< The file must be there.
    ReadOnly,
};

struct CloseConnection
{
    void operator()(sqlite3 *connection) const;
};
using Connection = std::unique_ptr<sqlite3, CloseConnection>;

/// Opens a connection for the calling thread and sets what Rialto relies on: WAL, synchronous=FULL, foreign keys.
Result<Connection> open(const QString &path, Mode mode);

inline constexpr const char *kBegin = "BEGIN IMMEDIATE";
inline constexpr const char *kCommit = "COMMIT";
inline constexpr const char *kRollback = "ROLLBACK";
inline constexpr const char *kSavepoint = "SAVEPOINT request";
inline constexpr const char *kRelease = "RELEASE request";
inline constexpr const char *kRollbackTo = "ROLLBACK TO request";

/// Has the engine measure every query of a connection and leave those that are slow in `watch`, which must stay where
/// it is as long as the connection is open.
void watchQueries(sqlite3 *connection, QueryWatch &watch);

/// What just went wrong on a connection while it ran `sql`.
StorageFailure failureOf(sqlite3 *connection, const QString &sql);

} // namespace dialect
} // namespace rialto
