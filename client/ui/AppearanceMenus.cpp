#include "ui/AppearanceMenus.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include "ui/Language.h"
#include "ui/UiSettings.h"

namespace rialto {

void fillThemeMenu(QMenu &menu, Theme &theme, UiSettings &settings)
{
    auto *group = new QActionGroup(&menu);
    const std::pair<ThemeChoice, QString> choices[] = {
        {ThemeChoice::System, QCoreApplication::translate("Appearance", "As the system")},
        {ThemeChoice::Light, QCoreApplication::translate("Appearance", "Light")},
        {ThemeChoice::Dark, QCoreApplication::translate("Appearance", "Dark")}};
    for (const auto &[choice, words] : choices) {
        QAction *action = menu.addAction(words);
        action->setCheckable(true);
        action->setChecked(theme.choice() == choice);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &theme, [&theme, &settings, chosen = choice] {
            settings.setTheme(chosen);
            theme.setChoice(chosen);
        });
    }
}

void fillLanguageMenu(QMenu &menu, Language &language, UiSettings &settings)
{
    auto *group = new QActionGroup(&menu);
    for (const QString &code : QStringList{QString()} + Language::codes()) {
        QAction *action = menu.addAction(code.isEmpty() ? QCoreApplication::translate("Appearance", "As the system")
                                                        : Language::nameOf(code));
        action->setCheckable(true);
        action->setChecked(language.choice() == code);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &menu, [&language, &settings, code] {
            settings.setLanguage(code);
            language.set(code);
        });
    }
}

} // namespace rialto
