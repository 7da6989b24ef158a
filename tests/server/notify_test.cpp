#include "features/notify/NotifyService.h"
#include "support/Office.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

class NotifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDirectMessageConcernsTheOther()
    {
        Office office;
        TestSocket socket(office.server.port());
        socket.start(office.omar);
        const qint64 room = office.direct();
        const qint64 message = office.say(room, u"Hello"_s);
        const QJsonArray all = office.notificationsOf(office.omar);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0]["kind"_L1].toString(), u"directMessage"_s);
        QCOMPARE(all[0]["actorId"_L1].toInteger(), office.jane.id);
        QCOMPARE(all[0]["roomId"_L1].toInteger(), room);
        QCOMPARE(all[0]["messageId"_L1].toInteger(), message);
        QCOMPARE(all[0]["text"_L1].toString(), u"Hello"_s);
        QVERIFY(!all[0]["silent"_L1].toBool());
        QVERIFY(office.notificationsOf(office.jane).isEmpty());
        socket.settle();
        QCOMPARE(socket.events(u"notify.posted"_s).size(), 1);
    }

    void aFloodIsOneNotification()
    {
        Office office;
        const qint64 room = office.direct();
        for (int i = 1; i <= 20; ++i)
            office.say(room, u"Line %1"_s.arg(i));
        QJsonArray all = office.notificationsOf(office.omar);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0]["count"_L1].toInt(), 20);
        QCOMPARE(all[0]["text"_L1].toString(), u"Line 20"_s);
        // Once it was read, the next is a new one.
        office.server.api("PATCH", u"notifications/%1"_s.arg(all[0]["id"_L1].toInteger()), office.omar);
        office.say(room, u"Later"_s);
        all = office.notificationsOf(office.omar);
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0]["count"_L1].toInt(), 1);
        QCOMPARE(office.notificationsOf(office.omar, u"?unread=true"_s).size(), 1);
    }

    void readingTheRoomReadsThem()
    {
        Office office;
        const qint64 room = office.direct();
        const qint64 first = office.say(room, u"One"_s);
        TestSocket other(office.server.port());
        other.start(office.omar);
        office.server.api("PUT", u"rooms/%1/read"_s.arg(room), office.omar, {{u"messageId"_s, first}});
        QVERIFY(office.notificationsOf(office.omar, u"?unread=true"_s).isEmpty());
        other.settle(); // The other device hears of it.
        QCOMPARE(other.events(u"notify.changed"_s).size(), 1);
    }

    void whatWasRetractedIsQuotedNowhere()
    {
        Office office;
        const qint64 room = office.direct();
        const qint64 message = office.say(room, u"The safe is 4711"_s);
        const QString path = u"rooms/%1/messages/%2"_s.arg(room).arg(message);
        office.server.api("PATCH", path, office.jane, {{u"text"_s, u"The safe is closed"_s}});
        QCOMPARE(office.notificationsOf(office.omar)[0]["text"_L1].toString(), u"The safe is closed"_s);
        office.server.api("DELETE", path, office.jane);
        QVERIFY(office.notificationsOf(office.omar).isEmpty());
        QVERIFY(!office.logged().contains("The safe is"));
    }

    void oneOfSeveralIsWithdrawnAloneAndQuotedNowhere()
    {
        Office office;
        const qint64 room = office.direct();
        const qint64 first = office.say(room, u"The safe is 4711"_s);
        const qint64 second = office.say(room, u"hi"_s);
        const qint64 third = office.say(room, u"there"_s);
        const auto withdraw = [&](qint64 message) {
            return office.server.api("DELETE", u"rooms/%1/messages/%2"_s.arg(room).arg(message), office.jane).status;
        };
        QCOMPARE(withdraw(first), 204);
        QJsonArray all = office.notificationsOf(office.omar);
        QCOMPARE(all[0]["count"_L1].toInt(), 2);
        QCOMPARE(all[0]["text"_L1].toString(), u"there"_s);
        QVERIFY(!office.logged().contains("4711"));
        QCOMPARE(withdraw(third), 204);
        all = office.notificationsOf(office.omar);
        QCOMPARE(all[0]["count"_L1].toInt(), 1);
        QCOMPARE(all[0]["text"_L1].toString(), u"hi"_s);
        QCOMPARE(all[0]["messageId"_L1].toInteger(), second);
        QCOMPARE(withdraw(second), 204);
        QVERIFY(office.notificationsOf(office.omar).isEmpty());
    }

    void beingAddedIsAnInvitationAndLeavingTakesItBack()
    {
        Office office;
        const qint64 room = office.server.aRoom(office.jane, u"Secret"_s, u"private"_s);
        const QString member = u"rooms/%1/members/%2"_s.arg(room).arg(office.omar.id);
        office.server.api("PUT", member, office.jane);
        QCOMPARE(office.notificationsOf(office.omar)[0]["kind"_L1].toString(), u"invitation"_s);
        QVERIFY(office.notificationsOf(office.jane).isEmpty()); // Who opens a room is not invited to it.
        office.server.api("PUT", member, office.jane, {{u"role"_s, u"moderator"_s}});
        const QJsonArray all = office.notificationsOf(office.omar);
        QCOMPARE(all[0]["kind"_L1].toString(), u"roleChange"_s);
        QCOMPARE(all[0]["text"_L1].toString(), u"moderator"_s);
        office.server.api("DELETE", member, office.omar);
        QVERIFY(office.notificationsOf(office.omar).isEmpty());
    }

    /// Or nobody could change it, add people or delete it any more.
    void aRoomIsNotLeftWithoutAnOwner()
    {
        Office office;
        const Person jill = office.server.aUser(u"jill"_s);
        const qint64 room = office.server.aRoom(office.jane, u"Shed"_s, u"private"_s);
        const auto path = [room](qint64 person) { return u"rooms/%1/members/%2"_s.arg(room).arg(person); };
        const auto roles = [&](const auto &viewer) {
            QMap<qint64, QString> all;
            const Answer answer = office.server.api("GET", u"rooms/%1/members"_s.arg(room), viewer);
            for (const QJsonValue &member : answer.body["items"_L1].toArray()) {
                if (member["leftAt"_L1].isNull())
                    all.insert(member["userId"_L1].toInteger(), member["role"_L1].toString());
            }
            return all;
        };
        office.server.api("PUT", path(office.omar.id), office.jane);
        office.server.api("PUT", path(jill.id), office.jane);
        office.server.api("PUT", path(jill.id), office.jane, {{u"role"_s, u"moderator"_s}});
        QCOMPARE(office.server.api("DELETE", path(office.jane.id), office.jane).status, 204);
        QCOMPARE(roles(jill), (QMap<qint64, QString>{{office.omar.id, u"member"_s}, {jill.id, u"owner"_s}}));
        QCOMPARE(office.notificationsOf(jill)[0]["kind"_L1].toString(), u"roleChange"_s);
        // Where another owner stays, and where an ordinary member goes, nobody is made one.
        office.server.api("PUT", path(office.jane.id), jill);
        office.server.api("PUT", path(office.jane.id), jill, {{u"role"_s, u"owner"_s}});
        office.server.api("DELETE", path(office.jane.id), office.jane);
        QCOMPARE(roles(jill), (QMap<qint64, QString>{{office.omar.id, u"member"_s}, {jill.id, u"owner"_s}}));
        // Nor may the last one step down.
        const auto step = [&] { return office.server.api("PUT", path(jill.id), jill, {{u"role"_s, u"member"_s}}); };
        QCOMPARE(step().status, 409);
        // Whose account goes leaves, too; among equals who has been there longest follows.
        office.server.api("PUT", path(office.jane.id), jill);
        QCOMPARE(office.server.api("DELETE", u"users/me"_s, jill).status, 204);
        QCOMPARE(roles(office.omar),
                 (QMap<qint64, QString>{{office.omar.id, u"owner"_s}, {office.jane.id, u"member"_s}}));
    }

    /// Who cannot do what owners do is no owner, however long they have been there.
    void guestsAndClosedAccountsInheritNothing()
    {
        Office office;
        const Person guest = office.server.aUser(u"guest"_s, Role::Guest);
        const Person away = office.server.aUser(u"away"_s);
        const qint64 room = office.server.aRoom(office.jane, u"Shed"_s, u"private"_s);
        const auto path = [room](qint64 person) { return u"rooms/%1/members/%2"_s.arg(room).arg(person); };
        for (const Person &person : {guest, away, office.omar})
            QCOMPARE(office.server.api("PUT", path(person.id), office.jane).status, 200);
        QVERIFY(office.server.api("PUT", path(away.id), office.jane, {{u"role"_s, u"moderator"_s}}).status == 200);
        office.server.operate(u"people.setDisabled"_s, {{u"name"_s, u"away"_s}, {u"disabled"_s, true}});
        QCOMPARE(office.server.api("DELETE", path(office.jane.id), office.jane).status, 204);
        const Answer answer = office.server.api("GET", u"rooms/%1/members"_s.arg(room), office.omar);
        for (const QJsonValue &member : answer.body["items"_L1].toArray()) {
            if (member["role"_L1] == "owner"_L1 && member["leftAt"_L1].isNull())
                QCOMPARE(member["userId"_L1].toInteger(), office.omar.id);
        }
        QCOMPARE(office.notificationsOf(office.omar)[0]["kind"_L1].toString(), u"roleChange"_s);
    }

    void friendshipIsAskedAndAnswered()
    {
        Office office;
        office.server.api("PUT", u"friends/%1"_s.arg(office.omar.id), office.jane);
        QCOMPARE(office.notificationsOf(office.omar)[0]["kind"_L1].toString(), u"friendRequest"_s);
        office.server.api("PUT", u"friends/%1"_s.arg(office.jane.id), office.omar);
        QVERIFY(office.notificationsOf(office.omar).isEmpty()); // Answered.
        const QJsonArray all = office.notificationsOf(office.jane);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0]["kind"_L1].toString(), u"friendAccepted"_s);
        QCOMPARE(all[0]["actorId"_L1].toInteger(), office.omar.id);
    }

    void quietHoursAreKeptButForWhatIsCritical()
    {
        Office office;
        office.server.api("PATCH", u"users/me"_s, office.omar, {{u"doNotDisturb"_s, true}});
        office.say(office.direct(), u"Are you there?"_s);
        QVERIFY(office.notificationsOf(office.omar)[0]["silent"_L1].toBool());
        office.server.operate(u"people.setRole"_s, {{u"name"_s, u"omar"_s}, {u"role"_s, u"manager"_s}});
        const QJsonArray all = office.notificationsOf(office.omar);
        QCOMPARE(all[0]["kind"_L1].toString(), u"roleChange"_s);
        QCOMPARE(all[0]["priority"_L1].toString(), u"critical"_s);
        QVERIFY(!all[0]["silent"_L1].toBool());
    }

    void othersCannotTouchThem()
    {
        Office office;
        office.say(office.direct(), u"Hello"_s);
        const qint64 id = office.notificationsOf(office.omar)[0]["id"_L1].toInteger();
        const QString path = u"notifications/%1"_s.arg(id);
        QCOMPARE(office.server.api("PATCH", path, office.jane).status, 404);
        QCOMPARE(office.server.api("DELETE", path, office.jane).status, 404);
        QCOMPARE(office.server.api("PATCH", path, office.omar, {{u"read"_s, true}}).status, 200);
        const Answer unread = office.server.api("PATCH", path, office.omar, {{u"read"_s, false}});
        QVERIFY(unread.body.value("readAt"_L1).isNull());
        QCOMPARE(office.server.api("DELETE", path, office.omar).status, 204);
        QCOMPARE(office.server.api("DELETE", path, office.omar).status, 404);
    }

    void allAreReadAtOnce()
    {
        Office office;
        for (int i = 0; i < 3; ++i)
            office.server.api("PUT", u"friends/%1"_s.arg(office.omar.id), office.server.aUser(u"friend%1"_s.arg(i)));
        TestSocket socket(office.server.port());
        socket.start(office.omar);
        QCOMPARE(office.notificationsOf(office.omar, u"?unread=true"_s).size(), 3);
        const Answer read = office.server.api("POST", u"notifications/read-all"_s, office.omar);
        QCOMPARE(read.status, 200);
        QVERIFY(office.notificationsOf(office.omar, u"?unread=true"_s).isEmpty());
        socket.settle();
        QCOMPARE(socket.events(u"notify.allRead"_s).size(), 1);
        // Paged, newest first.
        const Answer page = office.server.api("GET", u"notifications?limit=2"_s, office.omar);
        QCOMPARE(page.body.value("items"_L1).toArray().size(), 2);
        QCOMPARE(page.body.value("items"_L1)[0]["id"_L1].toInteger(), read.body.value("throughId"_L1).toInteger());
        const QString after = page.body.value("nextCursor"_L1).toString();
        QCOMPARE(office.notificationsOf(office.omar, u"?limit=2&after="_s + after).size(), 1);
    }

    void ordinaryMessagesConcernNobody()
    {
        Office office;
        const qint64 room = office.server.aRoom(office.jane, u"General"_s);
        office.server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(office.omar.id), office.omar);
        office.say(room, u"Good morning"_s);
        QVERIFY(office.notificationsOf(office.omar).isEmpty());
    }

    void aDeletedAccountLeavesNoneBehind()
    {
        Office office;
        office.say(office.direct(), u"A secret"_s);
        QCOMPARE(office.server.api("DELETE", u"users/me"_s, office.omar).status, 204);
        const auto database = Database::open(office.server.databasePath(), dialect::Mode::ReadOnly);
        QCOMPARE((*database)->value("SELECT count(*) FROM notification").value(), 0);
    }

    void oldOnesAreRemovedInSteps()
    {
        Office office;
        office.say(office.direct(), u"Hello"_s);
        const auto database = Database::open(office.server.databasePath(), dialect::Mode::ReadWrite);
        const qint64 now = office.server.clock.nowMs();
        QCOMPARE(notification_store::removeOld(**database, now - NotifyService::kKeptMs, 10), 0);
        QCOMPARE(notification_store::removeOld(**database, now + 1, 10), 1);
    }
};

QTEST_GUILESS_MAIN(NotifyTest)
#include "notify_test.moc"
