#pragma once

#include "features/notify/DesktopNotifier.h"
#include "features/notify/NotifyContext.h"
#include "protocol/Notifications.h"

namespace rialto {

class UiSettings;

/// Tells of what happens just now: by the desktop's notifications, or in the window where there are none. What is
/// silent, or about the room that one is reading, is not told. Lives on: GUI thread.
class ToastCenter final : public QObject
{
    Q_OBJECT
public:
    ToastCenter(const NotifyContext &context, const UiSettings &settings, const QDBusConnection &bus,
                QObject *parent = nullptr);

    bool usesDesktop() const { return m_desktop.isAvailable(); }

private:
    void tell(const Notification &notification, int patience = 10);
    std::optional<Notification> take(qint64 key);
    ToastActions actionsFor(const Notification &notification);
    void markRead(qint64 key);
    void open(qint64 key);
    void answer(qint64 key);
    void reply(qint64 key, const QString &text);

    const NotifyContext m_context;
    const UiSettings &m_settings;
    DesktopNotifier m_desktop;
};

} // namespace rialto
