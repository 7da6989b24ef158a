#include "core/Inbox.h"

namespace rialto {

void Inbox::post(Task task)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_tasks.empty();
        m_tasks.push_back(std::move(task));
    }
    if (first)
        QMetaObject::invokeMethod(this, &Inbox::runAll, Qt::QueuedConnection);
}

void Inbox::clear()
{
    std::vector<Task> tasks; // Destroyed after the lock, since what they hold may be anything.
    const std::lock_guard lock(m_mutex);
    tasks.swap(m_tasks);
}

void Inbox::runAll()
{
    std::vector<Task> tasks;
    {
        const std::lock_guard lock(m_mutex);
        tasks.swap(m_tasks);
    }
    for (const Task &task : tasks)
        task();
    Q_EMIT drained();
}

} // namespace rialto
