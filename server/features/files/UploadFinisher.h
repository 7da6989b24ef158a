#pragma once

#include "protocol/Files.h"
#include "storage/FileStore.h"

namespace rialto {

/// What an upload turned out to be. Its content stands in the store and is held there.
struct FinishedUpload
{
    File file;
    /// Shared, because the values of prepared steps are copied on their way; the last copy lets go after the COMMIT.
    std::shared_ptr<FileStore::Hold> hold;
};

/// Turns a whole upload into a stored content: looks at what it is, cleans pictures, makes the thumbnail. Takes as long
/// as the file is big, in bounded memory. On a worker thread.
Result<FinishedUpload> finishUpload(FileStore &store, const File &announced);

} // namespace rialto
