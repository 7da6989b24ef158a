#pragma once

#include <QDate>
#include <QTimer>

#include "base/Clock.h"

namespace rialto {

/// Tells when another day has begun, because "Today" and "Yesterday" then mean others. A machine that slept over it is
/// told within ten minutes of waking. Lives on: the thread that made it.
class Midnight final : public QObject
{
    Q_OBJECT
public:
    explicit Midnight(QObject *parent);
    /// `clock` outlives this.
    Midnight(const Clock &clock, QObject *parent);

Q_SIGNALS:
    void passed();

private:
    void look();
    QDateTime now() const { return QDateTime::fromMSecsSinceEpoch(m_clock.nowMs()); }

    const Clock &m_clock;
    QTimer m_timer;
    QDate m_day;
};

} // namespace rialto
