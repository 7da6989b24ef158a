#include "net/Certificate.h"
#include "net/FramedLink.h"
#include "protocol/Frame.h"
#include "support/Places.h"
#include "support/RealServer.h"
#include "websocket/FrameWriter.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace Qt::StringLiterals;
using namespace rialto;
using websocket::Opcode;

namespace {

constexpr int kGuardMs = 30'000;

/// A server of the stock engine that sends back what it gets.
class EchoServer : public QWebSocketServer
{
public:
    explicit EchoServer(SslMode mode) : QWebSocketServer(u"echo"_s, mode)
    {
        if (mode == SecureMode)
            setSslConfiguration(*tlsFromFolder(m_folder.path()));
        connect(this, &QWebSocketServer::newConnection, this, [this] {
            QWebSocket *const socket = nextPendingConnection();
            socket->setParent(this);
            connect(socket, &QWebSocket::textMessageReceived, socket, &QWebSocket::sendTextMessage);
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("No port");
    }
    QUrl url() const
    {
        return QUrl(u"%1://127.0.0.1:%2/ws"_s.arg(secureMode() == SecureMode ? u"wss"_s : u"ws"_s).arg(serverPort()));
    }

private:
    QTemporaryDir m_folder;
};

/// A server that answers the upgrade rightly, or as it is told, and then says these bytes.
class ByteServer : public QTcpServer
{
public:
    explicit ByteServer(QByteArray bytes, QByteArray answer = {})
        : m_bytes(std::move(bytes)), m_answer(std::move(answer))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, &ByteServer::read);
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("No port");
    }
    QUrl url() const { return QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(serverPort())); }

    QTcpSocket *socket = nullptr;
    QByteArray received; ///< Behind the upgrade.

private:
    void read()
    {
        received += socket->readAll();
        const qsizetype end = received.indexOf("\r\n\r\n");
        if (m_isUpgraded || end < 0)
            return;
        m_isUpgraded = true;
        const qsizetype key = received.indexOf("Sec-WebSocket-Key: ") + 19;
        const QByteArray answer = websocket::upgradeAnswer(received.mid(key, received.indexOf('\r', key) - key));
        received.remove(0, end + 4);
        socket->write((m_answer.isEmpty() ? answer : m_answer) + m_bytes);
    }

    const QByteArray m_bytes;
    const QByteArray m_answer;
    bool m_isUpgraded = false;
};

QList<websocket::Incoming> framesIn(QByteArrayView bytes)
{
    websocket::FrameReader reader(websocket::FrameReader::Peer::Client, 1024);
    QList<websocket::Incoming> all;
    while (!bytes.isEmpty()) {
        if (const auto incoming = reader.read(bytes))
            all.append(*incoming);
    }
    return all;
}

QByteArray withFirstByte(int byte, const QByteArray &payload)
{
    QByteArray bytes = websocket::textFrame(payload);
    bytes[0] = static_cast<char>(byte);
    return bytes;
}

} // namespace

/// The client's half of our WebSocket engine, against the stock one and against servers that break the rules.
class WebSocketLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsOfEverySizeGoThereAndBack_data()
    {
        QTest::addColumn<bool>("isSecure");
        QTest::newRow("plain") << false;
        QTest::newRow("TLS") << true;
    }
    void textsOfEverySizeGoThereAndBack()
    {
        QFETCH(bool, isSecure);
        EchoServer server(isSecure ? EchoServer::SecureMode : EchoServer::NonSecureMode);
        FramedLink link(nullptr);
        connect(&link, &WebSocketLink::sslErrors, &link, &FramedLink::ignoreSslErrors);
        QSignalSpy opened(&link, &WebSocketLink::opened);
        QSignalSpy received(&link, &WebSocketLink::received);
        link.open(server.url(), QSslConfiguration::defaultConfiguration());
        QVERIFY(opened.wait(kGuardMs));
        QCOMPARE(link.sslConfiguration().peerCertificate().isNull(), !isSecure);
        const QList<qsizetype> sizes = {0, 1, 125, 126, 65'535, 65'536, 300'000, 3'000'000};
        for (const qsizetype size : sizes)
            link.send("Ї" + QByteArray(size, 'x'));
        QTRY_COMPARE_WITH_TIMEOUT(received.size(), sizes.size(), kGuardMs);
        for (qsizetype i = 0; i < sizes.size(); ++i)
            QCOMPARE(received[i].first().toByteArray(), "Ї" + QByteArray(sizes[i], 'x'));
    }

    void textMayBeFragmentedInsideCharacters()
    {
        const QByteArray text = "Їжак, 世界, 👩‍🚀";
        QByteArray bytes;
        for (qsizetype cut = 0; cut <= text.size(); ++cut)
            bytes += withFirstByte(0x01, text.left(cut)) + websocket::frame(Opcode::Ping, "p") +
                     withFirstByte(0x80, text.mid(cut));
        ByteServer server(bytes);
        FramedLink link(nullptr);
        QSignalSpy received(&link, &WebSocketLink::received);
        link.open(server.url(), {});
        QTRY_COMPARE_WITH_TIMEOUT(received.size(), text.size() + 1, kGuardMs);
        for (const auto &one : received)
            QCOMPARE(one.first().toByteArray(), text);
        const auto pongs = [&] { return framesIn(server.received).size(); };
        QTRY_COMPARE_WITH_TIMEOUT(pongs(), text.size() + 1, kGuardMs);
        QCOMPARE(framesIn(server.received).first().kind, websocket::Incoming::Kind::Pong);
    }

    void aBreachEndsTheLink_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::newRow("masked") << websocket::maskedFrame(Opcode::Text, "x", 1) << 1002;
        QTest::newRow("reserved bit") << withFirstByte(0xc1, "x") << 1002;
        QTest::newRow("unknown opcode") << withFirstByte(0x83, "x") << 1002;
        QTest::newRow("binary") << withFirstByte(0x82, "x") << 1003;
        QTest::newRow("no UTF-8") << withFirstByte(0x81, "\xff") << 1007;
        QTest::newRow("too large") << QByteArray("\x81\x7f\0\0\0\0\x02\0\0\x01", 10) << 1009;
    }
    void aBreachEndsTheLink()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        ByteServer server(bytes + websocket::textFrame("not read any more"));
        FramedLink link(nullptr);
        QSignalSpy failed(&link, &WebSocketLink::failed);
        QSignalSpy closed(&link, &WebSocketLink::closed);
        QSignalSpy received(&link, &WebSocketLink::received);
        link.open(server.url(), {});
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kGuardMs);
        QTRY_COMPARE_WITH_TIMEOUT(server.socket->state(), QAbstractSocket::UnconnectedState, kGuardMs);
        QCOMPARE(framesIn(server.received).first().kind, websocket::Incoming::Kind::Close);
        QCOMPARE(static_cast<int>(framesIn(server.received).first().closeCode), code);
        QVERIFY(closed.isEmpty() && received.isEmpty());
        QCOMPARE(failed.size(), 1);
    }

    void aCloseSaysItsCodeAndReason()
    {
        ByteServer server(websocket::frame(Opcode::Close, websocket::closePayload(4100, u"Кінець"_s)));
        FramedLink link(nullptr);
        QSignalSpy closed(&link, &WebSocketLink::closed);
        QSignalSpy failed(&link, &WebSocketLink::failed);
        link.open(server.url(), {});
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, kGuardMs);
        QCOMPARE(closed.first().at(0).toInt(), 4100);
        QCOMPARE(closed.first().at(1).toString(), u"Кінець"_s);
        QTRY_COMPARE_WITH_TIMEOUT(server.socket->state(), QAbstractSocket::UnconnectedState, kGuardMs);
        QCOMPARE(static_cast<int>(framesIn(server.received).first().closeCode), 4100);
        QVERIFY(failed.isEmpty());
    }

    void aLostConnectionIsTold()
    {
        ByteServer server(websocket::textFrame("hello"));
        FramedLink link(nullptr);
        QSignalSpy closed(&link, &WebSocketLink::closed);
        QSignalSpy received(&link, &WebSocketLink::received);
        link.open(server.url(), {});
        QVERIFY(received.wait(kGuardMs));
        server.socket->abort();
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, kGuardMs);
        QCOMPARE(closed.first().at(0).toInt(), 1006);
    }

    void otherAnswersFailInTheServersWords()
    {
        ByteServer server({}, "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
        FramedLink link(nullptr);
        QSignalSpy failed(&link, &WebSocketLink::failed);
        QSignalSpy opened(&link, &WebSocketLink::opened);
        link.open(server.url(), {});
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kGuardMs);
        QVERIFY(failed.first().at(1).toString().contains(u"503 Busy"_s));
        QVERIFY(opened.isEmpty());
    }

    void theRealServerAnswersAFloodOverTls()
    {
        QTemporaryDir folder;
        QVERIFY(tlsFromFolder(folder.path()).has_value());
        RealServer server(places::program(u"rialto-server"_s),
                          {u"--tls-cert"_s, folder.filePath(u"certificate.pem"_s), u"--tls-key"_s,
                           folder.filePath(u"certificate-key.pem"_s)});
        QVERIFY2(server.start(), qPrintable(server.output()));
        FramedLink link(nullptr);
        connect(&link, &WebSocketLink::sslErrors, &link, &FramedLink::ignoreSslErrors);
        QSignalSpy opened(&link, &WebSocketLink::opened);
        QList<qint64> ids;
        connect(&link, &WebSocketLink::received, &link, [&](const QByteArray &utf8) {
            ids.append(parseServerFrame(utf8).value_or(ServerFrame()).id.value_or(-1));
        });
        link.open(QUrl(u"wss://127.0.0.1:%1/ws"_s.arg(server.port())), QSslConfiguration::defaultConfiguration());
        QVERIFY(opened.wait(kGuardMs));
        constexpr int kRequests = 2000;
        QList<qint64> expected;
        for (int i = 0; i < kRequests; ++i) {
            const qsizetype size = i % 100 == 0 ? kMaximumFrameBytes - 100 : i;
            link.send("{\"id\":" + QByteArray::number(i) + ",\"method\":\"session.ping\"}" + QByteArray(size, ' '));
            expected.append(i);
        }
        QTRY_COMPARE_WITH_TIMEOUT(ids.size(), expected.size(), kGuardMs);
        QCOMPARE(ids, expected);
    }

    void aServerThatLeavesInTheHandshakeFails()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&] { server.nextPendingConnection()->abort(); });
        FramedLink link(nullptr);
        QSignalSpy failed(&link, &WebSocketLink::failed);
        link.open(QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(server.serverPort())), {});
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kGuardMs);
    }
};

QTEST_GUILESS_MAIN(WebSocketLinkTest)
#include "websocket_link_test.moc"
