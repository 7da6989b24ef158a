#include "core/FileSweeper.h"

namespace rialto {
namespace {

constexpr int kPauseMs = 60'000;
constexpr int kShardsAtOnce = 16;
constexpr qint64 kHourMs = 60LL * 60 * 1000;

} // namespace

FileSweeper::FileSweeper(FileStore &store, TaskPool &workers, Inbox &inbox, const Hooks &hooks, const Clock &clock)
    : m_store(store), m_workers(workers), m_inbox(inbox), m_hooks(hooks), m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &FileSweeper::step);
}

void FileSweeper::start()
{
    m_timer.start(kPauseMs);
}

// While files are being finished nobody needs the room at once: a step that is not taken comes again.
void FileSweeper::step()
{
    const int first = std::exchange(m_next, (m_next + kShardsAtOnce) % FileStore::kShards);
    m_workers.post([this, first](Database &database) { sweep(database, first, kShardsAtOnce); });
}

void FileSweeper::sweepAll(const std::function<void()> &then)
{
    m_workers.post([this, then](Database &database) {
        sweep(database, 0, FileStore::kShards);
        m_inbox.post(then);
    });
}

void FileSweeper::sweep(Database &database, int firstShard, int shards) const
{
    try {
        for (int shard = firstShard; shard < firstShard + shards; ++shard)
            m_store.sweep(shard, m_clock.monotonicMs(), kHourMs,
                          [&](const QByteArray &hash) { return m_hooks.isContentNamed(database, hash); });
        m_store.sweepParts(m_clock.nowMs() - kHourMs, [&](FileId id) { return m_hooks.isUploadAwaited(database, id); });
    } catch (const StorageFailure &) {
        // What cannot be asked stays; the next round asks again.
    }
}

} // namespace rialto
