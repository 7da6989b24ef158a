#pragma once

#include <QUrl>
#include <optional>

#include "protocol/Chat.h"

namespace rialto {

/// What a link to a room or to a message in it leads to: `rialto://host:port/rooms/7/messages/123`, as "Copy link"
/// makes it.
struct RoomLink
{
    RoomId room;
    MessageId message; ///< Invalid where the room as such is meant.

    /// None for links to anything else. Whose server it is is not looked at: see ServerLinks.
    static std::optional<RoomLink> read(const QUrl &url);
};

} // namespace rialto
