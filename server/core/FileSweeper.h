#pragma once

#include "base/Clock.h"
#include "core/Feature.h"
#include "storage/FileStore.h"

#include <QTimer>

namespace rialto {

/// Removes contents that no row has named for an hour, a few folders at a time, and uploads that nobody awaits. The
/// hour begins when a sweep first sees that no row does, and anew with every start. Lives on: the net thread; the steps
/// run on the workers for files.
class FileSweeper : public QObject
{
    Q_OBJECT
public:
    FileSweeper(FileStore &store, TaskPool &workers, Inbox &inbox, const Hooks &hooks, const Clock &clock);
    void start();
    /// Looks through all folders at once; `then` on the net thread.
    void sweepAll(const std::function<void()> &then);

private:
    void sweep(Database &database, int firstShard, int shards) const;
    void step();

    FileStore &m_store;
    TaskPool &m_workers;
    Inbox &m_inbox;
    const Hooks &m_hooks;
    const Clock &m_clock;
    QTimer m_timer;
    int m_next = 0;
};

} // namespace rialto
