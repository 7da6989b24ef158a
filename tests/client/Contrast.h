#pragma once

#include <QImage>
#include <cmath>

#include "ui/Colors.h"

namespace rialto {

/// WCAG 2.1, "relative luminance".
inline double luminance(const QColor &color)
{
    const auto linear = [](int channel) {
        const double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.red()) + 0.7152 * linear(color.green()) + 0.0722 * linear(color.blue());
}

/// WCAG 2.1, "contrast ratio": from 1 to 21.
inline double contrast(const QColor &ink, const QColor &ground)
{
    const double one = luminance(ink);
    const double other = luminance(ground);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

/// What is seen where `above`, which may let through, lies on `below`.
inline QColor laidOver(const QColor &above, const QColor &below)
{
    const auto mixed = [share = double(above.alphaF())](int upper, int lower) {
        return int(std::lround(share * upper + (1 - share) * lower));
    };
    return {mixed(above.red(), below.red()), mixed(above.green(), below.green()), mixed(above.blue(), below.blue())};
}

/// The best contrast of any pixel in a place of a picture with its ground: that of the middle of a stroke.
inline double bestContrast(const QImage &picture, const QRect &place, const QColor &ground)
{
    double best = 1;
    const QRect area = place.intersected(picture.rect());
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            best = std::max(best, contrast(picture.pixelColor(x, y), ground));
    }
    return best;
}

} // namespace rialto
