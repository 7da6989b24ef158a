// rialto-chaos: kills, cuts, freezes and fills, and has the checker judge what is left. See README.md.
#include "chaos/Checker.h"
#include "chaos/Measures.h"
#include "chaos/Nemesis.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTextStream>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace rialto::chaos;

namespace {

constexpr int kCyclesARound = 50;
constexpr int kDiskMegabytes = 128;

struct Totals
{
    int cycles = 0;
    QMap<QString, int> faults;
    qint64 operations = 0;
    qint64 acknowledged = 0;
    qint64 unknown = 0;
    qint64 refused = 0;
    qint64 events = 0;
    qint64 lost = 0;
    qint64 doubled = 0;
    qint64 reordered = 0;
    qint64 findings = 0;
    qint64 startMs = 0;
    qint64 convergenceMs = 0;
    qint64 rawConvergenceMs = 0;
};

void print(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

void add(Totals &totals, const Nemesis::Figures &figures, const Verdict &verdict)
{
    totals.cycles += figures.cycles;
    for (auto fault = figures.faults.cbegin(); fault != figures.faults.cend(); ++fault)
        totals.faults[fault.key()] += fault.value();
    totals.operations += verdict.operations;
    totals.acknowledged += verdict.acknowledged;
    totals.unknown += verdict.unknown;
    totals.refused += verdict.refused;
    totals.events += verdict.events;
    totals.lost += verdict.count({Fault::LostWrite, Fault::LostContent, Fault::LostChange, Fault::Gap,
                                  Fault::WrongMembership, Fault::MarkerWentBack, Fault::EventWithoutCommit,
                                  Fault::StaleRead, Fault::Untold, Fault::Miscounted});
    totals.doubled += verdict.count({Fault::DoubledWrite, Fault::UnknownTwice, Fault::DoubledEvent, Fault::Phantom});
    totals.reordered += verdict.count({Fault::Reordered, Fault::ChangeBeforeCreation});
    totals.findings += verdict.findings.size();
    totals.startMs = std::max(totals.startMs, figures.longestStartMs);
    totals.convergenceMs = std::max(totals.convergenceMs, figures.longestConvergenceMs);
    totals.rawConvergenceMs = std::max(totals.rawConvergenceMs, figures.longestRawConvergenceMs);
}

void report(const Totals &totals)
{
    QStringList faults;
    for (auto fault = totals.faults.cbegin(); fault != totals.faults.cend(); ++fault)
        faults.append(u"%1 %2"_s.arg(fault.key()).arg(fault.value()));
    print(u"cycles %1: %2"_s.arg(totals.cycles).arg(faults.join(u", "_s)));
    print(u"operations %1, acknowledged %2, refused %3, unknown %4; events delivered %5"_s.arg(totals.operations)
              .arg(totals.acknowledged)
              .arg(totals.refused)
              .arg(totals.unknown)
              .arg(totals.events));
    print(u"lost %1, doubled %2, reordered %3; findings in all %4"_s.arg(totals.lost)
              .arg(totals.doubled)
              .arg(totals.reordered)
              .arg(totals.findings));
    print(u"longest restart to accept %1 ms; longest convergence %2 ms (raw clients %3 ms)"_s.arg(totals.startMs)
              .arg(totals.convergenceMs)
              .arg(totals.rawConvergenceMs));
}

// One world from its beginning to its end. False when something was found, or somebody did not come back.
bool runRound(const QString &programs, quint32 seed, int cycles, const QDeadlineTimer &deadline, Totals &totals)
{
    Arena arena({programs, seed, 6, 3, kDiskMegabytes});
    Nemesis nemesis(arena, seed + 2);
    bool whole = arena.open();
    for (int i = 0; whole && i < cycles && !deadline.hasExpired(); ++i)
        whole = nemesis.cycle();
    whole = whole && arena.close();
    const Verdict verdict = whole ? judge(arena.histories()) : Verdict{};
    add(totals, nemesis.figures(), verdict);
    print(u"round %1: cycles %2, acknowledged %3, findings %4"_s.arg(seed)
              .arg(nemesis.figures().cycles)
              .arg(verdict.acknowledged)
              .arg(verdict.findings.size()));
    for (const Finding &finding : verdict.findings) {
        if (!finding.detail.isEmpty())
            print(u"  %1: %2"_s.arg(nameOf(finding.fault), finding.detail));
    }
    for (const QString &complaint : arena.complaints())
        print(u"  "_s + complaint);
    if (!whole)
        print(u"  not finished: %1 %2"_s.arg(arena.problem(), nemesis.problem()));
    if (whole && verdict.findings.isEmpty() && arena.complaints().isEmpty())
        return true;
    arena.keep();
    print(u"  everything is kept in "_s + arena.folder());
    return false;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addOptions(
        {{u"cycles"_s, u"How often the server is killed; default as often as the time allows."_s, u"N"_s},
         {u"seconds"_s, u"How long to go on; default 60, or without end when cycles are given."_s, u"S"_s},
         {u"measure"_s, u"Also measures the restart with a million messages and 1,000 reconnects."_s},
         {u"seed"_s, u"Repeats the choices of another run; default by chance."_s, u"X"_s}});
    options.addHelpOption();
    options.process(application);
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);

    const quint32 seed = options.isSet(u"seed"_s) ? options.value(u"seed"_s).toUInt()
                                                  : QRandomGenerator::system()->bounded(1u, 1'000'000u);
    const int cycles =
        options.isSet(u"cycles"_s) ? options.value(u"cycles"_s).toInt() : std::numeric_limits<int>::max();
    const QDeadlineTimer deadline =
        options.isSet(u"seconds"_s) || !options.isSet(u"cycles"_s)
            ? QDeadlineTimer(options.isSet(u"seconds"_s) ? options.value(u"seconds"_s).toLongLong() * 1000 : 60'000)
            : QDeadlineTimer(QDeadlineTimer::Forever);
    print(u"seed %1"_s.arg(seed));
    Totals totals;
    bool good = true;
    for (quint32 round = 0; totals.cycles < cycles && !deadline.hasExpired() && good; ++round)
        good = runRound(QCoreApplication::applicationDirPath(), seed + round,
                        std::min(kCyclesARound, cycles - totals.cycles), deadline, totals);
    report(totals);
    if (options.isSet(u"measure"_s))
        good = measure(QCoreApplication::applicationDirPath()) && good;
    return good ? 0 : 1;
}
