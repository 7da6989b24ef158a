#include "support/RawWebSocket.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

const QByteArray kText = "{\"id\":7,\"method\":\"no.such\",\"params\":{\"text\":\"Їжак, 世界, 👩‍🚀\"}}";

QByteArray pings(int count)
{
    return RawWebSocket::frame(0x89, QByteArray(125, 'p')).repeated(count);
}

} // namespace

/// What the server does with frames that nobody should send, and with rare ones that everybody may send.
class HostileFramesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badFramesCloseTheConnection_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const auto frame = &RawWebSocket::frame;
        for (const int bit : {0x40, 0x20, 0x10})
            QTest::addRow("reserved bit %x", bit) << frame(0x81 | bit, kText) << 1002;
        for (const int opcode : {3, 7, 11, 15})
            QTest::addRow("opcode %d", opcode) << frame(0x80 | opcode, kText) << 1002;
        QTest::newRow("binary") << frame(0x82, kText) << 1003;
        QTest::newRow("not masked") << websocket::textFrame(kText) << 1002;
        QTest::newRow("continuation of nothing") << frame(0x80, kText) << 1002;
        QTest::newRow("text inside a text") << frame(0x01, "{") + frame(0x81, kText) << 1002;
        QTest::newRow("binary inside a text") << frame(0x01, "{") + frame(0x82, kText) << 1003;
        QTest::newRow("fragmented ping") << frame(0x09, "p") << 1002;
        QTest::newRow("fragmented close") << frame(0x08, {}) << 1002;
        QTest::newRow("ping of 126 bytes") << frame(0x89, QByteArray(126, 'p')) << 1002;
        QTest::newRow("close of 126 bytes") << frame(0x88, "\x03\xe8" + QByteArray(124, 'x')) << 1002;
        QTest::newRow("length too long") << QByteArray("\x81\xfe\x00\x01mask", 8) << 1002;
        QTest::newRow("length far too long") << QByteArray("\x81\xff\0\0\0\0\0\0\0\x01mask", 14) << 1002;
        QTest::newRow("negative length") << QByteArray("\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff", 10) + "mask" << 1002;
        QTest::newRow("announces an exabyte") << QByteArray("\x81\xff\x10\0\0\0\0\0\0\0mask", 14) << 1009;
        QTest::newRow("one byte beyond 256 KiB") << frame(0x81, QByteArray(kMaximumFrameBytes + 1, ' ')) << 1009;
        QTest::newRow("beyond 256 KiB in two")
            << frame(0x01, QByteArray(kMaximumFrameBytes, ' ')) + frame(0x80, " ") << 1009;
        QTest::newRow("beyond 256 KiB in thousands")
            << frame(0x01, "{") + frame(0x00, QByteArray(64, ' ')).repeated(4100) << 1009;
        QTest::newRow("no UTF-8") << frame(0x81, "{\"id\":\xff}") << 1007;
        QTest::newRow("surrogate") << frame(0x81, "\xed\xa0\x80") << 1007;
        QTest::newRow("overlong") << frame(0x81, "\xc0\xaf") << 1007;
        QTest::newRow("half a character at the end") << frame(0x81, "\xf0\x9f\x91") << 1007;
        QTest::newRow("half a character, then an end") << frame(0x01, "\xd0") + frame(0x80, {}) << 1007;
        QTest::newRow("no UTF-8, never ended") << frame(0x01, "\xff") << 1007;
        QTest::newRow("close of one byte") << frame(0x88, "\x03") << 1002;
        for (const int code : {0, 999, 1004, 1006, 1015, 2999, 5000})
            QTest::addRow("close %d", code)
                << frame(0x88, websocket::closePayload(static_cast<quint16>(code), {})) << 1002;
        QTest::newRow("close with no UTF-8") << frame(0x88, "\x03\xe8\xff") << 1007;
        QTest::newRow("HTTP again") << QByteArray("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n") << 1002;
    }
    void badFramesCloseTheConnection()
    {
        static TestServer server;
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        RawWebSocket socket(server.port());
        socket.send(bytes + RawWebSocket::text(kText)); // What follows is not looked at.
        const auto said = socket.next();
        QVERIFY(said);
        QCOMPARE(said->kind, websocket::Incoming::Kind::Close);
        QCOMPARE(static_cast<int>(said->closeCode), code);
        QVERIFY(!said->payload.isEmpty());
        QVERIFY(socket.waitUntilClosed());
        QVERIFY(!socket.next());
    }

    void goodFramesAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto frame = &RawWebSocket::frame;
        QTest::newRow("plain") << frame(0x81, kText);
        QTest::newRow("masked with zeros") << websocket::maskedFrame(websocket::Opcode::Text, kText, 0);
        QTest::newRow("empty fragments") << frame(0x01, {}) + frame(0x00, {}).repeated(1000) + frame(0x80, kText);
        QTest::newRow("pongs that nobody asked for") << frame(0x8a, "x").repeated(1000) + frame(0x81, kText);
        QTest::newRow("pongs between") << frame(0x01, kText.left(50)) + frame(0x8a, "x").repeated(100) +
                                              frame(0x80, kText.mid(50));
        QTest::newRow("exactly 256 KiB") << frame(0x81, kText + QByteArray(kMaximumFrameBytes - kText.size(), ' '));
        QByteArray bytewise = frame(0x01, {});
        for (const char byte : kText)
            bytewise += frame(0x00, QByteArray(1, byte));
        QTest::newRow("every byte a fragment") << bytewise + frame(0x80, {});
    }
    void goodFramesAreAnswered()
    {
        static TestServer server;
        QFETCH(QByteArray, bytes);
        RawWebSocket socket(server.port());
        socket.send(bytes);
        const QJsonObject reply = socket.nextObject();
        QCOMPARE(reply.value("id"_L1).toInt(), 7);
        QVERIFY(socket.isOpen());
    }

    // Cyrillic, Chinese and emoji, cut in all their characters: what is stored is what was sent.
    void textMayBeFragmentedAtEveryByte()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        RawWebSocket socket(server.port(), "Authorization: Bearer " + jane.token + "\r\n");
        socket.send(RawWebSocket::text("{\"id\":1,\"method\":\"session.start\",\"params\":{}}"));
        QVERIFY(socket.nextObject().contains("result"_L1));
        const QByteArray text = "Ґанок 世界 👩‍🚀🇺🇦 ё";
        const QByteArray before =
            "{\"id\":2,\"method\":\"chat.send\",\"params\":{\"roomId\":" + QByteArray::number(room) + ",\"text\":\"";
        const QByteArray whole = before + text + "\"}}";
        for (qsizetype cut = before.size(); cut <= before.size() + text.size(); ++cut) {
            socket.send(RawWebSocket::frame(0x01, whole.left(cut)));
            socket.send(RawWebSocket::frame(0x80, whole.mid(cut)));
            QJsonObject reply = socket.nextObject();
            while (!reply.contains("id"_L1)) // An event of the message before.
                reply = socket.nextObject();
            QCOMPARE(reply.value("result"_L1).toObject().value("text"_L1).toString(), QString::fromUtf8(text));
        }
    }

    void aFrameMayArriveByteByByte()
    {
        TestServer server;
        RawWebSocket socket(server.port());
        socket.sendBytewise(RawWebSocket::text(kText) + RawWebSocket::frame(0x89, "here?"));
        QCOMPARE(socket.nextObject().value("id"_L1).toInt(), 7);
        const auto pong = socket.next();
        QVERIFY(pong);
        QCOMPARE(pong->kind, websocket::Incoming::Kind::Pong);
        QCOMPARE(pong->payload, "here?");
    }

    void framesMayComeRightBehindTheUpgrade()
    {
        TestServer server;
        RawSocket socket(server.port());
        socket.send("GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n" +
                    RawWebSocket::text(kText));
        QCOMPARE(socket.answer(true).headers.value("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        QVERIFY(socket.waitForBytes(2));
        QVERIFY(socket.received().contains("\"id\":7"));
    }

    void anUpgradeMayFillTheHead()
    {
        TestServer server;
        QVERIFY(RawWebSocket(server.port(), "X: " + QByteArray(15'000, 'x') + "\r\n").isOpen());
        RawSocket tooLarge(server.port());
        tooLarge.send("GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nX: " +
                      QByteArray(17'000, 'x'));
        QCOMPARE(tooLarge.answer().status, 431);
    }

    void closeIsAnsweredWithTheSameCode_data()
    {
        QTest::addColumn<int>("code");
        for (const int code : {1000, 1001, 1003, 1005, 1011, 3000, 4999})
            QTest::addRow("%d", code) << code;
    }
    void closeIsAnsweredWithTheSameCode()
    {
        static TestServer server;
        QFETCH(int, code);
        RawWebSocket socket(server.port());
        socket.send(RawWebSocket::frame(0x88, websocket::closePayload(static_cast<quint16>(code), QString(61, u'ж'))) +
                    RawWebSocket::text(kText));
        const auto said = socket.next();
        QVERIFY(said);
        QCOMPARE(said->kind, websocket::Incoming::Kind::Close);
        QCOMPARE(static_cast<int>(said->closeCode), code);
        QVERIFY(socket.waitUntilClosed());
        QVERIFY(!socket.next());
    }

    void pingsAreAnsweredOneByOne()
    {
        TestServer server;
        RawWebSocket socket(server.port());
        socket.send(pings(5000) + RawWebSocket::text(kText));
        for (int i = 0; i < 5000; ++i) {
            const auto pong = socket.next();
            QVERIFY(pong);
            QCOMPARE(pong->kind, websocket::Incoming::Kind::Pong);
        }
        QCOMPARE(socket.nextObject().value("id"_L1).toInt(), 7);
    }

    // Its pongs pile up until the limit; then it is gone without a close frame, which would not get through.
    void whoPingsAndReadsNothingIsCutOff()
    {
        TestServer server;
        RawWebSocket socket(server.port());
        socket.socket().setReadBufferSize(1024);
        for (int i = 0; i < 400 && !socket.isClosed(); ++i)
            socket.send(pings(2000));
        QVERIFY(socket.isClosed());
    }

    void manyRequestsAtOnceAreAllAnswered()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        RawWebSocket socket(server.port(), "Authorization: Bearer " + jane.token + "\r\n");
        QByteArray bytes = RawWebSocket::text("{\"id\":0,\"method\":\"session.start\",\"params\":{}}");
        constexpr int kRequests = 5000;
        for (int i = 1; i <= kRequests; ++i)
            bytes += RawWebSocket::text("{\"id\":" + QByteArray::number(i) + ",\"method\":\"session.ping\"}");
        socket.socket().write(bytes); // Many times what a paused connection holds.
        for (int i = 0; i <= kRequests; ++i)
            QCOMPARE(socket.nextObject().value("id"_L1).toInt(-1), i);
    }

    void unreadableTextIsRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("spaces") << QByteArray(10, ' ');
        QTest::newRow("NUL") << QByteArray(1, '\0');
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("array") << QByteArray("[1]");
        QTest::newRow("depth 33") << "{\"id\":1,\"a\":" + QByteArray(32, '[') + QByteArray(32, ']') + '}';
        QTest::newRow("brackets without end") << QByteArray(200'000, '[');
        QTest::newRow("braces without end") << QByteArray("{\"a\":").repeated(50'000);
        QTest::newRow("quote without end") << "{\"id\":\"" + QByteArray(200'000, 'a');
        QTest::newRow("digits without end") << "{\"id\":" + QByteArray(200'000, '9') + '}';
        QTest::newRow("id of 65 characters") << "{\"id\":\"" + QByteArray(65, 'a') + "\",\"method\":\"x\"}";
        QTest::newRow("id with a lone surrogate") << QByteArray("{\"id\":\"\\ud800\",\"method\":\"x\"}");
        QTest::newRow("method is a number") << QByteArray("{\"id\":1,\"method\":1}");
        QTest::newRow("params are a list") << QByteArray("{\"id\":1,\"method\":\"x\",\"params\":[]}");
        QTest::newRow("unknown method") << QByteArray("{\"id\":1,\"method\":\"\\u0000\\ud800\"}");
        QTest::newRow("long method") << "{\"id\":1,\"method\":\"" + QByteArray(200'000, 'm') + "\"}";
    }
    void unreadableTextIsRefusedInWords()
    {
        static TestServer server;
        QFETCH(QByteArray, text);
        RawWebSocket socket(server.port());
        socket.send(RawWebSocket::text(text) + RawWebSocket::text(kText));
        const QJsonObject refusal = socket.nextObject();
        const QJsonObject error = refusal.value("error"_L1).toObject();
        QVERIFY(QStringList({u"invalid"_s, u"notFound"_s}).contains(error.value("code"_L1).toString()));
        QVERIFY(!error.value("message"_L1).toString().isEmpty());
        QVERIFY(error.value("message"_L1).toString().size() < 500);
        QCOMPARE(socket.nextObject().value("id"_L1).toInt(), 7); // The connection lives.
    }
};

QTEST_GUILESS_MAIN(HostileFramesTest)
#include "frames_test.moc"
