#pragma once

#include "protocol/Files.h"
#include "storage/Database.h"

namespace rialto {

/// The tables `file` and `file_usage`. Lives on: the thread of the database it is given.
namespace file_table {

FileId add(Database &database, const CreateFile &request, UserId owner, qint64 nowMs, qint64 expiresAt);
std::optional<File> find(Database &database, FileId id);
/// Writes what finishing the upload found out.
void setReady(Database &database, const File &file, qint64 expiresAt);
/// From when on it may be removed; empty: it is carried by something.
void setExpiry(Database &database, FileId id, std::optional<qint64> expiresAt);
/// Lets everything of the owner's that nothing carries expire at once.
void expireAll(Database &database, UserId owner, qint64 nowMs);
QList<File> listExpired(Database &database, qint64 nowMs, int limit);
/// The client id of the request that announced it; empty when that had none.
QString findClientId(Database &database, FileId id);
/// Blanks the row and keeps it.
void remove(Database &database, FileId id);
/// Whether a ready file has this content.
bool isNamed(Database &database, const QByteArray &hash);
bool isUploading(Database &database, FileId id);

/// What a person's files take, or everybody's for none.
qint64 usage(Database &database, UserId user);
void addUsage(Database &database, UserId user, qint64 bytes);

} // namespace file_table
} // namespace rialto
