#pragma once

#include "base/Error.h"

namespace rialto {

/// A descriptor that closes itself.
class Descriptor
{
public:
    /// `flags` as for open(2); get() is negative when that failed.
    Descriptor(const QString &path, int flags);
    ~Descriptor();
    Q_DISABLE_COPY_MOVE(Descriptor)
    int get() const { return m_fd; }

private:
    const int m_fd;
};

/// What a call to the disk said, for whoever asked; logs the rest. StorageFull also for a limit on the size of files:
/// nothing is broken, and it helps to make room.
tl::unexpected<Error> diskFailure(int error, const QString &path);

/// Writes all of `bytes` from `offset` on. `path` is for the log.
Result<> writeAt(const Descriptor &file, const QString &path, qint64 offset, QByteArrayView bytes);
/// Makes a file's or a folder's content durable.
Result<> syncPath(const QString &path);

} // namespace rialto
