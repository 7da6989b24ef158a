#pragma once

#include <QStyledItemDelegate>

#include "features/notify/NotificationFilter.h"
#include "features/notify/NotifyContext.h"

namespace rialto {

class Theme;

/// A row of the notifications: dot while unread, person with a sign of what happened, title, quote and time. The first
/// of a day's part carries "Today" or "Earlier" above it.
class NotificationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    NotificationDelegate(const Theme &theme, const NotifyContext &context, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintPicture(QPainter &painter, const QRectF &circle, const Notification &notification) const;
    void paintWords(QPainter &painter, const QRect &line, const Notification &notification, bool isRead) const;

    const Theme &m_theme;
    const NotifyContext m_context;
};

} // namespace rialto
