#include "ui/Language.h"

#include <QApplication>
#include <QLibraryInfo>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

/// The system's own habits of writing times and numbers where it speaks the language, else those of the language.
QLocale localeFor(const QString &code, const QLocale &system)
{
    const QLocale plain = code == "en"_L1 ? QLocale(QLocale::English, QLocale::UnitedKingdom) : QLocale(code);
    const bool spoken = system.language() == plain.language() && system.language() != QLocale::C;
    return spoken ? system : plain;
}

QString systemCode(const QLocale &system)
{
    const QString code = system.name().section(u'_', 0, 0);
    return Language::codes().contains(code) ? code : u"en"_s;
}

} // namespace

Language::Language(QApplication &application) : m_application(application), m_system(QLocale::system()) {}

Language::~Language() = default;

QString Language::nameOf(const QString &code)
{
    if (code == "ru"_L1)
        return u"Русский"_s;
    return code == "uk"_L1 ? u"Українська"_s : u"English"_s;
}

void Language::set(const QString &code)
{
    m_choice = codes().contains(code) ? code : QString();
    m_current = m_choice.isEmpty() ? systemCode(m_system) : m_choice;
    QLocale::setDefault(localeFor(m_current, m_system));
    install(m_qt, m_qt.load(u"qtbase_"_s + m_current, QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    // English has a file too: it holds the plural forms. Installing it tells every window to read its words again.
    install(m_own, m_own.load(u":/i18n/rialto_%1.qm"_s.arg(m_current)));
}

void Language::install(QTranslator &translator, bool loaded)
{
    m_application.removeTranslator(&translator);
    if (loaded)
        m_application.installTranslator(&translator);
}

} // namespace rialto
