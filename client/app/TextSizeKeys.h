#pragma once

#include <QObject>

class QApplication;
class QKeyEvent;

namespace rialto {

class Theme;
class UiSettings;

/// The keys that make all text larger or smaller. They hold for every window of the program; shortcuts of the main one
/// would be deaf while a dialog is open. Lives on: GUI thread.
class TextSizeKeys final : public QObject
{
    Q_OBJECT
public:
    TextSizeKeys(QApplication &application, Theme &theme, UiSettings &settings);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool resize(const QKeyEvent &key);

    Theme &m_theme;
    UiSettings &m_settings;
};

} // namespace rialto
