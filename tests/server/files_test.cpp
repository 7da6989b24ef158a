#include "support/Files.h"

#include <QDirIterator>
#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

constexpr qint64 kHourMs = 60LL * 60 * 1000;

QByteArray bytes(qsizetype size)
{
    QByteArray content(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        content[i] = static_cast<char>(i * 7 + i / 251);
    return content;
}

} // namespace

/// Uploads, downloads and who may have them, over real sockets.
class FilesTest : public QObject
{
    Q_OBJECT

    static QJsonObject withFiles(const QString &text, const QList<qint64> &ids)
    {
        QJsonArray list;
        for (const qint64 id : ids)
            list.append(id);
        return {{u"text"_s, text}, {u"fileIds"_s, list}};
    }

    static void cleanUp(TestServer &server)
    {
        bool isDone = false;
        server.app().cleanUp([&] { isDone = true; });
        QVERIFY(waitFor([&] { return isDone; }));
    }
    static bool isStored(const TestServer &server, const QByteArray &content)
    {
        const QString hash = QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
        return QFile::exists(QFileInfo(server.databasePath()).path() + u"/files/blobs/"_s + hash.left(2) + u'/' + hash);
    }

private Q_SLOTS:
    void whatIsUploadedComesBack()
    {
        TestServer server;
        FileClient jane(server, server.aUser(u"jane"_s));
        const QByteArray content = bytes(700'001);
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
        const QByteArray content = bytes(300'000);
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
        QCOMPARE(jane.put(id, bytes(10), range).status, status);
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
        static const QByteArray content = bytes(1000);
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
        const qint64 id = jane.upload(u"a"_s, bytes(1000));
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

    void aRemovedFileIsAnnouncedAnew()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const auto announce = [&](const QString &clientId) {
            return server
                .api("POST", u"files"_s, jane, {{u"clientId"_s, clientId}, {u"name"_s, u"a"_s}, {u"size"_s, 10}})
                .id();
        };
        const qint64 first = announce(u"one"_s);
        const qint64 other = announce(u"two"_s);
        QVERIFY(first > 0 && other > first);
        QCOMPARE(announce(u"one"_s), first);
        QCOMPARE(server.api("DELETE", u"files/%1"_s.arg(first), jane).status, 204);
        QVERIFY(announce(u"one"_s) > other);
        QCOMPARE(announce(u"two"_s), other);
        // What goes by itself is forgotten as well.
        server.clock.advance(15 * 24 * kHourMs);
        cleanUp(server);
        const Person later = server.login(u"jane"_s);
        const Answer again =
            server.api("POST", u"files"_s, later, {{u"clientId"_s, u"two"_s}, {u"name"_s, u"a"_s}, {u"size"_s, 10}});
        QVERIFY(again.id() > other);
    }

    void aRefusedMessageKeepsNothing()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const QString messages = u"rooms/%1/messages"_s.arg(server.aRoom(jane, u"General"_s));
        FileClient files(server, jane);
        const qint64 whole = files.upload(u"a"_s, "content");
        const qint64 cut = files.create(u"b"_s, 10);
        QCOMPARE(server.api("POST", messages, jane, withFiles({}, {whole, cut})).status, 409);
        server.clock.advance(15 * 24 * kHourMs);
        cleanUp(server);
        QCOMPARE(FileClient(server, server.login(u"jane"_s)).get(whole).status, 404);
    }

    void equalContentsAreStoredOnce()
    {
        TestServer server;
        FileClient jane(server, server.aUser(u"jane"_s));
        FileClient oleg(server, server.aUser(u"oleg"_s));
        const QByteArray content = bytes(5000);
        QVERIFY(jane.upload(u"a"_s, content) != oleg.upload(u"b"_s, content));
        int blobs = 0;
        QDirIterator walk(QFileInfo(server.databasePath()).path() + u"/files/blobs"_s, QDir::Files,
                          QDirIterator::Subdirectories);
        while (walk.hasNext())
            blobs += walk.next().isEmpty() ? 0 : 1;
        QCOMPARE(blobs, 1);
    }

    void aFileIsItsOwnersUntilAMessageCarriesIt()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person oleg = server.aUser(u"oleg"_s);
        const Person eve = server.aUser(u"eve"_s);
        const qint64 room = server.aRoom(jane, u"Secret"_s, u"private"_s);
        server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(oleg.id), jane);
        FileClient mine(server, jane);
        FileClient his(server, oleg);
        FileClient hers(server, eve);
        const qint64 id = mine.upload(u"plan.txt"_s, "the plan");
        QCOMPARE(his.get(id).status, 404);
        QCOMPARE(server.api("GET", u"files/%1"_s.arg(id), oleg).status, 404);
        const QString messages = u"rooms/%1/messages"_s.arg(room);
        QCOMPARE(server.api("POST", messages, oleg, withFiles(u"mine!"_s, {id})).status, 404);
        const Answer sent = server.api("POST", messages, jane, withFiles({}, {id}));
        QCOMPARE(sent.status, 201);
        const QJsonObject carried = sent.body.value("attachments"_L1).toArray().first().toObject();
        QCOMPARE(carried.value("name"_L1).toString(), u"plan.txt"_s);
        QCOMPARE(carried.value("size"_L1).toInteger(), 8);
        QCOMPARE(his.get(id).body, "the plan");
        QCOMPARE(hers.get(id).status, 404);
        const QJsonArray page = server.api("GET", messages, oleg).body.value("items"_L1).toArray();
        QCOMPARE(page.first().toObject().value("attachments"_L1), sent.body.value("attachments"_L1));
        // Whoever may read it may pass it on; whoever leaves the room reads it no longer.
        const qint64 other = server.aRoom(oleg, u"Other"_s, u"private"_s);
        QCOMPARE(server.api("POST", u"rooms/%1/messages"_s.arg(other), oleg, withFiles(u"see"_s, {id})).status, 201);
        QCOMPARE(server.api("DELETE", u"rooms/%1/messages/%2"_s.arg(room).arg(sent.id()), jane).status, 204);
        QCOMPARE(his.get(id).status, 200);
        QCOMPARE(mine.get(id).status, 404);
    }

    void whatNothingCarriesGoesInAnHour()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        FileClient files(server, jane);
        const qint64 room = server.aRoom(jane, u"General"_s);
        const QByteArray content = bytes(1000);
        const qint64 id = files.upload(u"a"_s, content);
        const qint64 kept = files.upload(u"b"_s, bytes(2000));
        const QString messages = u"rooms/%1/messages"_s.arg(room);
        const Answer sent = server.api("POST", messages, jane, withFiles({}, {id}));
        QCOMPARE(server.api("POST", messages, jane, withFiles({}, {kept})).status, 201);
        server.clock.advance(48 * kHourMs);
        cleanUp(server);
        const Person later = server.login(u"jane"_s);
        QCOMPARE(server.api("DELETE", messages + u'/' + QString::number(sent.id()), later).status, 204);
        server.clock.advance(kHourMs - 60'000);
        cleanUp(server);
        QVERIFY(isStored(server, content));
        server.clock.advance(120'000);
        cleanUp(server);
        const Person last = server.login(u"jane"_s);
        QCOMPARE(server.api("GET", u"files/%1"_s.arg(id), last).status, 404);
        QVERIFY(isStored(server, content)); // The row went just now; the content stays an hour more.
        server.clock.advance(kHourMs - 60'000);
        cleanUp(server);
        QVERIFY(isStored(server, content));
        server.clock.advance(60'000);
        cleanUp(server);
        QVERIFY(!isStored(server, content));
        QVERIFY(isStored(server, bytes(2000)));
        QCOMPARE(FileClient(server, server.login(u"jane"_s)).get(kept).status, 200);
    }

    void aContentThatIsNamedAgainBeginsItsHourAnew()
    {
        TestServer server;
        server.aUser(u"jane"_s);
        const QByteArray content = bytes(1000);
        const auto uploadAndRemove = [&] {
            const Person who = server.login(u"jane"_s);
            const qint64 id = FileClient(server, who).upload(u"a"_s, content);
            QCOMPARE(server.api("DELETE", u"files/%1"_s.arg(id), who).status, 204);
        };
        uploadAndRemove();
        cleanUp(server);
        server.clock.advance(kHourMs - 60'000);
        uploadAndRemove(); // Between two sweeps: none of them sees its row.
        server.clock.advance(120'000);
        cleanUp(server);
        QVERIFY(isStored(server, content));
        server.clock.advance(kHourMs);
        cleanUp(server);
        QVERIFY(!isStored(server, content));
    }

    void whatIsNotSentYetStaysForTwoWeeks()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const QString messages = u"rooms/%1/messages"_s.arg(server.aRoom(jane, u"General"_s));
        FileClient files(server, jane);
        const QByteArray content = bytes(1000);
        const qint64 sent = files.upload(u"a"_s, content);
        const qint64 unsent = files.upload(u"b"_s, bytes(900));
        const qint64 cut = files.create(u"c"_s, content.size());
        QCOMPARE(files.put(cut, content.left(600), "0-599/1000").status, 202);
        const qint64 forgotten = files.create(u"d"_s, content.size());
        QCOMPARE(files.put(forgotten, content.left(600), "0-599/1000").status, 202);
        server.clock.advance(14 * 24 * kHourMs - kHourMs);
        cleanUp(server);
        const Person later = server.login(u"jane"_s);
        FileClient again(server, later);
        QCOMPARE(server.api("POST", messages, later, withFiles({}, {sent})).status, 201);
        QCOMPARE(again.put(cut, content.mid(600), "600-999/1000").status, 200);
        server.clock.advance(2 * kHourMs);
        cleanUp(server);
        const Person last = server.login(u"jane"_s);
        FileClient end(server, last);
        QCOMPARE(end.get(unsent).status, 404);
        QCOMPARE(end.offset(forgotten), -1);
        QCOMPARE(server.api("POST", messages, last, withFiles({}, {cut})).status, 201);
        QVERIFY(end.get(sent).body == content);
        QVERIFY(end.get(cut).body == content);
    }

    void aDeletedRoomLetsItsFilesGo()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person oleg = server.aUser(u"oleg"_s);
        FileClient mine(server, jane);
        const qint64 room = server.aRoom(jane, u"Old"_s);
        const qint64 other = server.aRoom(jane, u"Other"_s);
        const auto send = [&](qint64 where, qint64 file) {
            return server.api("POST", u"rooms/%1/messages"_s.arg(where), jane, withFiles({}, {file})).status;
        };
        const qint64 forgotten = mine.upload(u"a"_s, bytes(1000));
        const qint64 removed = mine.upload(u"b"_s, bytes(2000));
        const qint64 shared = mine.upload(u"c"_s, bytes(3000));
        for (const qint64 file : {forgotten, removed, shared})
            QCOMPARE(send(room, file), 201);
        QCOMPARE(send(other, shared), 201);
        FileClient his(server, oleg);
        QCOMPARE(his.get(forgotten).status, 200);
        QCOMPARE(server.api("DELETE", u"rooms/%1"_s.arg(room), jane).status, 204);
        // Its owner's alone again, who may remove it at once; what another room has is everybody's there.
        QCOMPARE(his.get(forgotten).status, 404);
        QCOMPARE(mine.get(forgotten).status, 200);
        QCOMPARE(server.api("DELETE", u"files/%1"_s.arg(removed), jane).status, 204);
        QCOMPARE(server.api("DELETE", u"files/%1"_s.arg(shared), jane).status, 409);
        cleanUp(server);
        QCOMPARE(mine.get(forgotten).status, 200);
        server.clock.advance(kHourMs + 1);
        cleanUp(server);
        const Person later = server.login(u"jane"_s);
        QCOMPARE(FileClient(server, later).get(forgotten).status, 404);
        QCOMPARE(FileClient(server, later).get(shared).status, 200);
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
        const QByteArray content = bytes(3'000'000);
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
        const QByteArray content = bytes(20'000'000);
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
};

QTEST_GUILESS_MAIN(FilesTest)
#include "files_test.moc"
