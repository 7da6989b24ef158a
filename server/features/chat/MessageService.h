#pragma once

#include "core/Feature.h"
#include "features/chat/RoomStore.h"

namespace rialto {

/// What is said in rooms, and how far everybody has read.
class MessageService
{
public:
    Result<Page<Message>> listMessages(ReadContext &context, const ListMessages &request);
    Result<Message> send(WriteContext &context, const SendMessage &request);
    Result<Message> edit(WriteContext &context, const EditMessage &request);
    Result<Nothing> remove(WriteContext &context, const DeleteMessage &request);
    Result<Membership> markRead(WriteContext &context, const MarkRead &request);

private:
    struct Target
    {
        Message message;
        Relations inRoom; ///< What the caller is to the room.
    };
    static Result<Relations> readable(Database &database, const Caller &caller, RoomId id);
    static Result<Target> target(WriteContext &context, RoomId room, MessageId message);
    static Result<Message> repeated(WriteContext &context, const SendMessage &request, qint64 requestHash);
};

} // namespace rialto
