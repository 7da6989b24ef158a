#pragma once

#include "base/Clock.h"

#include <QObject>
#include <QTimer>

namespace rialto {

/// Watches an open connection: asks for a ping when it was idle, gives it up when the server is silent, and notices
/// that the machine slept. Lives on: the GUI thread.
class Heartbeat : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kIdleMs = 25'000;
    static constexpr qint64 kSilentMs = 60'000;
    /// A wall clock that ran ahead of the monotonic one by this much: the machine slept (or somebody set the clock,
    /// which does no harm: the connection is merely made anew).
    static constexpr qint64 kSleptMs = 10'000;

    explicit Heartbeat(const Clock &clock, QObject *parent = nullptr);

    void start();
    void stop();
    /// Something came from the server.
    void heard() { m_heardAt = m_clock.monotonicMs(); }
    /// Looks at the clocks; its timer calls it every five seconds, tests call it themselves.
    void tick();

Q_SIGNALS:
    void pingWanted();
    void serverSilent();
    void wokeUp();

private:
    qint64 drift() const { return m_clock.nowMs() - m_clock.monotonicMs(); }

    const Clock &m_clock;
    QTimer m_timer;
    qint64 m_heardAt = 0;
    qint64 m_pingedAt = 0;
    qint64 m_drift = 0;
};

} // namespace rialto
