#include "storage/Migrations.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

const QString kFolder = u":/rialto/storage/migrations"_s;

int numberOf(const QString &fileName)
{
    return fileName.left(4).toInt();
}

// Splits at semicolons that end a line; migrations keep to that form.
QStringList statementsOf(const QString &sql)
{
    QStringList statements;
    QString current;
    for (const QString &line : sql.split(u'\n')) {
        const QString text = line.trimmed();
        if (text.isEmpty() || text.startsWith("--"_L1))
            continue;
        current += line + u'\n';
        if (text.endsWith(u';')) {
            statements.append(current);
            current.clear();
        }
    }
    return statements;
}

Result<> apply(Database &database, const QString &fileName)
{
    QFile file(kFolder + u'/' + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Unavailable, u"The migration %1 is missing from the program."_s.arg(fileName));
    const QStringList statements = statementsOf(QString::fromUtf8(file.readAll()));
    database.runOnce(QLatin1StringView(dialect::kBegin));
    try {
        for (const QString &statement : statements)
            database.runOnce(statement);
        database.runOnce(u"PRAGMA user_version=%1"_s.arg(numberOf(fileName)));
        database.runOnce(QLatin1StringView(dialect::kCommit));
    } catch (const StorageFailure &failure) {
        database.runOnce(QLatin1StringView(dialect::kRollback));
        return fail(ErrorCode::Unavailable, u"The migration %1 failed: %2."_s.arg(fileName, failure.detail));
    }
    return {};
}

} // namespace

int newestSchema()
{
    const QStringList files = QDir(kFolder).entryList(QDir::Files, QDir::Name);
    return files.isEmpty() ? 0 : numberOf(files.last());
}

Result<> migrate(Database &database)
try {
    const qint64 present = database.valueOnce(u"PRAGMA user_version"_s);
    if (present > newestSchema())
        return fail(ErrorCode::Unavailable,
                    u"The data folder was written by a newer Rialto (schema %1, this program knows %2). "
                    "Install the newer version or restore a backup made by this one."_s.arg(present)
                        .arg(newestSchema()));
    for (const QString &fileName : QDir(kFolder).entryList(QDir::Files, QDir::Name)) {
        if (numberOf(fileName) <= present)
            continue;
        if (auto result = apply(database, fileName); !result)
            return result;
    }
    return {};
} catch (const StorageFailure &failure) {
    return fail(ErrorCode::Unavailable, u"The database cannot be read: %1."_s.arg(failure.detail));
}

} // namespace rialto
