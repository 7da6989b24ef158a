#include "features/files/PictureCleaner.h"
#include "features/files/Thumbnail.h"
#include "support/Files.h"

#include <QImageWriter>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

const QByteArray kSecret = "50.4501 N 30.5234 E";

QByteArray big(quint16 value)
{
    const quint16 swapped = qToBigEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&swapped), 2);
}
QByteArray big32(quint32 value)
{
    const quint32 swapped = qToBigEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&swapped), 4);
}
QByteArray little32(quint32 value)
{
    const quint32 swapped = qToLittleEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&swapped), 4);
}

QByteArray segment(int marker, const QByteArray &content)
{
    return QByteArray("\xff", 1) + static_cast<char>(marker) + big(static_cast<quint16>(content.size() + 2)) + content;
}

/// EXIF of a phone: little-endian, with an orientation and something that nobody should know.
QByteArray exif(int orientation)
{
    QByteArray tiff = QByteArray::fromHex("49492a0008000000"
                                          "0100"
                                          "120103000100000000000000"
                                          "00000000");
    tiff[18] = static_cast<char>(orientation);
    return QByteArray("Exif\0\0", 6) + tiff + kSecret;
}

QByteArray tellingJpeg(int orientation)
{
    const QByteArray jpeg = aPicture("JPEG");
    const qsizetype afterJfif = 4 + qFromBigEndian<quint16>(jpeg.constData() + 4);
    return jpeg.left(afterJfif) + segment(0xe1, exif(orientation)) +
           segment(0xe1, "http://ns.adobe.com/xap/1.0/" + QByteArray(1, '\0') + kSecret) +
           segment(0xed, "Photoshop 3.0" + kSecret) + segment(0xfe, kSecret) + segment(0xe2, "MPF" + kSecret) +
           segment(0xe2, "ICC_PROFILE kept") + jpeg.mid(afterJfif) + "a film behind the picture: " + kSecret;
}

QByteArray chunk(const QByteArray &type, const QByteArray &content)
{
    return big32(static_cast<quint32>(content.size())) + type + content + "cccc";
}

QByteArray tellingPng()
{
    const QByteArray png = aPicture("PNG");
    return png.left(33) + chunk("eXIf", kSecret) + chunk("tEXt", kSecret) + chunk("iTXt", kSecret) +
           chunk("tIME", kSecret) + png.mid(33) + kSecret;
}

QByteArray tellingWebP()
{
    const QByteArray webP = aPicture("WEBP");
    QByteArray parts = "WEBP" + QByteArray("VP8X") + little32(10) + QByteArray::fromHex("0c0000007700004f0000") +
                       webP.mid(12) + "EXIF" + little32(static_cast<quint32>(kSecret.size())) + kSecret +
                       QByteArray(kSecret.size() % 2, '\0') + "XMP " + little32(4) + "xxxx";
    return "RIFF" + little32(static_cast<quint32>(parts.size())) + parts + kSecret;
}

QByteArray tellingGif()
{
    return QByteArray::fromHex("474946383961"
                               "01000100"
                               "800000"
                               "000000ffffff"
                               "21fe13") +
           kSecret +
           QByteArray::fromHex("00"
                               "21ff0b") +
           "NETSCAPE2.0" + QByteArray::fromHex("0301000000") +
           QByteArray::fromHex("21f9040000000000"
                               "2c00000000010001000002024401003b") +
           kSecret;
}

QByteArray cleaned(const QByteArray &picture)
{
    QByteArray out;
    const auto clean = cleanPicture(picture, pictureKindOf(picture), [&](QByteArrayView piece) {
        out += piece;
        return true;
    });
    return clean ? out : QByteArray();
}

} // namespace

/// What pictures tell besides what they show is gone before they are stored.
class PicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsToldBesidesThePicture_data()
    {
        QTest::addColumn<QByteArray>("picture");
        QTest::newRow("jpeg") << tellingJpeg(1);
        QTest::newRow("turned jpeg") << tellingJpeg(6);
        QTest::newRow("png") << tellingPng();
        QTest::newRow("webp") << tellingWebP();
        QTest::newRow("gif") << tellingGif();
    }
    void nothingIsToldBesidesThePicture()
    {
        QFETCH(QByteArray, picture);
        QVERIFY(picture.contains(kSecret));
        const QByteArray clean = cleaned(picture);
        QVERIFY(!clean.isEmpty());
        QVERIFY(!clean.contains(kSecret));
        QVERIFY(!clean.contains("xap/1.0"));
        QCOMPARE(clean.contains("ICC_PROFILE"), picture.contains("ICC_PROFILE"));
        QCOMPARE(clean.contains("NETSCAPE2.0"), picture.contains("NETSCAPE2.0"));
        QVERIFY(QImage::fromData(clean) == QImage::fromData(picture));
        QCOMPARE(cleaned(clean), clean);
    }

    void aPictureThatCannotBeReadIsNotTaken()
    {
        for (const QByteArray &picture : {tellingJpeg(1), tellingPng(), tellingGif()}) {
            // Cut off within what tells, nobody knows where that ends.
            const qsizetype within = picture.indexOf(kSecret) + 3;
            QCOMPARE(cleaned(picture.left(within)), QByteArray());
        }
    }

    void noCutMakesItReadBeyondTheEnd()
    {
        for (const QByteArray &picture : {tellingJpeg(6), tellingPng(), tellingWebP(), tellingGif()}) {
            for (qsizetype size = 13; size < picture.size(); size += 7) {
                const QByteArray cut(picture.constData(), size); // Its own memory, so that a sanitizer sees its end.
                QVERIFY(!cleaned(cut).contains("behind the picture"));
                (void)pictureSizeOf(cut, pictureKindOf(cut));
            }
        }
    }

    void aPictureOfTooManyPartsIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QByteArray>("rest");
        const QByteArray jpeg = aPicture("JPEG");
        const QByteArray png = aPicture("PNG");
        const QByteArray webP = aPicture("WEBP");
        const QByteArray gif = tellingGif();
        QTest::newRow("jpeg") << jpeg.left(2) << segment(0xfe, {}) << jpeg.mid(2);
        QTest::newRow("jpeg, markers alone") << jpeg.left(2) << QByteArray("\xff\x01") << jpeg.mid(2);
        QTest::newRow("png") << png.left(33) << chunk("tEXt", {}) << png.mid(33);
        QTest::newRow("webp") << webP.left(12) << "ABCD" + little32(0) << webP.mid(12);
        QTest::newRow("gif") << gif.left(19) << QByteArray::fromHex("21fe00") << gif.mid(19);
    }
    void aPictureOfTooManyPartsIsNotTaken()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, rest);
        const auto withParts = [&](int count) {
            QByteArray picture = head + part.repeated(count) + rest;
            if (picture.startsWith("RIFF"))
                qToLittleEndian(static_cast<quint32>(picture.size() - 8), picture.data() + 4);
            return picture;
        };
        QVERIFY(!cleaned(withParts(1000)).isEmpty());
        QVERIFY(cleaned(withParts(200'000)).isEmpty());
    }

    void aWorkFileHoldsWhatWasWrittenAndGoes()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"work"_s);
        QByteArray written;
        {
            WorkFile file(path);
            for (const int size : {0, 1, 256 * 1024 - 1, 1, 700'000, 256 * 1024, 5, 256 * 1024 + 1, 3}) {
                const QByteArray piece(size, static_cast<char>('a' + written.size() % 26));
                written += piece;
                QVERIFY(file.write(piece));
            }
            QVERIFY(file.flush());
            QFile reader(path);
            QVERIFY(reader.open(QFile::ReadOnly));
            QVERIFY(reader.readAll() == written);
        }
        QVERIFY(!QFile::exists(path));
        WorkFile nowhere(folder.filePath(u"missing/work"_s));
        QVERIFY(nowhere.write("a"));
        QVERIFY(!nowhere.flush());
        QVERIFY(!nowhere.write(written));
    }

    void theServerStoresItCleanAndTurned()
    {
        TestServer server;
        FileClient jane(server, server.aUser(u"jane"_s));
        const QByteArray picture = tellingJpeg(6);
        const qint64 id = jane.create(u"holiday.jpg"_s, picture.size());
        const QJsonObject stored = bodyOf(jane.put(id, picture));
        QCOMPARE(stored.value("width"_L1).toInt(), 80);
        QCOMPARE(stored.value("height"_L1).toInt(), 120);
        QVERIFY(stored.value("size"_L1).toInteger() < picture.size());
        const QByteArray back = jane.get(id).body;
        QCOMPARE(back.size(), stored.value("size"_L1).toInteger());
        QVERIFY(!back.contains(kSecret));
        QCOMPARE(QImage::fromData(jane.get(id, {}, "/thumbnail").body).size(), QSize(80, 120));
        const QByteArray damaged = picture.left(picture.indexOf(kSecret) + 3);
        const qint64 other = jane.create(u"damaged.jpg"_s, damaged.size());
        QCOMPARE(jane.put(other, damaged).status, 422);
        // Nothing stays of the work on either.
        const QDir work(QFileInfo(server.databasePath()).path() + u"/files/work"_s);
        QVERIFY(work.exists());
        QVERIFY(waitFor([&] { return jane.offset(other) == 0; }));
        QCOMPARE(work.entryList(QDir::Files), QStringList());
    }

    void picturesThatCannotBeCleanedAreNotTaken_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("type");
        for (const char *brand : {"heic", "heix", "heim", "hevc", "mif1", "msf1", "avif", "avis"}) {
            const QByteArray name(brand);
            const QString type = name.startsWith("he")  ? u"image/heic"_s
                                 : name.startsWith('m') ? u"image/heif"_s
                                                        : u"image/avif"_s;
            QTest::newRow(brand) << QByteArray::fromHex("00000018") + "ftyp" + name + QByteArray(16, '\0') << type;
        }
        QTest::newRow("tiff, little") << QByteArray("II*\0\x08\0\0\0", 8) << u"image/tiff"_s;
        QTest::newRow("tiff, big") << QByteArray("MM\0*\0\0\0\x08", 8) << u"image/tiff"_s;
        QTest::newRow("big tiff") << QByteArray("II+\0\x08\0\0\0", 8) << u"image/tiff"_s;
        QTest::newRow("a film") << QByteArray::fromHex("00000018") + "ftypisom" + QByteArray(16, '\0')
                                << u"video/mp4"_s;
    }
    void picturesThatCannotBeCleanedAreNotTaken()
    {
        static TestServer server;
        static FileClient jane(server, server.aUser(u"jane"_s));
        QFETCH(QByteArray, head);
        QFETCH(QString, type);
        QCOMPARE(mediaTypeOf(head), type);
        const qint64 id = jane.create(u"photo"_s, head.size());
        const RawAnswer answer = jane.put(id, head);
        QCOMPARE(answer.status, type.startsWith("image/"_L1) ? 422 : 200);
        QCOMPARE(answer.body.contains("PNG, JPEG, GIF or WebP"), answer.status == 422);
        QCOMPARE(jane.get(id).status, answer.status == 422 ? 409 : 200);
    }

    void whatWouldTakeTooMuchHasNoThumbnail_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<int>("padding");
        QTest::addColumn<bool>("isMade");
        QTest::newRow("large jpeg") << QSize(5000, 5000) << QByteArray("JPEG") << 0 << true;
        QTest::newRow("larger jpeg") << QSize(5000, 5001) << QByteArray("JPEG") << 0 << false;
        QTest::newRow("large png") << QSize(5000, 5001) << QByteArray("PNG") << 0 << true;
        QTest::newRow("many bytes") << QSize(100, 100) << QByteArray("JPEG") << 31 * 1024 * 1024 << true;
        QTest::newRow("too many bytes") << QSize(100, 100) << QByteArray("JPEG") << 32 * 1024 * 1024 << false;
    }
    void whatWouldTakeTooMuchHasNoThumbnail()
    {
        QFETCH(QSize, size);
        QFETCH(QByteArray, format);
        QFETCH(int, padding);
        QFETCH(bool, isMade);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"picture"_s);
        QImage image(size, QImage::Format_Grayscale8);
        image.fill(Qt::gray);
        QVERIFY(image.save(path, format.constData()));
        QFile file(path);
        QVERIFY(file.open(QFile::Append));
        QCOMPARE(file.write(QByteArray(padding, '\0')), padding);
        file.close();
        QCOMPARE(makeThumbnail(path, folder.filePath(u"small"_s)), isMade);
    }

    void aPictureOfCountlessScansHasNoThumbnail()
    {
        TestServer server;
        FileClient jane(server, server.aUser(u"jane"_s));
        QBuffer buffer;
        QImageWriter writer(&buffer, "JPEG");
        writer.setProgressiveScanWrite(true);
        QVERIFY(writer.write(QImage::fromData(aPicture("PNG"))));
        const QByteArray jpeg = buffer.data();
        const auto clean = cleanPicture(jpeg, PictureKind::Jpeg, [](QByteArrayView) { return true; });
        QVERIFY(clean && clean->scans > 2);
        const qsizetype end = jpeg.size() - 2;
        const QByteArray lastScan = jpeg.mid(jpeg.lastIndexOf("\xff\xda")).chopped(2);
        for (const int scans : {64, 65}) {
            const QByteArray many = jpeg.left(end) + lastScan.repeated(scans - clean->scans) + jpeg.mid(end);
            const qint64 id = jane.upload(u"many.jpg"_s, many);
            QVERIFY(id > 0);
            QCOMPARE(jane.get(id, {}, "/thumbnail").status, scans > 64 ? 404 : 200);
            QVERIFY(jane.get(id).body == many);
        }
    }

    void aPictureOfAbsurdSizeIsStoredWithoutThumbnail()
    {
        TestServer server;
        FileClient jane(server, server.aUser(u"jane"_s));
        QByteArray bomb = aPicture("PNG");
        qToBigEndian(quint32(60'000), bomb.data() + 16);
        qToBigEndian(quint32(60'000), bomb.data() + 20);
        const qint64 id = jane.upload(u"bomb.png"_s, bomb);
        QVERIFY(id > 0);
        QCOMPARE(jane.get(id, {}, "/thumbnail").status, 404);
        QVERIFY(jane.get(id).body == bomb);
    }
};

QTEST_GUILESS_MAIN(PicturesTest)
#include "pictures_test.moc"
