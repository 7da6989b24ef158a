#include "cache/DraftTable.h"

using namespace Qt::StringLiterals;

namespace rialto {

QHash<RoomId, QString> DraftTable::all() const
{
    QHash<RoomId, QString> drafts;
    QSqlQuery &query = m_database.run(u"SELECT room_id, text FROM draft"_s);
    while (query.next())
        drafts.insert(RoomId{query.value(0).toLongLong()}, query.value(1).toString());
    query.finish();
    return drafts;
}

void DraftTable::set(RoomId room, const QString &text)
{
    if (text.isEmpty())
        m_database.run(u"DELETE FROM draft WHERE room_id = ?"_s, {room.value}).finish();
    else
        m_database
            .run(uR"(INSERT INTO draft (room_id, text) VALUES (?, ?)
                     ON CONFLICT (room_id) DO UPDATE SET text = excluded.text)"_s,
                 {room.value, text})
            .finish();
}

} // namespace rialto
