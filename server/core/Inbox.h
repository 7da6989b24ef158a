#pragma once

#include <QObject>
#include <functional>
#include <mutex>
#include <vector>

namespace rialto {

/// Where other threads leave work for the net thread. Work runs in the order it was posted; however much is posted
/// between two turns of the event loop costs one wake-up.
///
/// Lives on: the net thread. post() may be called from any thread.
class Inbox : public QObject
{
    Q_OBJECT
public:
    using Task = std::function<void()>;

    void post(Task task);
    /// Drops what has not run yet.
    void clear();

Q_SIGNALS:
    /// Everything that had been posted has run: the moment to send what it wrote.
    void drained();

private:
    void runAll();

    std::mutex m_mutex;
    std::vector<Task> m_tasks;
};

} // namespace rialto
