#pragma once

#include "base/Error.h"

#include <memory>

namespace rialto {

/// Holds a data folder for this process by a lock of the kernel on a file in it. The lock ends with the process,
/// however that ends: what a killed server or a power cut leaves in the file (its number, which another process may
/// have by now, or nothing) means nothing, and a full disk keeps nobody out.
class FolderLock
{
public:
    /// Fails with Conflict, naming the process, when another one holds it; with Forbidden when the file cannot be
    /// opened.
    static Result<std::unique_ptr<FolderLock>> take(const QString &folder);
    ~FolderLock();
    Q_DISABLE_COPY_MOVE(FolderLock)

private:
    explicit FolderLock(int file) : m_file(file) {}

    const int m_file; ///< A descriptor.
};

} // namespace rialto
