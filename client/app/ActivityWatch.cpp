#include "app/ActivityWatch.h"

#include <QApplication>
#include <QEvent>

namespace rialto {

ActivityWatch::ActivityWatch(QApplication &application, int idleMs)
{
    m_untilIdle.setSingleShot(true);
    m_untilIdle.setInterval(idleMs);
    connect(&m_untilIdle, &QTimer::timeout, this, [this] {
        m_idle = true;
        Q_EMIT idleChanged(true);
    });
    m_untilIdle.start();
    application.installEventFilter(this);
}

bool ActivityWatch::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::ApplicationActivate:
        m_untilIdle.start();
        if (std::exchange(m_idle, false))
            Q_EMIT idleChanged(false);
        break;
    default:
        break;
    }
    return false;
}

} // namespace rialto
