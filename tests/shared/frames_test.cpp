#include "websocket/FrameReader.h"
#include "websocket/FrameWriter.h"
#include "websocket/Handshake.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto::websocket;

namespace {

constexpr quint32 kMask = 0xa1b2c3d4;
constexpr qsizetype kLimit = 1000;
const QString kMixedText = u"Привіт, 世界! 👩‍🚀 ё"_s;

QList<Incoming> readAll(FrameReader &reader, QByteArrayView bytes)
{
    QList<Incoming> all;
    while (!bytes.isEmpty()) {
        if (const auto incoming = reader.read(bytes))
            all.append(*incoming);
    }
    return all;
}

QList<Incoming> readAll(const QByteArray &bytes, FrameReader::Peer peer = FrameReader::Peer::Client)
{
    FrameReader reader(peer, kLimit);
    return readAll(reader, bytes);
}

// A client's frame of any kind, right or wrong.
QByteArray raw(int firstByte, const QByteArray &payload)
{
    QByteArray bytes = maskedFrame(Opcode::Text, payload, kMask);
    bytes[0] = static_cast<char>(firstByte);
    return bytes;
}

} // namespace

class WebSocketFramesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesOfEveryLengthComeBack()
    {
        for (const qsizetype size : {0, 1, 125, 126, 127, 65'535, 65'536, 70'001}) {
            const QByteArray text(size, 'x');
            FrameReader server(FrameReader::Peer::Client, 100'000);
            FrameReader client(FrameReader::Peer::Server, 100'000);
            const QList<Incoming> fromClient = readAll(server, maskedFrame(Opcode::Text, text, kMask));
            const QList<Incoming> fromServer = readAll(client, textFrame(text));
            QCOMPARE(fromClient.size(), 1);
            QCOMPARE(fromServer.size(), 1);
            QCOMPARE(fromClient.first().payload, text);
            QCOMPARE(fromServer.first().payload, text);
        }
    }

    void bytesMayBeCutAnywhere()
    {
        const QByteArray bytes = maskedFrame(Opcode::Text, kMixedText.toUtf8(), kMask) +
                                 maskedFrame(Opcode::Ping, "here?", kMask) + maskedFrame(Opcode::Text, "2", kMask);
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            FrameReader reader(FrameReader::Peer::Client, kLimit);
            QList<Incoming> all = readAll(reader, bytes.left(cut));
            all += readAll(reader, bytes.mid(cut));
            QCOMPARE(all.size(), 3);
            QCOMPARE(all[0].payload, kMixedText.toUtf8());
            QCOMPARE(all[1].payload, "here?");
            QCOMPARE(all[2].payload, "2");
        }
    }

    // Also inside a character, and with a control frame between the fragments.
    void textMayBeFragmentedAtEveryByte()
    {
        const QByteArray text = kMixedText.toUtf8();
        for (qsizetype cut = 0; cut <= text.size(); ++cut) {
            const QList<Incoming> all =
                readAll(raw(0x01, text.left(cut)) + maskedFrame(Opcode::Ping, "p", kMask) + raw(0x80, text.mid(cut)));
            QCOMPARE(all.size(), 2);
            QCOMPARE(all[0].kind, Incoming::Kind::Ping);
            QCOMPARE(all[1].kind, Incoming::Kind::Text);
            QCOMPARE(all[1].payload, text);
        }
        QByteArray bytes = raw(0x01, {});
        for (const char byte : text)
            bytes += raw(0x00, QByteArray(1, byte)) + raw(0x00, {});
        QCOMPARE(readAll(bytes + raw(0x80, {})).first().payload, text);
    }

    void whatIsForbiddenIsAViolation_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        for (const int bit : {0x40, 0x20, 0x10})
            QTest::addRow("reserved bit %x", bit) << raw(0x81 | bit, "x") << 1002;
        for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
            QTest::addRow("opcode %d", opcode) << raw(0x80 | opcode, "x") << 1002;
        QTest::newRow("binary") << raw(0x82, "x") << 1003;
        QTest::newRow("unmasked") << textFrame("x") << 1002;
        QTest::newRow("nothing to continue") << raw(0x80, "x") << 1002;
        QTest::newRow("text inside a text") << raw(0x01, "x") + raw(0x81, "y") << 1002;
        QTest::newRow("fragmented ping") << raw(0x09, "x") << 1002;
        QTest::newRow("fragmented close") << raw(0x08, {}) << 1002;
        QTest::newRow("long ping") << raw(0x89, QByteArray(126, 'x')) << 1002;
        QTest::newRow("long pong") << raw(0x8a, QByteArray(126, 'x')) << 1002;
        QTest::newRow("length in too many bytes") << QByteArray("\x81\xfe\x00\x05", 4) + "mask" << 1002;
        QTest::newRow("length in eight bytes") << QByteArray("\x81\xff\0\0\0\0\0\0\xff\xff", 10) + "mask" << 1002;
        QTest::newRow("negative length") << QByteArray("\x81\xff\x80\0\0\0\0\0\0\0", 10) + "mask" << 1002;
        QTest::newRow("huge length") << QByteArray("\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff", 10) + "mask" << 1009;
        QTest::newRow("one byte too many") << raw(0x81, QByteArray(kLimit + 1, 'x')) << 1009;
        QTest::newRow("too large in sum") << raw(0x01, QByteArray(kLimit, 'x')) + raw(0x80, "x") << 1009;
        QTest::newRow("close of one byte") << raw(0x88, "x") << 1002;
        for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
            QTest::addRow("close %d", code)
                << raw(0x88, closePayload(static_cast<quint16>(code), {}).append(code == 1005 ? "\x03\xed" : ""))
                << 1002;
        QTest::newRow("close with a bad reason") << raw(0x88, "\x03\xe8\xff") << 1007;
        QTest::newRow("close with half a character") << raw(0x88, "\x03\xe8\xd0") << 1007;
    }
    void whatIsForbiddenIsAViolation()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        const QList<Incoming> all = readAll(bytes + maskedFrame(Opcode::Text, "not read any more", kMask));
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().kind, Incoming::Kind::Violation);
        QCOMPARE(static_cast<int>(all.first().closeCode), code);
        QVERIFY(!all.first().payload.isEmpty());
    }

    void aMessageMayFillTheLimit()
    {
        const QList<Incoming> all = readAll(raw(0x01, QByteArray(kLimit - 1, 'x')) + raw(0x80, "y"));
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().payload.size(), kLimit);
    }

    void aServerMustNotMask()
    {
        const QList<Incoming> all = readAll(maskedFrame(Opcode::Text, "x", kMask), FrameReader::Peer::Server);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().closeCode, quint16(1002));
    }

    void badTextIsRefusedAtTheByteThatShowsIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("continuation alone") << QByteArray("\x80");
        QTest::newRow("overlong slash") << QByteArray("\xc0\xaf");
        QTest::newRow("overlong in three") << QByteArray("\xe0\x9f\xbf");
        QTest::newRow("overlong in four") << QByteArray("\xf0\x8f\xbf\xbf");
        QTest::newRow("high surrogate") << QByteArray("\xed\xa0\x80");
        QTest::newRow("low surrogate") << QByteArray("\xed\xbf\xbf");
        QTest::newRow("beyond the last") << QByteArray("\xf4\x90\x80\x80");
        QTest::newRow("five bytes") << QByteArray("\xf8\x88\x80\x80\x80");
        QTest::newRow("0xff") << QByteArray("\xff");
        QTest::newRow("ASCII inside a character") << QByteArray("\xd0"
                                                                "a");
    }
    void badTextIsRefusedAtTheByteThatShowsIt()
    {
        QFETCH(QByteArray, text);
        for (const QByteArray &before : {QByteArray(), QByteArray("12345678"), QByteArray("Привіт")}) {
            // The rest of the message is not awaited.
            const QList<Incoming> all = readAll(raw(0x01, before + text));
            QCOMPARE(all.size(), 1);
            QCOMPARE(all.first().closeCode, quint16(1007));
        }
    }

    void aMessageMustNotEndInsideACharacter()
    {
        for (const QByteArray &half : {QByteArray("\xd0"), QByteArray("\xe4\xb8"), QByteArray("\xf0\x9f\x91")}) {
            QCOMPARE(readAll(raw(0x81, half)).first().closeCode, quint16(1007));
            QCOMPARE(readAll(raw(0x01, half) + raw(0x80, {})).first().closeCode, quint16(1007));
        }
    }

    void everyCharacterIsValid()
    {
        Utf8Check check;
        for (char32_t c = 0; c <= 0x10ffff; ++c) {
            if (c >= 0xd800 && c <= 0xdfff)
                continue;
            if (!check.feed(QString::fromUcs4(&c, 1).toUtf8()) || !check.isComplete())
                QFAIL(qPrintable(QString::number(c, 16)));
        }
    }

    void closeSaysItsCodeAndReason()
    {
        const auto read = [](quint16 code, const QString &reason) {
            return readAll(maskedFrame(Opcode::Close, closePayload(code, reason), kMask)).first();
        };
        QCOMPARE(read(4100, u"Кінець"_s).closeCode, quint16(4100));
        QCOMPARE(read(4100, u"Кінець"_s).payload, u"Кінець"_s.toUtf8());
        QCOMPARE(read(1005, u"unsaid"_s).closeCode, quint16(1005));
        const Incoming cut = read(1000, QString(100, u'ж'));
        QCOMPARE(cut.kind, Incoming::Kind::Close);
        QCOMPARE(cut.payload, QString(61, u'ж').toUtf8());
    }

    void theAcceptIsTheOneOfTheStandard()
    {
        QCOMPARE(acceptFor("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="); // RFC 6455 section 1.3.
        QVERIFY(isKey(makeKey()));
        QVERIFY(makeKey() != makeKey());
        QVERIFY(!isKey("dGhlIHNhbXBsZSBub25jZQ=!"));
        QVERIFY(!isKey("c2hvcnQ="));
    }

    void anAnswerIsReadToItsEndAndNotFurther()
    {
        const QByteArray key = makeKey();
        const QByteArray bytes = upgradeAnswer(key) + textFrame("early");
        for (qsizetype cut = 0; cut < upgradeAnswer(key).size(); ++cut) {
            UpgradeReply reply(key);
            QByteArrayView first = QByteArrayView(bytes).first(cut);
            QCOMPARE(reply.read(first), UpgradeReply::State::More);
            QByteArrayView rest = QByteArrayView(bytes).sliced(cut);
            QCOMPARE(reply.read(rest), UpgradeReply::State::Accepted);
            QCOMPARE(rest.toByteArray(), textFrame("early"));
        }
    }

    void otherAnswersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("answer");
        const QByteArray good = upgradeAnswer("dGhlIHNhbXBsZSBub25jZQ==");
        QTest::newRow("another status") << QByteArray("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("another key") << upgradeAnswer("AAAAAAAAAAAAAAAAAAAAAA==");
        QTest::newRow("no upgrade") << QByteArray(good).replace("Upgrade: websocket\r\n", "");
        QTest::newRow("no connection") << QByteArray(good).replace("Connection: Upgrade\r\n", "");
        QTest::newRow("an extension") << QByteArray(good).replace(
            "\r\n\r\n", "\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n");
        QTest::newRow("a subprotocol") << QByteArray(good).replace("\r\n\r\n",
                                                                   "\r\nSec-WebSocket-Protocol: chat\r\n\r\n");
        QTest::newRow("no HTTP at all") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n");
        QTest::newRow("without end") << QByteArray(UpgradeReply::kMaximumBytes, 'x');
    }
    void otherAnswersAreRefused()
    {
        QFETCH(QByteArray, answer);
        UpgradeReply reply("dGhlIHNhbXBsZSBub25jZQ==");
        QByteArrayView bytes = answer;
        QCOMPARE(reply.read(bytes), UpgradeReply::State::Refused);
        QVERIFY(!reply.refusal().isEmpty());
    }
};

QTEST_APPLESS_MAIN(WebSocketFramesTest)
#include "frames_test.moc"
