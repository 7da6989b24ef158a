#include "features/notify/DesktopNotifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
constexpr int untilClosedByServer = -1; // The desktop decides how long it stays.
constexpr uchar urgencyNormal = 1;
constexpr uchar urgencyCritical = 2;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

DesktopNotifier::DesktopNotifier(const QDBusConnection &bus, QObject *parent) : QObject(parent), m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    m_bus.connect(service, path, service, u"NotificationReplied"_s, this, SLOT(notificationReplied(uint, QString)));
    m_bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(notificationClosed(uint, uint)));
    auto *watcher = new QDBusServiceWatcher(service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &DesktopNotifier::serviceChanged);
    askCapabilities();
}

// Another service begins to count anew: the ids of the one before may be somebody else's now.
void DesktopNotifier::serviceChanged()
{
    m_ids.clear();
    m_newer.clear();
    m_closing.clear();
    ++m_serviceNumber;
    askCapabilities();
}

// A service that can be started by the bus starts now.
void DesktopNotifier::askCapabilities()
{
    auto *pending = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"GetCapabilities"_s)), this);
    connect(pending, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<QStringList> reply = *finished;
        finished->deleteLater();
        m_capabilities = reply.isError() ? QStringList() : reply.value();
        if (std::exchange(m_isAvailable, !reply.isError()) != m_isAvailable)
            Q_EMIT availableChanged();
    });
}

QStringList DesktopNotifier::actionsOf(const DesktopNotice &notice) const
{
    if (!m_capabilities.contains(u"actions"_s))
        return {};
    QStringList actions{u"default"_s, tr("Open"), u"read"_s, tr("Mark as read")};
    if (notice.canReply && m_capabilities.contains(u"inline-reply"_s))
        actions += {u"inline-reply"_s, tr("Reply")};
    return actions;
}

QVariantList DesktopNotifier::argumentsOf(const DesktopNotice &notice) const
{
    QVariantMap hints{{u"desktop-entry"_s, u"rialto"_s},
                      {u"category"_s, u"im.received"_s},
                      {u"urgency"_s, QVariant::fromValue(notice.isCritical ? urgencyCritical : urgencyNormal)}};
    if (notice.sound.isEmpty())
        hints.insert(u"suppress-sound"_s, true);
    else
        hints.insert(u"sound-name"_s, notice.sound);
    // Where the service reads markup, what somebody wrote must not be any.
    const QString body = m_capabilities.contains(u"body-markup"_s) ? notice.body.toHtmlEscaped() : notice.body;
    return {u"Rialto"_s, QVariant::fromValue(m_ids.value(notice.key, 0U)),
            u"rialto"_s, notice.title,
            body,        actionsOf(notice),
            hints,       untilClosedByServer};
}

// One at a time for each key: only the id that comes back lets the next one replace it.
void DesktopNotifier::show(const DesktopNotice &notice)
{
    m_closing.remove(notice.key);
    if (m_pending.contains(notice.key)) {
        m_newer.insert(notice.key, notice);
        return;
    }
    m_pending.insert(notice.key);
    QDBusMessage message = call(u"Notify"_s);
    message.setArguments(argumentsOf(notice));
    auto *pending = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(pending, &QDBusPendingCallWatcher::finished, this,
            [this, key = notice.key, asked = m_serviceNumber](QDBusPendingCallWatcher *finished) {
                const QDBusPendingReply<uint> reply = *finished;
                finished->deleteLater();
                idCame(key, reply.isError() || asked != m_serviceNumber ? 0 : reply.value());
            });
}

void DesktopNotifier::idCame(qint64 key, uint id)
{
    if (id > 0)
        m_ids.insert(key, id);
    m_pending.remove(key);
    const bool isNewer = m_newer.contains(key);
    const DesktopNotice newer = m_newer.take(key);
    if (m_closing.remove(key))
        close(key);
    else if (isNewer)
        show(newer);
}

void DesktopNotifier::close(qint64 key)
{
    if (m_pending.contains(key)) {
        m_closing.insert(key);
        return;
    }
    const uint id = m_ids.take(key);
    if (id == 0)
        return;
    QDBusMessage message = call(u"CloseNotification"_s);
    message.setArguments({id});
    m_bus.send(message);
}

// The bus tells of the notifications of all programs.
void DesktopNotifier::actionInvoked(uint id, const QString &action)
{
    const qint64 key = keyOf(id);
    if (key == 0)
        return;
    if (action == "read"_L1)
        Q_EMIT readRequested(key);
    else if (action == "default"_L1)
        Q_EMIT opened(key);
}

void DesktopNotifier::notificationReplied(uint id, const QString &text)
{
    if (const qint64 key = keyOf(id); key != 0 && !text.trimmed().isEmpty())
        Q_EMIT replied(key, text);
}

void DesktopNotifier::notificationClosed(uint id, uint)
{
    m_ids.remove(keyOf(id));
}

} // namespace rialto
