#pragma once

#include <QSystemTrayIcon>

namespace rialto {

class Theme;

/// The icon beside the clock, with a dot while something is unread. Hidden where the desktop has no place for it.
class Tray final : public QObject
{
    Q_OBJECT
public:
    Tray(const Theme &theme, QObject *parent = nullptr);

    void setUnread(int count);

Q_SIGNALS:
    /// It was clicked: the window is wanted.
    void activated();

private:
    void paint();

    const Theme &m_theme;
    QSystemTrayIcon m_icon;
    int m_unread = 0;
};

} // namespace rialto
