#pragma once

#include <QImage>
#include <QStringList>

namespace rialto {

/// How many modules of white a code needs on each side (ISO/IEC 18004, quiet zone).
inline constexpr int qrQuietZone = 4;

/// The QR code of a text in black on white, one pixel a module, with its quiet zone. It is still read where 15 per cent
/// of it are lost (level M). Null for no text, and for one too long for a code: 2,331 bytes of UTF-8. On any thread.
QImage qrCodeOf(const QString &text);

/// What the QR codes in a picture say, eight at most; empty where none is found. Turned, inverted, shaded and slanted
/// codes are read too. Whatever the picture, this ends after three seconds or so: what is larger than a screen of 3840
/// x 2160 is scaled down, and what would keep the search busy is left out. The texts are anybody's: check them. On any
/// thread.
QStringList readQrCodes(const QImage &picture);

} // namespace rialto
