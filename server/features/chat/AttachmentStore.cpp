#include "features/chat/AttachmentStore.h"

#include "text/Searched.h"

namespace rialto::attachment_store {

void add(Database &database, const Message &message)
{
    int position = 0;
    for (const Attachment &one : message.attachments)
        database.run("INSERT INTO attachment (room_id, message_id, position, file_id, name, size, media_type, width, "
                     "height, has_thumbnail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                     message.roomId, message.id, position++, one.fileId, one.name, one.size, one.mediaType, one.width,
                     one.height, one.hasThumbnail);
    if (const Searched searched = searchedOf(message); !searched.fileNames.isEmpty())
        database.run("UPDATE message SET file_names = ?, has_picture = ? WHERE id = ?", searched.fileNames,
                     searched.hasPicture, message.id);
}

void load(Database &database, QList<Message> &messages, const QString &ids)
{
    QHash<MessageId, QList<Attachment>> found;
    database.each(
        "SELECT a.message_id, a.file_id, a.name, a.size, a.media_type, a.width, a.height, a.has_thumbnail "
        "FROM json_each(?) AS asked CROSS JOIN message AS m ON m.id = asked.value "
        "CROSS JOIN attachment AS a ON a.room_id = m.room_id AND a.message_id = m.id",
        [&](const Row &row) {
            Attachment one;
            column::read(row.value(1), one.fileId);
            column::read(row.value(2), one.name);
            column::read(row.value(3), one.size);
            column::read(row.value(4), one.mediaType);
            column::read(row.value(5), one.width);
            column::read(row.value(6), one.height);
            column::read(row.value(7), one.hasThumbnail);
            found[MessageId{row.value(0).toLongLong()}].append(one);
        },
        ids);
    if (found.isEmpty())
        return;
    for (Message &message : messages)
        message.attachments = found.value(message.id);
}

void remove(Database &database, const Message &message)
{
    database.run("DELETE FROM attachment WHERE room_id = ? AND message_id = ?", message.roomId, message.id);
}

bool isCarried(Database &database, FileId file)
{
    return database
        .value("SELECT 1 FROM attachment AS a CROSS JOIN room AS r ON r.id = a.room_id "
               "WHERE a.file_id = ? AND r.deleted_at IS NULL LIMIT 1",
               file)
        .has_value();
}

QList<RoomId> listRooms(Database &database, FileId file)
{
    QList<RoomId> rooms;
    database.each(
        "SELECT room_id FROM attachment WHERE file_id = ?",
        [&](const Row &row) { rooms.append(RoomId{row.value(0).toLongLong()}); }, file);
    return rooms;
}

void releaseLater(Database &database, RoomId room)
{
    database.run("INSERT INTO room_release (room_id) VALUES (?)", room);
}

std::optional<RoomId> findToRelease(Database &database)
{
    const auto id = database.value("SELECT room_id FROM room_release WHERE room_id > 0 ORDER BY room_id LIMIT 1");
    return id ? std::optional(RoomId{*id}) : std::nullopt;
}

QList<FileId> takeSome(Database &database, RoomId room, int atMost)
{
    struct Carried
    {
        qint64 message;
        qint64 position;
        FileId file;
    };
    QList<Carried> found;
    database.each(
        "SELECT message_id, position, file_id FROM attachment WHERE room_id = ? ORDER BY message_id, position LIMIT ?",
        [&](const Row &row) {
            found.append({row.value(0).toLongLong(), row.value(1).toLongLong(), FileId{row.value(2).toLongLong()}});
        },
        room, atMost);
    QList<FileId> files;
    for (const Carried &one : found) {
        database.run("DELETE FROM attachment WHERE room_id = ? AND message_id = ? AND position = ?", room, one.message,
                     one.position);
        database.run("UPDATE message SET file_names = '', has_picture = 0 WHERE id = ?", one.message);
        files.append(one.file);
    }
    return files;
}

void endRelease(Database &database, RoomId room)
{
    database.run("DELETE FROM room_release WHERE room_id = ?", room);
}

} // namespace rialto::attachment_store
