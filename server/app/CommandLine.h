#pragma once

#include "base/Clock.h"

#include <QStringList>

namespace rialto::command_line {

/// Runs one command of rialto-server (arguments without the program's name) and returns the process's exit code.
int run(const QStringList &arguments, const Clock &clock);

} // namespace rialto::command_line
