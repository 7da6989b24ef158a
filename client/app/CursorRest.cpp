#include "app/CursorRest.h"

#include <QApplication>

namespace rialto {

CursorRest::CursorRest(QApplication &application, int afterMs) : m_watch(application, afterMs)
{
    QObject::connect(&m_watch, &ActivityWatch::idleChanged, &m_watch, [this](bool idle) { rest(idle); });
}

CursorRest::~CursorRest()
{
    rest(false);
}

void CursorRest::rest(bool resting)
{
    if (m_resting == resting)
        return;
    m_resting = resting;
    if (resting)
        m_blinkingMs = QApplication::cursorFlashTime();
    QApplication::setCursorFlashTime(resting ? 0 : m_blinkingMs);
}

} // namespace rialto
