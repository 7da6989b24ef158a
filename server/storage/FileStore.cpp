#include "storage/FileStore.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

const QString kThumbnail = u".thumbnail"_s;

bool isOlder(const QFileInfo &file, qint64 thanMs)
{
    return file.lastModified().toMSecsSinceEpoch() < thanMs;
}

// Tells one start of the machine from another; empty where the system does not say.
QByteArray bootId()
{
    QFile file(u"/proc/sys/kernel/random/boot_id"_s);
    return file.open(QFile::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

} // namespace

std::unique_ptr<StoredContent> StoredContent::open(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    struct stat status = {};
    if (fd < 0 || ::fstat(fd, &status) != 0) {
        if (fd >= 0)
            ::close(fd);
        return nullptr;
    }
    return std::unique_ptr<StoredContent>(new StoredContent(fd, status.st_size));
}

StoredContent::~StoredContent()
{
    ::close(m_fd);
}

QByteArray StoredContent::read(qint64 offset, qint64 count) const
{
    QByteArray bytes(count, Qt::Uninitialized);
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::pread(m_fd, bytes.data() + done, static_cast<size_t>(bytes.size() - done), offset + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += got;
    }
    bytes.truncate(done);
    return bytes;
}

FileStore::Hold::Hold(FileStore &store, QByteArray hash) : m_store(store), m_hash(std::move(hash))
{
    const std::lock_guard lock(m_store.m_mutex);
    ++m_store.m_held[m_hash];
    m_store.m_unnamedSince.remove(m_hash);
}

FileStore::Hold::~Hold()
{
    const std::lock_guard lock(m_store.m_mutex);
    if (--m_store.m_held[m_hash] <= 0)
        m_store.m_held.remove(m_hash);
}

FileStore::FileStore(QString folder) : m_folder(std::move(folder)) {}

Result<std::unique_ptr<FileStore>> FileStore::open(const QString &folder)
{
    auto store = std::unique_ptr<FileStore>(new FileStore(folder));
    if (auto result = store->prepare(); !result)
        return tl::unexpected(result.error());
    return store;
}

Result<> FileStore::prepare()
{
    QDir parts(m_folder + u"/parts"_s);
    if (!parts.mkpath(u"."_s) || !QDir(m_folder + u"/work"_s).mkpath(u"."_s))
        return fail(ErrorCode::Invalid, u"The folder %1 cannot be made."_s.arg(m_folder));
    QDir work(m_folder + u"/work"_s);
    for (const QString &name : work.entryList(QDir::Files))
        work.remove(name);
    for (int shard = 0; shard < kShards; ++shard)
        QDir().mkpath(u"%1/blobs/%2"_s.arg(m_folder).arg(shard, 2, 16, QLatin1Char('0')));
    QFile lastBoot(m_folder + u"/boot"_s);
    const QByteArray known = lastBoot.open(QFile::ReadOnly) ? lastBoot.readAll() : QByteArray();
    lastBoot.close();
    const QByteArray now = bootId();
    if (!now.isEmpty() && known == now)
        return {};
    for (const QString &name : parts.entryList(QDir::Files))
        parts.remove(name);
    // The folders of the shards must be there after a power cut when the first content in them is. Only then is the
    // start noted: whoever finds the note, after this process died here, takes them for synced.
    for (const QString &path : {m_folder + u"/blobs"_s, m_folder, QFileInfo(m_folder).path()}) {
        if (auto result = syncPath(path); !result)
            return result;
    }
    if (!lastBoot.open(QFile::WriteOnly | QFile::Truncate) || lastBoot.write(now) != now.size())
        return fail(ErrorCode::Invalid, u"The folder %1 cannot be written."_s.arg(m_folder));
    return {};
}

QString FileStore::partPath(FileId id) const
{
    return u"%1/parts/%2"_s.arg(m_folder).arg(id.value);
}

QString FileStore::newWorkPath()
{
    return QDir(m_folder + u"/work"_s).filePath(QString::number(++m_lastWork));
}

QString FileStore::blobPath(const QByteArray &hash) const
{
    return u"%1/blobs/%2/%3"_s.arg(m_folder, QString::fromLatin1(hash.left(2)), QString::fromLatin1(hash));
}

QString FileStore::thumbnailPath(const QByteArray &hash) const
{
    return blobPath(hash) + kThumbnail;
}

qint64 FileStore::partSize(FileId id) const
{
    return QFileInfo(partPath(id)).size();
}

Result<> FileStore::append(FileId id, qint64 offset, const QByteArray &bytes)
{
    const QString path = partPath(id);
    return writeAt(Descriptor(path, O_WRONLY | O_CREAT), path, offset, bytes);
}

void FileStore::dropPart(FileId id)
{
    QFile::remove(partPath(id));
}

// Linked, not moved: when the COMMIT fails that was to name it, the upload is still there to be finished again.
Result<> FileStore::putPart(FileId id, const QByteArray &hash)
{
    const WorkFile link(newWorkPath());
    if (::link(QFile::encodeName(partPath(id)).constData(), QFile::encodeName(link.path()).constData()) != 0)
        return move(partPath(id), blobPath(hash));
    return move(link.path(), blobPath(hash));
}

Result<> FileStore::put(const QString &path, const QByteArray &hash)
{
    return move(path, blobPath(hash));
}

Result<> FileStore::putThumbnail(const QString &path, const QByteArray &hash)
{
    return move(path, thumbnailPath(hash));
}

// Also where the place is taken: whoever took it may not have come to the folder's fsync yet.
Result<> FileStore::move(const QString &from, const QString &to)
{
    if (auto result = syncPath(from); !result)
        return result;
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return diskFailure(errno, to);
    return syncPath(QFileInfo(to).path());
}

void FileStore::sweep(int shard, qint64 nowMs, qint64 keepMs, const std::function<bool(const QByteArray &)> &isNamed)
{
    const QDir folder(u"%1/blobs/%2"_s.arg(m_folder).arg(shard, 2, 16, QLatin1Char('0')));
    QByteArray last; // A content and its thumbnail stand side by side.
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        const QByteArray hash = name.section(u'.', 0, 0).toLatin1();
        if (std::exchange(last, hash) == hash)
            continue;
        // Under the lock: from here on nobody can begin to hold it, and whoever held it has committed.
        const std::lock_guard lock(m_mutex);
        if (m_held.contains(hash) || isNamed(hash)) {
            m_unnamedSince.remove(hash);
            continue;
        }
        const auto since = m_unnamedSince.constFind(hash);
        if (since == m_unnamedSince.constEnd()) {
            m_unnamedSince.insert(hash, nowMs);
        } else if (nowMs - *since >= keepMs) {
            m_unnamedSince.remove(hash);
            QFile::remove(blobPath(hash));
            QFile::remove(thumbnailPath(hash));
        }
    }
}

void FileStore::sweepParts(qint64 olderThanMs, const std::function<bool(FileId)> &isAwaited)
{
    for (const QFileInfo &file : QDir(m_folder + u"/parts"_s).entryInfoList(QDir::Files)) {
        if (isOlder(file, olderThanMs) && !isAwaited(FileId{file.fileName().toLongLong()}))
            QFile::remove(file.filePath());
    }
}

} // namespace rialto
