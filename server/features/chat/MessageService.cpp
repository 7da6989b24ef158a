#include "features/chat/MessageService.h"

#include "core/Paging.h"
#include "core/Topic.h"
#include "features/chat/MessageStore.h"

#include <QUuid>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

tl::unexpected<Error> noSuchMessage()
{
    return fail(ErrorCode::NotFound, u"There is no such message."_s);
}

Result<MessageId> decodeCursor(const QString &cursor, const QString &field)
{
    return Cursor::decode(cursor, u"messages"_s, field).map([](const Cursor &c) { return MessageId{c.key}; });
}

// For writers that brought no key: RFC 9562 version 7, time-ordered, because random keys halve the speed of the index.
QString timeOrderedId(qint64 nowMs)
{
    QByteArray bytes = QUuid::createUuid().toRfc4122();
    const quint64 stamp = qToBigEndian(static_cast<quint64>(nowMs) << 16);
    memcpy(bytes.data(), &stamp, 6);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x70);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

qint64 hashOf(const SendMessage &request)
{
    return qFromLittleEndian<qint64>(idempotency::digestOf(toJson(request)).constData());
}

} // namespace

Result<Relations> MessageService::readable(Database &database, const Caller &caller, RoomId id)
{
    const auto relations = room_store::relations(database, id, caller.userId);
    if (!relations || !isAllowed(Action::ReadRoom, caller.role, *relations))
        return fail(ErrorCode::NotFound, u"There is no such room."_s);
    return *relations;
}

Result<Page<Message>> MessageService::listMessages(ReadContext &context, const ListMessages &request)
{
    if (auto allowed = readable(context.database, context.caller, request.roomId); !allowed)
        return tl::unexpected(allowed.error());
    if (!request.before.isEmpty() && !request.after.isEmpty())
        return fail(ErrorCode::Invalid, u"before and after exclude each other."_s, u"after"_s);
    const bool forward = !request.after.isEmpty();
    const QString cursor = forward ? request.after : request.before;
    MessageId from{Rules::kMaximumInteger};
    if (!cursor.isEmpty()) {
        const auto decoded = decodeCursor(cursor, forward ? u"after"_s : u"before"_s);
        if (!decoded)
            return tl::unexpected(decoded.error());
        from = *decoded;
    }
    Page<Message> page;
    page.items = forward ? message_store::listAfter(context.database, request.roomId, from, request.limit + 1)
                         : message_store::listBefore(context.database, request.roomId, from, request.limit + 1);
    if (page.items.size() > request.limit) {
        page.items.removeLast();
        page.nextCursor = Cursor::encode(u"messages"_s, {}, page.items.last().id.value);
    }
    return page;
}

// The earlier message when this very request made it; Conflict when its key was used for something else.
Result<Message> MessageService::repeated(WriteContext &context, const SendMessage &request, qint64 requestHash)
{
    const UserId me = context.caller.userId;
    if (message_store::findRequestHash(context.database, me, request.clientId) != requestHash)
        return idempotency::alreadyUsed();
    return *message_store::findByClientId(context.database, me, request.clientId);
}

Result<Message> MessageService::send(WriteContext &context, const SendMessage &asked)
{
    const UserId me = context.caller.userId;
    SendMessage request = asked;
    if (request.clientId.isEmpty())
        request.clientId = timeOrderedId(context.nowMs);
    const qint64 requestHash = hashOf(request);
    const auto relations = room_store::relations(context.database, request.roomId, me);
    if (!relations || !isAllowed(Action::PostMessage, context.caller.role, *relations)) {
        if (message_store::findRequestHash(context.database, me, request.clientId) == requestHash)
            return repeated(context, request, requestHash);
        if (!relations || !isAllowed(Action::ReadRoom, context.caller.role, *relations))
            return fail(ErrorCode::NotFound, u"There is no such room."_s);
        return fail(ErrorCode::Forbidden, u"Join the room to write in it."_s);
    }
    const auto id = message_store::add(context.database, request, me, requestHash, context.nowMs);
    if (!id)
        return repeated(context, request, requestHash);
    const Message message{*id, request.roomId, me, request.clientId, request.text, context.nowMs, {}, {}, 1};
    context.record<MessagePosted>(topic::room(request.roomId), id->value, message);
    return message;
}

Result<MessageService::Target> MessageService::target(WriteContext &context, RoomId room, MessageId id)
{
    const auto inRoom = readable(context.database, context.caller, room);
    if (!inRoom)
        return tl::unexpected(inRoom.error());
    const auto message = message_store::find(context.database, id);
    if (!message || message->roomId != room || message->deletedAt)
        return noSuchMessage();
    return Target{*message, *inRoom};
}

Result<Message> MessageService::edit(WriteContext &context, const EditMessage &request)
{
    auto found = target(context, request.roomId, request.messageId);
    if (!found)
        return tl::unexpected(found.error());
    Message &message = found->message;
    const Relations relations = message.authorId == context.caller.userId ? Relation::Owner : Relation::None;
    if (!found->inRoom.testFlag(Relation::Member) || !isAllowed(Action::EditMessage, context.caller.role, relations))
        return fail(ErrorCode::Forbidden, u"Only the author may edit a message, as a member of its room."_s);
    if (request.baseVersion && *request.baseVersion != message.version) {
        Error stale{ErrorCode::Conflict, u"The message was changed meanwhile."_s, {}, {}, 0};
        stale.current = *parseObject(toJson(message));
        return tl::unexpected(stale);
    }
    if (request.text == message.text)
        return message;
    message_store::setText(context.database, message.id, request.text, context.nowMs);
    message.text = request.text;
    message.editedAt = context.nowMs;
    message.version += 1;
    context.record<MessageEdited>(topic::room(message.roomId), message.id.value, message);
    return message;
}

Result<Nothing> MessageService::remove(WriteContext &context, const DeleteMessage &request)
{
    auto found = target(context, request.roomId, request.messageId);
    if (!found)
        return tl::unexpected(found.error());
    Message &message = found->message;
    // Owner means the author here; the room's owner counts as a moderator.
    const Relations inRoom = found->inRoom;
    Relations relations = message.authorId == context.caller.userId ? Relation::Owner : Relation::None;
    relations.setFlag(Relation::Moderator, inRoom.testFlag(Relation::Moderator) || inRoom.testFlag(Relation::Owner));
    if (!isAllowed(Action::DeleteMessage, context.caller.role, relations))
        return fail(ErrorCode::Forbidden, u"Only the author or a moderator may delete a message."_s);
    message_store::erase(context.database, message.id, context.nowMs);
    message.text.clear();
    message.deletedAt = context.nowMs;
    message.version += 1;
    context.redact<MessagePosted, MessageEdited>(topic::room(message.roomId), message.id.value, message);
    if (message.editedAt)
        idempotency::forgetReplies(context, message.authorId, EditMessage::method.name, message.id.value);
    context.record<MessageDeleted>(topic::room(message.roomId), message.id.value, message);
    return Nothing{};
}

Result<Membership> MessageService::markRead(WriteContext &context, const MarkRead &request)
{
    const UserId me = context.caller.userId;
    const auto inRoom = readable(context.database, context.caller, request.roomId);
    if (!inRoom)
        return tl::unexpected(inRoom.error());
    if (!inRoom->testFlag(Relation::Member))
        return fail(ErrorCode::Forbidden, u"Only members have a read marker."_s);
    const auto message = message_store::find(context.database, request.messageId);
    if (!message || message->roomId != request.roomId)
        return noSuchMessage();
    const bool moved = room_store::markRead(context.database, request.roomId, me, request.messageId);
    const Membership membership = *room_store::findMembership(context.database, request.roomId, me);
    if (moved)
        context.record<MembershipChanged>(topic::user(me), request.roomId.value, membership);
    return membership;
}

} // namespace rialto
