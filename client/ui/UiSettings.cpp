#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int rememberedServers = 8;

} // namespace

UiSettings::UiSettings(const QString &profileFolder) : m_file(profileFolder + u"/window.ini"_s, QSettings::IniFormat) {}

ThemeChoice UiSettings::theme() const
{
    const QString word = m_file.value("theme").toString();
    return word == "light"_L1 ? ThemeChoice::Light : word == "dark"_L1 ? ThemeChoice::Dark : ThemeChoice::System;
}

void UiSettings::setTheme(ThemeChoice choice)
{
    m_file.setValue("theme", choice == ThemeChoice::Light  ? u"light"_s
                             : choice == ThemeChoice::Dark ? u"dark"_s
                                                           : u"system"_s);
}

int UiSettings::textSize() const
{
    return m_file.value("textSize", 100).toInt();
}

void UiSettings::setTextSize(int percent)
{
    m_file.setValue("textSize", percent);
}

QString UiSettings::language() const
{
    return m_file.value("language").toString();
}

void UiSettings::setLanguage(const QString &code)
{
    m_file.setValue("language", code);
}

QByteArray UiSettings::windowGeometry() const
{
    return m_file.value("window/geometry").toByteArray();
}

void UiSettings::setWindowGeometry(const QByteArray &geometry)
{
    m_file.setValue("window/geometry", geometry);
}

QByteArray UiSettings::splitter(const QString &name) const
{
    return m_file.value(u"splitters/"_s + name).toByteArray();
}

void UiSettings::setSplitter(const QString &name, const QByteArray &state)
{
    m_file.setValue(u"splitters/"_s + name, state);
}

QByteArray UiSettings::tableHeader() const
{
    return m_file.value("catalog/header").toByteArray();
}

void UiSettings::setTableHeader(const QByteArray &state)
{
    m_file.setValue("catalog/header", state);
}

QStringList UiSettings::recentEmoji() const
{
    return m_file.value("chat/emoji").toStringList();
}

void UiSettings::rememberEmoji(const QString &emoji)
{
    constexpr qsizetype kRemembered = 18;
    QStringList list = recentEmoji();
    list.removeAll(emoji);
    list.prepend(emoji);
    m_file.setValue("chat/emoji", list.mid(0, kRemembered));
}

bool UiSettings::enterSends() const
{
    return m_file.value("chat/enterSends", true).toBool();
}

void UiSettings::setEnterSends(bool on)
{
    m_file.setValue("chat/enterSends", on);
}

bool UiSettings::showsRoomDetails() const
{
    return m_file.value("chat/details", false).toBool();
}

void UiSettings::setShowsRoomDetails(bool on)
{
    m_file.setValue("chat/details", on);
}

bool UiSettings::checksSpelling() const
{
    return m_file.value("spelling/on", true).toBool();
}

void UiSettings::setChecksSpelling(bool on)
{
    m_file.setValue("spelling/on", on);
}

QStringList UiSettings::learntWords() const
{
    return m_file.value("spelling/learnt").toStringList();
}

void UiSettings::learnWord(const QString &word)
{
    m_file.setValue("spelling/learnt", learntWords() << word);
}

QString UiSettings::notificationSound() const
{
    return m_file.value("notifications/soundName", u"message-new-instant"_s).toString();
}

void UiSettings::setNotificationSound(const QString &name)
{
    m_file.setValue("notifications/soundName", name);
}

bool UiSettings::showsNotificationText() const
{
    return m_file.value("notifications/text", true).toBool();
}

void UiSettings::setShowsNotificationText(bool on)
{
    m_file.setValue("notifications/text", on);
}

bool UiSettings::staysInTray() const
{
    return m_file.value(u"staysInTray"_s, true).toBool();
}

void UiSettings::setStaysInTray(bool on)
{
    m_file.setValue(u"staysInTray"_s, on);
}

QStringList UiSettings::servers() const
{
    return m_file.value("servers/list").toStringList();
}

void UiSettings::rememberServer(const QString &address)
{
    QStringList list = servers();
    list.removeAll(address);
    list.prepend(address);
    m_file.setValue("servers/list", list.mid(0, rememberedServers));
}

void UiSettings::forgetServer(const QString &address)
{
    QStringList list = servers();
    list.removeAll(address);
    m_file.setValue("servers/list", list);
    m_file.remove(accountKey(address));
}

QString UiSettings::lastAccount(const QString &server) const
{
    return m_file.value(accountKey(server)).toString();
}

void UiSettings::setLastAccount(const QString &server, const QString &name)
{
    m_file.setValue(accountKey(server), name);
}

/// A slash in a key would make a group, hence the encoding.
QString UiSettings::accountKey(const QString &server)
{
    return u"accounts/"_s + QString::fromLatin1(server.toUtf8().toPercentEncoding());
}

} // namespace rialto
