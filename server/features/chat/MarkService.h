#pragma once

#include "core/Contexts.h"
#include "protocol/Chat.h"

namespace rialto {

/// What people hang on messages and rooms: reactions, pins, and how far and how loudly each wants to follow a room.
class MarkService
{
public:
    Result<Message> addReaction(WriteContext &context, const AddReaction &request);
    Result<Message> removeReaction(WriteContext &context, const RemoveReaction &request);
    Result<Page<Message>> listPins(ReadContext &context, const ListPins &request);
    Result<Message> pin(WriteContext &context, const PinMessage &request);
    Result<Message> unpin(WriteContext &context, const UnpinMessage &request);
    Result<Membership> markRead(WriteContext &context, const MarkRead &request);
    Result<Membership> changeMembership(WriteContext &context, const ChangeMembership &request);

    /// How many members a room has at most whose read markers are told live: more would drown the messages.
    static constexpr int kLiveReaders = 50;

private:
    static Result<Message> reactable(WriteContext &context, RoomId room, MessageId id);
    static Result<Message> setPinned(WriteContext &context, RoomId room, MessageId id, bool pinned);
    static Result<> checkMember(WriteContext &context, RoomId room);
};

} // namespace rialto
