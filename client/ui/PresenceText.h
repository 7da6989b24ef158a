#pragma once

#include "protocol/Presence.h"
#include "ui/Avatar.h"

namespace rialto {

/// The dot of a person; hollow grey while it is not known.
Presence presenceDot(const std::optional<UserPresence> &presence);
/// "Online", "Do not disturb", "Last seen 5 minutes ago"; empty while it is not known.
QString presenceText(const std::optional<UserPresence> &presence, qint64 nowMs);

} // namespace rialto
