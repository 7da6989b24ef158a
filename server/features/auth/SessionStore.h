#pragma once

#include "protocol/Auth.h"
#include "storage/Database.h"

namespace rialto {

/// A row of `session` as the rotation of refresh tokens needs it. Never leaves the server.
struct StoredSession
{
    SessionId id;
    UserId userId;
    QByteArray tokenHash;
    QByteArray previousHash;
    qint64 rotatedAt = 0;
};

/// The tables `session` and `used_token`: who is signed in where, and which refresh tokens were ever exchanged.
/// Lives on: the thread of the database it is given.
namespace session_store {

SessionId add(Database &database, UserId user, const QString &device, const QString &address,
              const QByteArray &tokenHash, qint64 nowMs);
std::optional<StoredSession> findByToken(Database &database, const QByteArray &tokenHash);
std::optional<StoredSession> findByPreviousToken(Database &database, const QByteArray &tokenHash);
/// The session that this token belonged to before it was exchanged long ago.
std::optional<SessionId> findByUsedToken(Database &database, const QByteArray &tokenHash);
std::optional<UserId> ownerOf(Database &database, SessionId session);
/// Makes `nextHash` the current token and remembers the one before the previous as used.
void rotate(Database &database, const StoredSession &session, const QByteArray &nextHash, const QString &address,
            qint64 nowMs);
void remove(Database &database, SessionId session);
QList<SessionId> listIds(Database &database, UserId user);
QList<SessionId> listIdle(Database &database, qint64 unusedSinceMs, int limit);
QList<DeviceSession> list(Database &database, UserId user, SessionId after, int limit);

} // namespace session_store
} // namespace rialto
