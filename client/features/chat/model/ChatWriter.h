#pragma once

#include "base/Clock.h"
#include "net/Outbox.h"
#include "protocol/Chat.h"

namespace rialto {

class ChatStore;
class UploadQueue;
struct LocalFile;

/// One's own messages, edits, deletions and read markers on their way to the server. Lives on: the GUI thread.
class ChatWriter : public QObject, public OutboxHandler
{
    Q_OBJECT

public:
    ChatWriter(ChatStore &store, Outbox &outbox, const Clock &clock, QObject *parent = nullptr);

    Outbox &outbox() { return m_outbox; }
    /// Who sends messages with files; null without one. Must outlive the writer.
    UploadQueue *uploads() { return m_uploads; }
    void setUploads(UploadQueue &uploads) { m_uploads = &uploads; }

    /// Whether a text may be a message; the error says what is wrong with it.
    static Result<> check(const QString &text);

    /// Returns the message's clientId.
    Result<QString> send(RoomId room, const QString &text, const std::optional<MessageId> &replyTo = {});
    /// The same with files, whose text may be empty. They are read when their turn comes.
    Result<QString> sendFiles(RoomId room, const QString &text, const QList<LocalFile> &files,
                              const std::optional<MessageId> &replyTo = {});
    Result<> edit(const Message &message, const QString &text);
    Result<> remove(const Message &message);
    void markRead(RoomId room, MessageId id);
    /// All that is known of the room.
    void markAllRead(RoomId room);
    /// Unsent messages of a room, in the order they were written.
    QList<OutboxItem> unsent(RoomId room) const;
    /// Refused messages to rooms that can no longer be seen, in the order they were written: no timeline shows them.
    /// Files are named, each on a line of its own.
    QStringList strandedTexts() const;
    /// Forgets the first `count` of them: those that were shown.
    void discardStranded(qsizetype count);
    /// What stands in the outbox about a message that the server has.
    QList<OutboxItem> changesOf(MessageId id) const { return m_outbox.itemsOf(subjectOf(id)); }

    static QString subjectOf(MessageId id);
    static QString subjectOf(const QString &clientId);
    static QString subjectOf(RoomId room);

    void acknowledged(const OutboxItem &item, const QJsonObject &reply) override;
    Refusal refused(const OutboxItem &item, const Error &error) override;

Q_SIGNALS:
    /// There are more strandedTexts().
    void stranded();

private:
    bool isStranded(const OutboxItem &item) const;
    void tellIfStranded(const OutboxItem &item);
    Result<> editUnsent(const OutboxItem &item, const QString &text);
    Result<> removeUnsent(const OutboxItem &item);
    Result<> add(const char *method, const QString &subject, const QString &dependsOn, const QByteArray &params,
                 const QString &clientId);
    void messageStored(const Message &message);
    void settleOwn(const Message &message);
    void forgetIfDeleted(const Message &message);
    void forgetRoom(RoomId room);
    void restoreMarkers();

    ChatStore &m_store;
    Outbox &m_outbox;
    UploadQueue *m_uploads = nullptr;
    const Clock &m_clock;
};

} // namespace rialto
