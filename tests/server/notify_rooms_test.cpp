#include "support/Office.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

/// Whom what is said in rooms concerns: mentions, replies, reactions, levels.
class NotifyRoomsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mentionsRepliesAndReactionsConcernTheAddressed()
    {
        Office office;
        const qint64 room = office.server.aRoom(office.jane, u"General"_s);
        office.server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(office.omar.id), office.omar);
        const QString messages = u"rooms/%1/messages"_s.arg(room);
        const qint64 asked = office.server.api("POST", messages, office.omar, {{u"text"_s, u"Who has it?"_s}}).id();
        const qint64 called = office.say(room, u"@omar look here"_s);
        QJsonArray all = office.notificationsOf(office.omar);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0]["kind"_L1].toString(), u"mention"_s);
        QCOMPARE(all[0]["messageId"_L1].toInteger(), called);
        office.server.api("POST", messages, office.jane, {{u"text"_s, u"I have"_s}, {u"replyToId"_s, asked}});
        office.server.api("PUT", messages + u"/%1/reactions/👍"_s.arg(asked), office.jane);
        all = office.notificationsOf(office.omar);
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[1]["kind"_L1].toString(), u"reply"_s);
        QCOMPARE(all[0]["kind"_L1].toString(), u"reaction"_s);
        QCOMPARE(all[0]["text"_L1].toString(), u"👍"_s);
        // Taking it back is no news.
        office.server.api("DELETE", messages + u"/%1/reactions/👍"_s.arg(asked), office.jane);
        QCOMPARE(office.notificationsOf(office.omar)[0]["count"_L1].toInt(), 1);
        QVERIFY(office.notificationsOf(office.jane).isEmpty());
    }

    void everyoneIsEveryoneButTheAuthor()
    {
        Office office;
        const qint64 room = office.server.aRoom(office.jane, u"General"_s);
        office.server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(office.omar.id), office.omar);
        office.say(room, u"@everyone: lunch"_s);
        QCOMPARE(office.notificationsOf(office.omar)[0]["kind"_L1].toString(), u"mention"_s);
        QVERIFY(office.notificationsOf(office.jane).isEmpty());
    }

    void whomOnlyTheNewTextMentionsIsToldOnce()
    {
        Office office;
        const qint64 room = office.server.aRoom(office.jane, u"General"_s);
        office.server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(office.omar.id), office.omar);
        const QString path = u"rooms/%1/messages/%2"_s.arg(room).arg(office.say(room, u"Look here"_s));
        office.server.api("PATCH", path, office.jane, {{u"text"_s, u"@omar look here"_s}});
        office.server.api("PATCH", path, office.jane, {{u"text"_s, u"@omar look here!"_s}});
        const QJsonArray all = office.notificationsOf(office.omar);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0]["count"_L1].toInt(), 1);
        QCOMPARE(all[0]["text"_L1].toString(), u"@omar look here!"_s);
    }

    void anEditCallsNobodyAgain()
    {
        Office office;
        const qint64 room = office.server.aRoom(office.jane, u"General"_s);
        office.server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(office.omar.id), office.omar);
        const qint64 first = office.say(room, u"@omar look hre"_s);
        office.say(room, u"@omar and there"_s);
        office.server.api("PATCH", u"rooms/%1/messages/%2"_s.arg(room).arg(first), office.jane,
                          {{u"text"_s, u"@omar look here"_s}});
        const QJsonArray all = office.notificationsOf(office.omar);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0]["count"_L1].toInt(), 2);
        QCOMPARE(all[0]["text"_L1].toString(), u"@omar and there"_s);
    }

    void anOlderMessageThatCallsLaterIsWithdrawnAsWell()
    {
        Office office;
        const qint64 room = office.server.aRoom(office.jane, u"General"_s);
        office.server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(office.omar.id), office.omar);
        const qint64 older = office.say(room, u"Nothing yet"_s);
        const qint64 newer = office.say(room, u"@omar come"_s);
        office.server.api("PATCH", u"rooms/%1/messages/%2"_s.arg(room).arg(older), office.jane,
                          {{u"text"_s, u"@omar it is hidden"_s}});
        QJsonArray all = office.notificationsOf(office.omar);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0]["count"_L1].toInt(), 2);
        QCOMPARE(all[0]["messageId"_L1].toInteger(), older);
        office.server.api("DELETE", u"rooms/%1/messages/%2"_s.arg(room).arg(older), office.jane);
        all = office.notificationsOf(office.omar);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0]["count"_L1].toInt(), 1);
        QCOMPARE(all[0]["messageId"_L1].toInteger(), newer);
        QCOMPARE(all[0]["text"_L1].toString(), u"@omar come"_s);
        QVERIFY(!office.logged().contains("hidden"));
    }

    void whatNoLongerCallsIsTakenOutWhenItIsDeleted()
    {
        Office office;
        const qint64 room = office.server.aRoom(office.jane, u"General"_s);
        office.server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(office.omar.id), office.omar);
        office.say(room, u"@omar one"_s);
        const qint64 second = office.say(room, u"@omar two"_s);
        const QString message = u"rooms/%1/messages/%2"_s.arg(room).arg(second);
        office.server.api("PATCH", message, office.jane, {{u"text"_s, u"It is hidden"_s}});
        office.server.api("DELETE", message, office.jane);
        const QJsonArray all = office.notificationsOf(office.omar);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0]["count"_L1].toInt(), 1);
        QCOMPARE(all[0]["text"_L1].toString(), u"@omar one"_s);
        QVERIFY(!office.logged().contains("hidden"));
    }

    void eachCountsItsOwnMessagesAlone()
    {
        Office office;
        const qint64 room = office.direct();
        office.say(room, u"One"_s);
        const qint64 first = office.notificationsOf(office.omar)[0]["id"_L1].toInteger();
        office.server.api("PATCH", u"notifications/%1"_s.arg(first), office.omar);
        const qint64 second = office.say(room, u"Two"_s);
        // Unread again, the first may count on behind the second.
        office.server.api("PATCH", u"notifications/%1"_s.arg(first), office.omar, {{u"read"_s, false}});
        office.say(room, u"Three"_s);
        office.server.api("DELETE", u"rooms/%1/messages/%2"_s.arg(room).arg(second), office.jane);
        int counted = 0;
        for (const auto &notification : office.notificationsOf(office.omar)) {
            counted += notification["count"_L1].toInt();
            QVERIFY(notification["text"_L1].toString() != u"Two"_s);
        }
        QCOMPARE(counted, 2);
    }

    void aReactionTellsWhatWasAdded()
    {
        Office office;
        const qint64 room = office.server.aRoom(office.jane, u"General"_s);
        office.server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(office.omar.id), office.omar);
        const QString reactions = u"rooms/%1/messages/%2/reactions/"_s.arg(room).arg(office.say(room, u"Done"_s));
        office.server.api("PUT", reactions + u"👍"_s, office.omar);
        office.server.api("PUT", reactions + u"🎉"_s, office.omar);
        QCOMPARE(office.notificationsOf(office.jane)[0]["text"_L1].toString(), u"🎉"_s);
        QCOMPARE(office.server.api("DELETE", reactions + u"🎉"_s, office.omar).status, 200);
        QCOMPARE(office.notificationsOf(office.jane)[0]["count"_L1].toInt(), 2);
        QCOMPARE(office.notificationsOf(office.jane)[0]["text"_L1].toString(), u"🎉"_s);
    }

    void whoWantsOnlyMentionsIsMentionedInDirectRoomsToo()
    {
        Office office;
        const qint64 room = office.direct();
        office.server.api("PATCH", u"users/me/memberships/%1"_s.arg(room), office.omar,
                          {{u"notifyLevel"_s, u"mentions"_s}});
        office.say(room, u"by the way"_s);
        QVERIFY(office.notificationsOf(office.omar).isEmpty());
        office.say(room, u"@omar now"_s);
        QCOMPARE(office.notificationsOf(office.omar)[0]["kind"_L1].toString(), u"mention"_s);
    }

    void inALargeRoomOnlyModeratorsCallEveryone()
    {
        Office office;
        const qint64 room = office.server.aRoom(office.omar, u"Town"_s);
        office.server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(office.jane.id), office.jane);
        const auto database = Database::open(office.server.databasePath(), dialect::Mode::ReadWrite);
        (*database)->runOnce(
            u"INSERT INTO user (name, display_name, email, role, created_at) WITH RECURSIVE n (i) AS (SELECT 1 UNION "
            u"ALL "
            "SELECT i + 1 FROM n WHERE i < 200) SELECT 'extra' || i, 'Extra', '', 'member', 0 FROM n"_s);
        (*database)->runOnce(
            u"INSERT INTO room_member (room_id, user_id, role, last_read_message_id, joined_at, "
            "since_seq) SELECT %1, id, 'member', 0, 0, 0 FROM user WHERE name LIKE 'extra%'"_s.arg(room));
        office.say(room, u"@everyone: lunch"_s);
        QVERIFY(office.notificationsOf(office.omar).isEmpty());
        office.server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(office.jane.id), office.omar,
                          {{u"role"_s, u"moderator"_s}});
        office.say(room, u"@everyone: lunch"_s);
        QCOMPARE(office.notificationsOf(office.omar).size(), 1);
    }

    void whoWantsEveryMessageIsToldOfEachOnce()
    {
        Office office;
        const qint64 room = office.server.aRoom(office.jane, u"General"_s);
        office.server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(office.omar.id), office.omar);
        const qint64 first =
            office.server.api("POST", u"rooms/%1/messages"_s.arg(room), office.omar, {{u"text"_s, u"Who has it?"_s}})
                .id();
        office.say(room, u"Before"_s);
        const auto wish = [&](const QString &level) {
            return office.server
                .api("PATCH", u"users/me/memberships/%1"_s.arg(room), office.omar, {{u"notifyLevel"_s, level}})
                .status;
        };
        QCOMPARE(wish(u"every"_s), 200);
        office.say(room, u"One"_s);
        office.say(room, u"Two"_s);
        office.say(room, u"@omar three"_s);
        office.server.api("POST", u"rooms/%1/messages"_s.arg(room), office.jane,
                          {{u"text"_s, u"I have"_s}, {u"replyToId"_s, first}});
        const QJsonArray all = office.notificationsOf(office.omar);
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0]["kind"_L1].toString(), u"reply"_s);
        QCOMPARE(all[1]["kind"_L1].toString(), u"mention"_s);
        QCOMPARE(all[2]["kind"_L1].toString(), u"roomMessage"_s);
        QCOMPARE(all[2]["count"_L1].toInt(), 2);
        QCOMPARE(all[2]["text"_L1].toString(), u"Two"_s);
        QCOMPARE(wish(u"all"_s), 200);
        office.say(room, u"After"_s);
        QCOMPARE(office.notificationsOf(office.omar)[2]["count"_L1].toInt(), 2);
        QVERIFY(office.notificationsOf(office.jane).isEmpty());
    }

    void theLevelOfTheRoomDecides()
    {
        Office office;
        const qint64 room = office.server.aRoom(office.jane, u"General"_s);
        office.server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(office.omar.id), office.omar);
        TestSocket socket(office.server.port());
        socket.start(office.omar);
        const auto wish = [&](const QJsonObject &wishes) {
            QJsonObject params = wishes;
            params.insert(u"roomId"_s, room);
            return !socket.call(u"chat.changeMembership"_s, params).contains("error"_L1);
        };
        QVERIFY(wish({{u"notifyLevel"_s, u"none"_s}}));
        office.say(room, u"@omar one"_s);
        QVERIFY(office.notificationsOf(office.omar).isEmpty());
        QVERIFY(wish({{u"notifyLevel"_s, u"mentions"_s}, {u"muted"_s, true}}));
        office.say(room, u"@omar two"_s);
        const QJsonArray all = office.notificationsOf(office.omar);
        QCOMPARE(all.size(), 1);
        QVERIFY(all[0]["silent"_L1].toBool());
    }
};

QTEST_GUILESS_MAIN(NotifyRoomsTest)
#include "notify_rooms_test.moc"
