#include "features/chat/MarkService.h"

#include "core/Paging.h"
#include "core/Signals.h"
#include "core/Topic.h"
#include "features/chat/MessageAccess.h"
#include "features/chat/MessageStore.h"
#include "text/Emoji.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

Message tellReactions(WriteContext &context, MessageId id)
{
    const Message message = *message_store::find(context.database, id);
    context.record<ReactionsChanged>(topic::room(message.roomId), id.value, message);
    return message;
}

} // namespace

Result<Message> MarkService::reactable(WriteContext &context, RoomId room, MessageId id)
{
    const auto target = message_access::living(context.database, context.caller, room, id);
    if (!target)
        return tl::unexpected(target.error());
    if (!isAllowed(Action::PostMessage, context.caller.role, target->inRoom))
        return fail(ErrorCode::Forbidden, u"Join the room to react to its messages."_s);
    return target->message;
}

Result<Message> MarkService::addReaction(WriteContext &context, const AddReaction &request)
{
    if (!isEmoji(request.emoji))
        return fail(ErrorCode::Invalid, u"emoji must be one emoji."_s, u"emoji"_s);
    const auto message = reactable(context, request.roomId, request.messageId);
    if (!message)
        return message;
    const auto isSame = [&](const Reaction &reaction) { return reaction.emoji == request.emoji; };
    const bool isNewKind = std::none_of(message->reactions.begin(), message->reactions.end(), isSame);
    if (isNewKind && message->reactions.size() >= kReactionKinds)
        return fail(ErrorCode::Conflict, u"This message has %1 kinds of reaction already."_s.arg(kReactionKinds),
                    u"emoji"_s);
    if (!message_store::addReaction(context.database, *message, context.caller.userId, request.emoji, context.nowMs))
        return message;
    context.announce(ReactionAdded{*message, request.emoji});
    return tellReactions(context, message->id);
}

Result<Message> MarkService::removeReaction(WriteContext &context, const RemoveReaction &request)
{
    const auto message = reactable(context, request.roomId, request.messageId);
    if (!message)
        return message;
    if (!message_store::removeReaction(context.database, *message, context.caller.userId, request.emoji))
        return message;
    return tellReactions(context, message->id);
}

Result<Page<Message>> MarkService::listPins(ReadContext &context, const ListPins &request)
{
    if (auto allowed = message_access::readable(context.database, context.caller, request.roomId); !allowed)
        return tl::unexpected(allowed.error());
    return pageByKey<Message>(
        u"pins"_s, request.after, request.limit,
        [&](qint64 after, int limit) {
            return message_store::listPinned(context.database, request.roomId,
                                             MessageId{after > 0 ? after : Rules::kMaximumInteger}, limit);
        },
        [](const Message &message) { return message.id.value; });
}

Result<Message> MarkService::pin(WriteContext &context, const PinMessage &request)
{
    return setPinned(context, request.roomId, request.messageId, true);
}

Result<Message> MarkService::unpin(WriteContext &context, const UnpinMessage &request)
{
    return setPinned(context, request.roomId, request.messageId, false);
}

Result<Message> MarkService::setPinned(WriteContext &context, RoomId room, MessageId id, bool pinned)
{
    const auto target = message_access::living(context.database, context.caller, room, id);
    if (!target)
        return tl::unexpected(target.error());
    if (!isAllowed(Action::PinMessage, context.caller.role, target->inRoom))
        return fail(ErrorCode::Forbidden, u"Join the room to pin its messages."_s);
    Message message = target->message;
    if (message.pinnedAt.has_value() == pinned)
        return message;
    message.pinnedAt = pinned ? std::optional(context.nowMs) : std::nullopt;
    message.version += 1;
    message_store::setPinned(context.database, message);
    context.record<MessagePinned>(topic::room(room), id.value, message);
    return message;
}

Result<> MarkService::checkMember(WriteContext &context, RoomId room)
{
    const auto inRoom = message_access::readable(context.database, context.caller, room);
    if (!inRoom)
        return tl::unexpected(inRoom.error());
    if (!inRoom->testFlag(Relation::Member))
        return fail(ErrorCode::Forbidden, u"Only members of a room can follow it."_s);
    return {};
}

Result<Membership> MarkService::markRead(WriteContext &context, const MarkRead &request)
{
    const UserId me = context.caller.userId;
    if (auto member = checkMember(context, request.roomId); !member)
        return tl::unexpected(member.error());
    const auto message = message_store::find(context.database, request.messageId);
    if (!message || message->roomId != request.roomId)
        return message_access::noSuchMessage();
    const bool moved = room_store::markRead(context.database, request.roomId, me, request.messageId);
    const Membership membership = *room_store::findMembership(context.database, request.roomId, me);
    if (!moved)
        return membership;
    context.record<MembershipChanged>(topic::user(me), request.roomId.value, membership);
    if (!room_store::hasMoreMembersThan(context.database, request.roomId, kLiveReaders))
        context.record<MemberChanged>(topic::room(request.roomId), me.value,
                                      *room_store::findMember(context.database, request.roomId, me));
    return membership;
}

Result<Membership> MarkService::changeMembership(WriteContext &context, const ChangeMembership &request)
{
    const UserId me = context.caller.userId;
    if (auto member = checkMember(context, request.roomId); !member)
        return tl::unexpected(member.error());
    Membership membership = *room_store::findMembership(context.database, request.roomId, me);
    membership.notifyLevel = request.notifyLevel.value_or(membership.notifyLevel);
    membership.muted = request.muted.value_or(membership.muted);
    membership.pinned = request.pinned.value_or(membership.pinned);
    membership.archived = request.archived.value_or(membership.archived);
    room_store::setWishes(context.database, membership);
    membership = *room_store::findMembership(context.database, request.roomId, me);
    context.record<MembershipChanged>(topic::user(me), request.roomId.value, membership);
    return membership;
}

} // namespace rialto
