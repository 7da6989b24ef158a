#include "cache/EntityTable.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

QList<QByteArray> allJson(QSqlQuery &query)
{
    QList<QByteArray> rows;
    while (query.next())
        rows.append(query.value(0).toString().toUtf8());
    query.finish();
    return rows;
}

QList<EntityKey> allKeys(QSqlQuery &query, const QString &kind)
{
    QList<EntityKey> keys;
    while (query.next())
        keys.append({kind, query.value(0).toLongLong(), query.value(1).toLongLong()});
    query.finish();
    return keys;
}

} // namespace

bool EntityTable::merge(const EntityKey &key, qint64 version, const QByteArray &json)
{
    m_database
        .run(uR"(INSERT INTO entity (kind, id, sub, version, stale, json) VALUES (?, ?, ?, ?, 0, ?)
                 ON CONFLICT (kind, id, sub) DO UPDATE SET version = excluded.version, stale = 0, json = excluded.json
                 WHERE stale = 1 OR version < excluded.version)"_s,
             {key.kind, key.id, key.sub, version, QString::fromUtf8(json)})
        .finish();
    return m_database.changedRows() > 0;
}

QByteArray EntityTable::findJson(const EntityKey &key) const
{
    QSqlQuery &query =
        m_database.run(u"SELECT json FROM entity WHERE kind = ? AND id = ? AND sub = ?"_s, {key.kind, key.id, key.sub});
    const QByteArray json = query.next() ? query.value(0).toString().toUtf8() : QByteArray();
    query.finish();
    return json;
}

QList<QByteArray> EntityTable::listJson(const QString &kind, qint64 afterId, int limit) const
{
    return allJson(m_database.run(u"SELECT json FROM entity WHERE kind = ? AND id > ? ORDER BY id, sub LIMIT ?"_s,
                                  {kind, afterId, limit}));
}

QList<QByteArray> EntityTable::listJsonOf(const QString &kind, qint64 id) const
{
    return allJson(m_database.run(u"SELECT json FROM entity WHERE kind = ? AND id = ? ORDER BY sub"_s, {kind, id}));
}

void EntityTable::remove(const EntityKey &key)
{
    m_database.run(u"DELETE FROM entity WHERE kind = ? AND id = ? AND sub = ?"_s, {key.kind, key.id, key.sub}).finish();
}

void EntityTable::removeAllOf(const QString &kind, qint64 id)
{
    m_database.run(u"DELETE FROM entity WHERE kind = ? AND id = ?"_s, {kind, id}).finish();
}

void EntityTable::markStale(const QString &kind)
{
    m_database.run(u"UPDATE entity SET stale = 1 WHERE kind = ?"_s, {kind}).finish();
}

void EntityTable::markStaleOf(const QString &kind, qint64 id)
{
    m_database.run(u"UPDATE entity SET stale = 1 WHERE kind = ? AND id = ?"_s, {kind, id}).finish();
}

QList<EntityKey> EntityTable::removeStale(const QString &kind)
{
    return allKeys(m_database.run(u"DELETE FROM entity WHERE kind = ? AND stale = 1 RETURNING id, sub"_s, {kind}),
                   kind);
}

QList<EntityKey> EntityTable::removeStaleOf(const QString &kind, qint64 id)
{
    return allKeys(
        m_database.run(u"DELETE FROM entity WHERE kind = ? AND id = ? AND stale = 1 RETURNING id, sub"_s, {kind, id}),
        kind);
}

} // namespace rialto
