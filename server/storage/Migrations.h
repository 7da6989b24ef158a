#pragma once

#include "storage/Database.h"

namespace rialto {

/// Brings the database to the newest schema: runs the embedded files storage/migrations/NNNN_name.sql that it has not
/// seen, each in one transaction, in order. A database made by a newer program is refused in words.
Result<> migrate(Database &database);

/// The number of the newest embedded migration.
int newestSchema();

} // namespace rialto
