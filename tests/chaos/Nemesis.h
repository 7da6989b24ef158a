#pragma once

#include "chaos/Arena.h"

#include <QElapsedTimer>

namespace rialto::chaos {

/// Disturbs an arena in cycles. Each kills the server under load and starts it again; in every second one more goes
/// wrong at the same time: the network, a client, the clock, the disk.
class Nemesis
{
public:
    struct Figures
    {
        int cycles = 0;
        QMap<QString, int> faults;
        qint64 longestStartMs = 0;       ///< From the start of the process to its accepting.
        qint64 longestConvergenceMs = 0; ///< From the end of all faults until everybody has caught up.
        qint64 longestRawConvergenceMs = 0;
    };

    Nemesis(Arena &arena, quint32 seed) : m_arena(arena), m_random(seed) {}

    /// False when the server did not start or somebody did not come back within the guard; the arena says who.
    bool cycle();
    const Figures &figures() const { return m_figures; }
    const QString &problem() const { return m_problem; }

private:
    void begin();
    void end();
    void disturbNetwork();
    void disturbClient();
    bool converge();
    int chance(int below) { return static_cast<int>(m_random.bounded(below)); }
    void note(const QString &fault) { ++m_figures.faults[fault]; }

    Arena &m_arena;
    QRandomGenerator m_random;
    Figures m_figures;
    int m_frozen = -1; ///< The headless client that is stopped.
    int m_killed = -1;
    qint64 m_shiftMs = 0;
    QString m_problem;
};

} // namespace rialto::chaos
