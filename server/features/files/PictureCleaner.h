#pragma once

#include "base/MediaType.h"

#include <functional>
#include <optional>

namespace rialto {

/// Where a cleaned picture goes, piece by piece; false ends the cleaning.
using PictureSink = std::function<bool(QByteArrayView)>;

struct CleanPicture
{
    int orientation = 1; ///< As EXIF counts it, 1 to 8; 5 to 8 lie on their side.
    int scans = 0;       ///< Of a JPEG: how many times a decoder passes over all of it.
};

/// Copies a picture without what tells where, when and with what it was taken: EXIF (but for its orientation), XMP,
/// IPTC, comments, and whatever stands behind its end. The picture itself is copied byte for byte, not made anew. Empty
/// when it is too damaged to be sure, when it is cut into more parts than a picture has, or when the sink refuses.
std::optional<CleanPicture> cleanPicture(QByteArrayView content, PictureKind kind, const PictureSink &sink);

} // namespace rialto
