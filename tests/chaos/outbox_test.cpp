#include "chaos/Arena.h"
#include "chaos/Checker.h"
#include "support/Places.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto::chaos;

namespace {

constexpr int kItems = 500;
constexpr int kKills = 100;

} // namespace

/// A client's process with a full outbox dies again and again, while it writes its messages and while it sends them:
/// each message arrives once, in the order in which they were written.
class outbox_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyItemArrivesOnceAndInOrder();

private:
    bool writeItems(Arena &arena);
};

// Half of the deaths come while the messages are written, with no server in reach.
bool outbox_test::writeItems(Arena &arena)
{
    int left = kItems;
    bool done = false;
    ChildProcess &client = arena.headless(0);
    connect(&client, &ChildProcess::lineRead, this,
            [&](const QString &line) { done = done || line == "burst done"_L1; });
    QRandomGenerator random(arena.seed());
    for (int i = 0; i < kKills / 2; ++i) {
        const int share = left / (kKills / 2 - i);
        left -= share;
        done = false;
        client.writeLine(u"burst %1"_s.arg(share));
        Arena::pause(static_cast<int>(random.bounded(15)));
        // The last share is written to its end, so that some of all are certain.
        if (i % 5 == 4 && !Arena::waitFor([&] { return done; }))
            return false;
        client.kill();
        arena.startHeadless(0, Arena::Start::Idle);
    }
    done = false;
    client.writeLine(u"burst %1"_s.arg(kItems));
    const bool written = Arena::waitFor([&] { return done; });
    client.disconnect(this);
    return written;
}

void outbox_test::everyItemArrivesOnceAndInOrder()
{
    const quint32 seed = QRandomGenerator::system()->bounded(1u, 1'000'000u);
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    Arena arena({rialto::places::programs(), seed, 1, 1, 0});
    QVERIFY2(arena.open(), qPrintable(arena.problem()));
    arena.headless(0).writeLine(u"pause"_s);
    arena.killServer();
    QVERIFY(writeItems(arena));
    QVERIFY(arena.startServer());
    int deathsWithUnsent = 0;
    for (int i = kKills / 2; i < kKills; ++i) {
        arena.headless(0).kill();
        deathsWithUnsent += arena.unsentOf(0) > 0 ? 1 : 0;
        arena.startHeadless(0, Arena::Start::Idle);
        QVERIFY(Arena::waitFor([&] { return arena.isOnline(0); }));
        // A fast machine would empty the outbox long before the last death.
        if (arena.unsentOf(0) < kItems / 2)
            arena.headless(0).writeLine(u"burst %1"_s.arg(kItems / 2));
        Arena::pause(static_cast<int>(random.bounded(50)));
    }
    QVERIFY2(deathsWithUnsent > kKills / 4, qPrintable(QString::number(deathsWithUnsent)));
    QVERIFY2(arena.close(), qPrintable(arena.problem()));
    const Verdict verdict = judge(arena.histories());
    for (const Finding &finding : verdict.findings)
        qWarning("%ls: %ls", qUtf16Printable(nameOf(finding.fault)), qUtf16Printable(finding.detail));
    qInfo("acknowledged %lld, of unknown outcome %lld", qint64{verdict.acknowledged}, qint64{verdict.unknown});
    QVERIFY(verdict.findings.isEmpty());
    QVERIFY2(arena.complaints().isEmpty(), qPrintable(arena.complaints().join(u'\n')));
    QVERIFY(verdict.acknowledged > kItems);
}

QTEST_GUILESS_MAIN(outbox_test)
#include "outbox_test.moc"
