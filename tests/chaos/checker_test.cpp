#include "chaos/Story.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto::chaos;

/// The judge is judged: a good history passes, and each planted fault is found for what it is and nothing else.
class checker_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodHistoriesPass();
    void plantedFaultsAreFound_data();
    void plantedFaultsAreFound();
    void historiesSurviveTheirFile();
};

void checker_test::goodHistoriesPass()
{
    Verdict verdict = judge(goodStory());
    QVERIFY2(verdict.findings.isEmpty(),
             verdict.findings.isEmpty()
                 ? ""
                 : qPrintable(nameOf(verdict.findings.first().fault) + u": "_s + verdict.findings.first().detail));
    QCOMPARE(verdict.acknowledged, 8);
    QCOMPARE(verdict.unknown, 1);
    QCOMPARE(verdict.refused, 1);
    // An unknown outcome may as well not have happened, and what happened in a room before one joined is not owed.
    Story other = goodStory();
    other.erase(Kind::Row, u"server"_s, 0, {{u"data"_s, messageOf(3, u"c"_s, u"jane/5 perhaps"_s)}});
    other.event(Kind::Log, u"server"_s, 14, u"room:2"_s, u"chat.messagePosted"_s, messageOf(9, u"z"_s, u"z"_s));
    other.tell(u"jane"_s, Kind::CaughtUp, 0, {{u"seq"_s, 14}});
    QCOMPARE(judge(other).findings.size(), 0);
    Story file = goodStory();
    tellFile(file, 3, u"aa"_s);
    QCOMPARE(judge(file).findings.size(), 0);
}

using Plant = std::function<void(Story &)>;
Q_DECLARE_METATYPE(Plant)

void checker_test::plantedFaultsAreFound_data()
{
    QTest::addColumn<Fault>("expected");
    QTest::addColumn<Plant>("plant");
    const auto add = [](const char *name, Fault fault, const Plant &plant) { QTest::newRow(name) << fault << plant; };
    const QJsonObject edited = messageOf(1, u"a"_s, u"jane/1 uno"_s, 2);
    const QJsonObject first = messageOf(4, u"x"_s, u"olena/1 first"_s);

    add("an acknowledged message is missing", Fault::LostWrite, [](Story &story) {
        story.send(u"jane"_s, 9, u"e"_s, u"jane/9 gone"_s);
        story.ok(u"jane"_s, 9, {});
    });
    add("what an outbox took is missing", Fault::LostWrite, [=](Story &story) {
        story.erase(Kind::Row, u"server"_s, 0, {{u"data"_s, first}});
    });
    add("an acknowledged message stands twice", Fault::DoubledWrite,
        [](Story &story) { story.row(u"message"_s, messageOf(6, u"y"_s, u"olena/2 second"_s)); });
    add("the same words under another key", Fault::DoubledWrite,
        [](Story &story) { story.row(u"message"_s, messageOf(6, u"q"_s, u"olena/2 second"_s)); });
    add("an unknown outcome was done twice", Fault::UnknownTwice,
        [](Story &story) { story.row(u"message"_s, messageOf(6, u"c"_s, u"jane/5 perhaps"_s)); });
    add("a refused message stands", Fault::Phantom,
        [](Story &story) { story.row(u"message"_s, messageOf(6, u"d"_s, u"jane/6 no"_s)); });
    add("a message that nobody wrote", Fault::Phantom,
        [](Story &story) { story.row(u"message"_s, messageOf(6, u"w"_s, u"nobody/1"_s)); });
    add("a file has other bytes", Fault::LostContent, [](Story &story) { tellFile(story, 3, u"bb"_s); });
    add("a file has none", Fault::LostContent, [](Story &story) { tellFile(story, 3, {}); });
    add("a file is missing", Fault::LostContent, [](Story &story) { tellFile(story, 4, u"aa"_s); });
    add("an acknowledged edit is gone", Fault::LostChange, [](Story &story) {
        story.invoke(u"jane"_s, 9, u"chat.edit"_s, {{u"target"_s, u"a"_s}, {u"text"_s, u"jane/1 ein"_s}});
        story.ok(u"jane"_s, 9, {});
    });
    add("a deleted message is back", Fault::LostChange, [](Story &story) {
        story.find(Kind::Row, u"server"_s, 0, {{u"data"_s, deletedOf(2, u"b"_s, 2)}}).data[u"data"_s] =
            messageOf(2, u"b"_s, u"jane/2 two"_s, 3);
    });
    add("an acknowledged reaction is gone", Fault::LostChange, [](Story &story) {
        story.invoke(u"jane"_s, 9, u"chat.addReaction"_s,
                     {{u"messageId"_s, 1}, {u"emoji"_s, u"👍"_s}, {u"userId"_s, 1}});
        story.ok(u"jane"_s, 9, {});
    });
    add("two messages changed places", Fault::Reordered, [](Story &story) {
        story.send(u"jane"_s, 9, u"e"_s, u"jane/9 late"_s);
        story.ok(u"jane"_s, 9, messageOf(0, u"e"_s, u"jane/9 late"_s));
        story.row(u"message"_s, messageOf(0, u"e"_s, u"jane/9 late"_s));
    });
    add("an outbox was sent backwards", Fault::Reordered, [](Story &story) {
        story.send(u"olena"_s, 3, {}, u"olena/3 third"_s, true);
        story.tell(u"olena"_s, Kind::Kept, 3, {{u"clientId"_s, u"v"_s}});
        story.row(u"message"_s, messageOf(3, u"v"_s, u"olena/3 third"_s));
        story.erase(Kind::Row, u"server"_s, 0, {{u"data"_s, messageOf(3, u"c"_s, u"jane/5 perhaps"_s)}});
    });
    add("a reader missed an event", Fault::Gap, [](Story &story) {
        story.erase(Kind::Event, u"jane"_s, 0, {{u"seq"_s, 12}});
    });
    add("a reader heard an event twice", Fault::DoubledEvent,
        [=](Story &story) { story.event(Kind::Event, u"jane"_s, 12, u"room:1"_s, u"chat.messageEdited"_s, edited); });
    add("a reader heard the later event first", Fault::Reordered, [](Story &story) {
        Record &early = story.find(Kind::Event, u"jane"_s, 0, {{u"seq"_s, 12}});
        Record &late = story.find(Kind::Event, u"jane"_s, 0, {{u"seq"_s, 13}});
        std::swap(early.data, late.data);
    });
    add("an event was told before its commit", Fault::EventWithoutCommit, [](Story &story) {
        story.event(Kind::Event, u"jane"_s, 14, u"catalog"_s, u"catalog.productCreated"_s,
                    {{u"id"_s, 1}, {u"version"_s, 1}});
    });
    add("the log has a hole", Fault::LogHole, [](Story &story) {
        story.event(Kind::Log, u"server"_s, 15, u"room:2"_s, u"chat.memberAdded"_s, memberOf(8, 0));
    });
    add("the log edits what it has not posted", Fault::ChangeBeforeCreation, [=](Story &story) {
        std::swap(story.find(Kind::Log, u"server"_s, 0, {{u"seq"_s, 11}}).data,
                  story.find(Kind::Log, u"server"_s, 0, {{u"seq"_s, 12}}).data);
        story.find(Kind::Log, u"server"_s, 0, {{u"seq"_s, 11}}).data[u"seq"_s] = 99;
        story.find(Kind::Log, u"server"_s, 0, {{u"seq"_s, 12}}).data[u"seq"_s] = 11;
        story.find(Kind::Log, u"server"_s, 0, {{u"seq"_s, 99}}).data[u"seq"_s] = 12;
        Record &posted = story.find(Kind::Event, u"jane"_s, 0, {{u"seq"_s, 11}});
        Record &changed = story.find(Kind::Event, u"jane"_s, 0, {{u"seq"_s, 12}});
        std::swap(posted.data, changed.data);
        posted.data[u"seq"_s] = 11;
        changed.data[u"seq"_s] = 12;
    });
    add("one version with two texts", Fault::TwoTruths, [](Story &story) {
        story.find(Kind::Event, u"jane"_s, 0, {{u"seq"_s, 12}}).data[u"data"_s] =
            messageOf(1, u"a"_s, u"jane/1 other"_s, 2);
    });
    add("a page without one's own message", Fault::StaleRead, [](Story &story) {
        story.find(Kind::Read, u"jane"_s).data[u"versions"_s] = QJsonObject{{u"1"_s, 2}};
    });
    add("a page with the text before the edit", Fault::StaleRead, [](Story &story) {
        story.find(Kind::Read, u"jane"_s).data[u"versions"_s] = QJsonObject{{u"1"_s, 1}, {u"2"_s, 2}};
    });
    add("a read marker moved back", Fault::MarkerWentBack, [](Story &story) {
        story.find(Kind::Row, u"server"_s, 0, {{u"data"_s, memberOf(7, 2)}}).data[u"data"_s] = memberOf(7, 1);
    });
    add("one who joined is not in the room", Fault::WrongMembership, [](Story &story) {
        story.find(Kind::Row, u"server"_s, 0, {{u"what"_s, u"member"_s}}).data[u"data"_s] = QJsonObject{
            {u"roomId"_s, 1}, {u"userId"_s, 7}, {u"lastReadMessageId"_s, 2}, {u"leftAt"_s, 9}, {u"version"_s, 2}};
    });
    add("a client ends in another state", Fault::Diverged, [](Story &story) {
        story.find(Kind::Final, u"jane"_s).data[u"sections"_s] =
            QJsonObject{{u"rooms"_s, u"r"_s}, {u"messages:1"_s, u"other"_s}};
    });
    add("a client never showed its state", Fault::Diverged, [](Story &story) { story.erase(Kind::Final, u"jane"_s); });
}

void checker_test::plantedFaultsAreFound()
{
    QFETCH(Fault, expected);
    QFETCH(Plant, plant);
    Story story = goodStory();
    plant(story);
    QCOMPARE(missedIn(story, expected), QString());
}

void checker_test::historiesSurviveTheirFile()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"history"_s);
    HistoryWriter writer(file, u"jane"_s);
    writer.write(Kind::Invoke, 1, {{u"method"_s, u"chat.send"_s}});
    writer.writeFor(u"server"_s, Kind::Row, 0, {{u"what"_s, u"room"_s}});
    // The writer was killed in the middle of a line.
    QFile torn(file);
    QVERIFY(torn.open(QIODevice::Append));
    torn.write("{\"k\":\"ok\",\"c\":\"ja");
    torn.close();
    const QList<Record> records = readHistory(file);
    QCOMPARE(records.size(), 2);
    QCOMPARE(records[0].data["method"_L1].toString(), u"chat.send"_s);
    QCOMPARE(records[0].op, 1);
    QVERIFY(records[0].at > 0 && records[1].at >= records[0].at);
    QCOMPARE(records[1].client, u"server"_s);
    QCOMPARE(records[1].kind, Kind::Row);
}

QTEST_APPLESS_MAIN(checker_test)
#include "checker_test.moc"
