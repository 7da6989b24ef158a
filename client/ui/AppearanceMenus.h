#pragma once

class QMenu;

namespace rialto {

class Language;
class Theme;
class UiSettings;

/// Fills a menu with the themes; a choice acts at once and is remembered.
void fillThemeMenu(QMenu &menu, Theme &theme, UiSettings &settings);
/// The same with the languages, each named in itself.
void fillLanguageMenu(QMenu &menu, Language &language, UiSettings &settings);

} // namespace rialto
