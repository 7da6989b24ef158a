#pragma once

#include "storage/Column.h"
#include "storage/Dialect.h"

#include <QSqlQuery>
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
    template <typename... Values>
    qint64 run(const char *sql, const Values &...values)
    {
        Statement &statement = execute(sql, {column::bound(values)...});
        const qint64 changed = statement.query.numRowsAffected();
        statement.query.finish();
        return changed;
    }

    /// Inserts a row and returns its key.
    template <typename... Values>
    qint64 insert(const char *sql, const Values &...values)
    {
        Statement &statement = execute(sql, {column::bound(values)...});
        const qint64 key = statement.query.lastInsertId().toLongLong();
        statement.query.finish();
        return key;
    }

    /// The first row as a T; empty when there is none.
    template <Described T, typename... Values>
    std::optional<T> find(const char *sql, const Values &...values)
    {
        Statement &statement = execute(sql, {column::bound(values)...});
        std::optional<T> row;
        if (next(statement))
            row = rowAs<T>(statement);
        statement.query.finish();
        return row;
    }

    /// All rows as Ts.
    template <Described T, typename... Values>
    QList<T> list(const char *sql, const Values &...values)
    {
        Statement &statement = execute(sql, {column::bound(values)...});
        QList<T> rows;
        while (next(statement))
            rows.append(rowAs<T>(statement));
        statement.query.finish();
        return rows;
    }

    /// The first column of the first row; empty when there is no row or it is NULL.
    template <typename T = qint64, typename... Values>
    std::optional<T> value(const char *sql, const Values &...values)
    {
        Statement &statement = execute(sql, {column::bound(values)...});
        std::optional<T> result;
        if (next(statement))
            column::read(statement.query.value(0), result);
        statement.query.finish();
        return result;
    }

    /// Calls visit(const QSqlQuery &) for every row, for rows that are no protocol struct.
    template <typename Visit, typename... Values>
    void each(const char *sql, Visit &&visit, const Values &...values)
    {
        Statement &statement = execute(sql, {column::bound(values)...});
        while (next(statement))
            visit(std::as_const(statement.query));
        statement.query.finish();
    }

    /// Runs text that is not worth keeping prepared: migrations, pragmas.
    void runOnce(const QString &sql);
    QVariant valueOnce(const QString &sql);

    /// The texts of all statements that were prepared so far; for tests of their plans.
    QStringList statements() const;
    /// The engine's plan of a statement, a line a step; for tests of indexes.
    QStringList plan(const QString &sql);

private:
    struct Statement
    {
        QSqlQuery query;
        QList<int> columns; ///< Of the struct's fields; -1 for lists. Filled by the first row.
    };

    explicit Database(QString connectionName);
    Statement &execute(const char *sql, std::initializer_list<QVariant> values);
    bool next(Statement &statement);
    [[noreturn]] static void raise(const QSqlError &error, const QString &sql);

    template <Described T>
    T rowAs(Statement &statement)
    {
        if (statement.columns.isEmpty())
            forEachField<T>([&](const auto &field) { addColumn(statement, field); });
        T row{};
        qsizetype index = 0;
        forEachField<T>([&](const auto &field) {
            const int at = statement.columns[index++];
            if constexpr (!IsList<std::remove_cvref_t<decltype(row.*field.member)>>::value) {
                if (at >= 0)
                    column::read(statement.query.value(at), row.*field.member);
            }
        });
        return row;
    }

    template <typename Struct, typename Member>
    static void addColumn(Statement &statement, const Field<Struct, Member> &field)
    {
        statement.columns.append(IsList<Member>::value ? -1 : columnIndex(statement.query, field.name));
    }
    static int columnIndex(const QSqlQuery &query, const char *field);

    QString m_connectionName;
    std::unordered_map<const char *, std::unique_ptr<Statement>> m_statements;
};

} // namespace rialto
