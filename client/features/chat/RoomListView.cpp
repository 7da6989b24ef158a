#include "features/chat/RoomListView.h"

#include <QMouseEvent>

#include "features/chat/RoomDelegate.h"
#include "ui/Midnight.h"

namespace rialto {

RoomListView::RoomListView(QWidget *parent) : QListView(parent)
{
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(new Midnight(this), &Midnight::passed, viewport(), qOverload<>(&QWidget::update));
}

bool RoomListView::hitsTitle(const QPoint &point) const
{
    const QModelIndex index = indexAt(point);
    const auto *delegate = qobject_cast<const RoomDelegate *>(itemDelegate());
    return index.isValid() && point.y() < delegate->roomRect(visualRect(index)).top();
}

/// A view would go on to the row beside it, and so open another room while one types in this one.
void RoomListView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    if (const int row = currentIndex().row(); row >= start && row <= end)
        setCurrentIndex({});
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

void RoomListView::mousePressEvent(QMouseEvent *event)
{
    // The right button asks for a menu and leaves what is open alone.
    if (event->button() != Qt::RightButton && !hitsTitle(event->pos()))
        QListView::mousePressEvent(event);
}

void RoomListView::mouseMoveEvent(QMouseEvent *event)
{
    // Dragging would walk the selection through the rooms and open each.
    if (!(event->buttons() & Qt::LeftButton))
        QListView::mouseMoveEvent(event);
}

} // namespace rialto
