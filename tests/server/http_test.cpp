#include "support/RawSocket.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

/// What HTTP itself asks of the REST door, whatever the route: conditions, origins, methods, rates.
class HttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKnownTagIsNotSentAgain_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<int>("status");
        QTest::newRow("the tag") << QByteArray("\"1\"") << 304;
        QTest::newRow("weak") << QByteArray("W/\"1\"") << 304;
        QTest::newRow("in a list") << QByteArray("\"0\", W/\"7\" ,\"1\"") << 304;
        QTest::newRow("weak in a list") << QByteArray("\"0\",W/\"1\"") << 304;
        QTest::newRow("behind one with a comma") << QByteArray("\"a,b\", \"1\"") << 304;
        QTest::newRow("anything") << QByteArray("*") << 304;
        QTest::newRow("another") << QByteArray("\"2\"") << 200;
        QTest::newRow("others") << QByteArray("\"2\", \"11\", W/\"3\"") << 200;
        QTest::newRow("without quotes") << QByteArray("1") << 200;
        QTest::newRow("nonsense") << QByteArray(",,W/,\"") << 200;
    }
    void aKnownTagIsNotSentAgain()
    {
        static TestServer server;
        static const Person jane = server.aUser(u"jane"_s);
        static const qint64 room = server.aRoom(jane, u"General"_s);
        QFETCH(QByteArray, condition);
        const Answer answer = server.api("GET", u"rooms/%1"_s.arg(room), jane, {}, {{"If-None-Match", condition}});
        QTEST(answer.status, "status");
        QCOMPARE(answer.headers.value("etag"), QByteArray("\"1\""));
    }

    void onlyPagesThatMayReadAnswersCan()
    {
        TestServer server([](Config &config) { config.allowedOrigins = {u"http://shop.lan"_s}; });
        const Person guest = server.aUser(u"guest"_s, Role::Guest);
        const auto ask = [&](const QByteArray &verb, const QByteArray &origin) {
            return server.api(verb, u"rooms"_s, guest, {{u"name"_s, u"x"_s}}, {{"Origin", origin}});
        };
        for (const QByteArray verb : {"GET", "POST", "PATCH", "OPTIONS"}) {
            const Answer foreign = ask(verb, "http://evil.example");
            QCOMPARE(foreign.status, 403);
            QVERIFY(!foreign.headers.contains("access-control-allow-origin"));
            QVERIFY(!foreign.headers.contains("access-control-allow-methods"));
            const Answer allowed = ask(verb, "http://shop.lan");
            QCOMPARE(allowed.headers.value("access-control-allow-origin"), QByteArray("http://shop.lan"));
            QCOMPARE(allowed.headers.value("vary"), QByteArray("Origin"));
        }
        QCOMPARE(ask("POST", "http://shop.lan").status, 403); // Guests make no rooms; the page may read why.
        QVERIFY(ask("OPTIONS", "http://shop.lan").headers.contains("access-control-allow-methods"));
        QVERIFY(!server.api("GET", u"rooms"_s, guest).headers.contains("access-control-allow-origin"));
    }

    void watchersDoNotUseUpTheRateOfTheirAddress()
    {
        TestServer server([](Config &config) { config.noRateLimits = false; });
        const auto countOf = [&](const QByteArray &target, int status) {
            constexpr int kRequests = 1000; // Three times what an address may ask at once.
            RawSocket socket(server.port());
            socket.socket().write(("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").repeated(kRequests));
            int count = 0;
            for (int i = 0; i < kRequests; ++i)
                count += socket.answer().status == status ? 1 : 0;
            return count;
        };
        QCOMPARE(countOf("/healthz", 200), 1000);
        QCOMPARE(countOf("/readyz", 200), 1000);
        QVERIFY(countOf("/no", 429) > 0);
        QVERIFY(countOf("/api/v1/no", 429) > 0);
        QCOMPARE(server.request("GET", u"/healthz"_s).status, 200);
    }
};

QTEST_GUILESS_MAIN(HttpTest)
#include "http_test.moc"
