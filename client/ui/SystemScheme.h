#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace rialto {

/// Whether the desktop wants dark windows, for versions of Qt that do not tell it (before 6.5): from the settings
/// portal (org.freedesktop.portal.Settings, "org.freedesktop.appearance" "color-scheme"). Lives on: GUI thread.
class SystemScheme final : public QObject
{
    Q_OBJECT
public:
    /// Asks at once; the answer comes as changed().
    explicit SystemScheme(const QDBusConnection &bus, QObject *parent = nullptr);

    /// Nothing while the desktop has not said, or does not mind.
    std::optional<bool> isDark() const { return m_isDark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void told(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QVariant &value);

    std::optional<bool> m_isDark;
};

} // namespace rialto
