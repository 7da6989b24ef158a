// Pictures that are searched for QR codes: the first byte is a width, the others are gray pixels, row by row.

#include "fuzz/Fuzz.h"
#include "ui/QrCode.h"

using namespace rialto;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const int width = size > 0 ? data[0] : 0;
    const int height = width > 0 ? int((size - 1) / size_t(width)) : 0;
    if (height == 0)
        return 0;
    const QImage picture(data + 1, width, height, width, QImage::Format_Grayscale8);
    for (const QString &text : readQrCodes(picture)) {
        require(!text.isEmpty() && text.size() < 8'000, "a code says what fits in it");
        const QImage again = qrCodeOf(text);
        require(again.isNull() || again.width() == again.height(), "a code is a square");
    }
    return 0;
}
