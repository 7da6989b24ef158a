#pragma once

#include "net/Outbox.h"
#include "protocol/Chat.h"

class QFileInfo;

namespace rialto {

class ApiClient;
class FileLink;
class LinkStatus;

/// A file of this machine on its way into a message.
struct LocalFile
{
    QString path;
    QString name;
    qint64 size = 0;
    int width = 0; ///< Of a picture, in pixels; otherwise 0.
    int height = 0;
};

/// Messages with files: they wait in the outbox, held, until all their files are on the server, and go then. Everything
/// that is to be done stands in the outbox item itself, so it survives the end of the program; an upload that was cut
/// goes on where the server says. One piece is under way at a time. Lives on: the GUI thread.
class UploadQueue : public QObject
{
    Q_OBJECT

public:
    struct Progress
    {
        qint64 sent = 0;
        qint64 total = 0;
    };

    UploadQueue(Outbox &outbox, ApiClient &api, FileLink &files, LinkStatus &link, const Clock &clock,
                QObject *parent = nullptr);

    /// What speaks against sending this file, in words to show; looks at the file itself. `largest`: bytes that the
    /// server takes at most, 0 when that is not known.
    static Result<LocalFile> inspect(const QString &path, qint64 largest = 0);
    /// Puts a message with files into the outbox. Returns its clientId.
    Result<QString> send(RoomId room, const QString &text, const QList<LocalFile> &files,
                         const std::optional<MessageId> &replyTo);
    /// Removes from a folder what no message that waits names: pictures that were pasted and are sent or given up.
    void clearFolder(const QString &folder) const;
    /// How far the files of a message have come.
    Progress progress(const OutboxItem &item) const;

    /// Whether an item waits for its files.
    static bool isHeld(const OutboxItem &item);
    /// What an unsent message will carry, for showing it: without ids while the files are not on the server.
    static QList<Attachment> attachmentsOf(const OutboxItem &item);
    /// Where those files are on this machine.
    static QStringList localPathsOf(const OutboxItem &item);

Q_SIGNALS:
    void progressed(const QString &clientId);

private:
    /// One file of one item, as it stands there.
    struct Step
    {
        QString item;
        RoomId room;
        qsizetype index = 0;
        QJsonObject upload;

        FileId fileId() const;
        qint64 size() const;
    };

    static Result<> inspectContent(const QFileInfo &info, qint64 largest);
    void next();
    std::optional<Step> findStep() const;
    void announce(const Step &step);
    void askOffset(const Step &step);
    void sendPiece(const Step &step, qint64 offset);
    void pieceSent(const Step &step, const Result<File> &file);
    void release(const QString &clientId);
    void change(const Step &step, const QString &key, const QJsonValue &value);
    void handleError(const Step &step, const Error &error);
    void park(const QString &clientId, const Error &error);
    void forgetGone();

    Outbox &m_outbox;
    ApiClient &m_api;
    FileLink &m_files;
    LinkStatus &m_link;
    const Clock &m_clock;
    Backoff m_backoff;
    QTimer m_retry;
    QString m_busyWith;              ///< The item whose file is under way; empty: none.
    FileId m_busyFile;               ///< That file, once the server knows it.
    std::unique_ptr<QObject> m_call; ///< Context of what is under way; goes with it.
    QHash<QString, qint64> m_sent;   ///< Bytes of the file under way, by item.
};

} // namespace rialto
