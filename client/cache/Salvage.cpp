#include "cache/Salvage.h"

#include "cache/Database.h"

#include <QFile>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

// Copies row by row until the first that cannot be read: what came before it is saved.
int copyRows(QSqlDatabase &from, const QString &select, Database &into, const QString &insert)
{
    QSqlQuery query(from);
    query.setForwardOnly(true);
    if (!query.exec(select))
        return 0;
    int copied = 0;
    const int columns = static_cast<int>(insert.count(u'?'));
    while (query.next()) {
        QVariantList values;
        for (int i = 0; i < columns; ++i)
            values.append(query.value(i));
        into.run(insert, values).finish();
        copied += into.changedRows() > 0 ? 1 : 0;
    }
    return copied;
}

} // namespace

int salvageUnsent(const QString &damagedFile, Database &into)
{
    const QString connection = u"salvage-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    int saved = 0;
    {
        QSqlDatabase from = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        from.setDatabaseName(damagedFile);
        if (from.open()) {
            // Whether a row was sent already is not certain in such a file: as attempted it is never altered.
            saved =
                copyRows(from,
                         u"SELECT client_id, method, subject, depends_on, params, created_at, failed, error "
                         "FROM outbox ORDER BY position"_s,
                         into,
                         u"INSERT OR IGNORE INTO outbox (client_id, method, subject, depends_on, params, created_at, "
                         "failed, error, attempted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)"_s);
            copyRows(from, u"SELECT room_id, text FROM draft"_s, into,
                     u"INSERT OR IGNORE INTO draft (room_id, text) VALUES (?, ?)"_s);
            from.close();
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return saved;
}

int salvageFromCopy(const QString &file, Database &into)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.sqlite"_s);
    if (!folder.isValid() || !QFile::copy(file, copy))
        return 0;
    // The newest writes stand in the log only.
    QFile::copy(file + u"-wal"_s, copy + u"-wal"_s);
    for (const QString &name : {copy, copy + u"-wal"_s})
        QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner);
    return salvageUnsent(copy, into);
}

} // namespace rialto
