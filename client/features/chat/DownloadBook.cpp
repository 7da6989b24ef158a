#include "features/chat/DownloadBook.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>
#include <filesystem>

#include "net/FileLink.h"
#include "net/LinkStatus.h"
#include "ui/PictureStore.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int tellMs = 100;

/// Beside the target, so that taking its name moves no byte; told apart from whatever else may lie there.
QString workPath(const QString &target)
{
    constexpr int kShown = 40;
    constexpr int kDigits = 8;
    const QFileInfo info(target);
    const QString digits = QUuid::createUuid().toString(QUuid::Id128).left(kDigits);
    return info.dir().filePath(info.fileName().left(kShown) + u'-' + digits + u".rialto"_s);
}

std::filesystem::path nativePath(const QString &path)
{
    return {path.toStdU16String()};
}

} // namespace

DownloadBook::DownloadBook(FileLink &files, PictureStore &pictures, const LinkStatus &link, QObject *parent)
    : QObject(parent), m_files(files), m_pictures(pictures), m_link(link)
{
    connect(&m_link, &LinkStatus::onlineChanged, this, &DownloadBook::goOn);
    m_tell.setSingleShot(true);
    connect(&m_tell, &QTimer::timeout, this, &DownloadBook::tell);
}

DownloadBook::~DownloadBook()
{
    for (auto &[id, job] : m_jobs) {
        job.call.reset();
        removeWork(job);
    }
}

const Download *DownloadBook::find(FileId id) const
{
    const auto found = m_jobs.find(id);
    return found == m_jobs.end() ? nullptr : &found->second;
}

void DownloadBook::save(const Attachment &file, const QString &target)
{
    cancel(file.fileId);
    Job &job = m_jobs[file.fileId];
    job.file = file;
    job.target = target;
    job.work = workPath(target);
    begin(job);
}

void DownloadBook::begin(Job &job)
{
    const FileId id = job.file.fileId;
    job.problem.reset();
    job.receivedBefore = job.received;
    job.call = std::make_unique<QObject>();
    const auto done = [this, id](const Result<> &result) { finish(id, result); };
    // Told before, because what cannot begin ends at once.
    Q_EMIT changed(id);
    if (m_pictures.hasWhole(id))
        return m_pictures.save(job.file, job.work, job.call.get(), done);
    m_files.get(id, FileLink::Part::Content, job.work, job.file.size, job.call.get(), done,
                [this, id](qint64 received, qint64) {
                    if (const auto found = m_jobs.find(id); found != m_jobs.end())
                        found->second.received = received;
                    if (!m_tell.isActive())
                        m_tell.start(tellMs);
                });
}

void DownloadBook::tell()
{
    for (const auto &[id, job] : m_jobs)
        Q_EMIT changed(id);
}

void DownloadBook::finish(FileId id, const Result<> &result)
{
    Job &job = m_jobs[id];
    // It is its own call that tells of the end.
    job.call.release()->deleteLater();
    const Result<> placed = result ? putInPlace(job) : result;
    if (!placed)
        return stop(job, placed.error());
    const QString target = job.target;
    m_jobs.erase(id);
    Q_EMIT changed(id);
    Q_EMIT saved(target);
}

void DownloadBook::stop(Job &job, const Error &reason)
{
    const FileId id = job.file.fileId;
    // A connection that brought something and broke is tried again at once; one that brought nothing may be gone.
    const bool isWorthwhile = job.received > job.receivedBefore && m_link.isOnline();
    if (reason.code == ErrorCode::Unavailable && isWorthwhile)
        return begin(job);
    job.problem = reason;
    Q_EMIT changed(id);
    Q_EMIT stopped(job.file.name, reason);
}

void DownloadBook::goOn()
{
    if (!m_link.isOnline())
        return;
    QList<FileId> cut;
    for (const auto &[id, job] : m_jobs) {
        if (job.problem && job.problem->code == ErrorCode::Unavailable)
            cut.append(id);
    }
    for (const FileId id : cut)
        retry(id);
}

void DownloadBook::retry(FileId id)
{
    const auto found = m_jobs.find(id);
    if (found != m_jobs.end() && found->second.problem)
        begin(found->second);
}

void DownloadBook::cancel(FileId id)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end())
        return;
    found->second.call.reset();
    removeWork(found->second);
    m_jobs.erase(found);
    Q_EMIT changed(id);
}

/// In one step: whoever looks finds the file that was there before, or the whole new one.
Result<> DownloadBook::putInPlace(const Job &job)
{
    std::error_code failure;
    std::filesystem::rename(nativePath(job.work), nativePath(job.target), failure);
    if (!failure)
        return {};
    removeWork(job);
    return failLocally(ErrorCode::StorageFull, tr("%1 cannot be written.").arg(job.target));
}

void DownloadBook::removeWork(const Job &job)
{
    QFile::remove(job.work);
    QFile::remove(job.work + u".part"_s);
}

} // namespace rialto
