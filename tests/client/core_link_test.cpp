#include "net/Backoff.h"
#include "net/ClientId.h"
#include "net/Heartbeat.h"
#include "net/Socket.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

class ManualClock final : public Clock
{
public:
    qint64 nowMs() const override { return wall; }
    qint64 monotonicMs() const override { return monotonic; }
    void advance(qint64 milliseconds)
    {
        wall += milliseconds;
        monotonic += milliseconds;
    }

    qint64 wall = 1'700'000'000'000;
    qint64 monotonic = 1000;
};

} // namespace

class core_link_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsGrowToFourSeconds();
    void clientIdsSortByTime();
    void idleConnectionIsPinged();
    void silentServerIsGivenUp();
    void sleepIsNoticed();
    void refusedConnectionIsRetriedOnce();
    void silentListenerIsRetried();
};

void core_link_test::waitsGrowToFourSeconds()
{
    Backoff longest([] { return 1.0; });
    QList<qint64> waits;
    for (int i = 0; i < 7; ++i)
        waits.append(longest.nextDelayMs());
    QCOMPARE(waits, (QList<qint64>{1000, 2000, 4000, 4000, 4000, 4000, 4000}));
    longest.reset();
    QCOMPARE(longest.nextDelayMs(), 1000);
    Backoff shortest([] { return 0.0; });
    for (int i = 0; i < 50; ++i)
        QCOMPARE(shortest.nextDelayMs(), Backoff::kMinimumMs);
}

void core_link_test::clientIdsSortByTime()
{
    ManualClock clock;
    const QString first = makeClientId(clock);
    clock.advance(1);
    const QString second = makeClientId(clock);
    QVERIFY(first < second);
    QCOMPARE(first.size(), 36);
    QCOMPARE(first.at(14), u'7');
    QVERIFY(u"89ab"_s.contains(first.at(19)));
    QSet<QString> all;
    for (int i = 0; i < 1000; ++i)
        all.insert(makeClientId(clock));
    QCOMPARE(all.size(), 1000);
}

void core_link_test::idleConnectionIsPinged()
{
    ManualClock clock;
    Heartbeat heartbeat(clock);
    QSignalSpy pings(&heartbeat, &Heartbeat::pingWanted);
    heartbeat.start();
    clock.advance(20'000);
    heartbeat.heard();
    clock.advance(20'000);
    heartbeat.tick();
    QCOMPARE(pings.size(), 0);
    clock.advance(5'000);
    heartbeat.tick();
    heartbeat.tick();
    QCOMPARE(pings.size(), 1);
}

void core_link_test::silentServerIsGivenUp()
{
    ManualClock clock;
    Heartbeat heartbeat(clock);
    QSignalSpy silent(&heartbeat, &Heartbeat::serverSilent);
    heartbeat.start();
    for (int i = 0; i < 11; ++i) {
        clock.advance(5'000);
        heartbeat.tick();
    }
    QCOMPARE(silent.size(), 0);
    clock.advance(5'000);
    heartbeat.tick();
    QCOMPARE(silent.size(), 1);
}

void core_link_test::sleepIsNoticed()
{
    ManualClock clock;
    Heartbeat heartbeat(clock);
    QSignalSpy woke(&heartbeat, &Heartbeat::wokeUp);
    heartbeat.start();
    clock.advance(5'000);
    heartbeat.tick();
    clock.wall += 3'600'000;
    heartbeat.tick();
    heartbeat.tick();
    QCOMPARE(woke.size(), 1);
}

void core_link_test::refusedConnectionIsRetriedOnce()
{
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const quint16 port = free.serverPort();
    free.close();
    QTemporaryDir folder;
    const Profile profile(folder.path());
    const SystemClock clock;
    int waits = 0;
    Socket socket(*ServerAddress::parse(u"127.0.0.1:%1"_s.arg(port)), profile, clock, Backoff([&] {
        ++waits;
        return 1.0;
    }));
    socket.start();
    QTRY_COMPARE(socket.state(), Socket::State::Waiting);
    QVERIFY(!socket.lastError().isEmpty());
    QVERIFY(socket.retryAtMs() > clock.nowMs());
    // The error and the disconnection both tell of the same attempt.
    QCoreApplication::processEvents();
    QCOMPARE(waits, 1);
    QTRY_COMPARE(waits, 2);
    socket.stop();
    QCOMPARE(socket.state(), Socket::State::Stopped);
    QCOMPARE(socket.retryAtMs(), 0);
}

// A server that answers the upgrade with something else.
void core_link_test::silentListenerIsRetried()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *const connection = server.nextPendingConnection();
        connect(connection, &QTcpSocket::readyRead, connection,
                [connection] { connection->write("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"); });
    });
    QTemporaryDir folder;
    const Profile profile(folder.path());
    const SystemClock clock;
    int waits = 0;
    Socket socket(*ServerAddress::parse(u"127.0.0.1:%1"_s.arg(server.serverPort())), profile, clock, Backoff([&] {
        ++waits;
        return 1.0;
    }));
    socket.start();
    QTRY_COMPARE(socket.state(), Socket::State::Waiting);
    QCOMPARE(waits, 1);
    QVERIFY(!socket.lastError().isEmpty());
}

QTEST_GUILESS_MAIN(core_link_test)
#include "core_link_test.moc"
