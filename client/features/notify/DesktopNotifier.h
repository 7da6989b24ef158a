#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QStringList>

namespace rialto {

/// What the desktop is asked to show.
struct DesktopNotice
{
    qint64 key = 0; ///< One with the same key takes the place of the one before.
    QString title;  ///< Plain text.
    QString body;   ///< Plain text.
    bool canReply = false;
    bool isCritical = false;
    QString sound = QStringLiteral("message-new-instant"); ///< As UiSettings::notificationSound().
};

/// The desktop's notification service (freedesktop.org, Desktop Notifications Specification 1.2; `inline-reply` as
/// KDE has it). Without a service it says so, and somebody else must show what is new. Lives on: the GUI thread.
class DesktopNotifier final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopNotifier(const QDBusConnection &bus, QObject *parent = nullptr);

    /// Whether a service has answered.
    bool isAvailable() const { return m_isAvailable; }
    void show(const DesktopNotice &notice);
    void close(qint64 key);

Q_SIGNALS:
    void availableChanged();
    void opened(qint64 key);
    void readRequested(qint64 key);
    void replied(qint64 key, const QString &text);

private Q_SLOTS:
    // Named as the service's signals reach them over the bus.
    void actionInvoked(uint id, const QString &action);
    void notificationReplied(uint id, const QString &text);
    void notificationClosed(uint id, uint reason);

private:
    void serviceChanged();
    void askCapabilities();
    void idCame(qint64 key, uint id);
    QVariantList argumentsOf(const DesktopNotice &notice) const;
    QStringList actionsOf(const DesktopNotice &notice) const;
    qint64 keyOf(uint id) const { return m_ids.key(id, 0); }

    QDBusConnection m_bus;
    bool m_isAvailable = false;
    QStringList m_capabilities;
    QHash<qint64, uint> m_ids;
    int m_serviceNumber = 0; ///< Grows when another service takes the place of the one before.
    /// What the service has not given an id yet, and what is to come of it then: something newer, or nothing more.
    QSet<qint64> m_pending;
    QHash<qint64, DesktopNotice> m_newer;
    QSet<qint64> m_closing;
};

} // namespace rialto
