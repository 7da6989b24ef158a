#pragma once

#include "load/People.h"
#include "load/Report.h"

namespace rialto::load {

/// Pages back through a room's history over one keep-alive connection, page after page, and measures each request.
Result<Report> loadHistory(const Options &options, const Person &person);

} // namespace rialto::load
