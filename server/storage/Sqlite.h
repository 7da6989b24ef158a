#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace rialto {

/// One value of the present row; good until the statement moves on.
class SqlValue
{
public:
    SqlValue(sqlite3_stmt *statement, int column) : m_statement(statement), m_column(column) {}
    bool isNull() const;
    qint64 toLongLong() const; ///< 0 for NULL.
    QString toString() const;
    QByteArray toByteArray() const;
    QLatin1StringView toWord() const; ///< A text of ASCII letters, where the engine holds it.

private:
    sqlite3_stmt *m_statement;
    int m_column;
};

/// The present row of a statement.
class Row
{
public:
    explicit Row(sqlite3_stmt *statement) : m_statement(statement) {}
    SqlValue value(int column) const { return {m_statement, column}; }
    /// The place of a named column, -1 when there is none.
    int indexOf(QByteArrayView name) const;

private:
    sqlite3_stmt *m_statement;
};

/// A prepared statement of SQLite. Through the C API, because Qt's SQL classes cost a write twice the time that the
/// engine itself takes. Failures of the engine are thrown as StorageFailure.
class SqliteStatement
{
public:
    SqliteStatement(sqlite3 *connection, QByteArrayView sql);

    /// Parameters count from 0. Bytes are shared with the caller until reset(), not copied.
    void bind(int parameter, qint64 value);
    void bind(int parameter, const QByteArray &bytes);
    void bindText(int parameter, const QByteArray &utf8);
    void bindNull(int parameter);

    /// Moves to the next row; false after the last one.
    bool step();
    /// Runs an insert; false when a unique index already has such a row, and nothing was written.
    bool insert();
    /// Ends the run, so that the statement holds no lock and can run again.
    void reset();
    Row row() const { return Row(m_statement.get()); }
    QString sql() const;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    void check(int result);

    sqlite3 *m_connection;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    std::vector<QByteArray> m_bound; ///< What the engine reads where it is.
};

} // namespace rialto
