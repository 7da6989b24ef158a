#pragma once

#include "base/Clock.h"
#include "net/Outbox.h"
#include "net/Replica.h"
#include "protocol/Notifications.h"

#include <QAbstractListModel>

namespace rialto {

class ApiClient;
class Cache;
class EventBus;
class LinkStatus;

/// One's notifications, what happened last first; cached, so that they can be read offline. Reading and removing go
/// through the outbox and show at once. Lives on: the GUI thread.
class NotificationModel : public QAbstractListModel, public Replica, public OutboxHandler
{
    Q_OBJECT

public:
    enum Roles {
        IdRole = Qt::UserRole + 1, ///< qint64
        ReadRole,                  ///< bool
    };

    NotificationModel(Cache &cache, EventBus &bus, ApiClient &api, Outbox &outbox, LinkStatus &link, const Clock &clock,
                      QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const Notification &at(int row) const { return m_rows.at(row); }
    int rowOf(NotificationId id) const;
    bool isRead(int row) const;
    enum class Counting { All, BesidesMessages }; ///< Messages are counted by their rooms as well.
    int unreadCount(Counting counting = Counting::All) const;

    void setRead(NotificationId id, bool read);
    void remove(NotificationId id);
    /// All that are known now.
    void readAll();

    void markStale() override;
    void refetch(std::function<void(Result<>)> done) override;
    void acknowledged(const OutboxItem &item, const QJsonObject &reply) override;
    Refusal refused(const OutboxItem &item, const Error &error) override;

Q_SIGNALS:
    void unreadChanged();
    /// Something happened just now; not told of what was missed while away.
    void posted(const rialto::Notification &notification);
    /// It was read or removed, here or elsewhere.
    void settled(rialto::NotificationId id);

private:
    void load();
    void restoreWishes();
    void apply(const Notification &notification);
    void applyAllRead(const NotificationsRead &read);
    QList<NotificationId> wishAllRead(NotificationId through);
    void place(const Notification &notification);
    void take(NotificationId id);
    void wish(const QByteArray &method, const QByteArray &params, const QString &clientId, NotificationId id);
    void tellUnread();

    Cache &m_cache;
    ApiClient &m_api;
    Outbox &m_outbox;
    LinkStatus &m_link;
    const Clock &m_clock;
    QList<Notification> m_rows;           ///< As the server says.
    QHash<NotificationId, bool> m_wishes; ///< Whether it shall be read, while the server has not said so.
    QSet<NotificationId> m_removed;       ///< Removed here, not yet by the server.
    int m_unread = 0;
};

} // namespace rialto
