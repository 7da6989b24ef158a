#include "ui/SystemScheme.h"

#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto interface = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearance = "org.freedesktop.appearance"_L1;
constexpr auto colorScheme = "color-scheme"_L1;

} // namespace

SystemScheme::SystemScheme(const QDBusConnection &bus, QObject *parent) : QObject(parent)
{
    if (!bus.isConnected())
        return;
    qDBusRegisterMetaType<QDBusVariant>(); // Qt connects to the slot below only when it knows the type.
    QDBusConnection desktop = bus;
    desktop.connect(service, path, interface, u"SettingChanged"_s, this, SLOT(told(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question << appearance << colorScheme;
    auto *answer = new QDBusPendingCallWatcher(desktop.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (!reply.isError())
            take(reply.value().variant());
        answer->deleteLater();
    });
}

void SystemScheme::told(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme)
        take(value.variant());
}

/// 0 does not mind, 1 is dark, 2 is light. The answer to "Read" has one more variant around it.
void SystemScheme::take(const QVariant &value)
{
    const QVariant inner =
        value.userType() == qMetaTypeId<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const uint scheme = inner.toUInt();
    const std::optional<bool> isDark = scheme == 1   ? std::optional(true)
                                       : scheme == 2 ? std::optional(false)
                                                     : std::nullopt;
    if (std::exchange(m_isDark, isDark) != isDark)
        Q_EMIT changed();
}

} // namespace rialto
