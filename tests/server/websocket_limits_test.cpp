#include "support/TestServer.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

/// What one WebSocket, one person and one address may ask for.
class WebSocketLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoPingsAndReadsNothingIsCutOff()
    {
        TestServer server;
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.setReadBufferSize(1024);
        socket.connectToHost(QHostAddress::LocalHost, server.port());
        socket.write("GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                     "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        QVERIFY(waitFor([&] { return socket.bytesAvailable() > 0; }));
        const QByteArray pings = (QByteArray("\x89\xfd\0\0\0\0", 6) + QByteArray(125, 'x')).repeated(2000);
        for (int i = 0; i < 400 && socket.state() == QAbstractSocket::ConnectedState; ++i) {
            socket.write(pings);
            waitFor([&] { return socket.bytesToWrite() == 0 || socket.state() != QAbstractSocket::ConnectedState; });
        }
        QVERIFY(socket.state() != QAbstractSocket::ConnectedState);
    }

    void whoDiesInTheMiddleOfAFloodFreesItsPlace()
    {
        TestServer server([](Config &config) { config.noRateLimits = false; });
        const Person jane = server.aUser(u"jane"_s);
        for (int i = 0; i < rates::kConnectionsPerAddress; ++i) {
            TestSocket socket(server.port());
            QVERIFY2(socket.isOpen(), qPrintable(QString::number(i)));
            socket.send(0, u"session.start"_s, {{u"token"_s, QString::fromLatin1(jane.token)}});
            for (int k = 1; k <= 100; ++k)
                socket.send(k, u"catalog.listProducts"_s);
            waitFor([&] { return !socket.frames.isEmpty(); }, 2'000);
            socket.abort();
            server.api("GET", u"products"_s, jane); // Its turn comes behind the reads of the one who left.
        }
        QVERIFY(TestSocket(server.port()).isOpen());
    }

    void limitsAreOfThePersonNotOfTheDevice()
    {
        TestServer server([](Config &config) { config.noRateLimits = false; });
        const Person jane = server.aUser(u"jane"_s);
        const Person samePerson = server.login(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        TestSocket first(server.port());
        first.start(jane);
        for (int i = 0; i < 200; ++i)
            first.send(i, u"chat.send"_s, message(room, QString::number(i), u"x"_s));
        QCOMPARE(codeOf(first.reply(199)), u"rateLimited"_s);
        QCOMPARE(server.api("POST", u"rooms/%1/messages"_s.arg(room), samePerson, {{u"text"_s, u"x"_s}}).status, 429);
    }

    void unreadableFramesAreRateLimited()
    {
        TestServer server([](Config &config) { config.noRateLimits = false; });
        TestSocket socket(server.port());
        for (int i = 0; i < 1000; ++i)
            socket.sendText(u"nonsense"_s);
        QVERIFY(waitFor([&] { return socket.frames.size() == 1000; }));
        QCOMPARE(codeOf(socket.frames.last()), u"rateLimited"_s);
    }

    void frequentMessagesAreRateLimited()
    {
        TestServer server([](Config &config) { config.noRateLimits = false; });
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        TestSocket socket(server.port());
        socket.start(jane);
        QJsonObject refused;
        for (int i = 0; i < 100 && refused.isEmpty(); ++i) {
            const QJsonObject reply = socket.call(u"chat.send"_s, message(room, QString::number(i), u"x"_s));
            refused = reply.value("error"_L1).toObject();
        }
        QCOMPARE(refused.value("code"_L1).toString(), u"rateLimited"_s);
        QVERIFY(refused.value("retryAfter"_L1).toInt() > 0);
    }
};

QTEST_GUILESS_MAIN(WebSocketLimitsTest)
#include "websocket_limits_test.moc"
