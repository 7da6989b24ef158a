#include "cache/Database.h"

#include "cache/Migrations.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

Q_LOGGING_CATEGORY(lcCache, "rialto.client.cache")

// Result codes of SQLite (https://www.sqlite.org/rescode.html).
constexpr auto kCorrupt = "11"_L1;
constexpr auto kNotADatabase = "26"_L1;
/// Up to here the whole file is checked on opening, which then takes a few milliseconds; a larger one only roughly.
constexpr qint64 kWholeCheckBytes = 4 * 1024 * 1024;

QString damageMark(const QString &file)
{
    return file + u".damaged"_s;
}

tl::unexpected<Error> damaged()
{
    return failLocally(ErrorCode::Malformed,
                       QCoreApplication::translate("Database", "The local copy of the data is damaged."));
}

bool isDamage(const QSqlError &error)
{
    // Extended codes carry the primary one in their low byte.
    const QString code = QString::number(error.nativeErrorCode().toInt() & 0xff);
    return code == kCorrupt || code == kNotADatabase;
}

Error errorOf(const QSqlError &error)
{
    if (isDamage(error))
        return damaged().value();
    return {ErrorCode::StorageFull,
            QCoreApplication::translate("Database", "The local copy of the data cannot be used: %1").arg(error.text()),
            {},
            {},
            0,
            true};
}

} // namespace

Database::Database(const QString &file, const QString &connection) : m_file(file), m_connection(connection) {}

Database::~Database()
{
    m_statements.clear();
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file)
{
    const QString connection = u"cache-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Database> database(new Database(file, connection));
    {
        QSqlDatabase handle = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        handle.setDatabaseName(file);
        handle.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=2000"_s);
        if (!handle.open())
            return tl::unexpected(errorOf(handle.lastError()));
    }
    if (const Result<> ready = database->prepareFile(); !ready)
        return tl::unexpected(ready.error());
    return database;
}

Result<> Database::prepareFile()
{
    if (QFile::exists(damageMark(m_file)))
        return damaged();
    for (const QString &pragma : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s,
                                  u"PRAGMA wal_checkpoint(TRUNCATE)"_s, u"PRAGMA cache_size=-8000"_s}) {
        run(pragma).finish();
        if (m_lastError)
            return tl::unexpected(*m_lastError);
    }
    if (const Result<> whole = checkWhole(m_file); !whole)
        return whole;
    return migrate();
}

// A file cut short still opens; the pages that its header counts tell.
Result<> Database::checkWhole(const QString &file)
{
    const qint64 size = QFileInfo(file).size();
    const auto readNumber = [this](const QString &pragma) {
        QSqlQuery &query = run(pragma);
        const qint64 number = query.next() ? query.value(0).toLongLong() : -1;
        query.finish();
        return number;
    };
    const qint64 expected = readNumber(u"PRAGMA page_count"_s) * readNumber(u"PRAGMA page_size"_s);
    if (m_lastError || (file != ":memory:"_L1 && size < expected))
        return damaged();
    if (size > kWholeCheckBytes)
        return {};
    QSqlQuery &check = run(u"PRAGMA quick_check(1)"_s);
    const bool whole = check.next() && check.value(0).toString() == "ok"_L1;
    check.finish();
    return whole ? Result<>() : damaged();
}

Result<> Database::migrate()
{
    QSqlQuery &query = run(u"PRAGMA user_version"_s);
    const int version = query.next() ? query.value(0).toInt() : 0;
    query.finish();
    const QList<QStringList> steps = cacheMigrations();
    if (version > steps.size())
        return fail(ErrorCode::Conflict,
                    QCoreApplication::translate("Database", "A newer version of Rialto wrote the local data."));
    // A version or a name that was damaged would fail every statement, at this start and at every later one.
    if (version == 0 && !tables().isEmpty())
        return damaged();
    Transaction transaction(*this);
    for (int step = version; step < steps.size(); ++step) {
        for (const QString &statement : steps[step])
            run(statement).finish();
        run(u"PRAGMA user_version=%1"_s.arg(step + 1)).finish();
    }
    if (const Result<> migrated = transaction.commit(); !migrated || m_file == ":memory:"_L1)
        return migrated;
    static const QStringList expected = (*open(u":memory:"_s))->tables();
    return tables() == expected ? Result<>() : damaged();
}

// As the engine remembers them, in no particular order.
QStringList Database::tables()
{
    QStringList found;
    QSqlQuery &query = run(u"SELECT sql FROM sqlite_schema WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%'"_s);
    while (query.next())
        found.append(query.value(0).toString());
    query.finish();
    found.sort();
    return found;
}

QSqlQuery &Database::run(const QString &sql, const QVariantList &values)
{
    auto found = m_statements.find(sql);
    m_lastError.reset();
    m_changedRows = 0;
    if (found == m_statements.end()) {
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        query.setForwardOnly(true);
        const bool prepared = query.prepare(sql);
        found = m_statements.emplace(sql, std::move(query)).first;
        if (!prepared) {
            noteFailure(found->second);
            found->second = QSqlQuery();
            QSqlQuery &empty = found->second;
            return empty;
        }
    }
    QSqlQuery &query = found->second;
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (query.exec())
        m_changedRows = query.numRowsAffected();
    else
        noteFailure(query);
    return query;
}

Result<> Database::lastResult() const
{
    return m_lastError ? Result<>(tl::unexpected(*m_lastError)) : Result<>();
}

void Database::noteFailure(const QSqlQuery &query)
{
    m_lastError = errorOf(query.lastError());
    ++m_failureCount;
    if (m_depth > 0 && !m_transactionError)
        m_transactionError = m_lastError;
    qCWarning(lcCache).noquote() << "A statement failed:" << query.lastError().text();
    // What cannot be repaired while it is in use is rebuilt at the next start.
    if (isDamage(query.lastError()) && m_file != ":memory:"_L1) {
        QFile mark(damageMark(m_file));
        if (!mark.open(QIODevice::WriteOnly))
            qCWarning(lcCache).noquote() << mark.errorString();
    }
}

bool Database::beginOuter()
{
    if (m_depth++ > 0)
        return false;
    m_transactionError.reset();
    run(u"BEGIN IMMEDIATE"_s).finish();
    m_transactionError = m_lastError;
    return true;
}

Result<> Database::endOuter(bool commit)
{
    if (--m_depth > 0) {
        if (!commit && !m_transactionError)
            m_transactionError = Error{ErrorCode::StorageFull, {}, {}, {}, 0};
        return {};
    }
    if (commit && !m_transactionError) {
        run(u"COMMIT"_s).finish();
        if (!m_lastError)
            return {};
        m_transactionError = m_lastError;
    }
    const std::optional<Error> reason = m_transactionError;
    run(u"ROLLBACK"_s).finish();
    return reason ? Result<>(tl::unexpected(*reason)) : Result<>();
}

Transaction::Transaction(Database &database) : m_database(database)
{
    m_database.beginOuter();
}

Transaction::~Transaction()
{
    if (m_open)
        (void)m_database.endOuter(false);
}

Result<> Transaction::commit()
{
    m_open = false;
    return m_database.endOuter(true);
}

} // namespace rialto
