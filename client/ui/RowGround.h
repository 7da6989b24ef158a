#pragma once

#include <QRect>
#include <QString>

class QPainter;
class QStyleOptionViewItem;

namespace rialto {

class Theme;

/// The ground of a list row: selection, hover and pressed overlays, and the ring of the keyboard's focus.
void paintRowGround(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option, const QRect &rect);

/// The title of a part of a list, `metrics::section` high, above the row that begins it.
void paintSectionTitle(QPainter &painter, const Theme &theme, const QRect &row, const QString &title);

} // namespace rialto
