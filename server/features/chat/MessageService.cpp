#include "features/chat/MessageService.h"

#include "core/Idempotency.h"
#include "core/Paging.h"
#include "core/Signals.h"
#include "core/Topic.h"
#include "features/chat/AttachmentStore.h"
#include "features/chat/MessageAccess.h"
#include "text/Mentions.h"

#include <QUuid>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

/// So many different names of a text are looked up; a text can hold thousands.
constexpr qsizetype kMentionedNames = 50;
/// In a larger room only those who moderate it call everyone: each member is told in the same transaction.
constexpr int kCalledTogether = 200;
bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

tl::unexpected<Error> saysNothing()
{
    return fail(ErrorCode::Invalid, u"text must not be empty without a file."_s, u"text"_s);
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

template <typename Request> qint64 hashOf(const Request &request)
{
    return qFromLittleEndian<qint64>(idempotency::digestOf(toJson(request)).constData());
}

Message messageOf(const NewMessage &message, qint64 nowMs)
{
    Message posted;
    posted.roomId = message.roomId;
    posted.authorId = message.authorId;
    posted.clientId = message.clientId;
    posted.text = message.text;
    posted.createdAt = nowMs;
    posted.replyToId = message.replyToId;
    posted.forwardedFromId = message.forwardedFromId;
    return posted;
}

bool mayCallEveryone(Database &database, Relations inRoom, RoomId room)
{
    return inRoom.testFlag(Relation::Owner) || inRoom.testFlag(Relation::Moderator) ||
           !room_store::hasMoreMembersThan(database, room, kCalledTogether);
}

/// One way to say from where to read; what is left of the four is empty.
struct Start
{
    bool forward = false;
    MessageId from;
};

Result<Start> startOf(const ListMessages &request)
{
    const int given = !request.before.isEmpty() + !request.after.isEmpty() + request.beforeId.has_value() +
                      request.afterId.has_value();
    if (given > 1)
        return fail(ErrorCode::Invalid, u"before, after, beforeId and afterId exclude each other."_s, u"after"_s);
    Start start{!request.after.isEmpty() || request.afterId, MessageId{Rules::kMaximumInteger}};
    if (request.beforeId || request.afterId) {
        start.from = request.beforeId ? *request.beforeId : *request.afterId;
    } else if (given > 0) {
        const auto cursor = Cursor::decode(start.forward ? request.after : request.before, u"messages"_s,
                                           start.forward ? u"after"_s : u"before"_s);
        if (!cursor)
            return tl::unexpected(cursor.error());
        start.from = MessageId{cursor->key};
    }
    return start;
}

} // namespace

Result<Page<Message>> MessageService::listMessages(ReadContext &context, const ListMessages &request)
{
    if (auto allowed = message_access::readable(context.database, context.caller, request.roomId); !allowed)
        return tl::unexpected(allowed.error());
    const auto start = startOf(request);
    if (!start)
        return tl::unexpected(start.error());
    const auto list = start->forward ? message_store::listAfter : message_store::listBefore;
    Page<Message> page{list(context.database, request.roomId, start->from, request.limit + 1), {}};
    if (page.items.size() > request.limit) {
        page.items.removeLast();
        page.nextCursor = Cursor::encode(u"messages"_s, {}, page.items.last().id.value);
    }
    return page;
}

Result<Message> MessageService::getMessage(ReadContext &context, const GetMessage &request)
{
    return message_access::find(context.database, context.caller, request.roomId, request.messageId)
        .map([](const message_access::Target &target) { return target.message; });
}

Result<Page<Revision>> MessageService::listRevisions(ReadContext &context, const ListRevisions &request)
{
    const auto target = message_access::find(context.database, context.caller, request.roomId, request.messageId);
    if (!target)
        return tl::unexpected(target.error());
    return pageByKey<Revision>(
        u"revisions"_s, request.after, request.limit,
        [&](qint64 after, int limit) {
            return message_store::listRevisions(context.database, request.messageId,
                                                after > 0 ? after : Rules::kMaximumInteger, limit);
        },
        [](const Revision &revision) { return revision.version; });
}

// The earlier message when this very request made it; Conflict when its key was used for something else.
Result<Message> MessageService::repeated(WriteContext &context, const NewMessage &message)
{
    if (message_store::findRequestHash(context.database, message.authorId, message.clientId) != message.requestHash)
        return idempotency::alreadyUsed();
    return *message_store::findByClientId(context.database, message.authorId, message.clientId);
}

Result<Message> MessageService::send(WriteContext &context, const SendMessage &asked)
{
    if (asked.fileIds.isEmpty() && isBlank(asked.text))
        return saysNothing();
    SendMessage request = asked;
    if (request.clientId.isEmpty())
        request.clientId = timeOrderedId(context.nowMs);
    NewMessage message;
    message.roomId = request.roomId;
    message.authorId = context.caller.userId;
    message.clientId = request.clientId;
    message.text = request.text;
    message.replyToId = request.replyToId;
    message.fileIds = request.fileIds;
    message.requestHash = hashOf(request);
    return post(context, message);
}

Result<Message> MessageService::forward(WriteContext &context, const ForwardMessage &asked)
{
    ForwardMessage request = asked;
    if (request.clientId.isEmpty())
        request.clientId = timeOrderedId(context.nowMs);
    NewMessage copy;
    copy.roomId = request.toRoomId;
    copy.authorId = context.caller.userId;
    copy.clientId = request.clientId;
    copy.requestHash = hashOf(request);
    const auto original = message_access::living(context.database, context.caller, request.roomId, request.messageId);
    if (!original) {
        // The message may have gone since this very request was done.
        const bool isDone =
            message_store::findRequestHash(context.database, copy.authorId, copy.clientId) == copy.requestHash;
        return isDone ? repeated(context, copy) : tl::unexpected(original.error());
    }
    copy.text = original->message.text;
    for (const Attachment &one : original->message.attachments)
        copy.fileIds.append(one.fileId);
    copy.forwardedFromId = original->message.forwardedFromId.value_or(original->message.authorId);
    return post(context, copy);
}

Result<Message> MessageService::post(WriteContext &context, NewMessage message)
{
    const UserId me = message.authorId;
    const auto relations = room_store::relations(context.database, message.roomId, me);
    if (!relations || !isAllowed(Action::PostMessage, context.caller.role, *relations)) {
        if (message_store::findRequestHash(context.database, me, message.clientId) == message.requestHash)
            return repeated(context, message);
        if (!relations || !isAllowed(Action::ReadRoom, context.caller.role, *relations))
            return fail(ErrorCode::NotFound, u"There is no such room."_s);
        return fail(ErrorCode::Forbidden, u"Join the room to write in it."_s);
    }
    if (message.replyToId && message_store::findRoom(context.database, *message.replyToId) != message.roomId) {
        if (message_store::findRequestHash(context.database, me, message.clientId) == message.requestHash)
            return repeated(context, message);
        return fail(ErrorCode::NotFound, u"The message to answer is not there any more."_s, u"replyToId"_s);
    }
    if (!message.fileIds.isEmpty() && message_store::findRequestHash(context.database, me, message.clientId))
        return repeated(context, message);
    // Before the message is written: a refusal after that would roll back the whole batch.
    const auto attachments = m_files.attach(context, message.fileIds);
    if (!attachments)
        return tl::unexpected(attachments.error());
    Message posted = messageOf(message, context.nowMs);
    posted.attachments = *attachments;
    findMentioned(context, *relations, posted);
    message.mentionsEveryone = posted.mentionsEveryone;
    const auto id = message_store::add(context.database, message, context.nowMs);
    if (!id)
        return repeated(context, message);
    posted.id = *id;
    if (!posted.mentionedIds.isEmpty())
        message_store::setMentions(context.database, posted);
    attachment_store::add(context.database, posted);
    context.record<MessagePosted>(topic::room(message.roomId), id->value, posted);
    return posted;
}

void MessageService::releaseFiles(WriteContext &context, const Message &message) const
{
    for (const Attachment &one : message.attachments)
        m_files.release(context, one.fileId);
}

qint64 MessageService::releaseDeletedRooms(WriteContext &context, int atMost)
{
    qint64 done = 0;
    while (done < atMost) {
        const auto room = attachment_store::findToRelease(context.database);
        if (!room)
            break;
        const QList<FileId> files =
            attachment_store::takeSome(context.database, *room, static_cast<int>(atMost - done));
        for (const FileId file : files)
            m_files.release(context, file);
        if (files.isEmpty())
            attachment_store::endRelease(context.database, *room);
        done += std::max<qint64>(files.size(), 1);
    }
    return done;
}

// Only members of the room are addressed: nobody else could read it.
void MessageService::findMentioned(WriteContext &context, Relations inRoom, Message &message)
{
    message.mentionedIds.clear();
    message.mentionsEveryone = false;
    QStringList names;
    for (const Mention &mention : findMentions(message.text)) {
        if (mention.isEveryone())
            message.mentionsEveryone = mayCallEveryone(context.database, inRoom, message.roomId);
        else if (names.size() < kMentionedNames && !names.contains(mention.name, Qt::CaseInsensitive))
            names.append(mention.name);
    }
    for (const QString &name : std::as_const(names)) {
        const auto user = m_directory.findByName(context.database, name);
        if (!user || user->id == message.authorId || message.mentionedIds.contains(user->id))
            continue;
        const auto member = room_store::findMember(context.database, message.roomId, user->id);
        if (member && !member->leftAt)
            message.mentionedIds.append(user->id);
    }
    std::sort(message.mentionedIds.begin(), message.mentionedIds.end());
}

Result<Message> MessageService::edit(WriteContext &context, const EditMessage &request)
{
    const auto found = message_access::living(context.database, context.caller, request.roomId, request.messageId);
    if (!found)
        return tl::unexpected(found.error());
    Message message = found->message;
    const Relations relations = message.authorId == context.caller.userId ? Relation::Owner : Relation::None;
    if (!found->inRoom.testFlag(Relation::Member) || !isAllowed(Action::EditMessage, context.caller.role, relations))
        return fail(ErrorCode::Forbidden, u"Only the author may edit a message, as a member of its room."_s);
    if (request.baseVersion && (*request.baseVersion < message_store::textVersion(context.database, message.id) ||
                                *request.baseVersion > message.version)) {
        Error stale{ErrorCode::Conflict, u"The message was changed meanwhile."_s, {}, {}, 0};
        stale.current = *parseObject(toJson(message));
        return tl::unexpected(stale);
    }
    if (message.attachments.isEmpty() && isBlank(request.text))
        return saysNothing();
    if (request.text == message.text)
        return message;
    message.text = request.text;
    message.editedAt = context.nowMs;
    message.version += 1;
    findMentioned(context, found->inRoom, message);
    message_store::setText(context.database, found->message, message);
    if (message.mentionedIds != found->message.mentionedIds)
        message_store::setMentions(context.database, message);
    context.announce(MessageReworded{found->message, message});
    context.record<MessageEdited>(topic::room(message.roomId), message.id.value, message);
    return message;
}

Result<Nothing> MessageService::remove(WriteContext &context, const DeleteMessage &request)
{
    const auto found = message_access::living(context.database, context.caller, request.roomId, request.messageId);
    if (!found)
        return tl::unexpected(found.error());
    Message message = found->message;
    // Owner means the author here; the room's owner counts as a moderator.
    const Relations inRoom = found->inRoom;
    Relations relations = message.authorId == context.caller.userId ? Relation::Owner : Relation::None;
    relations.setFlag(Relation::Moderator, inRoom.testFlag(Relation::Moderator) || inRoom.testFlag(Relation::Owner));
    if (!isAllowed(Action::DeleteMessage, context.caller.role, relations))
        return fail(ErrorCode::Forbidden, u"Only the author or a moderator may delete a message."_s);
    message.text.clear();
    message.attachments.clear();
    message.deletedAt = context.nowMs;
    message.version += 1;
    message.pinnedAt.reset();
    message.mentionsEveryone = false;
    message.mentionedIds.clear();
    message.reactions.clear();
    message_store::erase(context.database, message);
    releaseFiles(context, found->message);
    context.redact<MessagePosted, MessageEdited, ReactionsChanged, MessagePinned>(topic::room(message.roomId),
                                                                                  message.id.value, message);
    if (message.editedAt)
        idempotency::forgetReplies(context, message.authorId, EditMessage::method.name, message.id.value);
    context.announce(MessageErased{found->message});
    context.record<MessageDeleted>(topic::room(message.roomId), message.id.value, message);
    return Nothing{};
}

} // namespace rialto
