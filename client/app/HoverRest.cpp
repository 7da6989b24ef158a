#include "app/HoverRest.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace rialto {

HoverRest::HoverRest(QApplication &application, QObject *parent) : QObject(parent)
{
    application.installEventFilter(this);
}

bool HoverRest::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide && watched->isWidgetType()) {
        const auto *widget = static_cast<QWidget *>(watched);
        if (widget->windowType() == Qt::Popup)
            QMetaObject::invokeMethod(this, &HoverRest::rest, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void HoverRest::rest()
{
    if (QApplication::activePopupWidget()) // A menu is open still, in which something is chosen.
        return;
    for (QWidget *widget : QApplication::allWidgets()) {
        if (!widget->underMouse())
            continue;
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(widget, &leave);
        widget->update();
    }
}

} // namespace rialto
