#include "support/TestServer.h"

#include <QFile>
#include <QTcpSocket>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

/// Bytes as they are on the wire, against the gate.
class GateTest : public QObject
{
    Q_OBJECT

    static QByteArray exchange(quint16 port, const QByteArrayList &pieces, bool untilClosed = true)
    {
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.connectToHost(QHostAddress::LocalHost, port);
        waitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; });
        for (const QByteArray &piece : pieces) {
            socket.write(piece);
            waitFor([&] { return socket.bytesToWrite() == 0 || socket.state() != QAbstractSocket::ConnectedState; });
        }
        QByteArray answer;
        waitFor(
            [&] {
                answer += socket.readAll();
                return untilClosed ? socket.state() == QAbstractSocket::UnconnectedState : answer.contains("\r\n\r\n");
            },
            5'000);
        return answer;
    }
    static qint64 residentBytes()
    {
        QFile file(u"/proc/self/statm"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE)
                                              : 0;
    }
    static QByteArrayList bytewise(const QByteArray &bytes)
    {
        QByteArrayList pieces;
        for (const char byte : bytes)
            pieces.append(QByteArray(1, byte));
        return pieces;
    }

private Q_SLOTS:
    // Each is refused at the byte that makes it ambiguous: none of them ends its head.
    void ambiguousHeadsAreRefusedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray line = "POST /api/v1/rooms HTTP/1.1\r\nHost: x\r\n";
        QTest::newRow("two lengths") << line + "Content-Length: 3\r\nContent-Length: 3\r\n" << 400;
        QTest::newRow("signed length") << line + "Content-Length: +3\r\n" << 400;
        QTest::newRow("negative length") << line + "Content-Length: -3\r\n" << 400;
        QTest::newRow("length list") << line + "Content-Length: 3, 3\r\n" << 400;
        QTest::newRow("hexadecimal length") << line + "Content-Length: 0x3\r\n" << 400;
        QTest::newRow("length and chunks") << line + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n" << 400;
        QTest::newRow("chunks and length") << line + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n" << 400;
        QTest::newRow("folded header") << line + "X-A: b\r\n c\r\n" << 400;
        QTest::newRow("bare line feed") << QByteArray("GET / HTTP/1.1\nHost: x\n") << 400;
        QTest::newRow("bare return") << QByteArray("GET / HTTP/1.1\rHost: x") << 400;
        QTest::newRow("NUL") << line + QByteArray("X-A: b\0c", 8) << 400;
        QTest::newRow("control character") << line + "X-A: b\x01" << 400;
        QTest::newRow("space before colon") << line + "Content-Length : 3\r\n" << 400;
        QTest::newRow("no colon") << line + "nonsense\r\n" << 400;
        QTest::newRow("empty name") << line + ": x\r\n" << 400;
        QTest::newRow("two hosts") << line + "Host: y\r\n" << 400;
        QTest::newRow("no host") << QByteArray("GET /healthz HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("absolute target") << QByteArray("GET http://x/healthz HTTP/1.1\r\n") << 400;
        QTest::newRow("no version") << QByteArray("GET /healthz\r\n") << 400;
        QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n") << 400;
        QTest::newRow("double space") << QByteArray("GET  /healthz HTTP/1.1\r\n") << 400;
        QTest::newRow("TLS hello") << QByteArray("\x16\x03\x01\x02") << 400;
        QTest::newRow("chunked") << line + "Transfer-Encoding: chunked\r\n\r\n" << 411;
        QTest::newRow("body too large") << line + "Content-Length: 1048577\r\n\r\n" << 413;
        QTest::newRow("head too large") << line + "X-A: " + QByteArray(17'000, 'a') << 431;
        QTest::newRow("too many headers") << line + QByteArray("X-A: b\r\n").repeated(101) << 431;
    }
    void ambiguousHeadsAreRefusedAtOnce()
    {
        static TestServer server;
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        const QByteArray expected = "HTTP/1.1 " + QByteArray::number(status);
        const QByteArray answer = exchange(server.port(), {bytes});
        QVERIFY2(answer.startsWith(expected), answer.constData());
        QCOMPARE(answer.count("\r\n\r\n"), 1);
        QVERIFY(answer.contains("Connection: close"));
        QVERIFY(answer.contains("application/problem+json"));
    }

    void aRequestMayArriveByteByByte()
    {
        TestServer server;
        const QByteArray answer =
            exchange(server.port(), bytewise("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.constData());
        QVERIFY(answer.endsWith("{\"status\":\"ok\"}"));
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        TestServer server;
        const QByteArray answer =
            exchange(server.port(), {"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
                                     "GET /no HTTP/1.1\r\nHost: x\r\n\r\n"
                                     "HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
                                     "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"});
        QList<int> statuses;
        for (qsizetype at = answer.indexOf("HTTP/1.1 "); at >= 0; at = answer.indexOf("HTTP/1.1 ", at + 1))
            statuses.append(answer.mid(at + 9, 3).toInt());
        QCOMPARE(statuses, (QList<int>{200, 404, 200, 200}));
        QCOMPARE(answer.count("{\"status\":\"ok\"}"), 2); // HEAD has no body.
    }

    void oldHttpIsAnsweredAndClosed()
    {
        TestServer server;
        const QByteArray answer = exchange(server.port(), {"GET /healthz HTTP/1.0\r\n\r\n"});
        QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.constData());
    }

    void badUpgradesAreRefusedWithOneAnswer_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        const QByteArray good = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        QTest::newRow("good") << QByteArray("/ws") << good << 101;
        QTest::newRow("good, own origin") << QByteArray("/ws") << good + "Origin: http://x\r\n" << 101;
        QTest::newRow("elsewhere") << QByteArray("/chat") << good << 404;
        QTest::newRow("old version") << QByteArray("/ws") << QByteArray(good).replace("13", "8") << 426;
        QTest::newRow("no key") << QByteArray("/ws") << QByteArray("Sec-WebSocket-Version: 13\r\n") << 400;
        QTest::newRow("short key") << QByteArray("/ws") << QByteArray(good).replace("dGhlIHNhbXBsZSBub25jZQ==", "YQ==")
                                   << 400;
        QTest::newRow("foreign origin") << QByteArray("/ws") << good + "Origin: http://evil.example\r\n" << 403;
        QTest::newRow("null origin") << QByteArray("/ws") << good + "Origin: null\r\n" << 403;
        QTest::newRow("bad token") << QByteArray("/ws") << good + "Authorization: Bearer nonsense\r\n" << 401;
    }
    void badUpgradesAreRefusedWithOneAnswer()
    {
        static TestServer server;
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, headers);
        QFETCH(int, status);
        const QByteArray answer = exchange(server.port(),
                                           {"GET " + target +
                                            " HTTP/1.1\r\nHost: x\r\nConnection: keep-alive, Upgrade\r\n"
                                            "Upgrade: websocket\r\n" +
                                            headers + "\r\n"},
                                           status != 101);
        QVERIFY2(answer.startsWith("HTTP/1.1 " + QByteArray::number(status)), answer.constData());
        QCOMPARE(answer.count("HTTP/1.1 "), 1);
    }

    void unreadableJsonIsBadRequest()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const auto post = [&](const QByteArray &body, const QByteArray &type) {
            return exchange(server.port(),
                            {"POST /api/v1/rooms HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " +
                             jane.token + "\r\nContent-Type: " + type +
                             "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body});
        };
        for (const QByteArray &body :
             {QByteArray("{"), QByteArray("[]"), QByteArray("{\"name\":\"\xff\"}"), QByteArray("nul"),
              QByteArray(40, '[') + QByteArray(40, ']'), QByteArray("{\"name\":1}x")}) {
            const QByteArray answer = post(body, "application/json");
            QVERIFY2(answer.startsWith("HTTP/1.1 400"), answer.constData());
            QVERIFY(answer.contains("\"code\":\"invalid\""));
        }
        QVERIFY(post("{\"name\":\"\\ud800\"}", "application/json").startsWith("HTTP/1.1 422"));
        QVERIFY(post("{\"name\":\"a\\u0000b\"}", "application/json").startsWith("HTTP/1.1 422"));
        QVERIFY(post("name=x", "application/x-www-form-urlencoded").startsWith("HTTP/1.1 415"));
        QVERIFY(post("{\"name\":\"ok\"}", "application/json; charset=utf-8").startsWith("HTTP/1.1 201"));
    }

    void whoAsksOnAndReadsNothingCostsLittle()
    {
        TestServer server;
        const qsizetype size =
            exchange(server.port(), {"GET /openapi.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"}).size();
        QVERIFY(size > 1000);
        const int requests = static_cast<int>(100'000'000 / size);
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.setReadBufferSize(64 * 1024);
        socket.connectToHost(QHostAddress::LocalHost, server.port());
        QVERIFY(waitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }));
        const qint64 before = residentBytes();
        socket.write(QByteArray("GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n").repeated(requests));
        QVERIFY(!waitFor([&] { return residentBytes() > before + 40'000'000; }, 2'000));
        // Nothing is lost on one who reads late.
        int answers = 0;
        QVERIFY(waitFor(
            [&] {
                answers += static_cast<int>(socket.readAll().count("HTTP/1.1 200"));
                return answers >= requests - requests / 100; // A status line may be cut between two reads.
            },
            60'000));
    }

    void whoLeavesInMidRequestHurtsNobody()
    {
        TestServer server;
        for (int i = 0; i < 50; ++i) {
            QTcpSocket socket;
            socket.setProxy(QNetworkProxy::NoProxy);
            socket.connectToHost(QHostAddress::LocalHost, server.port());
            waitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; });
            const QByteArray body = "{\"name\":\"nobody\",\"password\":\"wrong password\"}";
            socket.write(
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " +
                QByteArray::number(body.size()) + "\r\n\r\n" + body.left(i));
            if (i % 2)
                socket.write(body.mid(i));
            waitFor([&] { return socket.bytesToWrite() == 0; });
            socket.abort();
        }
        QCOMPARE(server.request("GET", u"/healthz"_s).status, 200);
    }
};

QTEST_GUILESS_MAIN(GateTest)
#include "gate_test.moc"
