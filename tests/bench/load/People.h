#pragma once

#include "load/Options.h"

#include <vector>

namespace rialto::load {

struct Person
{
    qint64 id = 0;
    QByteArray token;
    qint64 room = 0; ///< The room this person speaks in.
};

/// Signs the people of the run in (registering them unless one is named) and brings each into a room. Blocking.
Result<std::vector<Person>> preparePeople(const Options &options);

} // namespace rialto::load
