#pragma once

#include <QString>

namespace rialto {

class Theme;

/// The rules for stock widgets (fields, menus, scroll bars, tables); our own widgets paint themselves.
QString styleSheet(const Theme &theme);

} // namespace rialto
