#include "app/TextSizeKeys.h"

#include <QApplication>
#include <QKeyEvent>

#include "ui/Shortcuts.h"
#include "ui/Theme.h"
#include "ui/UiSettings.h"

namespace rialto {

TextSizeKeys::TextSizeKeys(QApplication &application, Theme &theme, UiSettings &settings)
    : m_theme(theme), m_settings(settings)
{
    application.installEventFilter(this);
}

bool TextSizeKeys::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress && watched->isWidgetType();
    return isKey && resize(static_cast<QKeyEvent &>(*event));
}

bool TextSizeKeys::resize(const QKeyEvent &key)
{
    int percent = 100;
    if (isPressed(key, Shortcut::EnlargeText))
        percent = m_theme.textSizeBeside(1);
    else if (isPressed(key, Shortcut::ReduceText))
        percent = m_theme.textSizeBeside(-1);
    else if (!isPressed(key, Shortcut::ResetText))
        return false;
    m_theme.setTextSize(percent);
    m_settings.setTextSize(m_theme.textSize());
    return true;
}

} // namespace rialto
