#include "core/TaskPool.h"

#include <future>

namespace rialto {

TaskPool::TaskPool(QString path, int threads, size_t bound)
    : m_path(std::move(path)), m_threadCount(threads), m_bound(bound)
{
}

TaskPool::~TaskPool()
{
    stop();
}

Result<> TaskPool::start()
{
    for (int i = 0; i < m_threadCount; ++i) {
        std::promise<Result<>> opened;
        auto result = opened.get_future();
        m_threads.emplace_back([this, &opened] {
            auto database = Database::open(m_path, dialect::Mode::ReadOnly);
            if (!database) {
                opened.set_value(tl::unexpected(database.error()));
                return;
            }
            opened.set_value({});
            loop(**database);
        });
        if (auto started = result.get(); !started)
            return started;
    }
    return {};
}

void TaskPool::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

bool TaskPool::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_waiting.size() >= m_bound)
            return false;
        m_waiting.push_back(std::move(task));
    }
    m_wake.notify_one();
    return true;
}

void TaskPool::loop(Database &database)
{
    for (;;) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            task = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        task(database);
    }
}

} // namespace rialto
