#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

namespace rialto {

/// Threads for what would keep the window waiting: pictures, dictionaries. Lives on: the thread that made it, and ends
/// only when what has begun is over; what has not begun is dropped.
class Background final
{
public:
    explicit Background(int threads = 1) { m_threads.setMaxThreadCount(threads); }
    ~Background()
    {
        m_threads.clear();
        m_threads.waitForDone();
    }
    Q_DISABLE_COPY_MOVE(Background)

    /// Runs `work` on one of the threads and then `done` with what it returned on this one, unless the context or this
    /// is gone by then. With one thread they end in the order in which they were given.
    template <typename Work, typename Done> void run(QObject *context, Work work, Done done)
    {
        m_threads.start([home = &m_home, context = QPointer(context), work = std::move(work), done = std::move(done)] {
            auto result = work();
            const auto tell = [context, done, result = std::move(result)] {
                if (context)
                    done(result);
            };
            QMetaObject::invokeMethod(home, tell, Qt::QueuedConnection);
        });
    }
    /// Runs `work` on one of the threads.
    template <typename Work> void run(Work work) { m_threads.start(std::move(work)); }

private:
    QObject m_home; ///< Goes after the threads, and takes with it what they sent to it.
    QThreadPool m_threads;
};

} // namespace rialto
