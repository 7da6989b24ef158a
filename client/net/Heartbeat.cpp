#include "net/Heartbeat.h"

namespace rialto {

Heartbeat::Heartbeat(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    constexpr int kTickMs = 5000;
    m_timer.setInterval(kTickMs);
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::tick);
}

void Heartbeat::start()
{
    m_heardAt = m_pingedAt = m_clock.monotonicMs();
    m_drift = drift();
    m_timer.start();
}

void Heartbeat::stop()
{
    m_timer.stop();
}

void Heartbeat::tick()
{
    const qint64 slept = drift() - m_drift;
    m_drift = drift();
    const qint64 now = m_clock.monotonicMs();
    if (slept > kSleptMs) {
        Q_EMIT wokeUp();
    } else if (now - m_heardAt >= kSilentMs) {
        Q_EMIT serverSilent();
    } else if (now - std::max(m_heardAt, m_pingedAt) >= kIdleMs) {
        m_pingedAt = now;
        Q_EMIT pingWanted();
    }
}

} // namespace rialto
