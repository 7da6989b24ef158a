#include "ops/Log.h"

namespace rialto {

Q_LOGGING_CATEGORY(logServer, "rialto.server", QtInfoMsg)
Q_LOGGING_CATEGORY(logNet, "rialto.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logStorage, "rialto.storage", QtInfoMsg)

} // namespace rialto
