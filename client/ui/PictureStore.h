#pragma once

#include <QCache>
#include <QDir>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>
#include <functional>

#include "net/FileLink.h"
#include "ui/Background.h"
#include "ui/PictureForm.h"

namespace rialto {

/// Pictures that stand on the server, from memory, from a folder on the disk, else from the server; both hold a bounded
/// number of bytes and let go of what came longest ago. Decoding happens on threads of its own. Lives on: the GUI
/// thread.
class PictureStore : public QObject
{
    Q_OBJECT
public:
    /// Bytes.
    struct Limits
    {
        qint64 memory = 48LL * 1024 * 1024;
        qint64 disk = 512LL * 1024 * 1024;
    };

    /// Keeps its files in `folder`, which is made when it is missing.
    PictureStore(FileLink &files, const QString &folder, const Limits &limits, QObject *parent = nullptr);

    /// The small picture; null while it is not there. Then it is asked for, and arrived() tells.
    QImage thumbnail(FileId id, const PictureForm &form = {});
    /// A small picture of a picture on this machine; likewise.
    QImage local(const QString &path);
    /// The whole file, on the disk; `done` with its path, unless the context is gone by then. Who asks for what is
    /// under way waits with the others.
    void fetch(const Attachment &attachment, QObject *context, std::function<void(Result<QString>)> done);
    /// Whether the whole file is on the disk already.
    bool hasWhole(FileId id) const;
    /// The whole picture, no larger than `bound`; null when it is none.
    void fetchPicture(const Attachment &attachment, QSize bound, QObject *context,
                      std::function<void(Result<QImage>)> done);
    /// Copies the whole file to `target`, which is replaced only when that worked.
    void save(const Attachment &attachment, const QString &target, QObject *context,
              std::function<void(Result<>)> done);
    /// A picture on this machine; null when it is none.
    void decode(const QString &path, const PictureForm &form, QObject *context, std::function<void(QImage)> done);
    /// Writes a picture to a new file of this machine; `done` with whether that worked.
    void keep(const QImage &image, const QString &path, QObject *context, std::function<void(bool)> done);
    /// Removes what is kept of these files.
    void forget(const QList<FileId> &files);
    /// Asks once more for what could not be had: the connection came back.
    void forgetFailures();

Q_SIGNALS:
    /// A picture that was asked for is there now; no id: it is of this machine, or all may be asked for once more.
    void arrived(rialto::FileId id);

private:
    QString pathOf(FileId id, bool small) const;
    void fetchPart(FileId id, FileLink::Part part, qint64 atMost, QObject *context,
                   std::function<void(Result<QString>)> done);
    void load(FileId id, const QString &key, const QString &path, const PictureForm &form);
    void take(FileId id, const QString &key, const QImage &image);
    void fail(const QString &key, const Error &error);
    void fetched(const QString &path, const Result<> &result);
    void countWritten(const QString &path);

    FileLink &m_files;
    QDir m_folder;
    const Limits m_limits;
    QCache<QString, QImage> m_images; ///< Cost: bytes.
    QSet<QString> m_underWay;
    QSet<QString> m_failed;
    /// Who waits for a file, by its path.
    QHash<QString, QList<std::function<void(Result<QString>)>>> m_waiting;
    QSet<QString> m_forgotten; ///< What shall not be kept although it is still coming.
    qint64 m_written = 0;      ///< Bytes that came since the folder was trimmed last.
    Background m_background;   ///< The last member: nothing that it tells of is gone before it.
};

} // namespace rialto
