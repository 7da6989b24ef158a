#include <QBuffer>
#include <QtTest>

#include "client/QrPictures.h"

using namespace rialto;

namespace {

QImage asJpeg(const QImage &picture, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "JPEG", quality);
    return QImage::fromData(bytes);
}

QImage inverted(QImage picture)
{
    picture.invertPixels();
    return picture;
}

QImage onGlass(const QImage &code)
{
    QImage glass = code.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < glass.height(); ++y) {
        for (int x = 0; x < glass.width(); ++x)
            glass.setPixel(x, y, qGray(glass.pixel(x, y)) > 128 ? qRgba(0, 0, 0, 0) : qRgb(0, 0, 0));
    }
    return glass;
}

/// A whole screen, most of it words.
QImage screen()
{
    QImage picture = ground({3840, 2160}, u"#ffffff"_s, 200);
    QPainter painter(&picture);
    QFont font;
    font.setPixelSize(13);
    painter.setFont(font);
    for (int y = 18; y < 1100; y += 18)
        painter.drawText(8, y, u"The quick brown fox jumps over the lazy dog, 0123456789 times. "_s.repeated(10));
    return picture;
}

/// Nothing but the squares that stand in three corners of a code.
QImage finders()
{
    constexpr int module = 2;
    QImage picture(1000, 1000, QImage::Format_Grayscale8);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    for (int y = 8; y < 970; y += 24) {
        for (int x = 8; x < 970; x += 24) {
            painter.fillRect(x, y, 7 * module, 7 * module, Qt::black);
            painter.fillRect(x + module, y + module, 5 * module, 5 * module, Qt::white);
            painter.fillRect(x + 2 * module, y + 2 * module, 3 * module, 3 * module, Qt::black);
        }
    }
    return picture;
}

} // namespace

/// QR codes made and read, without a window.
class UiQrCodesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void codesAreReadBack_data();
    void codesAreReadBack();

    void someTextsHaveNoCode()
    {
        QVERIFY(qrCodeOf({}).isNull());
        QVERIFY(qrCodeOf(QString(2332, u'x')).isNull());
        QCOMPARE(readQrCodes(codeOf(QString(2331, u'x'), 3)), {QString(2331, u'x')});
        QCOMPARE(readQrCodes(codeOf(u"rialto://сервер.хата:3000"_s)), {u"rialto://сервер.хата:3000"_s});
    }

    void aCodeHasItsWhiteEdge()
    {
        const QImage code = qrCodeOf(qrLink);
        for (int i = 0; i < code.width(); ++i) {
            for (int edge = 0; edge < qrQuietZone; ++edge) {
                for (const QPoint point : {QPoint(i, edge), QPoint(i, code.width() - 1 - edge), QPoint(edge, i)})
                    QCOMPARE(code.pixelColor(point), QColor(Qt::white));
            }
        }
        QCOMPARE(code.pixelColor(qrQuietZone, qrQuietZone), QColor(Qt::black));
    }

    /// Left to itself, ZXing looks at this for half a minute, and for hours where there are more.
    void noPictureKeepsTheSearchBusy()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(readQrCodes(finders()).isEmpty());
        QVERIFY(readQrCodes(QImage(20'000, 3, QImage::Format_RGB32)).isEmpty());
        QVERIFY(readQrCodes({}).isEmpty());
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }
};

void UiQrCodesTest::codesAreReadBack_data()
{
    QTest::addColumn<QImage>("picture");
    QTest::newRow("small") << codeOf(qrLink, 2);
    QTest::newRow("large") << codeOf(qrLink, 40);
    QTest::newRow("turned") << ground({1000, 800}, u"#eef4f6"_s, 240, 33);
    QTest::newRow("upside down, hardly kept") << asJpeg(ground({1000, 800}, u"#eef4f6"_s, 240, 170), 20);
    QTest::newRow("dark desktop") << ground({1600, 1000}, u"#101416"_s, 200);
    QTest::newRow("inverted") << inverted(ground({1000, 800}, u"#eef4f6"_s, 240));
    QTest::newRow("on glass") << onGlass(codeOf(qrLink));
    QTest::newRow("a screen full of words") << screen();
    QTest::newRow("a dark one") << inverted(screen());
    QTest::newRow("a large photo") << ground({6000, 4000}, u"#c0c0c0"_s, 1500, 12);
    QTest::newRow("not quite square") << codeOf(qrLink).scaled(260, 205, Qt::IgnoreAspectRatio,
                                                               Qt::SmoothTransformation);
}

void UiQrCodesTest::codesAreReadBack()
{
    QFETCH(QImage, picture);
    QCOMPARE(readQrCodes(picture), {qrLink});
}

QTEST_MAIN(UiQrCodesTest)
#include "ui_qr_codes_test.moc"
