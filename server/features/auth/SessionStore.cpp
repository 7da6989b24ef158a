#include "features/auth/SessionStore.h"

namespace rialto::session_store {
namespace {

std::optional<StoredSession> findStored(Database &database, const char *sql, const QByteArray &tokenHash)
{
    std::optional<StoredSession> session;
    database.each(
        sql,
        [&](const Row &row) {
            session = StoredSession{SessionId{row.value(0).toLongLong()}, UserId{row.value(1).toLongLong()},
                                    row.value(2).toByteArray(), row.value(3).toByteArray(), row.value(4).toLongLong()};
        },
        tokenHash);
    return session;
}

QList<SessionId> idsOf(const QList<qint64> &keys)
{
    QList<SessionId> ids;
    for (const qint64 key : keys)
        ids.append(SessionId{key});
    return ids;
}

} // namespace

SessionId add(Database &database, UserId user, const QString &device, const QString &address,
              const QByteArray &tokenHash, qint64 nowMs)
{
    return SessionId{database.insert("INSERT INTO session (user_id, device, address, created_at, last_used_at, "
                                     "token_hash, previous_hash, rotated_at) VALUES (?, ?, ?, ?, ?, ?, x'', ?)",
                                     user, device, address, nowMs, nowMs, tokenHash, nowMs)};
}

std::optional<StoredSession> findByToken(Database &database, const QByteArray &tokenHash)
{
    return findStored(database,
                      "SELECT id, user_id, token_hash, previous_hash, rotated_at FROM session WHERE token_hash = ?",
                      tokenHash);
}

std::optional<StoredSession> findByPreviousToken(Database &database, const QByteArray &tokenHash)
{
    return findStored(database,
                      "SELECT id, user_id, token_hash, previous_hash, rotated_at FROM session WHERE previous_hash = ?",
                      tokenHash);
}

std::optional<SessionId> findByUsedToken(Database &database, const QByteArray &tokenHash)
{
    return database.value<SessionId>("SELECT session_id FROM used_token WHERE token_hash = ?", tokenHash);
}

std::optional<UserId> ownerOf(Database &database, SessionId session)
{
    return database.value<UserId>("SELECT user_id FROM session WHERE id = ?", session);
}

void rotate(Database &database, const StoredSession &session, const QByteArray &nextHash, const QString &address,
            qint64 nowMs)
{
    if (!session.previousHash.isEmpty())
        database.run("INSERT INTO used_token (token_hash, session_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                     session.previousHash, session.id);
    database.run("UPDATE session SET token_hash = ?, previous_hash = ?, rotated_at = ?, last_used_at = ?, address = ? "
                 "WHERE id = ?",
                 nextHash, session.tokenHash, nowMs, nowMs, address, session.id);
}

void remove(Database &database, SessionId session)
{
    database.run("DELETE FROM session WHERE id = ?", session);
}

QList<SessionId> listIds(Database &database, UserId user)
{
    QList<qint64> keys;
    database.each(
        "SELECT id FROM session WHERE user_id = ? ORDER BY id",
        [&](const Row &row) { keys.append(row.value(0).toLongLong()); }, user);
    return idsOf(keys);
}

QList<SessionId> listIdle(Database &database, qint64 unusedSinceMs, int limit)
{
    QList<qint64> keys;
    database.each(
        "SELECT id FROM session WHERE last_used_at < ? ORDER BY last_used_at LIMIT ?",
        [&](const Row &row) { keys.append(row.value(0).toLongLong()); }, unusedSinceMs, limit);
    return idsOf(keys);
}

QList<DeviceSession> list(Database &database, UserId user, SessionId after, int limit)
{
    return database.list<DeviceSession>(
        "SELECT id, device, address, created_at, last_used_at, 0 AS current FROM session "
        "WHERE user_id = ? AND id > ? ORDER BY id LIMIT ?",
        user, after, limit);
}

} // namespace rialto::session_store
