#pragma once

#include <QLineEdit>
#include <QtTest>

#include "base/Clock.h"
#include "features/auth/SignInPage.h"
#include "features/auth/model/SignIn.h"
#include "net/Discovery.h"
#include "ui/Button.h"
#include "ui/Language.h"
#include "ui/Theme.h"
#include "ui/UiSettings.h"

namespace rialto {

using namespace Qt::StringLiterals;

/// The page to sign in by itself, in English, with a profile of its own.
struct ShownSignIn
{
    ShownSignIn()
        : profile(folder.path()), settings(folder.path()), theme(*qApp), language(*qApp), signIn(profile, clock)
    {
        language.set(u"en"_s);
        page = std::make_unique<SignInPage>(theme, language, settings, signIn, discovery);
        page->resize(1280, 800);
        page->show();
    }

    QLineEdit &line(const QString &label)
    {
        for (QLineEdit *line : page->findChildren<QLineEdit *>()) {
            if (line->accessibleName() == label)
                return *line;
        }
        qFatal("no such field");
    }
    QString errorOf(const QString &label) { return line(label).accessibleDescription(); }
    Button &button(const QString &text)
    {
        for (Button *button : page->findChildren<Button *>()) {
            if (button->text() == text && button->isVisible())
                return *button;
        }
        qFatal("no such button");
    }

    QTemporaryDir folder;
    SystemClock clock;
    Profile profile;
    UiSettings settings;
    Theme theme;
    Language language;
    SignIn signIn;
    Discovery discovery{0, Discovery::Reach::Machine, clock};
    std::unique_ptr<SignInPage> page;
};

} // namespace rialto
