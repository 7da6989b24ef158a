#include "chaos/Nemesis.h"

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

constexpr int kLoadMs = 350;
constexpr int kDownMs = 150;
constexpr int kStartingMs = 40;
constexpr int kFaultMs = 300;
constexpr int kBurst = 20;
constexpr qint64 kHourMs = 3'600'000;
/// In so many cycles the real clients, which wait longer between attempts, are waited for once.
constexpr int kEverybodyOneOf = 5;

} // namespace

bool Nemesis::cycle()
{
    Arena::pause(chance(kLoadMs));
    const bool more = chance(2) == 0;
    if (more)
        begin();
    m_arena.freeDisk();
    m_arena.killServer();
    note(u"server killed"_s);
    Arena::pause(chance(kDownMs));
    if (chance(5) == 0) {
        // It dies once more while it is still finding out where it was.
        m_arena.launchServer();
        Arena::pause(chance(kStartingMs));
        m_arena.killServer();
        note(u"killed while starting"_s);
    }
    const std::optional<qint64> started = m_arena.startServer();
    if (!started) {
        m_problem = u"The server did not start again: "_s + m_arena.server().complaints();
        return false;
    }
    m_figures.longestStartMs = std::max(m_figures.longestStartMs, *started);
    if (more) {
        Arena::pause(chance(kFaultMs));
        end();
    }
    ++m_figures.cycles;
    return converge();
}

void Nemesis::begin()
{
    switch (chance(8)) {
    case 0:
        m_arena.server().freeze();
        note(u"server frozen"_s);
        Arena::pause(chance(1000));
        if (chance(2) == 0)
            m_arena.server().thaw(); // Else it is killed as it stands.
        break;
    case 1:
        // Hours, forward and back; what is due by the wall clock falls due at once or not for long.
        m_shiftMs += (chance(2) == 0 ? 1 : -1) * (1 + chance(30)) * kHourMs;
        m_arena.shiftClock(m_shiftMs);
        note(u"clock jumped"_s);
        break;
    case 2:
        if (m_arena.canFillDisk()) {
            m_arena.fillDisk();
            note(u"disk full"_s);
        }
        break;
    case 3:
    case 4:
        disturbClient();
        break;
    default:
        disturbNetwork();
    }
    Arena::pause(chance(kFaultMs));
}

void Nemesis::disturbClient()
{
    if (m_arena.headlessCount() == 0)
        return;
    const int who = chance(m_arena.headlessCount());
    if (chance(2) == 0) {
        m_arena.headless(who).freeze();
        m_frozen = who;
        note(u"client frozen"_s);
        return;
    }
    m_arena.headless(who).writeLine(u"burst %1"_s.arg(kBurst));
    Arena::pause(chance(100));
    m_arena.headless(who).kill();
    m_killed = who;
    note(u"client killed"_s);
}

void Nemesis::disturbNetwork()
{
    using Mode = Proxy::Mode;
    switch (chance(7)) {
    case 0:
        m_arena.proxy().cut(false);
        return note(u"connections cut"_s);
    case 1:
        m_arena.proxy().cut(true);
        return note(u"connections reset"_s);
    case 2:
        m_arena.proxy().disturb(Mode::Delay, 20 + chance(200));
        return note(u"network slow"_s);
    case 3:
        m_arena.proxy().disturb(Mode::Drip);
        return note(u"byte by byte"_s);
    case 4:
        m_arena.proxy().disturb(Mode::BlackHole);
        return note(u"black hole"_s);
    case 5:
        m_arena.proxy().disturb(Mode::DeafUp);
        return note(u"half open, server deaf"_s);
    default:
        m_arena.proxy().disturb(Mode::DeafDown);
        return note(u"half open, clients deaf"_s);
    }
}

void Nemesis::end()
{
    if (m_frozen >= 0)
        m_arena.headless(m_frozen).thaw();
    if (m_killed >= 0)
        m_arena.startHeadless(m_killed);
    m_frozen = m_killed = -1;
    m_arena.proxy().heal(chance(2) == 0);
}

bool Nemesis::converge()
{
    QElapsedTimer timer;
    timer.start();
    m_arena.askHowFar();
    if (!Arena::waitFor([&] { return m_arena.hasConverged(Arena::Who::Raw); })) {
        m_problem = u"Not all raw clients came back."_s;
        return false;
    }
    m_figures.longestRawConvergenceMs = std::max(m_figures.longestRawConvergenceMs, timer.elapsed());
    if (m_figures.cycles % kEverybodyOneOf != 0)
        return true;
    if (!Arena::waitFor([&] { return m_arena.hasConverged(Arena::Who::Everybody); })) {
        m_problem = u"Not everybody came back."_s;
        return false;
    }
    m_figures.longestConvergenceMs = std::max(m_figures.longestConvergenceMs, timer.elapsed());
    return true;
}

} // namespace rialto::chaos
