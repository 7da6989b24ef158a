#include "features/files/Thumbnail.h"

#include <QImage>
#include <QImageReader>

namespace rialto {
namespace {

constexpr int kDecodeMegabytes = 128;
constexpr qint64 kMostPixels = 100'000'000; // Not even read: formats that cannot scale decode all of them.
constexpr int kQuality = 82;

} // namespace

bool makeThumbnail(const QString &path, const QString &target)
{
    QImageReader::setAllocationLimit(kDecodeMegabytes);
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty() || static_cast<qint64>(size.width()) * size.height() > kMostPixels)
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
