#include "features/notify/ToastCenter.h"

#include <QPointer>
#include <QTimer>

#include "features/notify/NotificationText.h"
#include "features/notify/model/NotificationModel.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int roomMs = 100;

} // namespace

ToastCenter::ToastCenter(const NotifyContext &context, const UiSettings &settings, const QDBusConnection &bus,
                         QObject *parent)
    : QObject(parent), m_context(context), m_settings(settings), m_desktop(bus)
{
    NotificationModel &model = m_context.notifications;
    // Queued: it is told inside a transaction of the cache.
    connect(
        &model, &NotificationModel::posted, this, [this](const Notification &notification) { tell(notification); },
        Qt::QueuedConnection);
    connect(&model, &NotificationModel::settled, &m_desktop, [this](NotificationId id) { m_desktop.close(id.value); });
    connect(&m_desktop, &DesktopNotifier::opened, this, &ToastCenter::open);
    connect(&m_desktop, &DesktopNotifier::replied, this, &ToastCenter::reply);
    connect(&m_desktop, &DesktopNotifier::readRequested, this, &ToastCenter::markRead);
}

void ToastCenter::tell(const Notification &notification, int patience)
{
    // It may have been read by now, here or elsewhere.
    const int row = m_context.notifications.rowOf(notification.id);
    if (row < 0 || m_context.notifications.isRead(row))
        return;
    if (notification.silent || (notification.roomId && m_context.isReading(*notification.roomId)))
        return;
    // Of a room that one was added to, one is told a moment later than that one was.
    if (notification.roomId && patience > 0 && m_context.roomTitle(*notification.roomId).isEmpty()) {
        QTimer::singleShot(roomMs, this, [this, notification, patience] { tell(notification, patience - 1); });
        return;
    }
    const QString title = notificationTitle(notification, m_context);
    const QString detail = m_settings.showsNotificationText() ? notificationDetail(notification, m_context) : QString();
    if (!m_desktop.isAvailable()) {
        m_context.tell(detail.isEmpty() ? title : title + u'\n' + detail, notificationIcon(notification.kind),
                       actionsFor(notification));
        return;
    }
    const QString account = m_context.accountName();
    m_desktop.show({.key = notification.id.value,
                    .title = account.isEmpty() ? title : u"%1 · %2"_s.arg(account, title),
                    .body = detail,
                    .canReply = notification.roomId && notification.messageId,
                    .isCritical = notification.priority == Priority::Critical,
                    .sound = m_settings.notificationSound()});
}

/// What the desktop's own notifications offer; an answer is written in the room, which is in the same window.
ToastActions ToastCenter::actionsFor(const Notification &notification)
{
    const auto later = [this, key = notification.id.value](void (ToastCenter::*act)(qint64)) {
        return [self = QPointer(this), key, act] {
            if (self)
                (*self.*act)(key);
        };
    };
    ToastActions actions{later(&ToastCenter::open), {}};
    if (notification.roomId && notification.messageId)
        actions.buttons.append({tr("Reply"), later(&ToastCenter::answer)});
    actions.buttons.append({tr("Mark as read"), later(&ToastCenter::markRead)});
    return actions;
}

/// What it tells of is read as well: whoever says so means the message, not the notice of it.
void ToastCenter::markRead(qint64 key)
{
    const auto notification = take(key);
    if (notification && notification->roomId && notification->messageId)
        m_context.markRead(*notification->roomId, *notification->messageId);
}

/// Whoever opens it has read it; none when it is gone.
std::optional<Notification> ToastCenter::take(qint64 key)
{
    NotificationModel &model = m_context.notifications;
    const int row = model.rowOf(NotificationId{key});
    if (row < 0)
        return std::nullopt;
    const Notification notification = model.at(row);
    model.setRead(notification.id, true);
    return notification;
}

void ToastCenter::open(qint64 key)
{
    if (const auto notification = take(key))
        m_context.openRoom(notification->roomId.value_or(RoomId{}), notification->messageId.value_or(MessageId{}));
}

void ToastCenter::answer(qint64 key)
{
    if (const auto notification = take(key); notification && notification->roomId && notification->messageId)
        m_context.startAnswer(*notification->roomId, *notification->messageId);
}

void ToastCenter::reply(qint64 key, const QString &text)
{
    NotificationModel &model = m_context.notifications;
    const int row = model.rowOf(NotificationId{key});
    if (row < 0 || !model.at(row).roomId)
        return;
    m_context.reply(*model.at(row).roomId, text);
    model.setRead(NotificationId{key}, true);
}

} // namespace rialto
