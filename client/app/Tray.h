#pragma once

#include <QMenu>
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
    bool isShown() const { return m_icon.isVisible(); }
    QMenu &menu() { return m_menu; }

Q_SIGNALS:
    /// It was clicked: the window is wanted.
    void activated();
    /// By the menu.
    void quitRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void paint();

    const Theme &m_theme;
    QMenu m_menu;
    QAction *m_open;
    QAction *m_quit;
    QSystemTrayIcon m_icon; ///< Goes before its menu.
    int m_unread = 0;
};

} // namespace rialto
