#include "storage/Database.h"

#include <QSqlRecord>
#include <atomic>

using namespace Qt::StringLiterals;

namespace rialto {

QString column::nameOf(const char *field)
{
    QString name;
    for (const char *c = field; *c; ++c) {
        if (*c >= 'A' && *c <= 'Z')
            name += u'_';
        name += QChar::fromLatin1(*c).toLower();
    }
    return name;
}

Database::Database(QString connectionName) : m_connectionName(std::move(connectionName))
{
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, dialect::Mode mode)
{
    static std::atomic<int> counter = 0;
    const QString name = u"rialto-%1"_s.arg(++counter);
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    auto database = std::unique_ptr<Database>(new Database(name));
    if (!dialect::open(connection, path, mode))
        return fail(ErrorCode::Unavailable, u"The database %1 cannot be opened: %2."_s.arg(path, connection.lastError().text()));
    return database;
}

Database::~Database()
{
    m_statements.clear();
    QSqlDatabase::database(m_connectionName, false).close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

Database::Statement &Database::execute(const char *sql, std::initializer_list<QVariant> values)
{
    std::unique_ptr<Statement> &statement = m_statements[sql];
    if (!statement) {
        statement = std::make_unique<Statement>(Statement{QSqlQuery(QSqlDatabase::database(m_connectionName, false)), {}});
        statement->query.setForwardOnly(true);
        if (!statement->query.prepare(QString::fromUtf8(sql))) {
            const QSqlError error = statement->query.lastError();
            m_statements.erase(sql);
            raise(error, QString::fromUtf8(sql));
        }
    }
    int position = 0;
    for (const QVariant &value : values)
        statement->query.bindValue(position++, value);
    if (!statement->query.exec()) {
        const QSqlError error = statement->query.lastError();
        statement->query.finish();
        raise(error, QString::fromUtf8(sql));
    }
    return *statement;
}

bool Database::next(Statement &statement)
{
    if (statement.query.next())
        return true;
    if (statement.query.lastError().isValid()) {
        const QSqlError error = statement.query.lastError();
        statement.query.finish();
        raise(error, statement.query.lastQuery());
    }
    return false;
}

int Database::columnIndex(const QSqlQuery &query, const char *field)
{
    const int index = query.record().indexOf(column::nameOf(field));
    Q_ASSERT_X(index >= 0, "Database", field);
    return index;
}

void Database::runOnce(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    if (!query.exec(sql))
        raise(query.lastError(), sql);
}

QVariant Database::valueOnce(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    if (!query.exec(sql))
        raise(query.lastError(), sql);
    return query.next() ? query.value(0) : QVariant();
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
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    if (!query.prepare(u"EXPLAIN QUERY PLAN "_s + sql))
        raise(query.lastError(), sql);
    for (qsizetype i = 0; i < sql.count(u'?'); ++i)
        query.addBindValue(QVariant());
    if (!query.exec())
        raise(query.lastError(), sql);
    QStringList lines;
    while (query.next())
        lines.append(query.value(3).toString());
    return lines;
}

void Database::raise(const QSqlError &error, const QString &sql)
{
    throw StorageFailure{dialect::classify(error), error.text() + u" in: "_s + sql.simplified()};
}

} // namespace rialto
