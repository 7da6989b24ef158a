#pragma once

#include "storage/Database.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace rialto {

/// Threads that each hold a read-only connection. Rialto has two: the reader pool, for everything that only reads, and
/// the worker pool, for steps that burn CPU (password hashing) and so must not stand in the readers' way.
///
/// post() may be called from any thread; tasks run on the pool's threads and post their results to the Inbox.
class TaskPool
{
public:
    using Task = std::function<void(Database &)>;

    /// `bound`: how many tasks may wait before further ones are refused.
    TaskPool(QString path, int threads, size_t bound);
    ~TaskPool();
    Q_DISABLE_COPY_MOVE(TaskPool)

    Result<> start();
    void stop();
    /// False when too many tasks wait; the task was not taken then.
    bool post(Task task);

private:
    void loop(Database &database);

    const QString m_path;
    const int m_threadCount;
    const size_t m_bound;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_waiting;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace rialto
