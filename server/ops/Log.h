#pragma once

#include <QLoggingCategory>

namespace rialto {

// Categories of the server's log; levels are set per category with the usual Qt rules.
Q_DECLARE_LOGGING_CATEGORY(logServer)
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logStorage)

} // namespace rialto
