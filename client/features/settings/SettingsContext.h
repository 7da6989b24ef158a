#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace rialto {

class Language;
class Spelling;
class Theme;
class UiSettings;

/// What the settings change and open. All of it outlives the page.
struct SettingsContext
{
    Theme &theme;
    Language &language;
    UiSettings &settings;
    Spelling &spelling;
    std::function<void()> showProfile;
    // Each opens its dialog over `parent`.
    std::function<void(QWidget *parent)> changePassword;
    std::function<void(QWidget *parent)> showDevices;
    std::function<void()> addAccount;
    std::function<void()> signOut;          ///< Asks before.
    std::function<QString()> serverVersion; ///< Empty until the server was reached.
};

} // namespace rialto
