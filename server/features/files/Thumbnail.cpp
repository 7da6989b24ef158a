#include "features/files/Thumbnail.h"

#include <QFileInfo>
#include <QImage>
#include <QImageReader>

namespace rialto {
namespace {

constexpr int kDecodeMegabytes = 128;
constexpr qint64 kMostPixels = 100'000'000; // Not even read: formats that cannot scale decode all of them.
// The limit on memory does not know what a JPEG keeps of all its scans until the last: up to eight bytes for a pixel.
constexpr qint64 kMostJpegPixels = 25'000'000;
constexpr qint64 kMostBytes = 32 * 1024 * 1024;
constexpr int kQuality = 82;

} // namespace

bool makeThumbnail(const QString &path, const QString &target)
{
    if (QFileInfo(path).size() > kMostBytes)
        return false;
    QImageReader::setAllocationLimit(kDecodeMegabytes);
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    const qint64 mostPixels = reader.format() == "jpeg" ? kMostJpegPixels : kMostPixels;
    if (size.isEmpty() || static_cast<qint64>(size.width()) * size.height() > mostPixels)
        return false;
    const bool isLarge = std::max(size.width(), size.height()) > kThumbnailSide;
    if (isLarge)
        reader.setScaledSize(size.scaled(kThumbnailSide, kThumbnailSide, Qt::KeepAspectRatio).expandedTo({1, 1}));
    const QImage image = reader.read();
    if (image.isNull())
        return false;
    return image.hasAlphaChannel() ? image.save(target, "PNG") : image.save(target, "JPEG", kQuality);
}

} // namespace rialto
