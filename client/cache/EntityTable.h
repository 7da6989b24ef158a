#pragma once

#include "cache/Database.h"
#include "protocol/Codec.h"

namespace rialto {

/// Names a cached entity: its kind, its id, and for what has a key of two ids the second one.
struct EntityKey
{
    QString kind;
    qint64 id = 0;
    qint64 sub = 0;

    bool operator==(const EntityKey &) const = default;
};

/// Versioned entities as JSON. Deleted ones stay as they were announced (`deletedAt` or `leftAt` set), so that a list
/// that was read before cannot bring them back.
class EntityTable
{
public:
    explicit EntityTable(Database &database) : m_database(database) {}

    /// Stores the entity if it is newer than the cached one, or if that one is stale. Returns whether it was stored.
    bool merge(const EntityKey &key, qint64 version, const QByteArray &json);

    template <Described T> bool merge(const EntityKey &key, const T &entity)
    {
        return merge(key, entity.version, toJson(entity));
    }

    template <Described T> std::optional<T> find(const EntityKey &key) const
    {
        const QByteArray json = findJson(key);
        if (json.isEmpty())
            return std::nullopt;
        Result<T> entity = fromJson<T>(json);
        return entity ? std::optional<T>(std::move(*entity)) : std::nullopt;
    }

    /// Entities of a kind by id, after `afterId`, at most `limit` (-1: all). Of a damaged row nothing is returned.
    template <Described T> QList<T> list(const QString &kind, qint64 afterId = 0, int limit = -1) const
    {
        return decodeAll<T>(listJson(kind, afterId, limit));
    }

    /// Those of a kind with the same first id.
    template <Described T> QList<T> listOf(const QString &kind, qint64 id) const
    {
        return decodeAll<T>(listJsonOf(kind, id));
    }

    void remove(const EntityKey &key);
    void removeAllOf(const QString &kind, qint64 id);
    void markStale(const QString &kind);
    void markStaleOf(const QString &kind, qint64 id);
    /// Removes what the complete list of this kind did not bring again, and says what that was.
    QList<EntityKey> removeStale(const QString &kind);
    QList<EntityKey> removeStaleOf(const QString &kind, qint64 id);

private:
    QByteArray findJson(const EntityKey &key) const;
    QList<QByteArray> listJson(const QString &kind, qint64 afterId, int limit) const;
    QList<QByteArray> listJsonOf(const QString &kind, qint64 id) const;

    template <Described T> static QList<T> decodeAll(const QList<QByteArray> &rows)
    {
        QList<T> entities;
        entities.reserve(rows.size());
        for (const QByteArray &row : rows) {
            if (Result<T> entity = fromJson<T>(row))
                entities.append(std::move(*entity));
        }
        return entities;
    }

    Database &m_database;
};

} // namespace rialto
