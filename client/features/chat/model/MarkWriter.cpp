#include "features/chat/model/MarkWriter.h"

#include "features/chat/model/ChatStore.h"
#include "features/chat/model/ChatWriter.h"
#include "net/ClientId.h"
#include "protocol/Codec.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

template <Method Request> QString nameOf()
{
    return QString::fromLatin1(Request::method.name);
}

void addReaction(Message &message, const QString &emoji, UserId user)
{
    for (Reaction &reaction : message.reactions) {
        if (reaction.emoji == emoji) {
            if (!reaction.userIds.contains(user))
                reaction.userIds.append(user);
            return;
        }
    }
    message.reactions.append({emoji, {user}});
}

void removeReaction(Message &message, const QString &emoji, UserId user)
{
    for (Reaction &reaction : message.reactions) {
        if (reaction.emoji == emoji)
            reaction.userIds.removeAll(user);
    }
    message.reactions.removeIf([](const Reaction &reaction) { return reaction.userIds.isEmpty(); });
}

bool hasReaction(const Message &message, const QString &emoji, UserId user)
{
    return std::any_of(message.reactions.begin(), message.reactions.end(), [&](const Reaction &reaction) {
        return reaction.emoji == emoji && reaction.userIds.contains(user);
    });
}

} // namespace

MarkWriter::MarkWriter(ChatStore &store, Outbox &outbox, const Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_outbox(outbox), m_clock(clock)
{
    for (const QString &method : {nameOf<AddReaction>(), nameOf<RemoveReaction>(), nameOf<PinMessage>(),
                                  nameOf<UnpinMessage>(), nameOf<ForwardMessage>(), nameOf<ChangeMembership>()})
        m_outbox.setHandler(method, *this);
    restoreWishes();
}

template <Method Request> Result<> MarkWriter::add(const Request &request, const QString &subject)
{
    OutboxItem item;
    item.clientId = makeClientId(m_clock);
    item.method = nameOf<Request>();
    item.subject = subject;
    item.params = parseObject(toJson(request)).value_or(QJsonObject());
    if constexpr (requires { request.clientId; })
        item.params.insert("clientId"_L1, item.clientId);
    return m_outbox.add(std::move(item));
}

Result<> MarkWriter::toggleReaction(const Message &message, const QString &emoji)
{
    const QString subject = ChatWriter::subjectOf(message.id);
    for (const OutboxItem &item : m_outbox.itemsOf(subject)) {
        const bool isReaction = item.method == nameOf<AddReaction>() || item.method == nameOf<RemoveReaction>();
        if (isReaction && Outbox::isMutable(item) && item.params.value("emoji"_L1).toString() == emoji) {
            m_outbox.discard(item.clientId);
            return {};
        }
    }
    if (hasReaction(withPending(message), emoji, m_store.me()))
        return add(RemoveReaction{message.roomId, message.id, emoji}, subject);
    return add(AddReaction{message.roomId, message.id, emoji}, subject);
}

Result<> MarkWriter::setPinned(const Message &message, bool pinned)
{
    const QString subject = ChatWriter::subjectOf(message.id);
    return pinned ? add(PinMessage{message.roomId, message.id}, subject)
                  : add(UnpinMessage{message.roomId, message.id}, subject);
}

Result<> MarkWriter::forward(const Message &message, RoomId toRoom)
{
    return add(ForwardMessage{message.roomId, message.id, toRoom, {}}, ChatWriter::subjectOf(toRoom));
}

Result<> MarkWriter::changeMembership(const ChangeMembership &wishes)
{
    ChangeMembership all = wishes;
    // Later wishes join earlier ones that have not left.
    for (const OutboxItem &item : m_outbox.itemsOf(ChatWriter::subjectOf(wishes.roomId))) {
        if (item.method != nameOf<ChangeMembership>() || !Outbox::isMutable(item))
            continue;
        const ChangeMembership before =
            fromJson<ChangeMembership>(item.params, Check::Shape).value_or(ChangeMembership());
        all.notifyLevel = all.notifyLevel ? all.notifyLevel : before.notifyLevel;
        all.muted = all.muted ? all.muted : before.muted;
        all.pinned = all.pinned ? all.pinned : before.pinned;
        all.archived = all.archived ? all.archived : before.archived;
        m_outbox.discard(item.clientId);
    }
    const Result<> kept = add(all, ChatWriter::subjectOf(wishes.roomId));
    if (kept)
        m_store.setWishesHere(wishes.roomId, all);
    return kept;
}

Message MarkWriter::withPending(Message message) const
{
    for (const OutboxItem &item : m_outbox.itemsOf(ChatWriter::subjectOf(message.id))) {
        const QString emoji = item.params.value("emoji"_L1).toString();
        if (item.method == nameOf<AddReaction>())
            addReaction(message, emoji, m_store.me());
        else if (item.method == nameOf<RemoveReaction>())
            removeReaction(message, emoji, m_store.me());
        else if (item.method == nameOf<PinMessage>())
            message.pinnedAt = item.createdAtMs;
        else if (item.method == nameOf<UnpinMessage>())
            message.pinnedAt.reset();
    }
    return message;
}

void MarkWriter::acknowledged(const OutboxItem &item, const QJsonObject &reply)
{
    if (item.method == nameOf<ChangeMembership>()) {
        const Result<Membership> membership = fromJson<Membership>(reply, Check::Shape);
        if (membership) {
            m_store.setWishesHere(membership->roomId, {});
            m_store.apply(*membership);
        }
        return;
    }
    const Result<Message> message = fromJson<Message>(reply, Check::Shape);
    if (!message)
        return;
    if (item.method == nameOf<ForwardMessage>())
        m_store.applyPosted(*message);
    else
        m_store.applyChanged(*message);
}

OutboxHandler::Refusal MarkWriter::refused(const OutboxItem &item, const Error &error)
{
    if (item.method == nameOf<ChangeMembership>())
        m_store.setWishesHere(RoomId{item.params.value("roomId"_L1).toInteger()}, {});
    Q_EMIT taken(error);
    return Refusal::Forget;
}

void MarkWriter::restoreWishes()
{
    for (const OutboxItem &item : m_outbox.items()) {
        if (item.method != nameOf<ChangeMembership>())
            continue;
        const ChangeMembership wishes =
            fromJson<ChangeMembership>(item.params, Check::Shape).value_or(ChangeMembership());
        m_store.setWishesHere(wishes.roomId, wishes);
    }
}

} // namespace rialto
