#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>

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
    QString lastPage() const;
    void setLastPage(const QString &id);
    qint64 lastRoom() const;
    void setLastRoom(qint64 id);
    /// Where one was reading in a room: the message at the upper edge and how many pixels of it were above; 0 at its
    /// end.
    std::pair<qint64, int> readingPlace(qint64 room) const;
    void setReadingPlace(qint64 room, qint64 message, int pixels);
    QByteArray splitter(const QString &name) const;
    void setSplitter(const QString &name, const QByteArray &state);
    QByteArray tableHeader() const;
    void setTableHeader(const QByteArray &state);

    /// The emoji used last, the last one first.
    QStringList recentEmoji() const;
    void rememberEmoji(const QString &emoji);

    /// Whether the desktop's notifications make a sound.
    bool hasNotificationSound() const;
    void setNotificationSound(bool on);
    /// Whether they quote what was written, which others may read over one's shoulder.
    bool showsNotificationText() const;
    void setShowsNotificationText(bool on);

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
