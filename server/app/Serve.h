#pragma once

#include "base/Clock.h"
#include "base/Error.h"

#include <QStringList>

namespace rialto {

/// Runs the server with these flags until it is told to stop. Needs a QCoreApplication.
Result<> serve(const QStringList &flags, const Clock &clock);

} // namespace rialto
