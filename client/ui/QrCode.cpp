#include "ui/QrCode.h"

#include <QDeadlineTimer>
#include <QPainter>
#include <cmath>
#include <stdexcept>

#include "ui/FinderCount.h"

#define ZX_USE_UTF8 1 // ZXing 1.4 says texts in wide characters otherwise; 2 knows nothing else.
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/ReadBarcode.h>

namespace rialto {

namespace {

constexpr int levelM = 4;
constexpr int mostCodes = 8;
constexpr qreal mostPixels = 3840.0 * 2160.0;
/// The smallest code has 21 modules, and less than two pixels a module are not read.
constexpr int smallestSide = 40;
/// How far around a pixel its surroundings reach, and by how much of 255 it must differ from them.
constexpr int surroundings = 40;
constexpr int leastContrast = 12;
/// Three for each code, and what only looks like one. ZXing tries all triples: this many take it a tenth of a second.
constexpr int mostFinders = 200;
/// Codes up to half as large lie in a window as a whole; larger ones do in a smaller picture.
constexpr int windowSide = 512;
/// When no further window is begun.
constexpr qint64 longestSearchMs = 2'000;

#if __has_include(<ZXing/ReaderOptions.h>)
/// ZXing 2.2 and newer.
ZXing::ReaderOptions readerOptions()
{
    return ZXing::ReaderOptions().setTryInvert(false);
}
#else
ZXing::DecodeHints readerOptions()
{
    return {};
}
#endif

QImage grayOnWhite(const QImage &picture)
{
    if (!picture.hasAlphaChannel())
        return picture.convertToFormat(QImage::Format_Grayscale8);
    QImage ground(picture.size(), QImage::Format_RGB32);
    ground.fill(Qt::white);
    QPainter(&ground).drawImage(0, 0, picture.convertToFormat(QImage::Format_ARGB32_Premultiplied));
    return ground.convertToFormat(QImage::Format_Grayscale8);
}

QImage scaled(const QImage &gray, QSize size)
{
    return gray.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_Grayscale8);
}

QImage bounded(const QImage &picture)
{
    const qreal pixels = qreal(picture.width()) * picture.height();
    if (pixels <= mostPixels)
        return grayOnWhite(picture);
    const QSize size = (QSizeF(picture.size()) * std::sqrt(mostPixels / pixels)).toSize().expandedTo({1, 1});
    return grayOnWhite(picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}

/// Black where a pixel is darker than its surroundings, so that neither a shadow nor a dark desktop does harm.
QImage blackAndWhite(const QImage &gray)
{
    const QImage mean = scaled(scaled(gray, (gray.size() / surroundings).expandedTo({1, 1})), gray.size());
    QImage bits(gray.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < gray.height(); ++y) {
        const uchar *pixel = gray.constScanLine(y);
        const uchar *around = mean.constScanLine(y);
        uchar *bit = bits.scanLine(y);
        for (int x = 0; x < gray.width(); ++x)
            bit[x] = pixel[x] + leastContrast < around[x] ? 0 : 255;
    }
    return bits;
}

QStringList readBits(const QImage &bits)
{
    auto options = readerOptions();
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    options.setBinarizer(ZXing::Binarizer::FixedThreshold);
    options.setTryDownscale(false);
    options.setMaxNumberOfSymbols(mostCodes);
    const ZXing::ImageView view(bits.constBits(), bits.width(), bits.height(), ZXing::ImageFormat::Lum,
                                int(bits.bytesPerLine()));
    QStringList texts;
    for (const auto &code : ZXing::ReadBarcodes(view, options))
        texts.append(QString::fromStdString(code.text()));
    texts.removeAll(QString());
    return texts;
}

/// The search of ZXing takes the cube of the number of finders (the squares in three corners of a code), which a
/// picture of nothing else drives to hours. So they are counted first; where there are many, or much that looks like
/// them, such as a screen full of words, what is searched is one window after the other.
QStringList search(const QImage &bits, const QDeadlineTimer &end)
{
    if (countFinders(bits, mostFinders) < mostFinders)
        return readBits(bits);
    QStringList texts;
    for (int y = 0; y < bits.height(); y += windowSide / 2) {
        for (int x = 0; x < bits.width() && !end.hasExpired(); x += windowSide / 2) {
            const QImage window = bits.copy(QRect(x, y, windowSide, windowSide) & bits.rect());
            if (countFinders(window, mostFinders) < mostFinders)
                texts += readBits(window);
        }
    }
    texts.removeDuplicates();
    return texts.mid(0, mostCodes);
}

QStringList readLevel(const QImage &gray, const QDeadlineTimer &end)
{
    if (const QStringList texts = search(blackAndWhite(gray), end); !texts.isEmpty())
        return texts;
    QImage inverted = gray;
    inverted.invertPixels();
    return search(blackAndWhite(inverted), end);
}

} // namespace

QImage qrCodeOf(const QString &text)
{
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    writer.setMargin(0).setEccLevel(levelM);
    if (!isPlain) // A note of the encoding is left out where it says nothing: not every scanner understands it.
        writer.setEncoding(ZXing::CharacterSet::UTF8);
    try {
        const ZXing::BitMatrix modules = writer.encode(text.toStdString(), 0, 0);
        const QSize size(modules.width(), modules.height());
        QImage code(size + QSize(2, 2) * qrQuietZone, QImage::Format_Grayscale8);
        code.fill(Qt::white);
        for (int y = 0; y < size.height(); ++y) {
            for (int x = 0; x < size.width(); ++x) {
                if (modules.get(x, y))
                    code.scanLine(y + qrQuietZone)[x + qrQuietZone] = 0;
            }
        }
        return code;
    } catch (const std::exception &) {
        return {};
    }
}

QStringList readQrCodes(const QImage &picture)
{
    if (picture.isNull())
        return {};
    // Each turn finds modules of some sizes; larger ones are found in a smaller picture.
    const QDeadlineTimer end(longestSearchMs);
    QStringList texts;
    for (QImage gray = bounded(picture); texts.isEmpty() && qMin(gray.width(), gray.height()) >= smallestSide;
         gray = scaled(gray, gray.size() / 2))
        texts = readLevel(gray, end);
    return texts;
}

} // namespace rialto
