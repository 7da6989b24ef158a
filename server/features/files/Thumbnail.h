#pragma once

#include <QString>

namespace rialto {

/// The longest side of a thumbnail, in pixels.
inline constexpr int kThumbnailSide = 640;

/// Writes a small picture of the picture at `path` to `target`: JPEG, or PNG where something is transparent. False when
/// it cannot be decoded within the memory and time that one picture may take. On a worker thread.
bool makeThumbnail(const QString &path, const QString &target);

} // namespace rialto
