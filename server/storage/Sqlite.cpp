#include "storage/Sqlite.h"

#include "storage/Dialect.h"

#include <sqlite3.h>

namespace rialto {
namespace {

// The engine reads the value where it is.
constexpr sqlite3_destructor_type kShared = nullptr;

} // namespace

bool SqlValue::isNull() const
{
    return sqlite3_column_type(m_statement, m_column) == SQLITE_NULL;
}

qint64 SqlValue::toLongLong() const
{
    return sqlite3_column_int64(m_statement, m_column);
}

QString SqlValue::toString() const
{
    const void *bytes = sqlite3_column_blob(m_statement, m_column);
    return QString::fromUtf8(static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement, m_column));
}

QByteArray SqlValue::toByteArray() const
{
    const void *bytes = sqlite3_column_blob(m_statement, m_column);
    return QByteArray(static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement, m_column));
}

QLatin1StringView SqlValue::toWord() const
{
    const void *bytes = sqlite3_column_blob(m_statement, m_column);
    return QLatin1StringView(static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement, m_column));
}

int Row::indexOf(QByteArrayView name) const
{
    for (int column = sqlite3_column_count(m_statement) - 1; column >= 0; --column) {
        if (name == QByteArrayView(sqlite3_column_name(m_statement, column)))
            return column;
    }
    return -1;
}

void SqliteStatement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

SqliteStatement::SqliteStatement(sqlite3 *connection, QByteArrayView sql) : m_connection(connection)
{
    sqlite3_stmt *statement = nullptr;
    const int result = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    m_statement.reset(statement);
    if (result != SQLITE_OK)
        throw dialect::failureOf(connection, QString::fromUtf8(sql));
}

void SqliteStatement::bind(int parameter, qint64 value)
{
    check(sqlite3_bind_int64(m_statement.get(), parameter + 1, value));
}

// An empty QByteArray points to an empty text, never to NULL.
void SqliteStatement::bind(int parameter, const QByteArray &bytes)
{
    m_bound.push_back(bytes);
    check(sqlite3_bind_blob64(m_statement.get(), parameter + 1, m_bound.back().constData(),
                              static_cast<sqlite3_uint64>(bytes.size()), kShared));
}

void SqliteStatement::bindText(int parameter, const QByteArray &utf8)
{
    m_bound.push_back(utf8);
    check(sqlite3_bind_text64(m_statement.get(), parameter + 1, m_bound.back().constData(),
                              static_cast<sqlite3_uint64>(utf8.size()), kShared, SQLITE_UTF8));
}

void SqliteStatement::bindNull(int parameter)
{
    check(sqlite3_bind_null(m_statement.get(), parameter + 1));
}

bool SqliteStatement::step()
{
    const int result = sqlite3_step(m_statement.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        throw dialect::failureOf(m_connection, sql());
    return result == SQLITE_ROW;
}

bool SqliteStatement::insert()
{
    const int result = sqlite3_step(m_statement.get());
    if (result != SQLITE_DONE && sqlite3_extended_errcode(m_connection) != SQLITE_CONSTRAINT_UNIQUE)
        throw dialect::failureOf(m_connection, sql());
    return result == SQLITE_DONE;
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_statement.get());
    m_bound.clear();
}

QString SqliteStatement::sql() const
{
    return QString::fromUtf8(sqlite3_sql(m_statement.get()));
}

void SqliteStatement::check(int result)
{
    if (result != SQLITE_OK)
        throw dialect::failureOf(m_connection, sql());
}

} // namespace rialto
