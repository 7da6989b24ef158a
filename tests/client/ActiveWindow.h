#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QtTest>

#include "client/ChatWindow.h"
#include "features/settings/SettingsCard.h"
#include "features/settings/SettingsPage.h"
#include "ui/UiSettings.h"

namespace rialto {

/// The program with a window that gets keys.
struct Active : Shown
{
    Active()
    {
        window().resize(1280, 800);
        isActive = QTest::qWaitForWindowActive(&window());
    }

    MainWindow &window() { return app->window(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QTest::keyClick(&window(), key, modifiers);
    }
    SettingsPage &settings()
    {
        window().showPage(QStringLiteral("settings"));
        return find<SettingsPage>();
    }
    /// What is remembered for the next start.
    UiSettings stored() { return UiSettings(sample.profile().folder()); }
    SettingRow *row(const QString &title)
    {
        for (SettingRow *row : find<SettingsPage>().findChildren<SettingRow *>()) {
            if (row->findChild<QLabel *>()->text() == title)
                return row;
        }
        return nullptr;
    }
    QListWidget &sections() { return *find<SettingsPage>().findChild<QListWidget *>(); }
    QLineEdit &search() { return *find<SettingsPage>().findChild<QLineEdit *>(); }

    bool isActive = false;
};

} // namespace rialto
