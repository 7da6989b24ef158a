#pragma once

#include "base/Clock.h"

#include <QString>

namespace rialto {

/// A fresh idempotency key: a UUID of version 7 (RFC 9562), so that keys made later sort later and the server's index
/// over them grows at its end.
QString makeClientId(const Clock &clock);

} // namespace rialto
