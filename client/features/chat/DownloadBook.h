#pragma once

#include <QObject>
#include <QTimer>
#include <map>
#include <memory>
#include <optional>

#include "protocol/Files.h"

namespace rialto {

class FileLink;
class LinkStatus;
class PictureStore;

/// A file that is being saved under a name that somebody chose.
struct Download
{
    Attachment file;
    QString target;
    qint64 received = 0;          ///< Bytes that are here.
    std::optional<Error> problem; ///< Why it stands still; none while it is on its way.
};

/// The files that are being saved, one by its id at a time. What has come lies beside the target under a name of its
/// own; the chosen name is taken only by the whole file. A cut download goes on where it was, by itself when the
/// connection comes back, else when asked to. What is not finished goes with this object. Lives on: the GUI thread.
class DownloadBook : public QObject
{
    Q_OBJECT
public:
    /// All of it outlives the book.
    DownloadBook(FileLink &files, PictureStore &pictures, const LinkStatus &link, QObject *parent = nullptr);
    ~DownloadBook() override;

    /// Begins; what was being saved of the same file before is given up.
    void save(const Attachment &file, const QString &target);
    /// Goes on with one that stands still.
    void retry(FileId id);
    /// Gives it up; nothing of it stays on the disk.
    void cancel(FileId id);
    /// Null when the file is not being saved. Good until the next change.
    const Download *find(FileId id) const;

Q_SIGNALS:
    /// It has begun, come further, stopped or ended.
    void changed(rialto::FileId id);
    void saved(const QString &target);
    /// It stands still, and does not go on by itself.
    void stopped(const QString &name, const rialto::Error &reason);

private:
    struct Job : Download
    {
        QString work;                  ///< Where it grows.
        qint64 receivedBefore = 0;     ///< When it was begun last.
        std::unique_ptr<QObject> call; ///< Context of what is under way.
    };

    void begin(Job &job);
    void finish(FileId id, const Result<> &result);
    void stop(Job &job, const Error &reason);
    void goOn();
    void tell();
    static Result<> putInPlace(const Job &job);
    static void removeWork(const Job &job);

    FileLink &m_files;
    PictureStore &m_pictures;
    const LinkStatus &m_link;
    std::map<FileId, Job> m_jobs;
    QTimer m_tell; ///< Pieces come faster than anybody looks.
};

} // namespace rialto
