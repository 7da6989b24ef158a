#include "ui/PictureStore.h"

#include <QImageReader>
#include <QPointer>
#include <QSaveFile>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int threads = 2;
constexpr int decodeMegabytes = 256;
/// This part of the limit may come before the folder is looked through again.
constexpr int trimsPerLimit = 32;
constexpr qint64 copyPiece = 1024 * 1024;
constexpr int retryMs = 5000;
constexpr qint64 largestThumbnail = 4LL * 1024 * 1024;

Result<> copyFile(const QString &path, const QString &target)
{
    QFile source(path);
    QSaveFile copy(target);
    bool works = source.open(QFile::ReadOnly) && copy.open(QFile::WriteOnly);
    while (works && !source.atEnd()) {
        const QByteArray piece = source.read(copyPiece);
        works = !piece.isEmpty() && copy.write(piece) == piece.size();
    }
    if (works && copy.commit())
        return {};
    return failLocally(ErrorCode::StorageFull, PictureStore::tr("%1 cannot be written.").arg(target));
}

// What came longest ago goes; the newest file stays, however large, and so does what is still coming.
void trim(const QDir &folder, qint64 limit)
{
    const QDateTime abandoned = QDateTime::currentDateTime().addDays(-1);
    for (const QFileInfo &file : folder.entryInfoList({u"*.part"_s}, QDir::Files)) {
        if (file.lastModified() < abandoned)
            QFile::remove(file.filePath());
    }
    qint64 bytes = 0;
    bool isNewest = true;
    for (const QFileInfo &file : folder.entryInfoList({u"*.small"_s, u"*.whole"_s}, QDir::Files, QDir::Time)) {
        bytes += file.size();
        if (bytes > limit && !isNewest)
            QFile::remove(file.filePath());
        isNewest = false;
    }
}

// With what a cut download left of it.
void removeFile(const QString &path)
{
    QFile::remove(path);
    QFile::remove(path + u".part"_s);
}

} // namespace

PictureStore::PictureStore(FileLink &files, const QString &folder, const Limits &limits, QObject *parent)
    : QObject(parent),
      m_files(files),
      m_folder(folder),
      m_limits(limits),
      m_images(limits.memory),
      m_background(threads)
{
    QImageReader::setAllocationLimit(decodeMegabytes);
    m_folder.mkpath(u"."_s);
}

QString PictureStore::pathOf(FileId id, bool small) const
{
    return m_folder.filePath(QString::number(id.value) + (small ? u".small"_s : u".whole"_s));
}

bool PictureStore::hasWhole(FileId id) const
{
    return QFile::exists(pathOf(id, false));
}

QImage PictureStore::thumbnail(FileId id, const PictureForm &form)
{
    const QString path = pathOf(id, true);
    const QString key = path + form.key();
    if (const QImage *const known = m_images.object(key))
        return *known;
    if (m_underWay.contains(key) || m_failed.contains(key))
        return {};
    m_underWay.insert(key);
    fetchPart(id, FileLink::Part::Thumbnail, largestThumbnail, this,
              [this, id, key, form](const Result<QString> &kept) {
                  if (kept)
                      load(id, key, *kept, form);
                  else
                      fail(key, kept.error());
              });
    return {};
}

// What is only busy is asked again by itself; what is away comes back with the connection.
void PictureStore::fail(const QString &key, const Error &error)
{
    m_underWay.remove(key);
    m_failed.insert(key);
    if (error.code == ErrorCode::RateLimited || error.code == ErrorCode::Unauthenticated)
        QTimer::singleShot(retryMs, this, &PictureStore::forgetFailures);
}

void PictureStore::forgetFailures()
{
    if (m_failed.isEmpty())
        return;
    m_failed.clear();
    Q_EMIT arrived({});
}

QImage PictureStore::local(const QString &path)
{
    if (const QImage *const known = m_images.object(path))
        return *known;
    if (!m_underWay.contains(path) && !m_failed.contains(path)) {
        m_underWay.insert(path);
        load({}, path, path, {});
    }
    return {};
}

void PictureStore::load(FileId id, const QString &key, const QString &path, const PictureForm &form)
{
    decode(path, form, this, [this, id, key](const QImage &image) { take(id, key, image); });
}

void PictureStore::decode(const QString &path, const PictureForm &form, QObject *context,
                          std::function<void(QImage)> done)
{
    m_background.run(
        context, [path, form] { return readPicture(path, form); }, std::move(done));
}

void PictureStore::keep(const QImage &image, const QString &path, QObject *context, std::function<void(bool)> done)
{
    m_background.run(
        context, [image, path] { return image.save(path); }, std::move(done));
}

void PictureStore::take(FileId id, const QString &key, const QImage &image)
{
    m_underWay.remove(key);
    if (image.isNull()) {
        m_failed.insert(key);
        return;
    }
    m_images.insert(key, new QImage(image), image.sizeInBytes());
    Q_EMIT arrived(id);
}

void PictureStore::fetch(const Attachment &attachment, QObject *context, std::function<void(Result<QString>)> done)
{
    fetchPart(attachment.fileId, FileLink::Part::Content, attachment.size, context, std::move(done));
}

void PictureStore::fetchPart(FileId id, FileLink::Part part, qint64 atMost, QObject *context,
                             std::function<void(Result<QString>)> done)
{
    const QString path = pathOf(id, part == FileLink::Part::Thumbnail);
    if (QFile::exists(path))
        return done(path);
    auto &waiting = m_waiting[path];
    waiting.append([context = QPointer(context), done = std::move(done)](const Result<QString> &result) {
        if (context)
            done(result);
    });
    if (waiting.size() == 1)
        m_files.get(id, part, path, atMost, this, [this, path](const Result<> &result) { fetched(path, result); });
}

void PictureStore::fetched(const QString &path, const Result<> &result)
{
    Result<QString> kept = result.map([&] { return path; });
    if (m_forgotten.remove(path)) {
        removeFile(path);
        kept = rialto::fail(ErrorCode::NotFound, {});
    }
    if (kept)
        countWritten(path);
    const auto waiting = m_waiting.take(path);
    for (const auto &done : waiting)
        done(kept);
}

void PictureStore::fetchPicture(const Attachment &attachment, QSize bound, QObject *context,
                                std::function<void(Result<QImage>)> done)
{
    fetch(attachment, context, [this, bound, context, done = std::move(done)](const Result<QString> &path) {
        if (!path)
            return done(tl::unexpected(path.error()));
        decode(*path, {PictureForm::Whole, bound}, context, [done](const QImage &image) { done(image); });
    });
}

void PictureStore::save(const Attachment &attachment, const QString &target, QObject *context,
                        std::function<void(Result<>)> done)
{
    fetch(attachment, context, [this, target, context, done = std::move(done)](const Result<QString> &path) {
        if (!path)
            return done(tl::unexpected(path.error()));
        m_background.run(
            context, [path = *path, target] { return copyFile(path, target); }, done);
    });
}

void PictureStore::forget(const QList<FileId> &files)
{
    for (const FileId id : files) {
        for (const QString &path : {pathOf(id, true), pathOf(id, false)}) {
            for (const QString &key : m_images.keys()) {
                if (key.startsWith(path))
                    m_images.remove(key);
            }
            removeFile(path);
            if (m_waiting.contains(path))
                m_forgotten.insert(path);
        }
    }
}

void PictureStore::countWritten(const QString &path)
{
    m_written += QFileInfo(path).size();
    if (m_written < m_limits.disk / trimsPerLimit)
        return;
    m_written = 0;
    m_background.run([folder = m_folder, limit = m_limits.disk] { trim(folder, limit); });
}

} // namespace rialto
