#pragma once

#include "base/Clock.h"
#include "core/Contexts.h"
#include "core/Inbox.h"

#include <condition_variable>
#include <deque>
#include <thread>

namespace rialto {

/// The one writer. Requests run one after another as plain code; whatever is waiting when a batch begins shares one
/// durable COMMIT, after which all its replies and effects are posted to the net thread in order. A lone request is
/// committed at once.
///
/// A refused request leaves no trace. Nearly all refusals come before the first write and need no undoing, so a batch
/// runs without savepoints, which would copy every page that it touches; when a request does refuse after it wrote, the
/// batch is rolled back and runs again with a savepoint for each request. Handlers therefore change nothing but the
/// database and their context.
///
/// When the medium fails the database is closed and opened again, once a second until that works; meanwhile writes are
/// refused as Unavailable.
///
/// post() may be called from any thread; everything else runs on the thread that this class starts.
class DomainThread
{
public:
    /// A write: `run` on the domain thread, `done` on the net thread after the COMMIT.
    struct Job
    {
        Caller caller;
        std::function<Result<QByteArray>(WriteContext &)> run;
        std::function<void(Result<QByteArray>)> done;
    };
    /// Receives the effects of one committed job, on the net thread, right after its `done`.
    using Apply = std::function<void(Effects &&)>;

    /// Called on the net thread after a COMMIT of unknown outcome, with the head of the log as it now stands.
    using OutcomeUnknown = std::function<void(qint64 head)>;

    static constexpr size_t kBatchRequests = 256;
    static constexpr std::chrono::seconds kReopenAfter{1};
    static constexpr qint64 kBatchMs = 5;
    /// Beyond this many waiting jobs new ones are refused as Unavailable.
    static constexpr size_t kMaximumWaiting = 20'000;

    /// Opens its own connection to the migrated database at `path`.
    /// `observers` must be complete before the first job that records an event.
    DomainThread(QString path, const Clock &clock, const Observers &observers, Inbox &inbox, Apply apply,
                 OutcomeUnknown outcomeUnknown);
    /// Finishes the jobs that wait, then ends.
    ~DomainThread();
    Q_DISABLE_COPY_MOVE(DomainThread)

    Result<> start();
    void post(Job job);
    /// Commits what is waiting and ends the thread; later jobs are refused.
    void stop();

private:
    struct Finished
    {
        Result<QByteArray> result = tl::unexpected(Error{});
        Effects effects;
    };
    struct Batch
    {
        std::vector<Job> jobs;
        std::vector<Finished> finished; ///< Of the jobs that have run, in their order.
    };
    enum class Undo { Batch, Savepoint };

    void loop();
    bool takeJob(std::vector<Job> &jobs);
    void runBatch();
    bool runUnguarded(Batch &batch);
    void runGuarded(Batch &batch);
    bool runJob(const Job &job, Finished &finished, Undo undo);
    void fail(Batch &batch, const StorageFailure &failure);
    void deliver(Batch &&batch);
    void closeDatabase();
    Result<> openDatabase();
    void reopen();
    void refuseWaiting();
    static void refuse(Inbox &inbox, Job &job);

    const QString m_path;
    const Clock &m_clock;
    const Observers &m_observers;
    Inbox &m_inbox;
    const Apply m_apply;
    const OutcomeUnknown m_outcomeUnknown;

    std::unique_ptr<Database> m_database; // Domain thread only; null while the medium is broken.
    std::unique_ptr<EventLog> m_log;      // Domain thread only.

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_waiting;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace rialto
