#include "core/PresenceBoard.h"
#include "protocol/Presence.h"
#include "support/TestServer.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

class SomeDevice final : public Device
{
public:
    bool hears(const QByteArray &) const override { return true; }
};

const UserId kJane{1};
const UserId kOmar{2};

/// The word of the newest announcement that this socket heard of somebody; empty when there was none.
QString announced(const TestSocket &socket, const Person &who)
{
    QString word;
    for (const QJsonObject &event : socket.events(u"presence.changed"_s)) {
        const QJsonObject data = event.value("data"_L1).toObject();
        for (const QString &list : {u"online"_s, u"away"_s, u"doNotDisturb"_s, u"offline"_s}) {
            if (data.value(list).toArray().contains(who.id))
                word = list;
        }
    }
    return word;
}

QJsonObject presenceOf(TestSocket &socket, const Person &who)
{
    for (const QJsonValue item : resultOf(socket.call(u"presence.list"_s)).value("items"_L1).toArray()) {
        if (item["userId"_L1].toInteger() == who.id)
            return item.toObject();
    }
    return {};
}

} // namespace

class PresenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalDevicesAreOnePerson()
    {
        ManualClock clock;
        PresenceBoard board(clock);
        QSignalSpy changed(&board, &PresenceBoard::changed);
        SomeDevice phone;
        SomeDevice desk;
        const auto availability = [&] { return board.list({}, 10).first().availability; };
        board.arrived(&desk, kJane);
        board.arrived(&phone, kJane);
        QCOMPARE(availability(), Availability::Online);
        board.setIdle(&desk, true);
        QCOMPARE(availability(), Availability::Online); // Still at the phone.
        board.setIdle(&phone, true);
        QCOMPARE(availability(), Availability::Away);
        board.left(&phone);
        QCOMPARE(availability(), Availability::Away);
        board.left(&desk);
        board.left(&desk);
        QCOMPARE(availability(), Availability::Offline);
        QCOMPARE(board.list({}, 10).first().lastSeenAt, clock.nowMs());
        // All of that within one moment is nothing new: nobody knew her before either.
        SomeDevice other;
        board.arrived(&other, kOmar);
        QVERIFY(waitFor([&] { return !changed.isEmpty(); }));
        const auto change = changed.first().first().value<PresenceChange>();
        QCOMPARE(change.online, QList<UserId>{kOmar});
        QVERIFY(change.offline.isEmpty() && change.away.isEmpty());
    }

    void aCrowdIsAnnouncedTogether()
    {
        ManualClock clock;
        PresenceBoard board(clock);
        QSignalSpy changed(&board, &PresenceBoard::changed);
        std::vector<SomeDevice> devices(1000);
        for (size_t i = 0; i < devices.size(); ++i)
            board.arrived(&devices[i], UserId{static_cast<qint64>(i) + 1});
        QVERIFY(waitFor([&] { return !changed.isEmpty(); }));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().value<PresenceChange>().online.size(), 1000);
        QCOMPARE(board.list(UserId{990}, 200).size(), 10);
    }

    void whatIsSavedIsNotSavedAgain()
    {
        ManualClock clock;
        PresenceBoard board(clock);
        SomeDevice desk;
        board.arrived(&desk, kOmar);
        const auto unsaved = board.listUnsaved(60'000);
        QCOMPARE(unsaved.size(), 1);
        board.markSaved(unsaved);
        QVERIFY(board.listUnsaved(60'000).isEmpty());
        clock.advance(61'000);
        QCOMPARE(board.listUnsaved(60'000).size(), 1);
    }

    void othersSeeWhoComesAndGoes()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        TestSocket watcher(server.port());
        watcher.start(omar);
        QVERIFY(presenceOf(watcher, jane).isEmpty()); // Never here.
        {
            TestSocket desk(server.port());
            desk.start(jane);
            QVERIFY(waitFor([&] { return announced(watcher, jane) == "online"_L1; }));
            QVERIFY(!desk.call(u"presence.report"_s, {{u"idle"_s, true}}).contains("error"_L1));
            QVERIFY(waitFor([&] { return announced(watcher, jane) == "away"_L1; }));
            QCOMPARE(presenceOf(watcher, jane).value("availability"_L1).toString(), u"away"_s);
            desk.call(u"presence.report"_s, {{u"idle"_s, false}});
            QVERIFY(waitFor([&] { return announced(watcher, jane) == "online"_L1; }));
        }
        QVERIFY(waitFor([&] { return announced(watcher, jane) == "offline"_L1; }));
        QVERIFY(presenceOf(watcher, jane).value("lastSeenAt"_L1).toInteger() > 0);
        for (const QJsonObject &event : watcher.events(u"presence.changed"_s))
            QVERIFY(!event.contains("seq"_L1));
        QCOMPARE(server.api("GET", u"presence"_s, omar).body.value("items"_L1).toArray().size(), 2);
    }

    void whenSomebodyWasHereOutlivesTheServer()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        qint64 seen = 0;
        {
            TestSocket desk(server.port());
            desk.start(jane);
            seen = server.clock.nowMs();
            QSignalSpy stopped(&server.app(), &ServerApp::stopped);
            server.app().stop();
            QVERIFY(waitFor([&] { return !stopped.isEmpty(); }));
        }
        server.stop();
        server.start();
        TestSocket watcher(server.port());
        watcher.start(omar);
        const QJsonObject presence = presenceOf(watcher, jane);
        QCOMPARE(presence.value("availability"_L1).toString(), u"offline"_s);
        QVERIFY(presence.value("lastSeenAt"_L1).toInteger() >= seen);
    }

    void onlyMembersTypeAndHearOfIt()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        const Person guest = server.aUser(u"guest"_s, Role::Guest);
        const qint64 room = server.aRoom(jane, u"General"_s);
        TestSocket writer(server.port());
        writer.start(jane);
        TestSocket other(server.port());
        other.start(omar);
        TestSocket visitor(server.port());
        visitor.start(guest);
        const QJsonObject where{{u"roomId"_s, room}};
        QCOMPARE(codeOf(other.call(u"chat.typing"_s, where)), u"notFound"_s);
        QCOMPARE(codeOf(visitor.call(u"chat.typing"_s, where)), u"forbidden"_s);
        QVERIFY(!writer.call(u"chat.typing"_s, where).contains("error"_L1));
        other.settle();
        QVERIFY(other.events(u"chat.userTyping"_s).isEmpty());
        QCOMPARE(server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(omar.id), omar).status, 200);
        QVERIFY(!writer.call(u"chat.typing"_s, where).contains("error"_L1));
        QVERIFY(waitFor([&] { return !other.events(u"chat.userTyping"_s).isEmpty(); }));
        const QJsonObject event = other.events(u"chat.userTyping"_s).last();
        QCOMPARE(event.value("data"_L1).toObject().value("userId"_L1).toInteger(), jane.id);
        QVERIFY(!event.contains("seq"_L1));
    }

    void typingIsRateLimited()
    {
        TestServer server([](Config &config) { config.noRateLimits = false; });
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        TestSocket writer(server.port());
        writer.start(jane);
        int refused = 0;
        for (int i = 0; i < 30; ++i)
            refused += codeOf(writer.call(u"chat.typing"_s, {{u"roomId"_s, room}})) == "rateLimited"_L1;
        QVERIFY(refused > 0 && refused < 30);
    }
};

QTEST_GUILESS_MAIN(PresenceTest)
#include "presence_test.moc"
