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

/// Whether it is a picture of a kind (HEIC, AVIF, TIFF) from which nobody can remove what it tells of its place and
/// time: such a picture is not taken. By the first bytes.
bool isPictureNotTaken(QByteArrayView content);

/// How many of the first bytes are looked at to tell what a content is.
inline constexpr qsizetype kMediaTypeHead = 4096;

/// The size that the picture's own header claims, before any turning; empty when it is damaged.
QSize pictureSizeOf(QByteArrayView content, PictureKind kind);

} // namespace rialto
