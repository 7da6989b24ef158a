#include "features/chat/model/SearchModel.h"
#include "features/chat/model/UploadQueue.h"
#include "support/LiveClient.h"
#include "support/Places.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

constexpr int kPatience = 30'000;

} // namespace

/// A client finds on the server what it would find alone in what it has, and goes on without a server.
class search_test : public QObject
{
    Q_OBJECT

    static QStringList find(LiveClient &client, const QString &asked, RoomId room = {})
    {
        SearchModel &found = client->search();
        found.search(asked, room);
        const auto isDone = [&] {
            return found.state() == SearchModel::State::Done || found.state() == SearchModel::State::Refused;
        };
        if (!QTest::qWaitFor(isDone, kPatience))
            return {u"no answer"_s};
        QStringList texts;
        for (int row = 0; row < found.rowCount(); ++row)
            texts.append(found.message(row).text);
        return texts;
    }

private Q_SLOTS:
    void offlineFindsWhatOnlineFound()
    {
        RealServer server(places::program(u"rialto-server"_s));
        QVERIFY2(server.start(), qPrintable(server.output()));
        LiveClient jane(server, u"jane"_s);
        LiveClient olena(server, u"olena"_s);
        QVERIFY(jane && olena);
        QTRY_VERIFY_WITH_TIMEOUT(jane.isSettled() && olena.isSettled(), kPatience);
        const RoomId market = makeRoom(jane, u"Market hall"_s);
        const RoomId other = makeRoom(jane, u"Other"_s);
        QTRY_VERIFY_WITH_TIMEOUT(olena->rooms().rowOf(market) >= 0, kPatience);
        QVERIFY(joinRoom(olena, market));
        for (const QString &text : {u"Ёлка стоит"_s, u"п’ять яблук https://rialto.example"_s, u"Hello World"_s})
            QVERIFY(jane->openRoom(market)->send(text));
        QVERIFY(jane->openRoom(other)->send(u"hello елки"_s));
        QTRY_VERIFY_WITH_TIMEOUT(jane.isSettled(), kPatience);
        QVERIFY(olena->openRoom(market)->send(u"hello from Olena"_s));
        QTRY_VERIFY_WITH_TIMEOUT(olena.isSettled(), kPatience);
        QTemporaryDir folder;
        QImage(20, 20, QImage::Format_RGB32).save(folder.filePath(u"Полка Hello.png"_s));
        const auto picture = UploadQueue::inspect(folder.filePath(u"Полка Hello.png"_s));
        QVERIFY(picture && olena->openRoom(market)->sendFiles({}, {*picture}));
        QTRY_COMPARE_WITH_TIMEOUT(jane->openRoom(market)->rowCount(), 5, kPatience);
        const QList<QPair<QString, QStringList>> rows = {
            {u"hel"_s, {QString(), u"hello from Olena"_s, u"hello елки"_s, u"Hello World"_s}},
            {u"ёлк"_s, {u"hello елки"_s, u"Ёлка стоит"_s}},
            {u"п'ят"_s, {u"п’ять яблук https://rialto.example"_s}},
            {u"hello from:olena"_s, {QString(), u"hello from Olena"_s}},
            {u"hello from:me in:market"_s, {u"Hello World"_s}},
            {u"has:link"_s, {u"п’ять яблук https://rialto.example"_s}},
            {u"полк"_s, {QString()}},
            {u"has:file"_s, {QString()}},
            {u"has:image hello in:market"_s, {QString()}},
            {u"has:image has:link"_s, {}},
            {u"\"world hello\""_s, {}},
            {u"hello after:2000-01-01 before:2001-01-01"_s, {}},
        };
        const QAbstractItemModelTester tester(&jane->search(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const auto &[asked, expected] : rows)
            QCOMPARE(find(jane, asked), expected);
        QVERIFY(!jane->search().isFromCache());
        QCOMPARE(find(jane, u"hello"_s, other), QStringList{u"hello елки"_s});
        server.kill();
        QTRY_VERIFY_WITH_TIMEOUT(jane->linkState() != LinkState::Online, kPatience);
        for (const auto &[asked, expected] : rows)
            QCOMPARE(find(jane, asked), expected);
        QVERIFY(jane->search().isFromCache());
        QCOMPARE(find(jane, u"hello"_s, other), QStringList{u"hello елки"_s});
        // What was found alone is looked for again once there is a server.
        find(jane, u"hel"_s);
        QVERIFY2(server.start(), qPrintable(server.output()));
        jane->retryNow();
        QTRY_VERIFY_WITH_TIMEOUT(!jane->search().isFromCache() && jane->search().state() == SearchModel::State::Done,
                                 kPatience);
        QCOMPARE(jane->search().rowCount(), 4);
    }

    void whatIsFoundFollowsEditsAndDeletions()
    {
        RealServer server(places::program(u"rialto-server"_s));
        QVERIFY2(server.start(), qPrintable(server.output()));
        LiveClient jane(server, u"jane"_s);
        QTRY_VERIFY_WITH_TIMEOUT(jane.isSettled(), kPatience);
        const RoomId room = makeRoom(jane, u"Room"_s);
        MessageModel &timeline = *jane->openRoom(room);
        for (const QString &text : {u"apple 1"_s, u"apple 2"_s, u"apple 3"_s})
            QVERIFY(timeline.send(text));
        QTRY_VERIFY_WITH_TIMEOUT(jane.isSettled(), kPatience);
        QCOMPARE(find(jane, u"apple"_s), QStringList({u"apple 3"_s, u"apple 2"_s, u"apple 1"_s}));
        QVERIFY(timeline.edit(0, u"cherry"_s));
        timeline.remove(1);
        QVERIFY(timeline.edit(2, u"green apple"_s));
        QTRY_COMPARE_WITH_TIMEOUT(jane->search().rowCount(), 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(jane->search().message(0).text, u"green apple"_s, kPatience);
    }

    void manyPagesAreFetchedAsAskedFor()
    {
        RealServer server(places::program(u"rialto-server"_s));
        QVERIFY2(server.start(), qPrintable(server.output()));
        LiveClient jane(server, u"jane"_s);
        QTRY_VERIFY_WITH_TIMEOUT(jane.isSettled(), kPatience);
        const RoomId room = makeRoom(jane, u"Room"_s);
        for (int i = 0; i < 120; ++i)
            QVERIFY(jane->openRoom(room)->send(u"word %1"_s.arg(i)));
        QTRY_VERIFY_WITH_TIMEOUT(jane.isSettled(), kPatience);
        QCOMPARE(find(jane, u"word"_s).size(), 50);
        SearchModel &found = jane->search();
        for (const int expected : {100, 120}) {
            QVERIFY(found.canFetchMore({}));
            found.fetchMore({});
            QTRY_COMPARE_WITH_TIMEOUT(found.rowCount(), expected, kPatience);
            QTRY_COMPARE_WITH_TIMEOUT(found.state(), SearchModel::State::Done, kPatience);
        }
        QVERIFY(!found.canFetchMore({}));
        QCOMPARE(found.message(119).text, u"word 0"_s);
    }
};

QTEST_GUILESS_MAIN(search_test)
#include "search_test.moc"
