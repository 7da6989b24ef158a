#pragma once

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

namespace rialto {

/// Types any text: QTest::keyClicks knows only ASCII.
inline void typeText(QWidget *widget, const QString &text)
{
    for (const QChar letter : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, letter);
        QKeyEvent release(QEvent::KeyRelease, 0, Qt::NoModifier, letter);
        QCoreApplication::sendEvent(widget, &press);
        QCoreApplication::sendEvent(widget, &release);
    }
}

} // namespace rialto
