#include "support/Files.h"

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

/// Uploads, downloads and who may have them, over real sockets.
class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsUploadedComesBack()
    {
        TestServer server;
        FileClient jane(server, server.aUser(u"jane"_s));
        const QByteArray content = someBytes(700'001);
        const qint64 id = jane.create(u"Накладна \"7\".bin"_s, content.size());
        const RawAnswer stored = jane.put(id, content);
        QCOMPARE(stored.status, 200);
        QCOMPARE(bodyOf(stored).value("status"_L1).toString(), u"ready"_s);
        QCOMPARE(bodyOf(stored).value("hash"_L1).toString().toLatin1(),
                 QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
        const RawAnswer back = jane.get(id);
        QCOMPARE(back.status, 200);
        QVERIFY(back.body == content);
        QCOMPARE(back.headers.value("content-type"), "application/octet-stream");
        QCOMPARE(back.headers.value("x-content-type-options"), "nosniff");
        QCOMPARE(back.headers.value("content-disposition"),
                 "attachment; filename=\"________ _7_.bin\"; filename*=UTF-8''"
                 "%D0%9D%D0%B0%D0%BA%D0%BB%D0%B0%D0%B4%D0%BD%D0%B0%20%227%22.bin");
        QCOMPARE(jane.put(id, content).status, 200); // The answer to the last piece may have been lost.
    }

    void anUploadGoesOnWhereItWasCut()
    {
        TestServer server;
        const Person who = server.aUser(u"jane"_s);
        FileClient jane(server, who);
        const QByteArray content = someBytes(300'000);
        const qint64 id = jane.create(u"a"_s, content.size());
        QCOMPARE(jane.offset(id), 0);
        {
            RawSocket socket(server.port());
            socket.send(jane.head("PUT", QByteArray::number(id) + "/content", {}, content.size()) +
                        content.left(100'000));
            QVERIFY(waitFor([&] { return jane.offset(id) == 100'000; }));
        }
        const RawAnswer gap = jane.put(id, content.mid(200'000), "200000-299999/300000");
        QCOMPARE(gap.status, 409);
        QCOMPARE(gap.headers.value("upload-offset"), "100000");
        RawAnswer piece = jane.put(id, content.mid(100'000, 50'000), "100000-149999/300000");
        QVERIFY(waitFor([&] {
            // While the cut upload is still noticed, the next one is asked to come again.
            if (piece.status == 503)
                piece = jane.put(id, content.mid(100'000, 50'000), "100000-149999/300000");
            return piece.status != 503;
        }));
        QCOMPARE(piece.status, 202);
        QCOMPARE(piece.headers.value("upload-offset"), "150000");
        server.stop();
        server.start();
        QCOMPARE(jane.offset(id), 150'000);
        QCOMPARE(jane.put(id, content.mid(150'000), "150000-299999/300000").status, 200);
        QVERIFY(jane.get(id).body == content);
    }

    void piecesThatDoNotFitAreRefused_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("status");
        QTest::newRow("no range, not the whole") << QByteArray() << 400;
        QTest::newRow("another size") << QByteArray("0-9/11") << 400;
        QTest::newRow("another length") << QByteArray("0-8/1000") << 400;
        QTest::newRow("turned round") << QByteArray("9-0/1000") << 400;
        QTest::newRow("beyond the end") << QByteArray("995-1004/1000") << 400;
        QTest::newRow("no number") << QByteArray("a-b/1000") << 400;
        QTest::newRow("negative") << QByteArray("-1-8/1000") << 400;
        QTest::newRow("huge") << QByteArray("0-9/99999999999999999999") << 400;
        QTest::newRow("later") << QByteArray("10-19/1000") << 409;
    }
    void piecesThatDoNotFitAreRefused()
    {
        static TestServer server;
        static FileClient jane(server, server.aUser(u"jane"_s));
        QFETCH(QByteArray, range);
        QFETCH(int, status);
        const qint64 id = jane.create(u"a"_s, 1000);
        QCOMPARE(jane.put(id, someBytes(10), range).status, status);
        QCOMPARE(jane.offset(id), 0);
    }

    void rangesAreAsTheStandardSays_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("size");
        const QByteArray whole;
        QTest::newRow("all") << QByteArray("Range: bytes=0-\r\n") << 206 << QByteArray("bytes 0-999/1000") << 1000;
        QTest::newRow("first") << QByteArray("Range: bytes=0-0\r\n") << 206 << QByteArray("bytes 0-0/1000") << 1;
        QTest::newRow("middle") << QByteArray("Range: bytes=10-19\r\n") << 206 << QByteArray("bytes 10-19/1000") << 10;
        QTest::newRow("beyond") << QByteArray("Range: bytes=990-2000\r\n") << 206 << QByteArray("bytes 990-999/1000")
                                << 10;
        QTest::newRow("suffix") << QByteArray("Range: bytes=-5\r\n") << 206 << QByteArray("bytes 995-999/1000") << 5;
        QTest::newRow("long suffix") << QByteArray("Range: bytes=-5000\r\n") << 206 << QByteArray("bytes 0-999/1000")
                                     << 1000;
        QTest::newRow("empty suffix") << QByteArray("Range: bytes=-0\r\n") << 416 << QByteArray("bytes */1000") << -1;
        QTest::newRow("behind") << QByteArray("Range: bytes=1000-\r\n") << 416 << QByteArray("bytes */1000") << -1;
        QTest::newRow("turned round") << QByteArray("Range: bytes=5-4\r\n") << 200 << whole << 1000;
        QTest::newRow("several") << QByteArray("Range: bytes=0-1,5-6\r\n") << 200 << whole << 1000;
        QTest::newRow("other unit") << QByteArray("Range: lines=0-1\r\n") << 200 << whole << 1000;
        QTest::newRow("nonsense") << QByteArray("Range: bytes=-\r\n") << 200 << whole << 1000;
        QTest::newRow("other version") << QByteArray("Range: bytes=0-1\r\nIf-Range: \"x\"\r\n") << 200 << whole << 1000;
        QTest::newRow("a date") << QByteArray("Range: bytes=0-1\r\nIf-Range: Sat, 21 Nov 2026 10:00:00 GMT\r\n") << 200
                                << whole << 1000;
    }
    void rangesAreAsTheStandardSays()
    {
        static TestServer server;
        static FileClient jane(server, server.aUser(u"jane"_s));
        static const QByteArray content = someBytes(1000);
        static const qint64 id = jane.upload(u"a"_s, content);
        QFETCH(QByteArray, headers);
        QFETCH(int, status);
        QFETCH(QByteArray, range);
        QFETCH(int, size);
        const RawAnswer answer = jane.get(id, headers);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.headers.value("content-range"), range);
        if (size >= 0)
            QCOMPARE(answer.body.size(), size);
        if (status == 206)
            QVERIFY(answer.body == content.mid(range.mid(6).split('-').first().toLongLong(), size));
    }

    void theTagSparesWhatIsKnown()
    {
        TestServer server;
        FileClient jane(server, server.aUser(u"jane"_s));
        const qint64 id = jane.upload(u"a"_s, someBytes(1000));
        const QByteArray tag = jane.get(id).headers.value("etag");
        QCOMPARE(jane.get(id, "If-None-Match: " + tag + "\r\n").status, 304);
        QCOMPARE(jane.get(id, "Range: bytes=0-1\r\nIf-Range: " + tag + "\r\n").status, 206);
        const RawAnswer head = jane.send("HEAD", QByteArray::number(id) + "/content");
        QCOMPARE(head.status, 200);
        QCOMPARE(head.headers.value("content-length"), "1000");
    }

    void itsBytesSayWhatAFileIs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("type");
        QTest::newRow("page") << QByteArray("<html><script>alert(1)</script></html>") << u"text/plain"_s;
        QTest::newRow("drawing") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")
                                 << u"text/plain"_s;
        QTest::newRow("png") << aPicture("PNG") << u"image/png"_s;
        QTest::newRow("jpeg") << aPicture("JPEG") << u"image/jpeg"_s;
        QTest::newRow("webp") << aPicture("WEBP") << u"image/webp"_s;
        QTest::newRow("document") << QByteArray("%PDF-1.7\n") << u"application/pdf"_s;
        QTest::newRow("archive") << QByteArray("PK\x03\x04rest") << u"application/zip"_s;
        QTest::newRow("other") << QByteArray("\x00\x01\x02", 3) << u"application/octet-stream"_s;
    }
    void itsBytesSayWhatAFileIs()
    {
        static TestServer server;
        static FileClient jane(server, server.aUser(u"jane"_s));
        QFETCH(QByteArray, content);
        QFETCH(QString, type);
        const qint64 id = jane.upload(u"photo.png.html"_s, content);
        const RawAnswer answer = jane.get(id);
        QCOMPARE(QString::fromLatin1(answer.headers.value("content-type")), type);
        QVERIFY(answer.headers.value("content-disposition").startsWith("attachment"));
        QCOMPARE(answer.headers.value("content-security-policy"), "default-src 'none'; sandbox");
        const bool isPicture = type.startsWith("image/"_L1);
        const RawAnswer small = jane.get(id, {}, "/thumbnail");
        QCOMPARE(small.status, isPicture ? 200 : 404);
        QCOMPARE(QImage::fromData(small.body).size(), isPicture ? QSize(120, 80) : QSize(0, 0));
    }

    void largePicturesHaveSmallThumbnails()
    {
        TestServer server;
        FileClient jane(server, server.aUser(u"jane"_s));
        const qint64 id = jane.upload(u"a.png"_s, aPicture("PNG", {3000, 1500}));
        const RawAnswer small = jane.get(id, {}, "/thumbnail");
        QCOMPARE(QImage::fromData(small.body).size(), QSize(640, 320));
        QCOMPARE(small.headers.value("content-type"), "image/jpeg");
        QImage clear({30, 30}, QImage::Format_ARGB32);
        clear.fill(Qt::transparent);
        QBuffer buffer;
        QVERIFY(clear.save(&buffer, "PNG"));
        const RawAnswer seen = jane.get(jane.upload(u"b.png"_s, buffer.data()), {}, "/thumbnail");
        QCOMPARE(seen.headers.value("content-type"), "image/png");
        QVERIFY(QImage::fromData(seen.body).hasAlphaChannel());
    }

    void limitsAreSaidInWords()
    {
        TestServer server([](Config &config) {
            config.files.file = 10'000;
            config.files.person = 15'000;
            config.files.store = 20'000;
        });
        const Person jane = server.aUser(u"jane"_s);
        const Person oleg = server.aUser(u"oleg"_s);
        const auto announce = [&](const Person &who, qint64 size) {
            return server.api("POST", u"files"_s, who, {{u"name"_s, u"a"_s}, {u"size"_s, size}});
        };
        QCOMPARE(announce(jane, 10'001).status, 413);
        QCOMPARE(announce(jane, 0).status, 422);
        const Answer first = announce(jane, 10'000);
        QCOMPARE(first.status, 201);
        const Answer quota = announce(jane, 6'000);
        QCOMPARE(quota.status, 507);
        QCOMPARE(quota.code(), u"storageFull"_s);
        QCOMPARE(announce(oleg, 9'999).status, 201);
        QCOMPARE(announce(oleg, 2).status, 507);
        QCOMPARE(server.api("DELETE", u"files/%1"_s.arg(first.id()), jane).status, 204);
        QCOMPARE(announce(jane, 6'000).status, 201);
    }

    void aFullDiskKeepsWhatHasCome()
    {
        TestServer server;
        FileClient jane(server, server.aUser(u"jane"_s));
        const QByteArray content = someBytes(3'000'000);
        const qint64 id = jane.create(u"a"_s, content.size());
        {
            std::signal(SIGXFSZ, SIG_IGN);
            rlimit before{};
            getrlimit(RLIMIT_FSIZE, &before);
            const rlimit small{1'500'000, before.rlim_max};
            setrlimit(RLIMIT_FSIZE, &small);
            const RawAnswer full = jane.put(id, content);
            setrlimit(RLIMIT_FSIZE, &before);
            QCOMPARE(full.status, 507);
            QCOMPARE(bodyOf(full).value("code"_L1).toString(), u"storageFull"_s);
        }
        const qint64 offset = jane.offset(id);
        QCOMPARE(offset, 1'500'000);
        const QByteArray range = QByteArray::number(offset) + "-2999999/3000000";
        QCOMPARE(jane.put(id, content.mid(offset), range).status, 200);
        QVERIFY(jane.get(id).body == content);
    }

    void aReaderThatTakesNothingCostsNothing()
    {
        TestServer server;
        FileClient jane(server, server.aUser(u"jane"_s));
        const QByteArray content = someBytes(20'000'000);
        const qint64 id = jane.upload(u"a"_s, content);
        RawSocket slow(server.port());
        slow.socket().setReadBufferSize(1024);
        slow.send(jane.head("GET", QByteArray::number(id) + "/content", {}, 0));
        QVERIFY(jane.get(id).body == content); // Others are not held up meanwhile.
        QVERIFY(slow.socket().state() == QAbstractSocket::ConnectedState);
        slow.socket().setReadBufferSize(0);
        QVERIFY(waitFor([&] { return slow.received().size() >= content.size(); }));
        QVERIFY(slow.received().endsWith(content.right(1000)));
    }

    void contentComesThroughItsDoorAlone_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("letter") << QByteArray("/api/v1/%66iles/ID/content");
        QTest::newRow("prefix") << QByteArray("/%61pi/v1/files/ID/content");
        QTest::newRow("slash") << QByteArray("/api/v1%2Ffiles/ID/content");
        QTest::newRow("all of it") << QByteArray("/%61%70%69/%76%31/%66%69%6c%65%73/ID/%63%6f%6e%74%65%6e%74");
    }
    void contentComesThroughItsDoorAlone()
    {
        static TestServer server;
        static const Person jane = server.aUser(u"jane"_s);
        FileClient files(server, jane);
        QFETCH(QByteArray, path);
        const qint64 id = files.create(u"a"_s, 10);
        QCOMPARE(files.put(id, "some", "0-3/10").status, 202);
        path.replace("ID", QByteArray::number(id));
        for (const QByteArray verb : {"PUT", "GET"}) {
            RawSocket socket(server.port());
            socket.send(verb + ' ' + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + jane.token +
                        "\r\nContent-Length: 0\r\n\r\n");
            QCOMPARE(socket.answer().status, 404);
        }
        QCOMPARE(files.offset(id), 4);
    }

    void onlyTheOwnerSendsContent()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        FileClient mine(server, jane);
        FileClient his(server, server.aUser(u"oleg"_s));
        const qint64 id = mine.create(u"a"_s, 4);
        QCOMPARE(his.put(id, "evil").status, 404);
        QCOMPARE(his.offset(id), -1);
        QCOMPARE(mine.get(id).status, 409);
        const qint64 room = server.aRoom(jane, u"General"_s);
        const QString messages = u"rooms/%1/messages"_s.arg(room);
        QCOMPARE(server.api("POST", messages, jane, withFiles({}, {id})).status, 409);
        QCOMPARE(mine.put(id, "good").status, 200);
        QCOMPARE(server.api("POST", messages, jane, withFiles({}, {id, id})).status, 422);
        QCOMPARE(server.api("POST", messages, jane, withFiles(u" \n"_s, {})).field(), u"text"_s);
    }

    void theCommandLineBringsContentsOfOwnersOnly()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        server.aUser(u"eve"_s);
        FileClient files(server, jane);
        const QByteArray content = someBytes(3000);
        const qint64 id = files.create(u"a"_s, content.size());
        const auto bring = [&](const QString &as, const QByteArray &bytes) {
            QByteArray reply;
            server.app().localDoor().run(
                "{\"method\":\"files.putContent\",\"params\":{\"fileId\":" + QByteArray::number(id) + "},\"as\":\"" +
                    as.toUtf8() + "\",\"content\":\"" + bytes.toBase64() + "\"}",
                [&](const QByteArray &answer) { reply = answer; });
            waitFor([&] { return !reply.isEmpty(); });
            return QJsonDocument::fromJson(reply).object();
        };
        QCOMPARE(codeOf(bring(u"eve"_s, someBytes(4000))), u"notFound"_s);
        QCOMPARE(files.offset(id), 0);
        QCOMPARE(codeOf(bring(u"jane"_s, content.left(2000))), u"conflict"_s);
        QCOMPARE(resultOf(bring(u"jane"_s, content)).value("status"_L1).toString(), u"ready"_s);
        QVERIFY(files.get(id).body == content);
        QVERIFY(QDir(QFileInfo(server.databasePath()).path() + u"/files/parts"_s).isEmpty());
        // What is whole stays as it is.
        QCOMPARE(resultOf(bring(u"jane"_s, someBytes(10))).value("size"_L1).toInteger(), 3000);
    }
};

QTEST_GUILESS_MAIN(FilesTest)
#include "files_test.moc"
