#include "support/Files.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

constexpr qint64 kHourMs = 60LL * 60 * 1000;

} // namespace

/// How long files stay, who has them meanwhile, and what is left of them.
class FilesLifetimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        const QByteArray content = someBytes(5000);
        QVERIFY(jane.upload(u"a"_s, content) != oleg.upload(u"b"_s, content));
        int blobs = 0;
        QDirIterator walk(QFileInfo(server.databasePath()).path() + u"/files/blobs"_s, QDir::Files,
                          QDirIterator::Subdirectories);
        while (walk.hasNext())
            blobs += walk.next().isEmpty() ? 0 : 1;
        QCOMPARE(blobs, 1);
    }

    // Whoever was answered may go on: nothing of the piece before is under way any more.
    void onePieceMayFollowAnotherAtOnce()
    {
        TestServer server;
        FileClient files(server, server.aUser(u"jane"_s));
        constexpr int kPieces = 150;
        const QByteArray content = someBytes(10 * kPieces);
        const qint64 file = files.create(u"pieces"_s, content.size());
        for (int i = 0; i < kPieces; ++i) {
            const QByteArray range = QByteArray::number(10 * i) + '-' + QByteArray::number(10 * i + 9) + '/' +
                                     QByteArray::number(content.size());
            QCOMPARE(files.put(file, content.mid(10 * i, 10), range).status, i + 1 < kPieces ? 202 : 200);
            // Nor after a refusal.
            if (i + 1 < kPieces)
                QCOMPARE(files.put(file, content.mid(0, 10), "0-9/" + QByteArray::number(content.size())).status, 409);
        }
        QVERIFY(isStored(server, content));
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
        const QByteArray content = someBytes(1000);
        const qint64 id = files.upload(u"a"_s, content);
        const qint64 kept = files.upload(u"b"_s, someBytes(2000));
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
        QVERIFY(isStored(server, someBytes(2000)));
        QCOMPARE(FileClient(server, server.login(u"jane"_s)).get(kept).status, 200);
    }

    void aContentThatIsNamedAgainBeginsItsHourAnew()
    {
        TestServer server;
        server.aUser(u"jane"_s);
        const QByteArray content = someBytes(1000);
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
        const QByteArray content = someBytes(1000);
        const qint64 sent = files.upload(u"a"_s, content);
        const qint64 unsent = files.upload(u"b"_s, someBytes(900));
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
        const qint64 forgotten = mine.upload(u"a"_s, someBytes(1000));
        const qint64 removed = mine.upload(u"b"_s, someBytes(2000));
        const qint64 shared = mine.upload(u"c"_s, someBytes(3000));
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
};

QTEST_GUILESS_MAIN(FilesLifetimeTest)
#include "files_lifetime_test.moc"
