#include "storage/Disk.h"

#include <QFile>
#include <QLoggingCategory>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

// The category of ops/Log.h, which stands above this folder.
Q_LOGGING_CATEGORY(logStorage, "rialto.storage")

} // namespace

Descriptor::Descriptor(const QString &path, int flags)
    : m_fd(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600))
{
}

Descriptor::~Descriptor()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

tl::unexpected<Error> diskFailure(int error, const QString &path)
{
    qCWarning(logStorage).noquote() << path << std::strerror(error);
    if (error == ENOSPC || error == EDQUOT || error == EFBIG)
        return fail(ErrorCode::StorageFull, u"The server's disk is full. What has come is kept; try again later."_s);
    return fail(ErrorCode::Unavailable, u"The server's disk does not work. Try again later."_s);
}

Result<> writeAt(const Descriptor &file, const QString &path, qint64 offset, QByteArrayView bytes)
{
    if (file.get() < 0)
        return diskFailure(errno, path);
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written =
            ::pwrite(file.get(), bytes.data() + done, static_cast<size_t>(bytes.size() - done), offset + done);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return diskFailure(written < 0 ? errno : ENOSPC, path);
        done += written;
    }
    return {};
}

Result<> syncPath(const QString &path)
{
    const Descriptor file(path, O_RDONLY);
    if (file.get() < 0 || ::fsync(file.get()) != 0)
        return diskFailure(errno, path);
    return {};
}

} // namespace rialto
