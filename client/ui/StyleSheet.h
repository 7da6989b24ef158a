#pragma once

#include <QString>

#include "ui/Colors.h"

namespace rialto {

/// The rules for stock widgets (fields, menus, scroll bars, tables); our own widgets paint themselves.
QString styleSheet(const Colors &colors);

} // namespace rialto
