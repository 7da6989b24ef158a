#include "features/chat/model/ChatWriter.h"

#include "features/chat/model/ChatStore.h"
#include "features/chat/model/UploadQueue.h"
#include "net/ClientId.h"
#include "protocol/Codec.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

const QString kSend = QString::fromLatin1(SendMessage::method.name);
const QString kEdit = QString::fromLatin1(EditMessage::method.name);
const QString kDelete = QString::fromLatin1(DeleteMessage::method.name);
const QString kMarkRead = QString::fromLatin1(MarkRead::method.name);

RoomId roomOf(const OutboxItem &item)
{
    return RoomId{item.params.value("roomId"_L1).toInteger()};
}

} // namespace

ChatWriter::ChatWriter(ChatStore &store, Outbox &outbox, const Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_outbox(outbox), m_clock(clock)
{
    for (const QString &method : {kSend, kEdit, kDelete, kMarkRead})
        m_outbox.setHandler(method, *this);
    restoreMarkers();
    connect(&m_store, &ChatStore::messageChanged, this, &ChatWriter::settleOwn);
    connect(&m_store, &ChatStore::messageChanged, this, &ChatWriter::forgetIfDeleted);
    connect(&m_store, &ChatStore::left, this, &ChatWriter::forgetRoom);
    connect(&m_outbox, &Outbox::parked, this, &ChatWriter::tellIfStranded);
}

QString ChatWriter::subjectOf(MessageId id)
{
    return u"message:%1"_s.arg(id.value);
}

QString ChatWriter::subjectOf(const QString &clientId)
{
    return u"new:%1"_s.arg(clientId);
}

QString ChatWriter::subjectOf(RoomId room)
{
    return u"room:%1"_s.arg(room.value);
}

Result<> ChatWriter::check(const QString &text)
{
    QString checked;
    if (text.trimmed().isEmpty())
        return tl::unexpected(inField({ErrorCode::Invalid, u"must not be empty"_s, {}, {}, 0}, "text"));
    if (Result<> result = decodeValue(QJsonValue(text), kMessageTextRules, Check::Rules, checked); !result)
        return tl::unexpected(inField(std::move(result.error()), "text"));
    return {};
}

Result<QString> ChatWriter::send(RoomId room, const QString &text, const std::optional<MessageId> &replyTo)
{
    if (Result<> checked = check(text); !checked)
        return tl::unexpected(checked.error());
    const QString clientId = makeClientId(m_clock);
    if (Result<> kept = add(SendMessage::method.name, subjectOf(clientId), {},
                            toJson(SendMessage{room, clientId, text, replyTo, {}}), clientId);
        !kept)
        return tl::unexpected(kept.error());
    return clientId;
}

Result<QString> ChatWriter::sendFiles(RoomId room, const QString &text, const QList<LocalFile> &files,
                                      const std::optional<MessageId> &replyTo)
{
    if (!m_uploads)
        return failLocally(ErrorCode::Unavailable, tr("Files cannot be sent from here."));
    if (Result<> checked = text.trimmed().isEmpty() ? Result<>() : check(text); !checked)
        return tl::unexpected(checked.error());
    return m_uploads->send(room, text, files, replyTo);
}

Result<> ChatWriter::edit(const Message &message, const QString &text)
{
    const bool mayBeEmpty = !message.attachments.isEmpty() && text.trimmed().isEmpty();
    if (Result<> checked = check(text); !checked && !mayBeEmpty)
        return checked;
    const OutboxItem *const unsentMessage = m_outbox.find(message.clientId);
    if (!message.id.isValid() && unsentMessage)
        return editUnsent(*unsentMessage, text);
    const QString subject = subjectOf(message.id);
    // A newer text takes the place of an edit that has not left.
    for (const OutboxItem &item : m_outbox.itemsOf(subject)) {
        if (item.method == kEdit && Outbox::isMutable(item))
            m_outbox.discard(item.clientId);
    }
    const QString clientId = makeClientId(m_clock);
    return add(EditMessage::method.name, subject, {},
               toJson(EditMessage{message.roomId, message.id, clientId, std::nullopt, text}), clientId);
}

Result<> ChatWriter::editUnsent(const OutboxItem &item, const QString &text)
{
    const OutboxItem original = item;
    if (Outbox::isMutable(original)) {
        const Result<> kept = m_outbox.alter([&](OutboxItem &other) {
            if (other.clientId != original.clientId)
                return false;
            other.params.insert("text"_L1, text);
            return true;
        });
        // Whoever mends what was refused wants it sent.
        if (kept)
            m_outbox.retry(original.clientId);
        return kept;
    }
    // It may have arrived already: the edit follows once the message's id is known.
    for (const OutboxItem &other : m_outbox.itemsOf(original.subject)) {
        if (other.method == kEdit && Outbox::isMutable(other))
            m_outbox.discard(other.clientId);
    }
    const QString clientId = makeClientId(m_clock);
    return add(EditMessage::method.name, original.subject, original.clientId,
               toJson(EditMessage{roomOf(original), {}, clientId, std::nullopt, text}), clientId);
}

Result<> ChatWriter::remove(const Message &message)
{
    const OutboxItem *const unsentMessage = m_outbox.find(message.clientId);
    if (!message.id.isValid() && unsentMessage)
        return removeUnsent(*unsentMessage);
    const QString subject = subjectOf(message.id);
    for (const OutboxItem &item : m_outbox.itemsOf(subject)) {
        if (Outbox::isMutable(item))
            m_outbox.discard(item.clientId);
    }
    const QString clientId = makeClientId(m_clock);
    return add(DeleteMessage::method.name, subject, {}, toJson(DeleteMessage{message.roomId, message.id, clientId}),
               clientId);
}

Result<> ChatWriter::removeUnsent(const OutboxItem &item)
{
    const OutboxItem original = item;
    if (Outbox::isMutable(original)) {
        m_outbox.discard(original.clientId);
        return {};
    }
    const QString clientId = makeClientId(m_clock);
    return add(DeleteMessage::method.name, original.subject, original.clientId,
               toJson(DeleteMessage{roomOf(original), {}, clientId}), clientId);
}

void ChatWriter::markRead(RoomId room, MessageId id)
{
    if (id <= m_store.lastRead(room) || !m_store.isJoined(room))
        return;
    m_store.setReadHere(room, id);
    for (const OutboxItem &item : m_outbox.itemsOf(subjectOf(room))) {
        if (item.method == kMarkRead && Outbox::isMutable(item))
            m_outbox.discard(item.clientId);
    }
    (void)add(MarkRead::method.name, subjectOf(room), {}, toJson(MarkRead{room, id}), makeClientId(m_clock));
}

void ChatWriter::markAllRead(RoomId room)
{
    if (const RoomState *const state = m_store.find(room); state && state->newest)
        markRead(room, state->newest->id);
}

QList<OutboxItem> ChatWriter::unsent(RoomId room) const
{
    QList<OutboxItem> found;
    for (const OutboxItem &item : m_outbox.items()) {
        if (item.method == kSend && roomOf(item) == room)
            found.append(item);
    }
    return found;
}

Result<> ChatWriter::add(const char *method, const QString &subject, const QString &dependsOn, const QByteArray &params,
                         const QString &clientId)
{
    OutboxItem item;
    item.clientId = clientId;
    item.method = QString::fromLatin1(method);
    item.subject = subject;
    item.dependsOn = dependsOn;
    item.params = parseObject(params).value_or(QJsonObject());
    return m_outbox.add(std::move(item));
}

void ChatWriter::acknowledged(const OutboxItem &item, const QJsonObject &reply)
{
    if (item.method == kMarkRead) {
        if (const Result<Membership> membership = fromJson<Membership>(reply, Check::Shape))
            m_store.apply(*membership);
        return;
    }
    if (item.method == kDelete) {
        const MessageId id{item.params.value("messageId"_L1).toInteger()};
        // The event will say the same; until then the message must not come back to sight.
        if (std::optional<Message> message = m_store.messages().find(roomOf(item), id);
            message && !message->deletedAt) {
            message->deletedAt = m_clock.nowMs();
            message->text.clear();
            ++message->version;
            m_store.applyChanged(*message);
            m_store.messages().markGuessed(message->roomId, message->id);
        }
        return;
    }
    const Result<Message> message = fromJson<Message>(reply, Check::Shape);
    if (!message)
        return;
    if (item.method == kSend)
        messageStored(*message);
    else
        m_store.applyChanged(*message);
}

// What was done to the message while it had no id can go now.
void ChatWriter::messageStored(const Message &message)
{
    m_store.applyPosted(message);
    (void)m_outbox.alter([&](OutboxItem &item) {
        if (item.dependsOn != message.clientId)
            return false;
        item.params.insert("messageId"_L1, message.id.value);
        item.subject = subjectOf(message.id);
        item.dependsOn.clear();
        return true;
    });
}

OutboxHandler::Refusal ChatWriter::refused(const OutboxItem &item, const Error &error)
{
    const std::optional<Message> message =
        m_store.messages().find(roomOf(item), MessageId{item.params.value("messageId"_L1).toInteger()});
    const bool isGone = error.code == ErrorCode::NotFound || (message && message->deletedAt);
    if (item.method == kMarkRead || (isGone && (item.method == kDelete || item.method == kEdit)))
        return Refusal::Forget;
    return Refusal::Park;
}

// The event can come without the reply: when the connection was lost between the two.
void ChatWriter::settleOwn(const Message &message)
{
    if (message.authorId != m_store.me() || message.clientId.isEmpty())
        return;
    const OutboxItem *const item = m_outbox.find(message.clientId);
    if (item && item->method == kSend)
        m_outbox.settle(message.clientId, parseObject(toJson(message)).value_or(QJsonObject()));
}

// Nobody minds a refused change of what is no longer there.
void ChatWriter::forgetIfDeleted(const Message &message)
{
    if (!message.deletedAt)
        return;
    for (const OutboxItem &item : changesOf(message.id)) {
        if (item.failed)
            m_outbox.discard(item.clientId);
    }
}

// Messages stay: the server refuses them, and their author decides. Changes of what is out of sight go with it.
void ChatWriter::forgetRoom(RoomId room)
{
    const bool stays = m_store.isVisible(room);
    QStringList gone;
    for (const OutboxItem &item : m_outbox.items()) {
        const bool isChange = item.method == kEdit || item.method == kDelete;
        if ((item.method == kMarkRead || (isChange && !stays)) && roomOf(item) == room)
            gone.append(item.clientId);
    }
    for (const QString &clientId : std::as_const(gone))
        m_outbox.discard(clientId);
    for (const OutboxItem &item : m_outbox.items())
        tellIfStranded(item);
}

bool ChatWriter::isStranded(const OutboxItem &item) const
{
    return item.method == kSend && item.failed && !m_store.isVisible(roomOf(item));
}

void ChatWriter::tellIfStranded(const OutboxItem &item)
{
    if (isStranded(item))
        Q_EMIT stranded();
}

QStringList ChatWriter::strandedTexts() const
{
    QStringList texts;
    for (const OutboxItem &item : m_outbox.items()) {
        if (!isStranded(item))
            continue;
        QStringList words{item.params.value("text"_L1).toString()};
        for (const Attachment &file : UploadQueue::attachmentsOf(item))
            words.append(file.name);
        words.removeAll(QString());
        texts.append(words.join(u'\n'));
    }
    return texts;
}

void ChatWriter::discardStranded(qsizetype count)
{
    const QList<OutboxItem> items = m_outbox.items();
    for (const OutboxItem &item : items) {
        if (count > 0 && isStranded(item)) {
            m_outbox.discard(item.clientId);
            --count;
        }
    }
}

void ChatWriter::restoreMarkers()
{
    for (const OutboxItem &item : m_outbox.items()) {
        if (item.method == kMarkRead)
            m_store.setReadHere(roomOf(item), MessageId{item.params.value("messageId"_L1).toInteger()});
    }
}

} // namespace rialto
