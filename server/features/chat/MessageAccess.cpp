#include "features/chat/MessageAccess.h"

#include "features/chat/MessageStore.h"

using namespace Qt::StringLiterals;

namespace rialto::message_access {

tl::unexpected<Error> noSuchMessage()
{
    return fail(ErrorCode::NotFound, u"There is no such message."_s);
}

Result<Relations> readable(Database &database, const Caller &caller, RoomId id)
{
    const auto relations = room_store::relations(database, id, caller.userId);
    if (!relations || !isAllowed(Action::ReadRoom, caller.role, *relations))
        return fail(ErrorCode::NotFound, u"There is no such room."_s);
    return *relations;
}

Result<Target> find(Database &database, const Caller &caller, RoomId room, MessageId id)
{
    const auto inRoom = readable(database, caller, room);
    if (!inRoom)
        return tl::unexpected(inRoom.error());
    const auto message = message_store::find(database, id);
    if (!message || message->roomId != room)
        return noSuchMessage();
    return Target{*message, *inRoom};
}

Result<Target> living(Database &database, const Caller &caller, RoomId room, MessageId id)
{
    auto target = find(database, caller, room, id);
    if (target && target->message.deletedAt)
        return noSuchMessage();
    return target;
}

} // namespace rialto::message_access
