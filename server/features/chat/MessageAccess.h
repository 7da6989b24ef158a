#pragma once

#include "core/Contexts.h"
#include "features/chat/RoomStore.h"

namespace rialto {

/// Whether somebody may look at a room and its messages; the first question of every method about messages.
namespace message_access {

/// What the caller is to the room. NotFound: there is none that the caller may know of.
Result<Relations> readable(Database &database, const Caller &caller, RoomId room);

struct Target
{
    Message message;
    Relations inRoom;
};

/// A living message of the room, for a caller who may read it.
Result<Target> living(Database &database, const Caller &caller, RoomId room, MessageId message);
/// The same, deleted or not.
Result<Target> find(Database &database, const Caller &caller, RoomId room, MessageId message);

tl::unexpected<Error> noSuchMessage();

} // namespace message_access
} // namespace rialto
