#pragma once

#include <QString>

namespace rialto {

class Database;

/// Copies the unsent writes and drafts that can still be read out of a cache file that could not be used, whatever its
/// version. Returns how many unsent writes were saved.
int salvageUnsent(const QString &damagedFile, Database &into);

/// The same for a file that cannot be used where it lies, as in a folder that may not be written; it stays as it is.
/// What is sent from here may be sent from there once more: its clientId makes that harmless.
int salvageFromCopy(const QString &file, Database &into);

} // namespace rialto
