#include "storage/Database.h"
#include "support/TestServer.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

/// Replies, mentions, forwards, revisions, reactions, pins, read markers and wishes for a room.
class MarksTest : public QObject
{
    Q_OBJECT

    TestServer m_server;
    Person m_olena = m_server.aUser(u"olena"_s);
    Person m_andrii = m_server.aUser(u"andrii"_s);
    Person m_guest = m_server.aUser(u"guest"_s, Role::Guest);
    qint64 m_room = 0;

    QString path(const QString &rest) const { return u"rooms/%1/%2"_s.arg(m_room).arg(rest); }
    Answer say(const Person &who, QJsonObject body) { return m_server.api("POST", path(u"messages"_s), who, body); }
    Answer say(const Person &who, const QString &text) { return say(who, QJsonObject{{u"text"_s, text}}); }
    Answer react(const Person &who, qint64 message, const QString &emoji, const QByteArray &verb = "PUT")
    {
        const QByteArray encoded = QUrl::toPercentEncoding(emoji);
        return m_server.api(verb, path(u"messages/%1/reactions/%2"_s.arg(message).arg(QString::fromLatin1(encoded))),
                            who);
    }
    QJsonObject membership(const Person &who)
    {
        const QJsonArray items = m_server.api("GET", u"users/me/memberships"_s, who).body.value("items"_L1).toArray();
        for (const auto &item : items) {
            if (item.toObject().value("roomId"_L1).toInteger() == m_room)
                return item.toObject();
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_room = m_server.aRoom(m_olena, u"Room"_s);
        m_server.api("PUT", path(u"members/%1"_s.arg(m_andrii.id)), m_andrii);
    }

    void aReplyNamesAMessageOfItsRoom()
    {
        const qint64 question = say(m_olena, u"Where is the key?"_s).id();
        const Answer reply = say(m_andrii, {{u"text"_s, u"Here"_s}, {u"replyToId"_s, question}});
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.body.value("replyToId"_L1).toInteger(), question);
        const Answer read = m_server.api("GET", path(u"messages/%1"_s.arg(reply.id())), m_olena);
        QCOMPARE(read.body.value("replyToId"_L1).toInteger(), question);
        // Deleted, foreign and unknown messages cannot be answered; the repeat of an earlier request still can.
        const QJsonObject again = {{u"text"_s, u"Again"_s}, {u"replyToId"_s, question}, {u"clientId"_s, u"again"_s}};
        const qint64 first = say(m_andrii, again).id();
        QCOMPARE(m_server.api("DELETE", path(u"messages/%1"_s.arg(question)), m_olena).status, 204);
        QCOMPARE(say(m_andrii, {{u"text"_s, u"Late"_s}, {u"replyToId"_s, question}}).status, 404);
        QCOMPARE(say(m_andrii, again).id(), first);
        const qint64 otherRoom = m_server.aRoom(m_olena, u"Other"_s);
        const qint64 foreign =
            m_server.api("POST", u"rooms/%1/messages"_s.arg(otherRoom), m_olena, {{u"text"_s, u"x"_s}}).id();
        const Answer refused = say(m_andrii, {{u"text"_s, u"?"_s}, {u"replyToId"_s, foreign}});
        QCOMPARE(refused.status, 404);
        QCOMPARE(refused.field(), u"replyToId"_s);
    }

    void onlySoManyNamesOfATextAreLookedUp()
    {
        QString names;
        for (int i = 0; i < 49; ++i)
            names += u"@Nobody%1 @nobody%1 "_s.arg(i);
        QCOMPARE(say(m_olena, names + u"@andrii"_s).body.value("mentionedIds"_L1).toArray(), QJsonArray{m_andrii.id});
        const auto said = say(m_olena, names + u"@nobody @andrii @everyone"_s).body;
        QVERIFY(!said.contains("mentionedIds"_L1));
        QVERIFY(said.value("mentionsEveryone"_L1).toBool());
    }

    void mentionsNameMembersAndCount()
    {
        const Person stranger = m_server.aUser(u"stranger%1"_s.arg(m_room));
        const Answer said = say(m_olena, u"@ANDRII. @%1 @nobody mail@andrii @olena"_s.arg(stranger.name));
        QCOMPARE(said.body.value("mentionedIds"_L1).toArray(), QJsonArray{m_andrii.id});
        QVERIFY(!said.body.contains("mentionsEveryone"_L1));
        QCOMPARE(membership(m_andrii).value("mentionCount"_L1).toInt(), 1);
        QVERIFY(say(m_olena, u"@everyone and @andrii"_s).body.value("mentionsEveryone"_L1).toBool());
        say(m_olena, u"nobody in particular"_s);
        QCOMPARE(membership(m_andrii).value("mentionCount"_L1).toInt(), 2);
        QCOMPARE(membership(m_andrii).value("unreadCount"_L1).toInt(), 3);
        // An edit addresses anew; reading takes all of it away.
        m_server.api("PATCH", path(u"messages/%1"_s.arg(said.id())), m_olena, {{u"text"_s, u"nobody"_s}});
        QCOMPARE(membership(m_andrii).value("mentionCount"_L1).toInt(), 1);
        const qint64 last = say(m_olena, u"@andrii"_s).id();
        QCOMPARE(membership(m_andrii).value("mentionCount"_L1).toInt(), 2);
        m_server.api("PUT", path(u"read"_s), m_andrii, {{u"messageId"_s, last}});
        QCOMPARE(membership(m_andrii).value("mentionCount"_L1).toInt(), 0);
        QCOMPARE(membership(m_olena).value("mentionCount"_L1).toInt(), 0);
    }

    void reactionsAreCountedOnceAPerson()
    {
        const qint64 message = say(m_olena, u"Done"_s).id();
        QCOMPARE(react(m_andrii, message, u"👍"_s).status, 200);
        QCOMPARE(react(m_andrii, message, u"👍"_s).status, 200);
        react(m_olena, message, u"❤️"_s);
        const Answer both = react(m_olena, message, u"👍"_s);
        const QJsonArray expected = {
            QJsonObject{{u"emoji"_s, u"👍"_s}, {u"userIds"_s, QJsonArray{m_andrii.id, m_olena.id}}},
            QJsonObject{{u"emoji"_s, u"❤️"_s}, {u"userIds"_s, QJsonArray{m_olena.id}}}};
        QCOMPARE(both.body.value("reactions"_L1).toArray(), expected);
        QCOMPARE(both.body.value("version"_L1).toInt(), 4);
        QCOMPARE(react(m_andrii, message, u"👍"_s, "DELETE").status, 200);
        const Answer left = react(m_andrii, message, u"👍"_s, "DELETE");
        QCOMPARE(left.body.value("reactions"_L1).toArray().size(), 2);
        QCOMPARE(left.body.value("version"_L1).toInt(), 5);
        for (const QString &bad : {u"a"_s, u"👍👍"_s, u"<b>"_s, u"1"_s, u"\u200d"_s, u"👍 "_s}) {
            const Answer refused = react(m_olena, message, bad);
            QVERIFY2(refused.status == 422, qPrintable(bad));
            QCOMPARE(refused.field(), u"emoji"_s);
        }
        for (const QString &good :
             {u"🇺🇦"_s, u"👩‍💻"_s, u"👍🏽"_s, u"1️⃣"_s, u"🏴󠁧󠁢󠁥󠁮󠁧󠁿"_s, u"☕"_s})
            QVERIFY2(react(m_olena, message, good).status == 200, qPrintable(good));
        QCOMPARE(react(m_guest, message, u"👍"_s).status, 403);
    }

    void aMessageHasFiftyKindsOfReactionAtMost()
    {
        const qint64 message = say(m_olena, u"Done"_s).id();
        for (char32_t i = 0; i < 50; ++i)
            QCOMPARE(react(m_olena, message, QString::fromUcs4(std::array{char32_t(0x1F600 + i)}.data(), 1)).status,
                     200);
        const Answer refused = react(m_olena, message, u"🚀"_s);
        QCOMPARE(refused.status, 409);
        QVERIFY(refused.body.value("detail"_L1).toString().contains(u"50"_s));
        QCOMPARE(react(m_andrii, message, u"😀"_s).status, 200);
    }

    void pinsAreListedNewestFirst()
    {
        const qint64 first = say(m_olena, u"1"_s).id();
        const qint64 second = say(m_olena, u"2"_s).id();
        for (const qint64 id : {second, first})
            QVERIFY(m_server.api("PUT", path(u"pins/%1"_s.arg(id)), m_andrii).body.contains("pinnedAt"_L1));
        QJsonArray pins = m_server.api("GET", path(u"pins"_s), m_olena).body.value("items"_L1).toArray();
        QCOMPARE(pins.size(), 2);
        QCOMPARE(pins[0].toObject().value("id"_L1).toInteger(), second);
        const Answer page = m_server.api("GET", path(u"pins?limit=1"_s), m_olena);
        const QString next = page.body.value("nextCursor"_L1).toString();
        pins = m_server.api("GET", path(u"pins?limit=1&after="_s + next), m_olena).body.value("items"_L1).toArray();
        QCOMPARE(pins[0].toObject().value("id"_L1).toInteger(), first);
        QVERIFY(!m_server.api("DELETE", path(u"pins/%1"_s.arg(first)), m_olena).body.contains("pinnedAt"_L1));
        m_server.api("DELETE", path(u"messages/%1"_s.arg(second)), m_olena);
        QVERIFY(m_server.api("GET", path(u"pins"_s), m_olena).body.value("items"_L1).toArray().isEmpty());
    }

    void anEditKeepsWhatWasSaidBefore()
    {
        const Answer said = say(m_olena, u"one"_s);
        const QString message = path(u"messages/%1"_s.arg(said.id()));
        m_server.api("PATCH", message, m_olena, {{u"text"_s, u"two"_s}});
        react(m_andrii, said.id(), u"👍"_s);
        // A reaction makes no edit stale, a newer text does.
        const Answer third = m_server.api("PATCH", message, m_olena, {{u"text"_s, u"three"_s}, {u"baseVersion"_s, 2}});
        QCOMPARE(third.status, 200);
        const Answer stale = m_server.api("PATCH", message, m_olena, {{u"text"_s, u"four"_s}, {u"baseVersion"_s, 3}});
        QCOMPARE(stale.status, 409);
        QCOMPARE(stale.body.value("current"_L1).toObject().value("text"_L1).toString(), u"three"_s);
        const QJsonArray before =
            m_server.api("GET", message + u"/revisions"_s, m_andrii).body.value("items"_L1).toArray();
        QCOMPARE(before.size(), 2);
        QCOMPARE(before[0].toObject().value("text"_L1).toString(), u"two"_s);
        QCOMPARE(before[1].toObject().value("text"_L1).toString(), u"one"_s);
        QCOMPARE(before[1].toObject().value("createdAt"_L1), said.body.value("createdAt"_L1));
        m_server.api("DELETE", message, m_olena);
        QVERIFY(m_server.api("GET", message + u"/revisions"_s, m_andrii).body.value("items"_L1).toArray().isEmpty());
    }

    void aDeletedMessageLeavesNothingBehind()
    {
        const QString secret = u"secret%1"_s.arg(m_room);
        const qint64 message = say(m_olena, secret + u" @andrii @everyone"_s).id();
        react(m_andrii, message, u"👍"_s);
        m_server.api("PUT", path(u"pins/%1"_s.arg(message)), m_andrii);
        m_server.api("PATCH", path(u"messages/%1"_s.arg(message)), m_olena, {{u"text"_s, secret + u"2"_s}});
        m_server.api("DELETE", path(u"messages/%1"_s.arg(message)), m_olena);
        const Answer gone = m_server.api("GET", path(u"messages/%1"_s.arg(message)), m_andrii);
        QVERIFY(gone.body.contains("deletedAt"_L1));
        for (const char *name : {"reactions", "pinnedAt", "mentionedIds", "mentionsEveryone"})
            QVERIFY2(!gone.body.contains(QLatin1StringView(name)), name);
        QCOMPARE(membership(m_andrii).value("mentionCount"_L1).toInt(), 0);
        const auto database = Database::open(m_server.databasePath(), dialect::Mode::ReadOnly);
        QVERIFY(database.has_value());
        for (const QString &where : {u"event_log WHERE instr(payload"_s, u"message_revision WHERE instr(text"_s,
                                     u"stored_reply WHERE instr(reply"_s, u"message WHERE instr(text"_s})
            QCOMPARE((*database)->valueOnce(u"SELECT count(*) FROM %1, '%2')"_s.arg(where, secret)), 0);
    }

    void forwardingCopiesOnceAndNamesTheAuthor()
    {
        const qint64 original = say(m_olena, u"Original"_s).id();
        const qint64 target = m_server.aRoom(m_andrii, u"Target"_s);
        const QString forward = path(u"messages/%1/forward"_s.arg(original));
        const QJsonObject body = {{u"toRoomId"_s, target}, {u"clientId"_s, u"forward"_s}};
        const Answer copy = m_server.api("POST", forward, m_andrii, body);
        QCOMPARE(copy.status, 201);
        QCOMPARE(copy.body.value("text"_L1).toString(), u"Original"_s);
        QCOMPARE(copy.body.value("forwardedFromId"_L1).toInteger(), m_olena.id);
        QCOMPARE(copy.body.value("roomId"_L1).toInteger(), target);
        m_server.api("DELETE", path(u"messages/%1"_s.arg(original)), m_olena);
        QCOMPARE(m_server.api("POST", forward, m_andrii, body).id(), copy.id());
        QCOMPARE(m_server.api("POST", forward, m_andrii, {{u"toRoomId"_s, target}}).status, 404);
        // Forwarded once more it still names who said it first, and rooms of others stay closed.
        const qint64 third = m_server.aRoom(m_olena, u"Third"_s, u"private"_s);
        const QString again = u"rooms/%1/messages/%2/forward"_s.arg(target).arg(copy.id());
        QCOMPARE(m_server.api("POST", again, m_andrii, {{u"toRoomId"_s, third}}).status, 404);
        const Answer twice = m_server.api("POST", again, m_andrii, {{u"toRoomId"_s, m_room}});
        QCOMPARE(twice.body.value("forwardedFromId"_L1).toInteger(), m_olena.id);
    }

    void membersSeeHowFarOthersHaveRead()
    {
        TestSocket socket(m_server.port());
        QVERIFY(!socket.start(m_olena).contains("error"_L1));
        const qint64 message = say(m_olena, u"Read me"_s).id();
        m_server.api("PUT", path(u"read"_s), m_andrii, {{u"messageId"_s, message}});
        QVERIFY(waitFor([&] { return !socket.events(u"chat.memberChanged"_s).isEmpty(); }, 30'000));
        const QJsonArray members = m_server.api("GET", path(u"members"_s), m_olena).body.value("items"_L1).toArray();
        for (const auto &member : members) {
            if (member.toObject().value("userId"_L1).toInteger() == m_andrii.id)
                QCOMPARE(member.toObject().value("lastReadMessageId"_L1).toInteger(), message);
        }
    }

    void wishesForARoomAreOnesOwn()
    {
        const QString mine = u"users/me/memberships/%1"_s.arg(m_room);
        const Answer changed =
            m_server.api("PATCH", mine, m_andrii, {{u"muted"_s, true}, {u"notifyLevel"_s, u"mentions"_s}});
        QCOMPARE(changed.status, 200);
        m_server.api("PATCH", mine, m_andrii, {{u"pinned"_s, true}, {u"archived"_s, true}});
        const QJsonObject now = membership(m_andrii);
        QVERIFY(now.value("muted"_L1).toBool() && now.value("pinned"_L1).toBool() && now.value("archived"_L1).toBool());
        QCOMPARE(now.value("notifyLevel"_L1).toString(), u"mentions"_s);
        QVERIFY(!membership(m_olena).value("muted"_L1).toBool());
        QCOMPARE(m_server.api("PATCH", mine, m_guest, {{u"muted"_s, true}}).status, 403);
        QCOMPARE(m_server.api("PATCH", mine, m_andrii, {{u"notifyLevel"_s, u"loud"_s}}).status, 422);
    }

    void historyIsReadFromAMessageOneKnows()
    {
        QList<qint64> ids;
        for (int i = 0; i < 5; ++i)
            ids.append(say(m_olena, QString::number(i)).id());
        const auto texts = [&](const QString &query) {
            QString all;
            const QJsonArray items =
                m_server.api("GET", path(u"messages?"_s + query), m_olena).body["items"_L1].toArray();
            for (const auto &item : items)
                all += item.toObject().value("text"_L1).toString();
            return all;
        };
        QCOMPARE(texts(u"beforeId=%1"_s.arg(ids[3])), u"210"_s);
        QCOMPARE(texts(u"afterId=%1&limit=2"_s.arg(ids[1])), u"23"_s);
        QCOMPARE(m_server.api("GET", path(u"messages?afterId=1&beforeId=9"_s), m_olena).status, 422);
    }
};

QTEST_GUILESS_MAIN(MarksTest)
#include "marks_test.moc"
