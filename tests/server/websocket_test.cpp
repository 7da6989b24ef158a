#include "support/TestServer.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

class WebSocketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAnsweredBeforeTheSessionStarts()
    {
        TestServer server;
        TestSocket socket(server.port());
        QCOMPARE(codeOf(socket.call(u"chat.listRooms"_s)), u"unauthenticated"_s);
        QCOMPARE(codeOf(socket.call(u"session.start"_s, {{u"token"_s, u"a.b.c"_s}})), u"unauthenticated"_s);
    }

    void aTokenInTheUpgradeReplacesTheOneInTheRequest()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        TestSocket socket(server.port(), jane.token);
        const QJsonObject reply = resultOf(socket.call(u"session.start"_s));
        QCOMPARE(reply.value("user"_L1).toObject().value("name"_L1).toString(), u"jane"_s);
        QVERIFY(!reply.value("snapshotRequired"_L1).toBool());
    }

    void aClientOfAnotherVersionIsRefusedInWords()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        TestSocket socket(server.port(), jane.token);
        const QJsonObject refused =
            socket.call(u"session.start"_s, {{u"protocol"_s, kProtocolVersion + 1}}).value("error"_L1).toObject();
        QCOMPARE(refused.value("field"_L1).toString(), u"protocol"_s);
        QVERIFY(refused.value("message"_L1).toString().contains(u"Bring both to the same version"_s));
        QCOMPARE(codeOf(socket.call(u"chat.listRooms"_s)), u"unauthenticated"_s);
        const QJsonObject reply = resultOf(socket.call(u"session.start"_s, {{u"protocol"_s, kProtocolVersion}}));
        QCOMPARE(reply.value("protocol"_L1).toInt(), kProtocolVersion);
        QCOMPARE(reply.value("serverVersion"_L1).toString(), QStringLiteral(RIALTO_VERSION));
    }

    void badFramesAreRefusedInWordsAndTheConnectionLives()
    {
        TestServer server;
        TestSocket socket(server.port());
        socket.start(server.aUser(u"jane"_s));
        const QStringList bad = {u"not json"_s,
                                 u"[]"_s,
                                 u"{\"id\":true,\"method\":\"x\"}"_s,
                                 u"{\"method\":\"x\"}"_s,
                                 u"{\"id\":null,\"method\":\"chat.send\"}"_s,
                                 u"{\"id\":1.5,\"method\":\"chat.send\"}"_s,
                                 QString(200, u'[') + QString(200, u']')};
        for (const QString &text : bad) {
            const qsizetype before = socket.frames.size();
            socket.sendText(text);
            QVERIFY(waitFor([&] { return socket.frames.size() == before + 1; }));
            QCOMPARE(codeOf(socket.frames.last()), u"invalid"_s);
        }
        socket.sendText(u"{\"id\":\"seven\",\"method\":\"no.such\"}"_s);
        QVERIFY(waitFor([&] { return socket.frames.last().value("id"_L1).toString() == u"seven"_s; }));
        QCOMPARE(codeOf(socket.frames.last()), u"notFound"_s);
        QVERIFY(socket.isOpen());
    }

    void theReplyLeavesBeforeItsEvent()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        TestSocket socket(server.port());
        socket.start(jane);
        socket.send(1, u"chat.send"_s, message(room, u"a"_s, u"hello"_s));
        QVERIFY(waitFor([&] { return socket.events(u"chat.messagePosted"_s).size() == 1; }));
        const QJsonObject reply = socket.reply(1);
        QVERIFY(socket.frames.indexOf(reply) < socket.frames.indexOf(socket.events(u"chat.messagePosted"_s).first()));
        QCOMPARE(socket.events().last().value("topic"_L1).toString(), u"room:%1"_s.arg(room));
    }

    void pipelinedRequestsTakeEffectInTheOrderSent()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        TestSocket socket(server.port());
        socket.send(1, u"session.start"_s, {{u"token"_s, QString::fromLatin1(jane.token)}});
        for (int i = 0; i < 200; ++i) {
            socket.send(10 + 2 * i, u"chat.send"_s, message(room, QString::number(i), QString::number(i)));
            socket.send(11 + 2 * i, u"chat.listMessages"_s, {{u"roomId"_s, room}, {u"limit"_s, 1}});
        }
        socket.reply(11 + 2 * 199);
        for (int i = 0; i < 200; ++i) {
            const QJsonArray items = resultOf(socket.reply(11 + 2 * i)).value("items"_L1).toArray();
            QCOMPARE(items.first().toObject().value("text"_L1).toString(), QString::number(i));
        }
        QVERIFY(waitFor([&] { return socket.events(u"chat.messagePosted"_s).size() == 200; }));
    }

    void theSameClientIdGetsTheSameAnswer()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        TestSocket socket(server.port());
        socket.start(jane);
        const QJsonObject first = resultOf(socket.call(u"chat.send"_s, message(room, u"once"_s, u"hello"_s)));
        QCOMPARE(resultOf(socket.call(u"chat.send"_s, message(room, u"once"_s, u"hello"_s))), first);
        QCOMPARE(codeOf(socket.call(u"chat.send"_s, message(room, u"once"_s, u"other"_s))), u"conflict"_s);
        QCOMPARE(codeOf(socket.call(u"chat.createRoom"_s, {{u"clientId"_s, u"k"_s}, {u"name"_s, u"A"_s}})), QString());
        // A message keeps its key with its row, other writes keep theirs apart: neither takes the other's.
        QCOMPARE(codeOf(socket.call(u"chat.send"_s, message(room, u"k"_s, u"other"_s))), QString());
        QCOMPARE(codeOf(socket.call(u"chat.createRoom"_s, {{u"clientId"_s, u"once"_s}, {u"name"_s, u"B"_s}})),
                 QString());
        QCOMPARE(codeOf(socket.call(u"chat.createRoom"_s, {{u"clientId"_s, u"k"_s}, {u"name"_s, u"C"_s}})),
                 u"conflict"_s);
        socket.settle();
        QCOMPARE(socket.events(u"chat.messagePosted"_s).size(), 2);
    }

    void whoWasAwayGetsWhatWasMissedInOrderAndOnce()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(omar.id), omar);
        QJsonObject resume;
        {
            TestSocket socket(server.port());
            const QJsonObject started = resultOf(socket.start(omar));
            resume = {{u"seq"_s, started.value("seq"_L1)}, {u"epoch"_s, started.value("epoch"_L1)}};
        }
        QStringList expected;
        for (int i = 0; i < 1500; ++i) // Several stretches of the log.
            expected.append(QString::number(i));
        TestSocket writer(server.port());
        writer.start(jane);
        for (const QString &text : expected)
            writer.send(text.toInt() + 1, u"chat.send"_s, message(room, text, text));
        writer.reply(1500);
        TestSocket reader(server.port());
        QVERIFY(!resultOf(reader.start(omar, resume)).value("snapshotRequired"_L1).toBool());
        QVERIFY(waitFor([&] { return reader.events(u"chat.messagePosted"_s).size() == expected.size(); }));
        QCOMPARE(textsOf(reader.events(u"chat.messagePosted"_s)), expected);
        QCOMPARE(reader.events().first().value("seq"_L1).toInteger(), resume.value("seq"_L1).toInteger() + 1);
    }

    void theServerIsNamedForGood()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const QJsonObject started = resultOf(TestSocket(server.port()).start(jane));
        const QString name = started.value("serverId"_L1).toString();
        QVERIFY2(QRegularExpression(u"^[0-9a-f]{16}$"_s).match(name).hasMatch(), qPrintable(name));
        QVERIFY(name != started.value("epoch"_L1).toString().left(16));
        QCOMPARE(started.value("serverName"_L1).toString(), QSysInfo::machineHostName().left(64));
        server.stop();
        server.start();
        QCOMPARE(resultOf(TestSocket(server.port()).start(jane)).value("serverId"_L1).toString(), name);
        TestServer other;
        const Person omar = other.aUser(u"omar"_s);
        QVERIFY(resultOf(TestSocket(other.port()).start(omar)).value("serverId"_L1).toString() != name);
    }

    void anUnknownPlaceInTheLogNeedsASnapshot()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const QString epoch = resultOf(TestSocket(server.port()).start(jane)).value("epoch"_L1).toString();
        for (const QJsonObject &resume : {QJsonObject{{u"seq"_s, 1}, {u"epoch"_s, u"other"_s}},
                                          QJsonObject{{u"seq"_s, 999'999}, {u"epoch"_s, epoch}}}) {
            TestSocket socket(server.port());
            QVERIFY(resultOf(socket.start(jane, resume)).value("snapshotRequired"_L1).toBool());
        }
        TestSocket socket(server.port());
        QVERIFY(
            !resultOf(socket.start(jane, {{u"seq"_s, 0}, {u"epoch"_s, epoch}})).value("snapshotRequired"_L1).toBool());
    }

    void aRoomIsHeardFromJoiningToLeaving()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        const qint64 room = server.aRoom(jane, u"Secret"_s, u"private"_s);
        TestSocket socket(server.port());
        const QJsonObject started = resultOf(socket.start(omar));
        TestSocket writer(server.port());
        writer.start(jane);
        writer.call(u"chat.send"_s, message(room, u"1"_s, u"before"_s));
        writer.call(u"chat.putMember"_s, {{u"roomId"_s, room}, {u"userId"_s, omar.id}});
        writer.call(u"chat.send"_s, message(room, u"2"_s, u"during"_s));
        writer.call(u"chat.removeMember"_s, {{u"roomId"_s, room}, {u"userId"_s, omar.id}});
        writer.call(u"chat.send"_s, message(room, u"3"_s, u"after"_s));
        socket.settle();
        QCOMPARE(textsOf(socket.events(u"chat.messagePosted"_s)), QStringList{u"during"_s});
        QCOMPARE(socket.events(u"chat.membershipAdded"_s).size(), 1);
        QCOMPARE(socket.events(u"chat.membershipRemoved"_s).size(), 1);
        // Whoever comes back later hears nothing of a room that was left.
        TestSocket later(server.port());
        later.start(omar, {{u"seq"_s, started.value("seq"_L1)}, {u"epoch"_s, started.value("epoch"_L1)}});
        later.settle();
        QVERIFY(waitFor([&] { return later.events(u"chat.membershipRemoved"_s).size() == 1; }));
        QVERIFY(later.events(u"chat.messagePosted"_s).isEmpty());
    }

    void aConnectionEndsWithItsSession()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        TestSocket byLogout(server.port());
        byLogout.start(jane);
        QCOMPARE(server.request("POST", u"/api/v1/auth/logout"_s, {}, jane.token).status, 204);
        QVERIFY(waitFor([&] { return !byLogout.isOpen(); }));
        QCOMPARE(byLogout.closeCode(), static_cast<int>(CloseCode::SessionEnded));

        const Person again = server.login(u"jane"_s);
        TestSocket byDisabling(server.port());
        byDisabling.start(again);
        server.operate(u"people.setDisabled"_s, {{u"name"_s, u"jane"_s}});
        QVERIFY(waitFor([&] { return !byDisabling.isOpen(); }));
        QCOMPARE(server.request("GET", u"/api/v1/users/me"_s, {}, again.token).status, 401);
    }

    void aRoleChangeActsOnTheNextRequest()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        TestSocket socket(server.port());
        socket.start(jane);
        server.operate(u"people.setRole"_s, {{u"name"_s, u"jane"_s}, {u"role"_s, u"guest"_s}});
        QCOMPARE(codeOf(socket.call(u"chat.createRoom"_s, {{u"name"_s, u"A"_s}})), u"forbidden"_s);
        server.operate(u"people.setRole"_s, {{u"name"_s, u"jane"_s}, {u"role"_s, u"member"_s}});
        QCOMPARE(codeOf(socket.call(u"chat.createRoom"_s, {{u"name"_s, u"A"_s}})), QString());
    }

    void aRestartLosesNothing()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        QJsonObject resume;
        {
            TestSocket socket(server.port());
            const QJsonObject started = resultOf(socket.start(jane));
            resume = {{u"seq"_s, started.value("seq"_L1)}, {u"epoch"_s, started.value("epoch"_L1)}};
            socket.call(u"chat.send"_s, message(room, u"1"_s, u"kept"_s));
            server.app().stop();
            QVERIFY(waitFor([&] { return !socket.isOpen(); }));
            QCOMPARE(socket.closeCode(), static_cast<int>(CloseCode::GoingAway));
        }
        server.stop();
        server.start();
        TestSocket socket(server.port());
        QVERIFY(!resultOf(socket.start(jane, resume)).value("snapshotRequired"_L1).toBool());
        QVERIFY(waitFor([&] { return textsOf(socket.events(u"chat.messagePosted"_s)) == QStringList{u"kept"_s}; }));
    }

    void aDeletedMessageIsGoneFromTheLogToo()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        TestSocket socket(server.port());
        const QJsonObject started = resultOf(socket.start(jane));
        const qint64 id =
            resultOf(socket.call(u"chat.send"_s, message(room, u"1"_s, u"regretted"_s))).value("id"_L1).toInteger();
        socket.call(u"chat.edit"_s, {{u"roomId"_s, room}, {u"messageId"_s, id}, {u"text"_s, u"regretted twice"_s}});
        socket.call(u"chat.delete"_s, {{u"roomId"_s, room}, {u"messageId"_s, id}});
        TestSocket later(server.port());
        later.start(jane, {{u"seq"_s, started.value("seq"_L1)}, {u"epoch"_s, started.value("epoch"_L1)}});
        QVERIFY(waitFor([&] { return later.events(u"chat.messageDeleted"_s).size() == 1; }));
        for (const QJsonObject &frame : later.frames)
            QVERIFY(!QJsonDocument(frame).toJson().contains("regretted"));
    }

    void aDeletedMessageTakesOnlyItsOwnEvents()
    {
        TestServer server; // Person, room and message all have the id 1.
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"Secret garden"_s, u"private"_s);
        TestSocket socket(server.port());
        const QString epoch = resultOf(socket.start(jane)).value("epoch"_L1).toString();
        const qint64 id =
            resultOf(socket.call(u"chat.send"_s, message(room, u"a"_s, u"hush"_s))).value("id"_L1).toInteger();
        const QJsonObject edit{
            {u"roomId"_s, room}, {u"messageId"_s, id}, {u"text"_s, u"hush hush"_s}, {u"clientId"_s, u"b"_s}};
        QVERIFY(socket.call(u"chat.edit"_s, edit).contains("result"_L1));
        QVERIFY(socket.call(u"chat.delete"_s, {{u"roomId"_s, room}, {u"messageId"_s, id}}).contains("result"_L1));
        QCOMPARE(codeOf(socket.call(u"chat.edit"_s, edit)), u"notFound"_s); // The stored reply had the text, too.

        TestSocket again(server.port());
        again.start(jane, {{u"seq"_s, 0}, {u"epoch"_s, epoch}});
        QVERIFY(waitFor([&] { return again.events(u"chat.messageDeleted"_s).size() == 1; }));
        const QJsonObject created = again.events(u"chat.roomCreated"_s).first().value("data"_L1).toObject();
        QCOMPARE(created.value("name"_L1).toString(), u"Secret garden"_s);
        const QJsonObject added = again.events(u"chat.memberAdded"_s).first().value("data"_L1).toObject();
        QCOMPARE(added.value("userId"_L1).toInteger(), jane.id);
        QCOMPARE(textsOf(again.events(u"chat.messagePosted"_s)), QStringList{QString()});
        QCOMPARE(textsOf(again.events(u"chat.messageEdited"_s)), QStringList{QString()});
    }
};

QTEST_GUILESS_MAIN(WebSocketTest)
#include "websocket_test.moc"
