#pragma once

#include "storage/Column.h"
#include "storage/Dialect.h"

#include <memory>
#include <unordered_map>

namespace rialto {

/// One connection to the database with its prepared statements.
///
/// Statements are string literals with `?` for values; they are prepared once and found again by their address. Rows
/// become structs through the struct's field table: column `created_at` fills field `createdAt`; a select list must
/// name a column for every field that is not a list. All functions throw StorageFailure when the engine fails.
///
/// Lives on: the thread that opened it.
class Database
{
public:
    static Result<std::unique_ptr<Database>> open(const QString &path, dialect::Mode mode);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// Runs a statement that returns no rows; the number of rows it changed.
    template <typename... Values> qint64 run(const char *sql, const Values &...values)
    {
        const Run run(*this, sql, values...);
        run.next();
        return changedRows();
    }

    /// Inserts a row and returns its key.
    template <typename... Values> qint64 insert(const char *sql, const Values &...values)
    {
        run(sql, values...);
        return lastKey();
    }

    /// Inserts a row and returns its key; empty when a unique index already has such a row, and nothing was written.
    /// The index is looked at once: SQLite gives ON CONFLICT with RETURNING a statement journal, which costs as much as
    /// the insert.
    template <typename... Values> std::optional<qint64> insertNew(const char *sql, const Values &...values)
    {
        const Run run(*this, sql, values...);
        return run.statement.statement.insert() ? std::optional(lastKey()) : std::nullopt;
    }

    /// The first row as a T; empty when there is none.
    template <Described T, typename... Values> std::optional<T> find(const char *sql, const Values &...values)
    {
        const Run run(*this, sql, values...);
        return run.next() ? std::optional(rowAs<T>(run.statement)) : std::nullopt;
    }

    /// All rows as Ts.
    template <Described T, typename... Values> QList<T> list(const char *sql, const Values &...values)
    {
        const Run run(*this, sql, values...);
        QList<T> rows;
        while (run.next())
            rows.append(rowAs<T>(run.statement));
        return rows;
    }

    /// The first column of the first row; empty when there is no row or it is NULL.
    template <typename T = qint64, typename... Values> std::optional<T> value(const char *sql, const Values &...values)
    {
        const Run run(*this, sql, values...);
        std::optional<T> result;
        if (run.next())
            column::read(run.row().value(0), result);
        return result;
    }

    /// Calls visit(const Row &) for every row, for rows that are no protocol struct.
    template <typename Visit, typename... Values> void each(const char *sql, Visit &&visit, const Values &...values)
    {
        const Run run(*this, sql, values...);
        while (run.next())
            visit(run.row());
    }

    /// Rows changed since the connection was opened: tells whether something wrote at all.
    qint64 totalChanges() const;

    /// Runs text that is not worth keeping prepared: migrations, pragmas.
    void runOnce(const QString &sql);
    qint64 valueOnce(const QString &sql);

    /// The texts of all statements that were prepared so far; for tests of their plans.
    QStringList statements() const;
    /// The engine's plan of a statement, a line a step; for tests of indexes.
    QStringList plan(const QString &sql);
    /// What takes as long or longer is told in the log, with its plan and without its values; for tests.
    void setSlowMs(qint64 boundMs) { m_watch.boundMs = boundMs; }

private:
    struct Statement
    {
        SqliteStatement statement;
        QList<int> columns; ///< Of the struct's fields; -1 for lists. Filled by the first row.
    };

    /// One run of a statement from its binding to its reset, so that no statement is left holding a lock.
    struct Run
    {
        template <typename... Values>
        explicit Run(Database &database_, const char *sql, const Values &...values)
            : database(database_), statement(database_.prepared(sql))
        {
            int parameter = 0;
            (column::bind(statement.statement, parameter++, values), ...);
        }
        ~Run()
        {
            statement.statement.reset();
            if (!database.m_watch.slow.isEmpty())
                database.tellSlow();
        }
        Q_DISABLE_COPY_MOVE(Run)

        bool next() const { return statement.statement.step(); }
        Row row() const { return statement.statement.row(); }

        Database &database;
        Statement &statement;
    };

    explicit Database(dialect::Connection connection);
    Statement &prepared(const char *sql);
    qint64 changedRows() const;
    qint64 lastKey() const;

    template <Described T> static T rowAs(Statement &statement)
    {
        const Row present = statement.statement.row();
        if (statement.columns.isEmpty())
            forEachField<T>([&](const auto &field) { addColumn(statement, present, field); });
        T row{};
        qsizetype index = 0;
        forEachField<T>([&](const auto &field) {
            const int at = statement.columns[index++];
            if constexpr (!IsList<std::remove_cvref_t<decltype(row.*field.member)>>::value) {
                if (at >= 0)
                    column::read(present.value(at), row.*field.member);
            }
        });
        return row;
    }

    template <typename Struct, typename Member>
    static void addColumn(Statement &statement, const Row &row, const Field<Struct, Member> &field)
    {
        statement.columns.append(IsList<Member>::value ? -1 : columnIndex(row, field.name));
    }
    static int columnIndex(const Row &row, const char *field);

    void tellSlow() noexcept;

    dialect::Connection m_connection;
    QueryWatch m_watch;
    std::unordered_map<const char *, std::unique_ptr<Statement>> m_statements;
};

} // namespace rialto
