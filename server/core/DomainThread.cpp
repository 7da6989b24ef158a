#include "core/DomainThread.h"

#include "ops/Log.h"

#include <future>

using namespace Qt::StringLiterals;

namespace rialto {

DomainThread::DomainThread(QString path, const Clock &clock, Inbox &inbox, Apply apply,
                           std::function<void()> outcomeUnknown)
    : m_path(std::move(path)),
      m_clock(clock),
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
        auto database = Database::open(m_path, dialect::Mode::ReadWrite);
        if (!database) {
            opened.set_value(tl::unexpected(database.error()));
            return;
        }
        m_database = std::move(*database);
        m_log = std::make_unique<EventLog>(*m_database);
        opened.set_value({});
        loop();
        m_log.reset();
        m_database.reset();
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
        done(tl::unexpected(Error{ErrorCode::Unavailable, u"The server is too busy or stopping. Try again."_s, {}, {}, 1}));
    });
}

bool DomainThread::takeJob(Job &job)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.empty())
        return false;
    job = std::move(m_waiting.front());
    m_waiting.pop_front();
    return true;
}

void DomainThread::loop()
{
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
        }
        Job job;
        if (takeJob(job))
            runBatch(std::move(job));
    }
}

void DomainThread::runBatch(Job first)
{
    std::vector<Finished> batch;
    const qint64 head = m_log->head();
    const qint64 deadline = m_clock.monotonicMs() + kBatchMs;
    Job job = std::move(first);
    try {
        m_database->run(dialect::kBegin);
        do {
            runJob(job, batch);
        } while (batch.size() < kBatchRequests && m_clock.monotonicMs() < deadline && takeJob(job));
        m_database->run(dialect::kCommit);
    } catch (const StorageFailure &failure) {
        m_log->rollBackTo(head);
        if (job.done) // BEGIN itself failed.
            batch.push_back(Finished{tl::unexpected(Error{}), {}, std::move(job.done)});
        fail(batch, failure);
    }
    deliver(std::move(batch));
}

void DomainThread::runJob(Job &job, std::vector<Finished> &batch)
{
    const qint64 head = m_log->head();
    WriteContext context(*m_database, *m_log, job.caller, m_clock.nowMs());
    // In the batch before it runs: whatever happens, its sender gets an answer.
    Finished &finished = batch.emplace_back(Finished{tl::unexpected(Error{}), {}, std::move(job.done)});
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
    if (finished.result || context.isKeptDespiteRefusal()) {
        finished.effects = context.takeEffects();
    } else {
        m_database->run(dialect::kRollbackTo);
        m_log->rollBackTo(head);
    }
    m_database->run(dialect::kRelease);
}

void DomainThread::fail(std::vector<Finished> &batch, const StorageFailure &failure)
{
    qCCritical(logStorage).noquote() << "A batch of" << batch.size() << "requests was not committed:" << failure.detail;
    for (Finished &finished : batch) {
        finished.result = tl::unexpected(toError(failure));
        finished.effects = {};
    }
    try {
        m_database->run(dialect::kRollback);
    } catch (const StorageFailure &) {
        // The engine has already rolled back by itself.
    }
    if (failure.kind == StorageFailure::Kind::Input)
        reopen();
}

void DomainThread::reopen()
{
    m_log.reset();
    m_database.reset();
    auto database = Database::open(m_path, dialect::Mode::ReadWrite);
    if (!database)
        qFatal("The database cannot be opened again: %ls", qUtf16Printable(database.error().message));
    m_database = std::move(*database);
    m_log = std::make_unique<EventLog>(*m_database);
    m_inbox.post(m_outcomeUnknown);
}

void DomainThread::deliver(std::vector<Finished> &&batch)
{
    m_inbox.post([apply = m_apply, batch = std::make_shared<std::vector<Finished>>(std::move(batch))] {
        for (Finished &finished : *batch) {
            finished.done(std::move(finished.result));
            if (!finished.effects.empty())
                apply(std::move(finished.effects));
        }
    });
}

} // namespace rialto
