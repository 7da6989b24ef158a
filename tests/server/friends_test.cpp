#include "core/Quiet.h"
#include "support/TestServer.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

QString stateOf(TestServer &server, const Person &who, const Person &other)
{
    const Answer answer = server.api("GET", u"friends/%1"_s.arg(other.id), who);
    return answer.status == 200 ? answer.body.value("state"_L1).toString() : QString::number(answer.status);
}

Answer ask(TestServer &server, const Person &who, const Person &other)
{
    return server.api("PUT", u"friends/%1"_s.arg(other.id), who);
}

qint64 momentAt(const QByteArray &zone, int hour, int minute)
{
    return QDateTime(QDate(2026, 11, 20), QTime(hour, minute), QTimeZone(zone)).toMSecsSinceEpoch();
}

} // namespace

/// Friends, and what people say about themselves.
class FriendsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void askingAndAgreeing()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        TestSocket socket(server.port());
        socket.start(omar);
        QCOMPARE(stateOf(server, jane, omar), u"404"_s);
        QCOMPARE(ask(server, jane, omar).status, 200);
        QCOMPARE(stateOf(server, jane, omar), u"invited"_s);
        QCOMPARE(stateOf(server, omar, jane), u"asked"_s);
        QCOMPARE(ask(server, jane, omar).body.value("version"_L1).toInt(), 1); // Asking again changes nothing.
        QCOMPARE(ask(server, omar, jane).body.value("state"_L1).toString(), u"friend"_s);
        QCOMPARE(stateOf(server, jane, omar), u"friend"_s);
        socket.settle();
        const auto events = socket.events(u"friends.friendChanged"_s);
        QCOMPARE(events.size(), 2);
        QCOMPARE(events.last().value("data"_L1)["friendId"_L1].toInteger(), jane.id);
        QCOMPARE(server.api("GET", u"friends"_s, jane).body.value("items"_L1).toArray().size(), 1);
    }

    void endingAndBeginningAnew()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        ask(server, jane, omar);
        QCOMPARE(server.api("DELETE", u"friends/%1"_s.arg(jane.id), omar).status, 204); // Declined.
        QCOMPARE(stateOf(server, jane, omar), u"404"_s);
        QCOMPARE(server.api("DELETE", u"friends/%1"_s.arg(jane.id), omar).status, 404);
        QVERIFY(server.api("GET", u"friends"_s, jane).body.value("items"_L1).toArray().isEmpty());
        QCOMPARE(ask(server, omar, jane).status, 200);
        QCOMPARE(stateOf(server, jane, omar), u"asked"_s);
        QVERIFY(ask(server, jane, omar).body.value("version"_L1).toInt() > 3);
    }

    void nobodyIsOnesOwnFriendNorThatOfAGhost()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        QCOMPARE(ask(server, jane, jane).status, 422);
        QCOMPARE(server.api("PUT", u"friends/999"_s, jane).status, 404);
    }

    void aDeletedAccountHasNoFriends()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        ask(server, jane, omar);
        ask(server, omar, jane);
        QCOMPARE(server.api("DELETE", u"users/me"_s, omar).status, 204);
        QVERIFY(server.api("GET", u"friends"_s, jane).body.value("items"_L1).toArray().isEmpty());
    }

    void friendsPage()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        for (int i = 0; i < 5; ++i)
            ask(server, jane, server.aUser(u"friend%1"_s.arg(i)));
        QSet<qint64> found;
        QString after;
        do {
            const Answer page = server.api("GET", u"friends?limit=2&after="_s + after, jane);
            for (const QJsonValue item : page.body.value("items"_L1).toArray())
                found.insert(item["friendId"_L1].toInteger());
            after = page.body.value("nextCursor"_L1).toString();
        } while (!after.isEmpty());
        QCOMPARE(found.size(), 5);
    }

    void whatOneSaysAboutOneself()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        QCOMPARE(server.api("PATCH", u"users/me"_s, jane, {{u"statusText"_s, u"At the warehouse"_s}}).status, 200);
        QCOMPARE(server.api("GET", u"users/%1"_s.arg(jane.id), omar).body.value("statusText"_L1).toString(),
                 u"At the warehouse"_s);
        const Answer wrong = server.api("PATCH", u"users/me"_s, jane, {{u"timeZone"_s, u"Mars/Olympus"_s}});
        QCOMPARE(wrong.status, 422);
        QCOMPARE(wrong.field(), u"timeZone"_s);
        for (const QString &zone : {u"Etc/UTC"_s, u"Europe/Kiev"_s})
            QCOMPARE(server.api("PATCH", u"users/me"_s, jane, {{u"timeZone"_s, zone}}).status, 200);
        QCOMPARE(server.api("PATCH", u"users/me"_s, jane, {{u"quietFrom"_s, 1440}}).status, 422);
        const Answer quiet = server.api(
            "PATCH", u"users/me"_s, jane,
            {{u"quietHours"_s, true}, {u"quietFrom"_s, 60}, {u"quietTo"_s, 120}, {u"timeZone"_s, u"Europe/Kyiv"_s}});
        QCOMPARE(quiet.body.value("quietTo"_L1).toInt(), 120);
        QVERIFY(!server.api("GET", u"users/%1"_s.arg(jane.id), omar).body.contains("quietTo"_L1));
    }

    void quietHoursFollowTheClockOfThePerson_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("hour");
        QTest::addColumn<bool>("isQuiet");
        QTest::newRow("before") << 9 * 60 << 17 * 60 << 8 << false;
        QTest::newRow("begins") << 9 * 60 << 17 * 60 << 9 << true;
        QTest::newRow("ended") << 9 * 60 << 17 * 60 << 17 << false;
        QTest::newRow("over midnight, late") << 22 * 60 << 8 * 60 << 23 << true;
        QTest::newRow("over midnight, early") << 22 * 60 << 8 * 60 << 3 << true;
        QTest::newRow("over midnight, by day") << 22 * 60 << 8 * 60 << 12 << false;
        QTest::newRow("the whole day") << 0 << 0 << 12 << true;
    }
    void quietHoursFollowTheClockOfThePerson()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(int, hour);
        QFETCH(bool, isQuiet);
        const Quiet quiet{false, true, from, to, u"Europe/Kyiv"_s};
        QCOMPARE(quiet.holdsAt(momentAt("Europe/Kyiv", hour, 0)), isQuiet);
        QVERIFY(Quiet({true, false, from, to, {}}).holdsAt(momentAt("UTC", hour, 0)));
    }

    void whoDoesNotWantToBeDisturbedIsSeenSo()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        TestSocket desk(server.port());
        desk.start(jane);
        TestSocket watcher(server.port());
        watcher.start(omar);
        const auto availability = [&] {
            const auto items = resultOf(watcher.call(u"presence.list"_s)).value("items"_L1).toArray();
            return items.first()["availability"_L1].toString();
        };
        QCOMPARE(availability(), u"online"_s);
        desk.call(u"people.changeMe"_s, {{u"doNotDisturb"_s, true}});
        QCOMPARE(availability(), u"doNotDisturb"_s);
        QVERIFY(waitFor([&] {
            const auto events = watcher.events(u"presence.changed"_s);
            return std::any_of(events.begin(), events.end(), [&](const QJsonObject &event) {
                return event.value("data"_L1)["doNotDisturb"_L1].toArray().contains(jane.id);
            });
        }));
        server.stop();
        server.start();
        TestSocket again(server.port());
        again.start(jane);
        QCOMPARE(resultOf(again.call(u"presence.list"_s)).value("items"_L1)[0]["availability"_L1].toString(),
                 u"doNotDisturb"_s);
    }
};

QTEST_GUILESS_MAIN(FriendsTest)
#include "friends_test.moc"
