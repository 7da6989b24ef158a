#include "features/notify/NotificationFilter.h"

#include "features/notify/NotificationText.h"
#include "features/notify/model/NotificationModel.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

NotificationFilter::NotificationFilter(const NotifyContext &context, QObject *parent)
    : QSortFilterProxyModel(parent), m_context(context)
{
    setSourceModel(&m_context.notifications);
}

void NotificationFilter::setGroup(NotificationGroup group)
{
    m_group = group;
    invalidateFilter();
}

int NotificationFilter::unreadIn(NotificationGroup group) const
{
    int count = 0;
    for (int row = 0; row < m_context.notifications.rowCount(); ++row)
        count += !m_context.notifications.isRead(row) && belongs(row, group) ? 1 : 0;
    return count;
}

const Notification &NotificationFilter::at(const QModelIndex &index) const
{
    return m_context.notifications.at(mapToSource(index).row());
}

bool NotificationFilter::isRead(const QModelIndex &index) const
{
    return m_context.notifications.isRead(mapToSource(index).row());
}

bool NotificationFilter::isToday(const QModelIndex &index) const
{
    return localDay(at(index).updatedAt) >= QDate::currentDate();
}

bool NotificationFilter::startsSection(const QModelIndex &index) const
{
    return index.row() == 0 || isToday(index) != isToday(index.siblingAtRow(index.row() - 1));
}

QVariant NotificationFilter::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole && role != Qt::DisplayRole)
        return QSortFilterProxyModel::data(index, role);
    const Notification &notification = at(index);
    const QString detail = notificationDetail(notification, m_context);
    const QString words = notificationTitle(notification, m_context) + (detail.isEmpty() ? u""_s : u". "_s + detail) +
                          u". "_s + shortMoment(notification.updatedAt, QDate::currentDate());
    return isRead(index) ? words : tr("Unread: %1").arg(words);
}

bool NotificationFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return belongs(row, m_group);
}

bool NotificationFilter::belongs(int row, NotificationGroup group) const
{
    const NotificationKind kind = m_context.notifications.at(row).kind;
    switch (group) {
    case NotificationGroup::All:
        return true;
    case NotificationGroup::Messages:
        return kind == NotificationKind::DirectMessage || kind == NotificationKind::RoomMessage;
    case NotificationGroup::Mentions:
        return kind == NotificationKind::Mention || kind == NotificationKind::Reply;
    case NotificationGroup::People:
        break;
    }
    return kind == NotificationKind::FriendRequest || kind == NotificationKind::FriendAccepted ||
           kind == NotificationKind::Invitation || kind == NotificationKind::RoleChange;
}

} // namespace rialto
