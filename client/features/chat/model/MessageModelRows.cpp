// The part of MessageModel that makes its rows of messages, of what is under way, and of what they refer to.
#include "features/chat/model/ChatFetcher.h"
#include "features/chat/model/ChatStore.h"
#include "features/chat/model/ChatWriter.h"
#include "features/chat/model/MarkWriter.h"
#include "features/chat/model/MessageModel.h"
#include "features/chat/model/UploadQueue.h"
#include "markdown/RichText.h"

using namespace Qt::StringLiterals;

namespace rialto {

void MessageModel::refreshSubject(const QString &subject)
{
    if (subject.startsWith("new:"_L1)) {
        refreshUnsent();
        const QString clientId = subject.mid(4);
        const int unsentRow = rowOf(clientId);
        if (const OutboxItem *const item = m_writer.outbox().find(clientId); item && unsentRow >= storedCount())
            refreshRow(unsentRow, rowFor(*item));
        return;
    }
    if (!subject.startsWith("message:"_L1))
        return;
    const int row = rowOf(MessageId{QStringView(subject).mid(8).toLongLong()});
    if (row < 0)
        return;
    if (const std::optional<Message> message = m_store.messages().find(m_room, m_rows.at(row).message.id))
        refreshRow(row, rowFor(*message));
}

TimelineRow MessageModel::rowFor(const Message &message) const
{
    TimelineRow row;
    row.message = message;
    row.own = message.authorId == m_store.me();
    // Most messages have nothing in the outbox.
    if (!m_writer.outbox().items().isEmpty()) {
        row.message = m_marks.withPending(message);
        overlay(row, m_writer.changesOf(message.id));
    }
    decorate(row);
    return row;
}

TimelineRow MessageModel::rowFor(const OutboxItem &item) const
{
    TimelineRow row;
    row.own = true;
    row.message.roomId = m_room;
    row.message.authorId = m_store.me();
    row.message.clientId = item.clientId;
    row.message.text = item.params.value("text"_L1).toString();
    row.message.createdAt = item.createdAtMs;
    row.message.attachments = UploadQueue::attachmentsOf(item);
    if (UploadQueue::isHeld(item) && m_writer.uploads()) {
        const UploadQueue::Progress progress = m_writer.uploads()->progress(item);
        row.uploadSent = progress.sent;
        row.uploadTotal = progress.total;
    }
    row.localFiles = UploadQueue::localPathsOf(item);
    row.state = item.failed ? DeliveryState::Failed : DeliveryState::Pending;
    row.error = item.error;
    QList<OutboxItem> changes = m_writer.outbox().itemsOf(item.subject);
    changes.removeIf([&](const OutboxItem &other) { return other.clientId == item.clientId; });
    if (!changes.isEmpty() && !item.failed)
        overlay(row, changes);
    if (const qint64 replyTo = item.params.value("replyToId"_L1).toInteger(); replyTo > 0)
        row.message.replyToId = MessageId{replyTo};
    decorate(row);
    return row;
}

// Shows what one has done to a message as done already. A refused change shows the message as it is, and why.
void MessageModel::overlay(TimelineRow &row, const QList<OutboxItem> &changes) const
{
    for (const OutboxItem &change : changes) {
        const bool isEdit = change.method == QLatin1StringView(EditMessage::method.name);
        if (!isEdit && change.method != QLatin1StringView(DeleteMessage::method.name))
            continue;
        row.state = change.failed ? DeliveryState::Failed : DeliveryState::Pending;
        row.error = change.error;
        if (change.failed)
            continue;
        row.message.text = isEdit ? change.params.value("text"_L1).toString() : QString();
        std::optional<qint64> &when = isEdit ? row.message.editedAt : row.message.deletedAt;
        when = when.value_or(change.createdAtMs);
    }
}

void MessageModel::refreshNames()
{
    if (m_rows.isEmpty())
        return;
    for (TimelineRow &row : m_rows)
        decorate(row);
    Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1), {AuthorNameRole});
}

// What a row shows besides the message and what was done to it.
void MessageModel::decorate(TimelineRow &row) const
{
    const UserId me = m_store.me();
    if (!m_hidden.isEmpty() && row.message.clientId == m_hidden)
        row.message.deletedAt = row.message.deletedAt.value_or(row.message.createdAt);
    row.read = isRead(row);
    row.addressesMe = !row.own && (row.message.mentionsEveryone || row.message.mentionedIds.contains(me));
    row.forwardedFrom =
        row.message.forwardedFromId ? m_store.directory().displayName(*row.message.forwardedFromId) : QString();
    if (row.message.replyToId && !row.message.deletedAt)
        quote(row);
}

void MessageModel::quote(TimelineRow &row) const
{
    const std::optional<Message> answered = m_store.messages().find(m_room, *row.message.replyToId);
    if (!answered) {
        m_fetcher.fetchMessage(m_room, *row.message.replyToId);
        return;
    }
    constexpr int kQuoteLength = 200;
    row.quoteAuthorId = answered->authorId;
    row.quoteAuthor = m_store.directory().displayName(answered->authorId);
    row.quoteText = previewText(*answered, kQuoteLength);
}

void MessageModel::refreshQuotesOf(const Message &message)
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).message.replyToId != message.id)
            continue;
        quote(m_rows[row]);
        Q_EMIT dataChanged(index(row), index(row));
    }
}

// Their markers are told live only in rooms that are not crowded.
QList<Member> MessageModel::others() const
{
    QList<Member> others = m_store.members(m_room);
    others.removeIf([this](const Member &member) { return member.userId == m_store.me(); });
    return others;
}

bool hasRead(const Member &member, const Message &message)
{
    return member.userId != message.authorId && member.lastReadMessageId >= message.id &&
           member.joinedAt <= message.createdAt;
}

void MessageModel::refreshReaders(RoomId room)
{
    if (room != m_room)
        return;
    m_others = others();
    for (int row = 0; row < storedCount(); ++row) {
        const bool read = isRead(m_rows.at(row));
        if (std::exchange(m_rows[row].read, read) != read)
            Q_EMIT dataChanged(index(row), index(row));
    }
}

bool MessageModel::isRead(const TimelineRow &row) const
{
    return row.own && row.message.id.isValid() &&
           std::any_of(m_others.begin(), m_others.end(),
                       [&](const Member &other) { return hasRead(other, row.message); });
}

} // namespace rialto
