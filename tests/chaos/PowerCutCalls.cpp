// The calls to the system that change files, put before those of the C library in the program that links this file: the
// real one is called, and what happened below a folder `files` is noted. So the server's own code is tried as it is,
// together with what Qt writes for it, and needs no seam for it. Real syncs are left out: what counts is that they are
// asked for.
#include "chaos/PowerCut.h"

#include <QFile>
#include <dlfcn.h>
#include <sys/stat.h>
#include <sys/types.h>

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

std::atomic<DiskRecorder *> g_recorder = nullptr;
std::mutex g_mutex;
QString g_data; ///< The folder in which `files` lies, since it was made.

using Kind = DiskStep::Kind;

// From the data's folder on; empty for whatever else the program touches.
QString placeOf(const QString &path)
{
    const qsizetype at = path.indexOf("/files/"_L1);
    if (at >= 0)
        return path.mid(at + 1);
    if (path.endsWith("/files"_L1))
        return u"files"_s;
    const std::lock_guard lock(g_mutex);
    return !g_data.isEmpty() && path == g_data ? u"."_s : QString();
}

QString pathOf(int fd)
{
    return QFile::symLinkTarget(u"/proc/self/fd/%1"_s.arg(fd));
}

void note(Kind kind, const QString &path, qint64 offset = 0, const QByteArray &bytes = {}, const QString &to = {})
{
    DiskRecorder *const recorder = g_recorder;
    const QString place = recorder ? placeOf(path) : QString();
    if (!place.isEmpty())
        recorder->note({kind, place, offset, bytes, to.isEmpty() ? to : placeOf(to)});
}

void noteWrite(int fd, const void *bytes, ssize_t size, qint64 offset)
{
    struct stat status = {};
    if (g_recorder && size > 0 && ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode))
        note(Kind::Write, pathOf(fd), offset, QByteArray(static_cast<const char *>(bytes), size));
}

template <typename Function> Function real(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

} // namespace

void DiskRecorder::noteFiles()
{
    g_recorder = this;
}

} // namespace rialto::chaos

using namespace rialto::chaos;

extern "C" {

// Not seen in the headers of the C library when this one is the wide one under its plain name.
off_t lseek(int fd, off_t offset, int whence) noexcept;

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset)
{
    static const auto call = real<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
    const ssize_t written = call(fd, bytes, size, offset);
    noteWrite(fd, bytes, written, offset);
    return written;
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off_t offset)
{
    return pwrite(fd, bytes, size, offset);
}

ssize_t write(int fd, const void *bytes, size_t size)
{
    static const auto call = real<ssize_t (*)(int, const void *, size_t)>("write");
    const ssize_t written = call(fd, bytes, size);
    if (g_recorder && written > 0)
        noteWrite(fd, bytes, written, lseek(fd, 0, SEEK_CUR) - written);
    return written;
}

int fsync(int fd)
{
    static const auto call = real<int (*)(int)>("fsync");
    if (!g_recorder)
        return call(fd);
    note(Kind::Sync, pathOf(fd));
    return 0;
}

int rename(const char *from, const char *to) noexcept
{
    static const auto call = real<int (*)(const char *, const char *)>("rename");
    const int result = call(from, to);
    if (result == 0)
        note(Kind::Rename, QFile::decodeName(from), 0, {}, QFile::decodeName(to));
    return result;
}

int link(const char *from, const char *to) noexcept
{
    static const auto call = real<int (*)(const char *, const char *)>("link");
    const int result = call(from, to);
    if (result == 0)
        note(Kind::Link, QFile::decodeName(from), 0, {}, QFile::decodeName(to));
    return result;
}

int unlink(const char *path) noexcept
{
    static const auto call = real<int (*)(const char *)>("unlink");
    const int result = call(path);
    if (result == 0)
        note(Kind::Remove, QFile::decodeName(path));
    return result;
}

int mkdir(const char *path, mode_t mode) noexcept
{
    static const auto call = real<int (*)(const char *, mode_t)>("mkdir");
    const int result = call(path, mode);
    const QString made = QFile::decodeName(path);
    if (g_recorder && result == 0 && made.endsWith("/files"_L1)) {
        const std::lock_guard lock(g_mutex);
        g_data = made.chopped(6);
    }
    if (result == 0)
        note(Kind::MakeFolder, made);
    return result;
}
}
