#pragma once

#include <QByteArray>
#include <QMap>
#include <QRandomGenerator>
#include <QString>

#include <mutex>
#include <vector>

namespace rialto::chaos {

/// What SQLite did to its files, in order, over all threads.
struct DiskStep
{
    enum class Kind { Write, Truncate, Sync, Remove };
    Kind kind = Kind::Write;
    QString file;      ///< Its name without the folder.
    qint64 offset = 0; ///< Of a write; the size of a truncation.
    QByteArray bytes;
};

/// A layer below SQLite that notes every write and every sync on its way to the real files; the default file system of
/// the process once install() was called. Made for tests only. All functions may be called from any thread.
class DiskRecorder
{
public:
    /// There is one for the process, as there is one default file system.
    static DiskRecorder &install();

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

/// Plays recorded steps forward as a disk sees them: what was written and not synced may be lost by a power cut, wholly
/// or in part.
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

} // namespace rialto::chaos
