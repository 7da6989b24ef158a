// The layer that DiskRecorder::install() puts below SQLite (sqlite.org/vfs.html): every call goes on to the real file
// system; writes, truncations, syncs and removals of databases and their logs are noted.
#include "chaos/PowerCut.h"

#include <new>
#include <sqlite3.h>

namespace rialto::chaos {
namespace {

/// What SQLite gets for a file; the real one lies behind it in the same memory.
struct RecordedFile : sqlite3_file
{
    QString name; ///< Empty for temporary files, which nobody needs after a power cut.
    sqlite3_file *real = nullptr;
};

sqlite3_vfs *g_real = nullptr;
DiskRecorder *g_recorder = nullptr;

RecordedFile &recorded(sqlite3_file *file)
{
    return *static_cast<RecordedFile *>(file);
}

sqlite3_file *real(sqlite3_file *file)
{
    return recorded(file).real;
}

QString baseName(const char *path)
{
    return QString::fromUtf8(path).section(QLatin1Char('/'), -1);
}

void note(sqlite3_file *file, DiskStep::Kind kind, qint64 offset = 0, const QByteArray &bytes = {})
{
    if (!recorded(file).name.isEmpty())
        g_recorder->note({kind, recorded(file).name, offset, bytes});
}

int closeFile(sqlite3_file *file)
{
    const int result = real(file)->pMethods ? real(file)->pMethods->xClose(real(file)) : SQLITE_OK;
    recorded(file).name.~QString();
    return result;
}

int writeFile(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    const int result = real(file)->pMethods->xWrite(real(file), bytes, size, offset);
    if (result == SQLITE_OK)
        note(file, DiskStep::Kind::Write, offset, QByteArray(static_cast<const char *>(bytes), size));
    return result;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const int result = real(file)->pMethods->xTruncate(real(file), size);
    if (result == SQLITE_OK)
        note(file, DiskStep::Kind::Truncate, size);
    return result;
}

// The real sync is left out: the trial is about what SQLite asks for, and it asks often.
int syncFile(sqlite3_file *file, int)
{
    note(file, DiskStep::Kind::Sync);
    return SQLITE_OK;
}

const sqlite3_io_methods *methods()
{
    static const sqlite3_io_methods all = {
        3,
        closeFile,
        [](sqlite3_file *f, void *to, int size, sqlite3_int64 at) {
            return real(f)->pMethods->xRead(real(f), to, size, at);
        },
        writeFile,
        truncateFile,
        syncFile,
        [](sqlite3_file *f, sqlite3_int64 *size) { return real(f)->pMethods->xFileSize(real(f), size); },
        [](sqlite3_file *f, int lock) { return real(f)->pMethods->xLock(real(f), lock); },
        [](sqlite3_file *f, int lock) { return real(f)->pMethods->xUnlock(real(f), lock); },
        [](sqlite3_file *f, int *held) { return real(f)->pMethods->xCheckReservedLock(real(f), held); },
        [](sqlite3_file *f, int what, void *data) {
            // Hints about sizes would reach the file behind the recorder's back.
            return what == SQLITE_FCNTL_SIZE_HINT || what == SQLITE_FCNTL_CHUNK_SIZE
                       ? SQLITE_OK
                       : real(f)->pMethods->xFileControl(real(f), what, data);
        },
        [](sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); },
        [](sqlite3_file *f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
        [](sqlite3_file *f, int page, int size, int extend, void volatile **to) {
            return real(f)->pMethods->xShmMap(real(f), page, size, extend, to);
        },
        [](sqlite3_file *f, int at, int count, int flags) {
            return real(f)->pMethods->xShmLock(real(f), at, count, flags);
        },
        [](sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); },
        [](sqlite3_file *f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); },
        [](sqlite3_file *f, sqlite3_int64 at, int size, void **to) {
            return real(f)->pMethods->xFetch(real(f), at, size, to);
        },
        [](sqlite3_file *f, sqlite3_int64 at, void *from) { return real(f)->pMethods->xUnfetch(real(f), at, from); }};
    return &all;
}

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    const bool kept = name && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
    auto *const opened = new (file) RecordedFile;
    opened->real = reinterpret_cast<sqlite3_file *>(opened + 1);
    opened->real->pMethods = nullptr;
    opened->name = kept ? baseName(name) : QString();
    const int result = g_real->xOpen(g_real, name, opened->real, flags, outFlags);
    // SQLite closes only what has methods.
    opened->pMethods = opened->real->pMethods ? methods() : nullptr;
    if (!opened->pMethods)
        opened->name.~QString();
    return result;
}

int removeFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    const int result = g_real->xDelete(g_real, name, syncFolder);
    if (result == SQLITE_OK)
        g_recorder->note({DiskStep::Kind::Remove, baseName(name), 0, {}});
    return result;
}

} // namespace

DiskRecorder &DiskRecorder::install()
{
    static DiskRecorder recorder;
    static sqlite3_vfs layer;
    if (g_recorder)
        return recorder;
    g_recorder = &recorder;
    g_real = sqlite3_vfs_find(nullptr);
    // What is not a matter of files stays the real one's; its functions are given the layer, which they do not look at.
    layer = *g_real;
    layer.zName = "recorder";
    layer.szOsFile = static_cast<int>(sizeof(RecordedFile)) + g_real->szOsFile;
    layer.xOpen = openFile;
    layer.xDelete = removeFile;
    sqlite3_vfs_register(&layer, 1);
    return recorder;
}

} // namespace rialto::chaos
