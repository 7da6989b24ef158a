#pragma once

#include <QImage>

namespace rialto {

/// How many places in a picture look like a finder of a QR code: black, white, black, white, black in about 1:1:3:1:1,
/// across and down. Rather more than there are; counting ends at `most`. `bits` is in Format_Grayscale8, of 0 and 255
/// alone.
int countFinders(const QImage &bits, int most);

} // namespace rialto
