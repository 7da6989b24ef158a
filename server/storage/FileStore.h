#pragma once

#include "base/Id.h"
#include "storage/WorkFile.h"

#include <QHash>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace rialto {

/// A stored content that is being read; stays readable when it is removed meanwhile. One thread at a time.
class StoredContent
{
public:
    /// Empty when there is none.
    static std::unique_ptr<StoredContent> open(const QString &path);
    ~StoredContent();
    Q_DISABLE_COPY_MOVE(StoredContent)

    qint64 size() const { return m_size; }
    /// Fewer bytes than asked for at the end, or when the medium fails.
    QByteArray read(qint64 offset, qint64 count) const;

private:
    StoredContent(int fd, qint64 size) : m_fd(fd), m_size(size) {}
    const int m_fd;
    const qint64 m_size;
};

/// The contents of files in a folder: each once, under its SHA-256 (`blobs/ab/abcd...`, a thumbnail beside it as
/// `abcd....thumbnail`), and unfinished uploads as `parts/ID`.
///
/// What put() has returned for is on the disk by name and survives a power cut; so a row that names it may be committed
/// afterwards, never before. Unfinished uploads survive the end of the process, not of the machine: after a start of
/// the system nobody knows which of their bytes had reached the disk, and they begin anew.
///
/// All functions may be called from any thread; those of one upload only one after another.
class FileStore
{
public:
    /// Keeps a content from being swept while a row that will name it is on its way to its COMMIT.
    class Hold
    {
    public:
        Hold(FileStore &store, QByteArray hash);
        ~Hold();
        Q_DISABLE_COPY_MOVE(Hold)

    private:
        FileStore &m_store;
        const QByteArray m_hash;
    };

    /// Makes the folder when it is missing.
    static Result<std::unique_ptr<FileStore>> open(const QString &folder);

    QString partPath(FileId id) const;
    /// Where a step of finishing an upload may write: a path of its own for each, for a WorkFile.
    QString newWorkPath();
    QString blobPath(const QByteArray &hash) const;
    QString thumbnailPath(const QByteArray &hash) const;

    /// How many bytes of an upload have come; 0 when there is none.
    qint64 partSize(FileId id) const;
    /// Writes at the end of an upload, which is at `offset`. StorageFull when the disk is; what fitted is kept.
    Result<> append(FileId id, qint64 offset, const QByteArray &bytes);
    void dropPart(FileId id);

    /// Puts a whole upload to its place as it is, durably. The caller holds the hash, and drops the part once its row
    /// is committed.
    Result<> putPart(FileId id, const QByteArray &hash);
    /// Moves a file that was made of an upload to its place, durably. The caller holds the hash.
    Result<> put(const QString &path, const QByteArray &hash);
    /// The same for its thumbnail.
    Result<> putThumbnail(const QString &path, const QByteArray &hash);

    /// Removes contents that have been held by nobody and, as `isNamed` says, named by no row for `keepMs`, as far as
    /// earlier sweeps of this process have seen; looks at one of the kShards folders. `nowMs` is monotonic.
    void sweep(int shard, qint64 nowMs, qint64 keepMs, const std::function<bool(const QByteArray &hash)> &isNamed);
    /// Removes uploads of which `isAwaited` knows nothing.
    void sweepParts(qint64 olderThanMs, const std::function<bool(FileId)> &isAwaited);

    static constexpr int kShards = 256;

private:
    explicit FileStore(QString folder);
    Result<> prepare();
    Result<> move(const QString &from, const QString &to);

    const QString m_folder;
    std::atomic<quint64> m_lastWork = 0; ///< The folder is emptied at start, so that no name is there already.
    std::mutex m_mutex;                  ///< Over the two below, and over deciding that a content goes.
    QHash<QByteArray, int> m_held;
    QHash<QByteArray, qint64> m_unnamedSince; ///< When a sweep first found that nothing needs a content.
};

} // namespace rialto
