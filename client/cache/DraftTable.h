#pragma once

#include "base/Id.h"
#include "cache/Database.h"

#include <QHash>

namespace rialto {

/// What was typed in rooms and not sent.
class DraftTable
{
public:
    explicit DraftTable(Database &database) : m_database(database) {}

    QHash<RoomId, QString> all() const;
    /// An empty text removes the draft.
    void set(RoomId room, const QString &text);

private:
    Database &m_database;
};

} // namespace rialto
