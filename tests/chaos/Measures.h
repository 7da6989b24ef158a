#pragma once

#include <QString>

namespace rialto::chaos {

/// How long a server with a million messages takes to accept again after it was killed under load, and how long a
/// thousand clients take to come back to it at once. Prints its figures; false when something did not happen at all.
bool measure(const QString &programs);

} // namespace rialto::chaos
