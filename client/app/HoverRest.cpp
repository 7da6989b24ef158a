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
        auto &widget = static_cast<QWidget &>(*watched);
        rest(widget);
        if (widget.windowType() == Qt::Popup)
            QMetaObject::invokeMethod(this, &HoverRest::restAll, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void HoverRest::restAll()
{
    if (QApplication::activePopupWidget()) // A menu is open still, in which something is chosen.
        return;
    for (QWidget *widget : QApplication::allWidgets())
        rest(*widget);
}

void HoverRest::rest(QWidget &widget)
{
    if (!widget.underMouse())
        return;
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&widget, &leave);
    widget.update();
}

} // namespace rialto
