#include "features/files/FileTable.h"

#define FILE_COLUMNS                                                                                                   \
    "id, owner_id, name, size, media_type, width, height, has_thumbnail, hash, status, created_at, version"

namespace rialto::file_table {

FileId add(Database &database, const CreateFile &request, UserId owner, qint64 nowMs, qint64 expiresAt)
{
    return FileId{database.insert("INSERT INTO file (owner_id, client_id, name, size, status, created_at, expires_at) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?)",
                                  owner, request.clientId, request.name, request.size, FileStatus::Uploading, nowMs,
                                  expiresAt)};
}

std::optional<File> find(Database &database, FileId id)
{
    return database.find<File>("SELECT " FILE_COLUMNS " FROM file WHERE id = ? AND status <> 'removed'", id);
}

void setReady(Database &database, const File &file, qint64 expiresAt)
{
    database.run("UPDATE file SET size = ?, media_type = ?, width = ?, height = ?, has_thumbnail = ?, hash = ?, "
                 "status = 'ready', expires_at = ?, version = version + 1 WHERE id = ?",
                 file.size, file.mediaType, file.width, file.height, file.hasThumbnail, file.hash, expiresAt, file.id);
}

void setExpiry(Database &database, FileId id, std::optional<qint64> expiresAt)
{
    database.run("UPDATE file SET expires_at = ? WHERE id = ? AND status <> 'removed'", expiresAt, id);
}

void expireAll(Database &database, UserId owner, qint64 nowMs)
{
    database.run("UPDATE file SET expires_at = ? WHERE owner_id = ? AND expires_at IS NOT NULL", nowMs, owner);
}

QList<File> listExpired(Database &database, qint64 nowMs, int limit)
{
    return database.list<File>("SELECT " FILE_COLUMNS " FROM file WHERE expires_at <= ? ORDER BY expires_at LIMIT ?",
                               nowMs, limit);
}

QString findClientId(Database &database, FileId id)
{
    return database.value<QString>("SELECT client_id FROM file WHERE id = ?", id).value_or(QString());
}

void remove(Database &database, FileId id)
{
    database.run("UPDATE file SET client_id = '', name = '', size = 0, media_type = '', hash = '', status = 'removed', "
                 "expires_at = NULL, version = version + 1 WHERE id = ?",
                 id);
}

bool isNamed(Database &database, const QByteArray &hash)
{
    return database.value("SELECT 1 FROM file WHERE hash = ? AND status = 'ready' LIMIT 1", QString::fromLatin1(hash))
        .has_value();
}

bool isUploading(Database &database, FileId id)
{
    return database.value("SELECT 1 FROM file WHERE id = ? AND status = 'uploading'", id).has_value();
}

qint64 usage(Database &database, UserId user)
{
    return database.value("SELECT bytes FROM file_usage WHERE user_id = ?", user).value_or(0);
}

void addUsage(Database &database, UserId user, qint64 bytes)
{
    for (const UserId id : {user, UserId{}})
        database.run("INSERT INTO file_usage (user_id, bytes) VALUES (?, ?) "
                     "ON CONFLICT (user_id) DO UPDATE SET bytes = bytes + excluded.bytes",
                     id, bytes);
}

} // namespace rialto::file_table
