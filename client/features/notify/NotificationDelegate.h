#pragma once

#include "features/notify/NotificationFilter.h"
#include "features/notify/NotifyContext.h"
#include "ui/RowDelegate.h"

namespace rialto {

/// A row of the notifications: dot while unread, person with a sign of what happened, title, quote and time. The first
/// of a day's part carries "Today" or "Earlier" above it.
class NotificationDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    NotificationDelegate(const Theme &theme, const NotifyContext &context, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paintPicture(QPainter &painter, const QRectF &circle, const Notification &notification) const;
    void paintWords(LinePainter &lines, const QRect &line, const Notification &notification, bool isRead) const;

    const NotifyContext m_context;
};

} // namespace rialto
