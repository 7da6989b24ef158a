#pragma once

#include "protocol/Members.h"
#include "protocol/Message.h"
#include "storage/Database.h"

namespace rialto {

/// What features may know of rooms without knowing the feature that keeps them.
class RoomDirectory
{
public:
    /// How much of a room a member wants to be told.
    struct Attention
    {
        NotifyLevel level = NotifyLevel::All;
        bool muted = false;
    };

    virtual ~RoomDirectory() = default;
    /// The two people of a direct room; empty for all others and for rooms that are not known.
    virtual QList<UserId> directUsers(Database &database, RoomId room) = 0;
    /// Empty when the person is not a member.
    virtual std::optional<Attention> attentionOf(Database &database, RoomId room, UserId user) = 0;
    virtual QList<UserId> memberIds(Database &database, RoomId room) = 0;
    /// The members who want to be told of every message.
    virtual QList<UserId> watcherIds(Database &database, RoomId room) = 0;
    virtual std::optional<UserId> authorOf(Database &database, MessageId message) = 0;
    virtual std::optional<Message> findMessage(Database &database, MessageId message) = 0;
};

} // namespace rialto
