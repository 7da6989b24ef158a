#include "support/TestServer.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using rialto::test::Person;
using rialto::test::TestServer;
using rialto::test::TestSocket;

/// What a connection hears between resuming and being live.
class catch_up_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joiningWhileCatchingUpMissesNothing();
};

// The readers are kept busy, so that the stretch of the log that was asked for before the joining is read after it: it
// holds events of a room that was not yet among the topics when it was asked for.
void catch_up_test::joiningWhileCatchingUpMissesNothing()
{
    TestServer server;
    const Person jane = server.aUser(u"jane"_s);
    const Person olena = server.aUser(u"olena"_s);
    const qint64 room = server.aRoom(jane, u"general"_s);
    TestSocket busy(server.port());
    busy.start(jane);
    for (int i = 0; i < 200; ++i)
        busy.send(i, u"chat.send"_s, {{u"roomId"_s, room}, {u"text"_s, QString(500, u'x')}});
    busy.reply(199);
    QJsonObject resume;
    {
        TestSocket before(server.port());
        const QJsonObject started = before.start(olena).value("result"_L1).toObject();
        resume = {{u"seq"_s, started.value("seq"_L1)}, {u"epoch"_s, started.value("epoch"_L1)}};
    }
    server.aRoom(jane, u"another"_s); // Missed by olena, so that she has something to catch up with.
    TestSocket socket(server.port());
    for (int i = 0; i < 60; ++i)
        busy.send(2000 + i, u"chat.listMessages"_s, {{u"roomId"_s, room}, {u"limit"_s, 200}});
    socket.send(1, u"session.start"_s, {{u"token"_s, QString::fromLatin1(olena.token)}, {u"resume"_s, resume}});
    socket.send(2, u"chat.putMember"_s, {{u"roomId"_s, room}, {u"userId"_s, olena.id}});
    socket.send(3, u"chat.send"_s, {{u"roomId"_s, room}, {u"text"_s, u"here I am"_s}});
    socket.reply(3);
    QVERIFY(test::waitFor([&] {
        const QJsonObject pong = socket.call(u"session.ping"_s).value("result"_L1).toObject();
        return !socket.events(u"chat.messagePosted"_s).isEmpty() ||
               pong.value("seq"_L1).toInteger() > resume.value("seq"_L1).toInteger() + 3;
    }));
    socket.settle();
    QCOMPARE(socket.events(u"chat.membershipAdded"_s).size(), 1);
    QCOMPARE(socket.events(u"chat.memberAdded"_s).size(), 1);
    QCOMPARE(socket.events(u"chat.messagePosted"_s).size(), 1);
}

QTEST_GUILESS_MAIN(catch_up_test)
#include "catch_up_test.moc"
