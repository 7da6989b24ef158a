#pragma once

#include <QPointF>
#include <QString>

#include "ui/Colors.h"

class QPainter;

namespace rialto {

class Theme;

/// What a counter shows: "99+" above 99, so that it stays a small pill.
QString badgeText(int count);
/// How wide paintBadge() makes a pill of this height, in pixels; 0 when the count is 0.
int badgeWidth(const Theme &theme, int count, int height);
/// Paints a pill that ends at `rightCenter`; returns its width in pixels, 0 when the count is 0.
int paintBadge(QPainter &painter, const Theme &theme, QPointF rightCenter, int count, int height,
               ColorRole ground = &Colors::badge);
/// The round warm sign for messages that address oneself; returns its size.
int paintMentionBadge(QPainter &painter, const Theme &theme, QPointF rightCenter, int size);

} // namespace rialto
