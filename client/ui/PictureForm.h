#pragma once

#include <QImage>
#include <QString>

namespace rialto {

/// How large a picture is wanted, and which part of it.
struct PictureForm
{
    enum Shape {
        Whole,  ///< Within the bound.
        Square, ///< The square in its middle, no larger than the bound's width.
        Round,  ///< The circle in that, exactly as large; transparent around it.
    };
    Shape shape = Whole;
    QSize bound = {640, 640}; ///< Pixels.

    /// Tells forms apart in the key of a cache.
    QString key() const;
};

/// A square picture as a circle of so many pixels across, transparent around it. On any thread.
QImage circleOf(const QImage &square, int side);

/// Reads a PNG, JPEG, GIF or WebP, whatever its name says, turned as it says itself; a picture much larger is never
/// held as a whole where its format can do without. Null when it is none, or needs more memory than one picture may
/// take. On any thread.
QImage readPicture(const QString &path, const PictureForm &form);

} // namespace rialto
