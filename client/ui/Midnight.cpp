#include "ui/Midnight.h"

#include <QDateTime>

namespace rialto {

namespace {

constexpr qint64 leastMs = 20;
// Timers stand still while the machine sleeps, so that one until midnight would come too late.
constexpr qint64 mostMs = 600'000;

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

} // namespace

Midnight::Midnight(QObject *parent) : Midnight(systemClock(), parent) {}

Midnight::Midnight(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock), m_day(now().date())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Midnight::look);
    look();
}

void Midnight::look()
{
    const QDateTime moment = now();
    if (std::exchange(m_day, moment.date()) != moment.date())
        Q_EMIT passed();
    const qint64 left = moment.msecsTo(moment.date().addDays(1).startOfDay());
    m_timer.start(int(qBound(leastMs, left, mostMs)));
}

} // namespace rialto
