#pragma once

#include <QRect>

class QPainter;
class QStyleOptionViewItem;

namespace rialto {

class Theme;

/// The ground of a list row: selection, hover and pressed overlays, and the ring of the keyboard's focus.
void paintRowGround(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option, const QRect &rect);

} // namespace rialto
