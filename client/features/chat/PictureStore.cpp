#include "features/chat/PictureStore.h"

#include <QImageReader>
#include <QPointer>

#include "net/FileLink.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int threads = 2;
constexpr int decodeMegabytes = 256;
constexpr QSize smallBound(640, 640);

} // namespace

PictureStore::PictureStore(FileLink &files, const QString &folder, QObject *parent)
    : QObject(parent), m_files(files), m_folder(folder), m_images(kMemoryBytes)
{
    m_threads.setMaxThreadCount(threads);
    m_folder.mkpath(u"."_s);
}

// What is being decoded comes back to this object by an event, which goes with it.
PictureStore::~PictureStore()
{
    m_threads.clear();
    m_threads.waitForDone();
}

QString PictureStore::pathOf(FileId id, bool small) const
{
    return m_folder.filePath(QString::number(id.value) + (small ? u".small"_s : u".whole"_s));
}

QImage PictureStore::thumbnail(const Attachment &attachment)
{
    if (!attachment.hasThumbnail)
        return {};
    const QString path = pathOf(attachment.fileId, true);
    if (const QImage *const known = m_images.object(path))
        return *known;
    if (m_underWay.contains(path) || m_failed.contains(path))
        return {};
    m_underWay.insert(path);
    if (QFile::exists(path)) {
        load(path, path);
        return {};
    }
    m_files.get(attachment.fileId, FileLink::Part::Thumbnail, path, this, [this, path](const Result<> &result) {
        if (result) {
            trimDisk();
            return load(path, path);
        }
        m_underWay.remove(path);
        m_failed.insert(path);
    });
    return {};
}

QImage PictureStore::local(const QString &path)
{
    if (const QImage *const known = m_images.object(path))
        return *known;
    if (!m_underWay.contains(path) && !m_failed.contains(path)) {
        m_underWay.insert(path);
        load(path, path);
    }
    return {};
}

void PictureStore::load(const QString &key, const QString &path)
{
    m_threads.start([this, key, path] {
        const QImage image = decode(path, smallBound);
        QMetaObject::invokeMethod(
            this, [this, key, image] { take(key, image); }, Qt::QueuedConnection);
    });
}

void PictureStore::take(const QString &key, const QImage &image)
{
    m_underWay.remove(key);
    if (image.isNull()) {
        m_failed.insert(key);
        return;
    }
    m_images.insert(key, new QImage(image), image.sizeInBytes());
    Q_EMIT arrived();
}

void PictureStore::fetch(const Attachment &attachment, QObject *context, std::function<void(Result<QString>)> done,
                         std::function<void(qint64, qint64)> progress)
{
    const QString path = pathOf(attachment.fileId, false);
    if (QFile::exists(path))
        return done(path);
    m_files.get(
        attachment.fileId, FileLink::Part::Content, path, context,
        [self = QPointer(this), path, done = std::move(done)](const Result<> &result) {
            if (self && result)
                self->trimDisk();
            done(result.map([&] { return path; }));
        },
        std::move(progress));
}

// The newest file stays, however large: somebody is about to look at it.
void PictureStore::trimDisk() const
{
    qint64 bytes = 0;
    bool isNewest = true;
    for (const QFileInfo &file : m_folder.entryInfoList(QDir::Files, QDir::Time)) {
        bytes += file.size();
        if (bytes > kDiskBytes && !isNewest)
            QFile::remove(file.filePath());
        isNewest = false;
    }
}

QImage PictureStore::decode(const QString &path, QSize bound)
{
    QImageReader::setAllocationLimit(decodeMegabytes);
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    if (!QList<QByteArray>{"png", "jpeg", "jpg", "gif", "webp"}.contains(reader.format()))
        return {};
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && (size.width() > bound.width() || size.height() > bound.height()))
        reader.setScaledSize(size.scaled(bound, Qt::KeepAspectRatio).expandedTo({1, 1}));
    return reader.read();
}

} // namespace rialto
