#pragma once

#include <QByteArrayView>
#include <QSize>
#include <QString>

namespace rialto {

/// The kinds of picture that are shown as pictures.
enum class PictureKind { None, Png, Jpeg, Gif, WebP };

PictureKind pictureKindOf(QByteArrayView content);

/// What a content is by its first bytes, whatever its name says; `application/octet-stream` when they say nothing.
/// Never a type that a browser runs: pages and SVG are plain text.
QString mediaTypeOf(QByteArrayView content);

/// The size that the picture's own header claims, before any turning; empty when it is damaged.
QSize pictureSizeOf(QByteArrayView content, PictureKind kind);

} // namespace rialto
