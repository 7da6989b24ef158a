#pragma once

#include <QSortFilterProxyModel>

#include "features/notify/NotifyContext.h"
#include "protocol/Notifications.h"

namespace rialto {

/// Which notifications are shown.
enum class NotificationGroup { All, Messages, Mentions, People };

/// The notifications of one group; also says where "Today" and "Earlier" begin and what a screen reader reads.
class NotificationFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    NotificationFilter(const NotifyContext &context, QObject *parent);

    void setGroup(NotificationGroup group);
    /// How many unread ones a group has.
    int unreadIn(NotificationGroup group) const;
    const Notification &at(const QModelIndex &index) const;
    bool isRead(const QModelIndex &index) const;
    bool isToday(const QModelIndex &index) const;
    bool startsSection(const QModelIndex &index) const;
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool belongs(int row, NotificationGroup group) const;

    const NotifyContext m_context;
    NotificationGroup m_group = NotificationGroup::All;
};

} // namespace rialto
