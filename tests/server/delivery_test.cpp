#include "protocol/Frame.h"
#include "support/TestServer.h"
#include "websocket/FrameWriter.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

class DeliveryTest : public QObject
{
    Q_OBJECT

    static QJsonObject message(qint64 room, int number, const QString &text)
    {
        return {{u"roomId"_s, room}, {u"clientId"_s, QString::number(number)}, {u"text"_s, text}};
    }

    /// A session whose client never reads more than its answers so far.
    static void startDeaf(QTcpSocket &socket, const TestServer &server, const Person &who)
    {
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.setReadBufferSize(1024);
        socket.connectToHost(QHostAddress::LocalHost, server.port());
        socket.write("GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                     "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        QByteArray received;
        waitFor([&] { return (received += socket.readAll()).contains("\r\n\r\n"); });
        const QByteArray start = requestFrame(1, "session.start", "{\"token\":\"" + who.token + "\"}");
        socket.write(websocket::maskedFrame(websocket::Opcode::Text, start, 0x01020304));
        waitFor([&] { return (received += socket.readAll()).contains("\"epoch\""); });
    }

private Q_SLOTS:
    void joiningAndLeavingStandBetweenTheEvents()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        const qint64 room = server.aRoom(jane, u"Secret"_s, u"private"_s);
        TestSocket writer(server.port());
        writer.start(jane);
        TestSocket listener(server.port());
        listener.start(omar);
        constexpr int kRounds = 60;
        QStringList expected;
        int id = 0;
        for (int round = 0; round < kRounds; ++round) { // All at once, so that many share a COMMIT.
            const QJsonObject member{{u"roomId"_s, room}, {u"userId"_s, omar.id}};
            const QString text = u"heard %1"_s.arg(round);
            writer.send(id + 1, u"chat.putMember"_s, member);
            writer.send(id + 2, u"chat.send"_s, message(room, id + 2, text));
            writer.send(id + 3, u"chat.removeMember"_s, member);
            writer.send(id + 4, u"chat.send"_s, message(room, id + 4, u"not for him"_s));
            id += 4;
            expected.append(text);
        }
        QVERIFY(writer.reply(id).contains("result"_L1));
        listener.settle();
        QStringList heard;
        for (const QJsonObject &event : listener.events(u"chat.messagePosted"_s))
            heard.append(event.value("data"_L1).toObject().value("text"_L1).toString());
        QCOMPARE(heard, expected);
        QCOMPARE(listener.events(u"chat.membershipRemoved"_s).size(), kRounds);
    }

    void whoReadsNothingIsCutOffAndTheOthersAreNot()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        QTcpSocket deaf;
        startDeaf(deaf, server, jane);
        TestSocket other(server.port());
        other.start(jane);
        // More than the kernel and the server's queue hold together.
        constexpr int kMessages = 600;
        const QString text(16'000, u'ж');
        for (int i = 1; i <= kMessages; ++i)
            QVERIFY(other.call(u"chat.send"_s, message(room, i, text)).contains("result"_L1));
        other.settle();
        QCOMPARE(other.events(u"chat.messagePosted"_s).size(), kMessages);

        qsizetype received = 0;
        deaf.setReadBufferSize(0);
        const auto isEnded = [&] {
            received += deaf.readAll().size();
            return deaf.state() == QAbstractSocket::UnconnectedState;
        };
        QVERIFY2(waitFor(isEnded, 30'000), "whoever reads nothing loses the connection");
        QVERIFY(received < kMessages * text.toUtf8().size());
    }
};

QTEST_GUILESS_MAIN(DeliveryTest)
#include "delivery_test.moc"
