#include "core/DomainThread.h"

#include "ops/Log.h"

#include <future>

using namespace Qt::StringLiterals;

namespace rialto {

DomainThread::DomainThread(QString path, const Clock &clock, const Observers &observers, Inbox &inbox, Apply apply,
                           OutcomeUnknown outcomeUnknown)
    : m_path(std::move(path)),
      m_clock(clock),
      m_observers(observers),
      m_inbox(inbox),
      m_apply(std::move(apply)),
      m_outcomeUnknown(std::move(outcomeUnknown))
{
}

DomainThread::~DomainThread()
{
    stop();
}

Result<> DomainThread::start()
{
    std::promise<Result<>> opened;
    auto result = opened.get_future();
    m_thread = std::thread([this, &opened] {
        const auto outcome = openDatabase();
        opened.set_value(outcome);
        if (!outcome)
            return;
        loop();
        closeDatabase();
    });
    return result.get();
}

void DomainThread::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void DomainThread::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping && m_waiting.size() < kMaximumWaiting) {
            m_waiting.push_back(std::move(job));
            m_wake.notify_one();
            return;
        }
    }
    refuse(m_inbox, job);
}

void DomainThread::refuse(Inbox &inbox, Job &job)
{
    inbox.post([done = std::move(job.done)] {
        done(tl::unexpected(
            Error{ErrorCode::Unavailable, u"The server is too busy or stopping. Try again."_s, {}, {}, 1}));
    });
}

bool DomainThread::takeJob(std::vector<Job> &jobs)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.empty())
        return false;
    jobs.push_back(std::move(m_waiting.front()));
    m_waiting.pop_front();
    return true;
}

void DomainThread::loop()
{
    const auto isDue = [this] { return m_stopping || !m_waiting.empty(); };
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            if (m_database)
                m_wake.wait(lock, isDue);
            else
                m_wake.wait_for(lock, kReopenAfter, isDue);
            if (m_stopping && m_waiting.empty())
                return;
        }
        if (!m_database)
            reopen();
        if (!m_database)
            refuseWaiting();
        else
            runBatch();
    }
}

void DomainThread::runBatch()
{
    Batch batch;
    const qint64 head = m_log->head();
    try {
        m_database->run(dialect::kBegin);
        if (!runUnguarded(batch)) {
            m_database->run(dialect::kRollback);
            m_log->rollBackTo(head);
            m_database->run(dialect::kBegin);
            runGuarded(batch);
        }
        m_database->run(dialect::kCommit);
    } catch (const StorageFailure &failure) {
        m_log->rollBackTo(head);
        if (batch.jobs.empty()) // BEGIN itself failed: whoever waits longest hears of it.
            takeJob(batch.jobs);
        fail(batch, failure);
    }
    deliver(std::move(batch));
}

// Takes the jobs as it runs them. False when one of them must be undone alone.
bool DomainThread::runUnguarded(Batch &batch)
{
    const qint64 deadline = m_clock.monotonicMs() + kBatchMs;
    while (batch.jobs.size() < kBatchRequests && m_clock.monotonicMs() < deadline && takeJob(batch.jobs)) {
        if (!runJob(batch.jobs.back(), batch.finished.emplace_back(), Undo::Batch))
            return false;
    }
    return true;
}

void DomainThread::runGuarded(Batch &batch)
{
    batch.finished.clear();
    for (const Job &job : batch.jobs)
        runJob(job, batch.finished.emplace_back(), Undo::Savepoint);
}

// False when the job was refused after it wrote and only the batch can undo that.
bool DomainThread::runJob(const Job &job, Finished &finished, Undo undo)
{
    const qint64 head = m_log->head();
    const qint64 changes = m_database->totalChanges();
    WriteContext context(*m_database, *m_log, m_observers, job.caller, m_clock.nowMs());
    if (undo == Undo::Savepoint)
        m_database->run(dialect::kSavepoint);
    try {
        finished.result = job.run(context);
    } catch (const StorageFailure &failure) {
        // A failing medium or a full disk may have ended the whole transaction; the batch decides.
        if (failure.kind != StorageFailure::Kind::Other)
            throw;
        qCCritical(logStorage).noquote() << failure.detail;
        finished.result = tl::unexpected(toError(failure));
    }
    const bool kept = finished.result || context.isKeptDespiteRefusal();
    if (kept)
        finished.effects = context.takeEffects();
    else if (undo == Undo::Batch)
        return m_database->totalChanges() == changes;
    else
        m_database->run(dialect::kRollbackTo);
    if (!kept)
        m_log->rollBackTo(head);
    if (undo == Undo::Savepoint)
        m_database->run(dialect::kRelease);
    return true;
}

void DomainThread::fail(Batch &batch, const StorageFailure &failure)
{
    qCCritical(logStorage).noquote() << "A batch of" << batch.jobs.size()
                                     << "requests was not committed:" << failure.detail;
    batch.finished.assign(batch.jobs.size(), Finished{tl::unexpected(toError(failure)), {}});
    try {
        m_database->run(dialect::kRollback);
    } catch (const StorageFailure &) {
        // The engine has already rolled back by itself.
    }
    if (failure.kind != StorageFailure::Kind::Input)
        return;
    closeDatabase();
    reopen();
}

Result<> DomainThread::openDatabase()
{
    auto database = Database::open(m_path, dialect::Mode::ReadWrite);
    if (!database)
        return tl::unexpected(database.error());
    try {
        m_log = std::make_unique<EventLog>(**database);
    } catch (const StorageFailure &failure) {
        return tl::unexpected(Error{ErrorCode::Unavailable, failure.detail, {}, {}, 0});
    }
    m_database = std::move(*database);
    return {};
}

void DomainThread::closeDatabase()
{
    m_log.reset();
    m_database.reset();
}

void DomainThread::reopen()
{
    if (const auto opened = openDatabase(); !opened)
        qCCritical(logStorage).noquote() << opened.error().message;
    else
        m_inbox.post([outcomeUnknown = m_outcomeUnknown, head = m_log->head()] { outcomeUnknown(head); });
}

void DomainThread::refuseWaiting()
{
    for (std::vector<Job> jobs; takeJob(jobs);)
        refuse(m_inbox, jobs.back());
}

void DomainThread::deliver(Batch &&batch)
{
    m_inbox.post([apply = m_apply, batch = std::make_shared<Batch>(std::move(batch))] {
        for (size_t i = 0; i < batch->jobs.size(); ++i) {
            Finished &finished = batch->finished[i];
            batch->jobs[i].done(std::move(finished.result));
            if (!finished.effects.empty())
                apply(std::move(finished.effects));
        }
    });
}

} // namespace rialto
