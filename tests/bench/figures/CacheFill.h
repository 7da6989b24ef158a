#pragma once

#include "base/Id.h"
#include "net/Profile.h"

namespace rialto::bench {

/// The room that has all the messages.
inline constexpr RoomId kFullRoom{1};
inline constexpr RoomId kOtherRoom{2};

/// Makes a profile in `folder` of somebody who is signed in at a server that cannot be reached, with `count` messages
/// in one room and a few in others, all read and all in the index: through the tables of the cache, in large
/// transactions. Prints how long it took. Returns false, having said why, when the disk takes no more.
bool fillProfile(const QString &folder, qint64 count);

/// Writes the profile's files out and lets the system forget what they hold, so that the next reader reads the disk.
void dropFileCache(const QString &folder);

} // namespace rialto::bench
