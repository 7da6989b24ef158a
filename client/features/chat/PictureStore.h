#pragma once

#include <QCache>
#include <QDir>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <functional>

#include "protocol/Files.h"

namespace rialto {

class FileLink;

/// Pictures of messages, from memory, from a folder on the disk, else from the server; both hold a bounded number of
/// bytes and let go of what was used longest ago. Decoding happens on threads of its own. Lives on: the GUI thread.
class PictureStore : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 kMemoryBytes = 48LL * 1024 * 1024;
    static constexpr qint64 kDiskBytes = 512LL * 1024 * 1024;

    /// Keeps its files in `folder`, which is made when it is missing.
    PictureStore(FileLink &files, const QString &folder, QObject *parent = nullptr);
    ~PictureStore() override;

    /// The small picture; null while it is not there. Then it is asked for, and arrived() tells.
    QImage thumbnail(const Attachment &attachment);
    /// A small picture of a picture on this machine; likewise.
    QImage local(const QString &path);
    /// The whole file, on the disk; `done` with its path. For the viewer and for saving.
    void fetch(const Attachment &attachment, QObject *context, std::function<void(Result<QString>)> done,
               std::function<void(qint64, qint64)> progress = {});
    /// Asks once more for what could not be had, for example after the connection came back.
    void forgetFailures() { m_failed.clear(); }

    /// Decodes a picture of a trusted size: within the memory that one picture may take. Any thread.
    static QImage decode(const QString &path, QSize bound);

Q_SIGNALS:
    /// A picture that was asked for is there now.
    void arrived();

private:
    QString pathOf(FileId id, bool small) const;
    void load(const QString &key, const QString &path);
    void take(const QString &key, const QImage &image);
    void trimDisk() const;

    FileLink &m_files;
    QDir m_folder;
    QThreadPool m_threads;
    QCache<QString, QImage> m_images; ///< Cost: bytes.
    QSet<QString> m_underWay;
    QSet<QString> m_failed;
};

} // namespace rialto
