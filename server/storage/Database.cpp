#include "storage/Database.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace rialto {

QByteArray column::nameOf(const char *field)
{
    QByteArray name;
    for (const char *c = field; *c; ++c) {
        const bool isUpper = *c >= 'A' && *c <= 'Z';
        if (isUpper)
            name += '_';
        name += isUpper ? static_cast<char>(*c - 'A' + 'a') : *c;
    }
    return name;
}

Database::Database(dialect::Connection connection) : m_connection(std::move(connection))
{
    dialect::watchQueries(m_connection.get(), m_watch);
}

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const QString &path, dialect::Mode mode)
{
    return dialect::open(path, mode).map([](dialect::Connection &&connection) {
        return std::unique_ptr<Database>(new Database(std::move(connection)));
    });
}

Database::Statement &Database::prepared(const char *sql)
{
    std::unique_ptr<Statement> &statement = m_statements[sql];
    if (!statement)
        statement = std::make_unique<Statement>(Statement{SqliteStatement(m_connection.get(), sql), {}});
    return *statement;
}

qint64 Database::changedRows() const
{
    return sqlite3_changes64(m_connection.get());
}

qint64 Database::totalChanges() const
{
    return sqlite3_total_changes64(m_connection.get());
}

qint64 Database::lastKey() const
{
    return sqlite3_last_insert_rowid(m_connection.get());
}

int Database::columnIndex(const Row &row, const char *field)
{
    const int index = row.indexOf(column::nameOf(field));
    Q_ASSERT_X(index >= 0, "Database", field);
    return index;
}

void Database::runOnce(const QString &sql)
{
    SqliteStatement(m_connection.get(), sql.toUtf8()).step();
    if (!m_watch.slow.isEmpty())
        tellSlow();
}

qint64 Database::valueOnce(const QString &sql)
{
    SqliteStatement statement(m_connection.get(), sql.toUtf8());
    return statement.step() ? statement.row().value(0).toLongLong() : 0;
}

// Asking for plans is a query as well, and a slow one is not worth another line.
void Database::tellSlow() noexcept
{
    const QList<SlowQuery> slow = std::exchange(m_watch.slow, {});
    for (const SlowQuery &query : slow) {
        QStringList steps;
        try {
            steps = plan(QString::fromUtf8(query.sql));
        } catch (const StorageFailure &) {
            // BEGIN and COMMIT have none, and a medium that fails is told by whoever asked for it.
        }
        logSlowQuery(query, steps);
    }
    m_watch.slow.clear();
}

QStringList Database::statements() const
{
    QStringList texts;
    for (const auto &[sql, statement] : m_statements)
        texts.append(QString::fromUtf8(sql));
    return texts;
}

QStringList Database::plan(const QString &sql)
{
    SqliteStatement statement(m_connection.get(), (u"EXPLAIN QUERY PLAN "_s + sql).toUtf8());
    QStringList lines;
    while (statement.step())
        lines.append(statement.row().value(3).toString());
    return lines;
}

} // namespace rialto
