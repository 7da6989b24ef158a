#include "cache/OutboxTable.h"

#include "protocol/Frame.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr QLatin1StringView kIsLocal("isLocal");

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject readObject(const QVariant &value)
{
    return parseObject(value.toString().toUtf8()).value_or(QJsonObject());
}

QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QString errorText(const OutboxItem &item)
{
    if (!item.failed)
        return u""_s;
    QJsonObject json = errorToJson(item.error);
    json.insert(kIsLocal, item.error.isLocal);
    return compact(json);
}

} // namespace

QList<OutboxItem> OutboxTable::all() const
{
    QList<OutboxItem> items;
    QSqlQuery &query = m_database.run(uR"(SELECT position, client_id, method, subject, depends_on, params, created_at,
                                          attempted, failed, error FROM outbox ORDER BY position)"_s);
    while (query.next()) {
        OutboxItem item{query.value(0).toLongLong(), query.value(1).toString(),
                        query.value(2).toString(),   query.value(3).toString(),
                        query.value(4).toString(),   readObject(query.value(5)),
                        query.value(6).toLongLong(), query.value(7).toInt() != 0,
                        query.value(8).toInt() != 0, {}};
        if (item.failed) {
            const QJsonObject json = readObject(query.value(9));
            item.error = errorFromJson(json);
            item.error.isLocal = json.value(kIsLocal).toBool();
        }
        items.append(std::move(item));
    }
    query.finish();
    return items;
}

qint64 OutboxTable::add(const OutboxItem &item)
{
    QSqlQuery &query = m_database.run(
        uR"(INSERT INTO outbox (client_id, method, subject, depends_on, params, created_at, attempted, failed, error)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
        {item.clientId, item.method, notNull(item.subject), notNull(item.dependsOn), compact(item.params),
         item.createdAtMs, item.attempted ? 1 : 0, item.failed ? 1 : 0, errorText(item)});
    const qint64 position = query.lastInsertId().toLongLong();
    query.finish();
    return position;
}

void OutboxTable::update(const OutboxItem &item)
{
    m_database
        .run(uR"(UPDATE outbox SET method = ?, subject = ?, depends_on = ?, params = ?, created_at = ?, attempted = ?,
                 failed = ?, error = ? WHERE client_id = ?)"_s,
             {item.method, notNull(item.subject), notNull(item.dependsOn), compact(item.params), item.createdAtMs,
              item.attempted ? 1 : 0, item.failed ? 1 : 0, errorText(item), item.clientId})
        .finish();
}

void OutboxTable::remove(const QString &clientId)
{
    m_database.run(u"DELETE FROM outbox WHERE client_id = ?"_s, {clientId}).finish();
}

} // namespace rialto
