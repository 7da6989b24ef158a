#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>

#include "ui/Places.h"
#include "ui/Theme.h"

namespace rialto {

/// What the windows remember between two starts, in the profile's folder. Lives on: GUI thread.
class UiSettings
{
public:
    explicit UiSettings(const QString &profileFolder);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    /// In per cent.
    int textSize() const;
    void setTextSize(int percent);
    /// "en", "ru", "uk", or empty to follow the system.
    QString language() const;
    void setLanguage(const QString &code);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    Places places(const QString &account) { return {m_file, account}; }
    QByteArray splitter(const QString &name) const;
    void setSplitter(const QString &name, const QByteArray &state);
    QByteArray tableHeader() const;
    void setTableHeader(const QByteArray &state);

    /// The emoji used last, the last one first.
    QStringList recentEmoji() const;
    void rememberEmoji(const QString &emoji);

    /// Whether Enter sends what was written; with it Shift+Enter breaks the line, without it Ctrl+Enter sends.
    bool enterSends() const;
    void setEnterSends(bool on);
    /// Whether the details of a room lie beside its messages.
    bool showsRoomDetails() const;
    void setShowsRoomDetails(bool on);
    bool checksSpelling() const;
    void setChecksSpelling(bool on);
    /// Words that are right although no dictionary knows them.
    QStringList learntWords() const;
    void learnWord(const QString &word);

    /// The sound of the desktop's notifications, by its name in the theme of the desktop (freedesktop.org, Sound Naming
    /// Specification); empty for none.
    QString notificationSound() const;
    void setNotificationSound(const QString &name);
    /// Whether they quote what was written, which others may read over one's shoulder.
    bool showsNotificationText() const;
    void setShowsNotificationText(bool on);

    /// Whether closing the window leaves the program in the tray, where there is one.
    bool staysInTray() const;
    void setStaysInTray(bool on);

    /// Servers one has signed in to, the last one first.
    QStringList servers() const;
    void rememberServer(const QString &address);
    void forgetServer(const QString &address);
    QString lastAccount(const QString &server) const;
    void setLastAccount(const QString &server, const QString &name);

private:
    static QString accountKey(const QString &server);

    QSettings m_file;
};

} // namespace rialto
