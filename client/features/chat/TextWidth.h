#pragma once

#include <QFontMetricsF>
#include <cmath>

#include "ui/Theme.h"

namespace rialto {

/// How wide a line of text is in that style, in whole pixels.
inline qreal textWidth(const Theme &theme, TextStyle style, const QString &text)
{
    return std::ceil(QFontMetricsF(theme.font(style)).horizontalAdvance(text));
}

} // namespace rialto
