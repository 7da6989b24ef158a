// Pictures are cleaned of what they tell before they are stored.

#include "features/files/PictureCleaner.h"
#include "fuzz/Fuzz.h"

using namespace rialto;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray picture = fuzz::bytesOf(data, size);
    const PictureKind kind = pictureKindOf(picture);
    (void)mediaTypeOf(picture);
    const QSize claimed = pictureSizeOf(picture, kind);
    require(claimed.isNull() || !claimed.isEmpty(), "a size is whole or none");
    QByteArray clean;
    const auto take = [&](QByteArrayView piece) {
        clean += piece;
        return true;
    };
    if (!cleanPicture(picture, kind, take))
        return 0;
    require(clean.size() <= picture.size() + 64, "cleaning takes away");
    const QByteArray once = std::exchange(clean, {});
    require(cleanPicture(once, pictureKindOf(once), take).has_value(), "what was cleaned is a picture");
    require(clean == once, "what is clean stays as it is");
    return 0;
}
