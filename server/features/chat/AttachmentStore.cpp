#include "features/chat/AttachmentStore.h"

namespace rialto::attachment_store {

void add(Database &database, const Message &message)
{
    int position = 0;
    for (const Attachment &one : message.attachments)
        database.run("INSERT INTO attachment (room_id, message_id, position, file_id, name, size, media_type, width, "
                     "height, has_thumbnail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                     message.roomId, message.id, position++, one.fileId, one.name, one.size, one.mediaType, one.width,
                     one.height, one.hasThumbnail);
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
    return database.value("SELECT 1 FROM attachment WHERE file_id = ? LIMIT 1", file).has_value();
}

QList<RoomId> listRooms(Database &database, FileId file)
{
    QList<RoomId> rooms;
    database.each(
        "SELECT room_id FROM attachment WHERE file_id = ?",
        [&](const Row &row) { rooms.append(RoomId{row.value(0).toLongLong()}); }, file);
    return rooms;
}

} // namespace rialto::attachment_store
