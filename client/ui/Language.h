#pragma once

#include <QLocale>
#include <QStringList>
#include <QTranslator>

class QApplication;

namespace rialto {

/// The language of the windows, switched while they are open. Lives on: GUI thread.
class Language
{
public:
    explicit Language(QApplication &application);
    ~Language();

    /// The languages there are, as codes.
    static QStringList codes() { return {QStringLiteral("en"), QStringLiteral("ru"), QStringLiteral("uk")}; }
    /// "Українська" for "uk": every language is named in itself.
    static QString nameOf(const QString &code);

    /// The chosen code; empty while the system's language is followed.
    QString choice() const { return m_choice; }
    /// The language in use, one of codes().
    QString current() const { return m_current; }
    /// An empty or unknown code follows the system; where the system speaks none of ours, English is used.
    void set(const QString &code);

private:
    void install(QTranslator &translator, bool loaded);

    QApplication &m_application;
    const QLocale m_system;
    QTranslator m_own;
    QTranslator m_qt;
    QString m_choice;
    QString m_current;
};

} // namespace rialto
