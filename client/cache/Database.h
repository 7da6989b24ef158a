#pragma once

#include "base/Error.h"

#include <QSqlQuery>
#include <QVariant>
#include <memory>
#include <unordered_map>

namespace rialto {

/// One SQLite file with its prepared statements. WAL with synchronous=FULL: what commit() acknowledged survives a power
/// cut, because an unsent message may be the only copy. Lives on: the thread that opened it (the GUI thread);
/// statements are short.
class Database
{
public:
    /// Opens and, when need be, migrates. Fails with Conflict when a newer program wrote the file, with Malformed when
    /// it is damaged, else with StorageFull.
    static Result<std::unique_ptr<Database>> open(const QString &file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs a statement; prepared once and reused. The query is good until the same text is run again: read it at once.
    /// A failure marks the transaction it stands in as failed and makes the query have no rows.
    QSqlQuery &run(const QString &sql, const QVariantList &values = {});
    /// Whether the last run() succeeded, else why.
    Result<> lastResult() const;
    int changedRows() const { return m_changedRows; }
    /// How many statements have failed since the file was opened. When it grew, something that was meant to be stored
    /// may not have been.
    int failureCount() const { return m_failureCount; }

private:
    friend class Transaction;

    Database(const QString &file, const QString &connection);
    Result<> prepareFile();
    Result<> checkWhole(const QString &file);
    Result<> migrate();
    QStringList tables();
    void noteFailure(const QSqlQuery &query);
    bool beginOuter();
    Result<> endOuter(bool commit);

    const QString m_file;
    const QString m_connection;
    std::unordered_map<QString, QSqlQuery> m_statements;
    std::optional<Error> m_lastError;
    std::optional<Error> m_transactionError;
    int m_changedRows = 0;
    int m_failureCount = 0;
    int m_depth = 0;
};

/// A transaction; one inside another is part of the outer one. Without commit() everything is undone.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Fails with StorageFull, and undoes everything, when a statement inside failed or the disk is full. Inside
    /// another transaction nothing is durable before the outer one's commit.
    Result<> commit();

private:
    Database &m_database;
    bool m_open = true;
};

} // namespace rialto
