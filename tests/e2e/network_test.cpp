#include "support/LiveClient.h"
#include "support/Places.h"

#include <QCoreApplication>
#include <cstdlib>
#include <sched.h>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

const QString kAddress = u"10.77.0.1"_s;

// A network of this process's own, with an address that is not loopback; gone with the process.
bool enterOwnNetwork()
{
    return ::unshare(CLONE_NEWNET) == 0 && std::system("ip link set lo up") == 0 &&
           std::system("ip link add lan type veth peer name other") == 0 &&
           std::system("ip addr add 10.77.0.1/24 dev lan") == 0 && std::system("ip link set lan up") == 0 &&
           std::system("ip link set other up") == 0;
}

} // namespace

/// Two clients and a server as in a real network: beyond loopback, over TLS, with the server's own certificate.
class NetworkTest : public QObject
{
    Q_OBJECT

public:
    explicit NetworkTest(bool hasNetwork) : m_hasNetwork(hasNetwork) {}

private Q_SLOTS:
    void twoClientsTalkOverTlsAndSurviveARestart()
    {
        if (!m_hasNetwork)
            QSKIP("No network namespace can be made here.");
        RealServer server(places::program(u"rialto-server"_s), {}, kAddress);
        QVERIFY2(server.start(), qPrintable(server.output()));
        QVERIFY2(server.address().startsWith(u"https://"_s + kAddress), qPrintable(server.address()));
        LiveClient jane(server, u"jane"_s);
        LiveClient olena(server, u"olena"_s);
        QVERIFY(jane && olena);
        QTRY_VERIFY_WITH_TIMEOUT(jane.isSettled() && olena.isSettled(), 20'000);
        const RoomId room = makeRoom(jane, u"General"_s);
        QTRY_VERIFY(olena->rooms().rowOf(room) >= 0);
        QVERIFY(joinRoom(olena, room));
        MessageModel &hers = *jane->openRoom(room);
        MessageModel &others = *olena->openRoom(room);
        QVERIFY(hers.send(u"before"_s));
        QTRY_COMPARE(others.rowCount(), 1);
        server.kill();
        QVERIFY(others.send(u"while the server is down"_s));
        QVERIFY2(server.start(), qPrintable(server.output()));
        jane->retryNow();
        olena->retryNow();
        QTRY_VERIFY_WITH_TIMEOUT(jane.isSettled() && olena.isSettled(), 40'000);
        QTRY_COMPARE(hers.rowCount(), 2);
        QCOMPARE(history(hers), history(others));
    }

private:
    const bool m_hasNetwork;
};

int main(int argc, char **argv)
{
    // Before any thread exists: a namespace belongs to the thread that enters it.
    const bool hasNetwork = enterOwnNetwork();
    QCoreApplication application(argc, argv);
    NetworkTest test(hasNetwork);
    return QTest::qExec(&test, argc, argv);
}

#include "network_test.moc"
