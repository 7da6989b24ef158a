#pragma once

#include <QString>

namespace rialto {

class Database;

/// Copies the unsent writes and drafts that can still be read out of a cache file that could not be used, whatever its
/// version. Returns how many unsent writes were saved.
int salvageUnsent(const QString &damagedFile, Database &into);

} // namespace rialto
