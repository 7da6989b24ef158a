#pragma once

#include "core/Directory.h"
#include "core/Feature.h"
#include "protocol/Session.h"

namespace rialto {

/// What a connection begins with: the reply, what it hears, and from where it must read the log first.
struct SessionOutcome
{
    SessionStarted reply;
    Topics topics;
    qint64 readAfter = 0; ///< Events after this one are still to be sent; equal to reply.seq when none are.
};

/// Starts sessions and reads what they missed. session.start passes the domain thread once, so that its place among the
/// writes is exact: what came before is caught up from the log, what comes after is live.
///
/// Lives on: the net thread; results are handed to callbacks there.
class SyncService
{
public:
    /// `name` is what people call this server.
    SyncService(DomainThread &domain, TaskPool &readers, Inbox &inbox, Directory &directory, const Hooks &hooks,
                const QString &name);

    void start(const Caller &caller, const std::optional<ResumePoint> &resume,
               std::function<void(Result<SessionOutcome>)> done);

    /// The next stretch of the log after `after`, filtered by topics. Fails when the readers are too busy.
    void read(qint64 after, const Topics &topics, std::function<void(Result<EventLog::Stretch>)> done);

private:
    Result<SessionOutcome> begin(WriteContext &context, const std::optional<ResumePoint> &resume);

    DomainThread &m_domain;
    TaskPool &m_readers;
    Inbox &m_inbox;
    Directory &m_directory;
    const Hooks &m_hooks;
    const QString m_name;
};

} // namespace rialto
