#pragma once

#include <QWidget>

namespace rialto {

/// Whether a widget shows that it has the focus: only to whoever uses the keyboard.
inline bool showsFocus(const QWidget &widget)
{
    return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

} // namespace rialto
