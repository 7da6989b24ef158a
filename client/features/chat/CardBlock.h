#pragma once

#include <QRectF>

class QPainter;

namespace rialto {

struct LinkCard;
class Theme;

/// How large a card is below a text of at most that width; in pixels.
QSizeF cardSize(const Theme &theme, const LinkCard &card, qreal maxWidth);
/// Paints it; what stands where is turned round with the painter's direction.
void paintCard(QPainter &painter, const Theme &theme, const LinkCard &card, const QRectF &rect, bool own);
/// The card in words, for who cannot see it.
QString cardWords(const LinkCard &card);

} // namespace rialto
