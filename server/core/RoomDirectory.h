#pragma once

#include "storage/Database.h"

namespace rialto {

/// What features may know of a room without knowing the feature that keeps rooms.
class RoomDirectory
{
public:
    virtual ~RoomDirectory() = default;
    /// The two people of a direct room; empty for all others and for rooms that are not known.
    virtual QList<UserId> directUsers(Database &database, RoomId room) = 0;
};

} // namespace rialto
