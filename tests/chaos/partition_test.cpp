#include "support/LiveClient.h"
#include "support/Places.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <csignal>
#include <cstdlib>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

const QString kServerAddress = u"10.78.0.2"_s;
constexpr int kPartitions = 9;

bool run(const QString &command)
{
    return std::system(qPrintable(command)) == 0;
}

/// Two network namespaces with a cable between them: this process is in one, what is started with `prefix` in the
/// other. They go with the process.
struct Cable
{
    pid_t other = -1;
    QString prefix;

    bool lay()
    {
        if (::unshare(CLONE_NEWNET) != 0 || !startOther())
            return false;
        prefix = u"nsenter -t %1 -n "_s.arg(other);
        return run(u"ip link set lo up"_s) && run(prefix + u"ip link set lo up"_s) &&
               run(u"ip link add near type veth peer name far netns %1"_s.arg(other)) &&
               run(u"ip addr add 10.78.0.1/24 dev near"_s) && run(u"ip link set near up"_s) &&
               run(prefix + u"ip addr add 10.78.0.2/24 dev far"_s) && run(prefix + u"ip link set far up"_s);
    }

    // A process that does nothing but be in the other namespace; a byte says that it is there.
    bool startOther()
    {
        int ready[2] = {-1, -1};
        if (::pipe(ready) != 0)
            return false;
        other = ::fork();
        if (other == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            const char byte = ::unshare(CLONE_NEWNET) == 0 ? 'y' : 'n';
            (void)!::write(ready[1], &byte, 1);
            for (;;)
                ::pause();
        }
        char byte = 'n';
        return other > 0 && ::read(ready[0], &byte, 1) == 1 && byte == 'y';
    }

    void remove()
    {
        if (other <= 0)
            return;
        ::kill(other, SIGKILL);
        ::waitpid(other, nullptr, 0);
    }
};

} // namespace

/// The network falls apart and comes together again, as cables and switches do: the cable is pulled, or what one side
/// sends goes astray without a word. Nothing is lost, nothing doubled, and both end the same.
class PartitionTest : public QObject
{
    Q_OBJECT

public:
    PartitionTest(const Cable &cable, bool hasNetwork) : m_cable(cable), m_hasNetwork(hasNetwork) {}

private Q_SLOTS:
    void partitionsLoseNothing();

private:
    bool part(int how) const;
    bool heal(int how) const;

    const Cable m_cable;
    const bool m_hasNetwork;
};

// Frames to an address that nobody has vanish; the sender's kernel believes that they arrive.
bool PartitionTest::part(int how) const
{
    if (how == 0)
        return run(m_cable.prefix + u"ip link set far down"_s);
    const QString astray = u"ip neigh replace %1 lladdr 02:00:00:00:00:99 dev %2 nud permanent"_s;
    return how == 1 ? run(astray.arg(kServerAddress, u"near"_s))
                    : run(m_cable.prefix + astray.arg(u"10.78.0.1"_s, u"far"_s));
}

bool PartitionTest::heal(int how) const
{
    if (how == 0)
        return run(m_cable.prefix + u"ip link set far up"_s);
    return how == 1 ? run(u"ip neigh del %1 dev near"_s.arg(kServerAddress))
                    : run(m_cable.prefix + u"ip neigh del 10.78.0.1 dev far"_s);
}

void PartitionTest::partitionsLoseNothing()
{
    if (!m_hasNetwork)
        QSKIP("No network namespaces can be made here.");
    const quint32 seed = QRandomGenerator::system()->bounded(1u, 1'000'000u);
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    QTemporaryDir folder;
    QFile program(folder.filePath(u"server"_s));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write(u"#!/bin/sh\nexec %1%2/rialto-server \"$@\"\n"_s.arg(m_cable.prefix, places::programs()).toUtf8());
    program.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    program.close();
    RealServer server(program.fileName(), {}, kServerAddress);
    QVERIFY2(server.start(), qPrintable(server.output()));
    LiveClient jane(server, u"jane"_s);
    LiveClient olena(server, u"olena"_s);
    QVERIFY(jane && olena);
    QTRY_VERIFY_WITH_TIMEOUT(jane.isSettled() && olena.isSettled(), 30'000);
    const RoomId room = makeRoom(jane, u"general"_s);
    QTRY_VERIFY(olena->rooms().rowOf(room) >= 0);
    QVERIFY(joinRoom(olena, room));
    QStringList written;
    for (int i = 0; i < kPartitions; ++i) {
        const auto write = [&](const QString &when) {
            for (LiveClient *client : {&jane, &olena}) {
                written.append(u"%1 %2 %3"_s.arg(client == &jane ? u"jane"_s : u"olena"_s, when).arg(i));
                QVERIFY(client->operator*().openRoom(room)->send(written.last()));
            }
        };
        write(u"before"_s);
        QVERIFY(part(i % 3));
        write(u"apart"_s);
        QDeadlineTimer apart(200 + random.bounded(2000)); // The length of the fault.
        QTRY_VERIFY_WITH_TIMEOUT(apart.hasExpired(), 10'000);
        QVERIFY(heal(i % 3));
        write(u"after"_s);
        QTRY_VERIFY_WITH_TIMEOUT(jane.isSettled() && olena.isSettled(), 30'000);
    }
    QTRY_COMPARE_WITH_TIMEOUT(history(*jane->openRoom(room)), history(*olena->openRoom(room)), 30'000);
    QStringList told;
    for (const QString &line : history(*jane->openRoom(room)))
        told.append(line.section(u' ', 2));
    for (const QString &name : {u"jane"_s, u"olena"_s})
        QCOMPARE(told.filter(name), written.filter(name));
}

int main(int argc, char **argv)
{
    // Before any thread exists: a namespace belongs to the thread that enters it.
    Cable cable;
    const bool hasNetwork = cable.lay();
    QCoreApplication application(argc, argv);
    PartitionTest test(cable, hasNetwork);
    const int result = QTest::qExec(&test, argc, argv);
    cable.remove();
    return result;
}

#include "partition_test.moc"
