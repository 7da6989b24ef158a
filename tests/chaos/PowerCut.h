#pragma once

#include <QByteArray>
#include <QMap>
#include <QRandomGenerator>
#include <QString>

#include <mutex>
#include <vector>

namespace rialto::chaos {

/// What a server did to its files, in order, over all threads: SQLite to its own, and the rest of the program to what
/// lies below `files`.
struct DiskStep
{
    enum class Kind { Write, Truncate, Sync, Remove, Rename, Link, MakeFolder };
    Kind kind = Kind::Write;
    QString file;      ///< SQLite's by its name alone; the others from the data's folder on, which itself is ".".
    qint64 offset = 0; ///< Of a write; the size of a truncation.
    QByteArray bytes;
    QString to = {}; ///< The new name.

    bool isDatabase() const { return file != QStringLiteral(".") && !file.startsWith(QStringLiteral("files")); }
};

/// A layer below SQLite that notes every write and every sync on its way to the real files; the default file system of
/// the process once install() was called. Made for tests only. All functions may be called from any thread.
class DiskRecorder
{
public:
    /// There is one for the process, as there is one default file system.
    static DiskRecorder &install();
    /// From here on also what happens below a folder `files`. Only in programs that link PowerCutCalls.cpp.
    void noteFiles();

    void note(DiskStep step);
    /// Forgets what was noted.
    void clear();
    /// How many steps were noted so far.
    size_t position() const;
    std::vector<DiskStep> steps() const;

private:
    mutable std::mutex m_mutex;
    std::vector<DiskStep> m_steps;
};

/// Plays recorded steps of SQLite forward as a disk sees them: what was written and not synced may be lost by a power
/// cut, wholly or in part.
class CuttableDisk
{
public:
    enum class Loss {
        Everything, ///< Nothing survives that was not synced.
        Nothing,    ///< All survives.
        Some, ///< By chance; a write may be torn between sectors of 512 bytes, and a later one survive an earlier.
    };

    void play(const DiskStep &step);
    /// The files as they are found after a power cut at this moment.
    QMap<QString, QByteArray> cut(Loss loss, QRandomGenerator &random) const;

private:
    static void apply(QMap<QString, QByteArray> &files, const DiskStep &step, qsizetype bytes);

    QMap<QString, QByteArray> m_durable;
    std::vector<DiskStep> m_pending; ///< Not synced yet, in order.
};

/// The same for the steps of a folder with files, as POSIX promises it and no more: a file's bytes are on the disk
/// after its fsync; its name, wherever it came from, after the fsync of the folder it stands in; and a folder is there
/// when its own name is.
class CuttableFolder
{
public:
    using Loss = CuttableDisk::Loss;

    CuttableFolder();
    void play(const DiskStep &step);
    /// What is found after a power cut at this moment, by path.
    QMap<QString, QByteArray> cut(Loss loss, QRandomGenerator &random) const;

private:
    struct Node
    {
        bool isFolder = false;
        QByteArray durable;
        std::vector<DiskStep> pending; ///< Writes that were not synced.
        QMap<QString, int> durableNames;
        std::vector<std::pair<QString, int>> pendingNames; ///< What was entered; -1: taken out.
    };

    int nodeAt(const QString &path);
    void enter(const QString &path, int node);
    void find(int folder, const QString &path, Loss loss, QRandomGenerator &random,
              QMap<QString, QByteArray> &found) const;
    static QByteArray contentOf(const Node &node, Loss loss, QRandomGenerator &random);

    std::vector<Node> m_nodes;
    QMap<QString, int> m_live; ///< By path, as the running program sees it.
};

} // namespace rialto::chaos
