#include "core/SyncService.h"

#include "ops/Log.h"

using namespace Qt::StringLiterals;

namespace rialto {

SyncService::SyncService(DomainThread &domain, TaskPool &readers, Inbox &inbox, Directory &directory,
                         const Hooks &hooks, const QString &name)
    : m_domain(domain), m_readers(readers), m_inbox(inbox), m_directory(directory), m_hooks(hooks), m_name(name)
{
}

void SyncService::start(const Caller &caller, const std::optional<ResumePoint> &resume,
                        std::function<void(Result<SessionOutcome>)> done)
{
    // Shared because the domain thread fills it and, after the hand-over, the net thread reads it.
    auto outcome = std::make_shared<SessionOutcome>();
    m_domain.post({caller,
                   [this, resume, outcome](WriteContext &context) -> Result<QByteArray> {
                       Result<SessionOutcome> begun = begin(context, resume);
                       if (!begun)
                           return tl::unexpected(begun.error());
                       *outcome = std::move(*begun);
                       return QByteArray();
                   },
                   [outcome, done = std::move(done)](Result<QByteArray> result) {
                       done(result ? Result<SessionOutcome>(*outcome) : tl::unexpected(result.error()));
                   }});
}

Result<SessionOutcome> SyncService::begin(WriteContext &context, const std::optional<ResumePoint> &resume)
{
    const auto user = m_directory.find(context.database, context.caller.userId);
    if (!user)
        return fail(ErrorCode::Unauthenticated, u"This account is no longer here."_s);
    SessionOutcome outcome;
    const qint64 head = context.log().head();
    outcome.reply = {*user,
                     context.log().epoch(),
                     head,
                     false,
                     kProtocolVersion,
                     QStringLiteral(RIALTO_VERSION),
                     m_hooks.largestFile,
                     context.log().serverId(),
                     m_name};
    outcome.readAfter = head;
    for (const auto &addTopics : m_hooks.topics)
        addTopics(context.database, user->id, outcome.topics);
    if (resume) {
        const bool known =
            resume->epoch == context.log().epoch() && resume->seq <= head && resume->seq >= context.log().first() - 1;
        outcome.reply.snapshotRequired = !known;
        outcome.readAfter = known ? resume->seq : head;
    }
    return outcome;
}

void SyncService::read(qint64 after, const Topics &topics, std::function<void(Result<EventLog::Stretch>)> done)
{
    const bool taken = m_readers.post([this, after, topics, done](Database &database) {
        Result<EventLog::Stretch> stretch = tl::unexpected(Error{});
        try {
            stretch = EventLog::read(database, after, topics);
        } catch (const StorageFailure &failure) {
            qCCritical(logStorage).noquote() << failure.detail;
            stretch = tl::unexpected(toError(failure));
        }
        m_inbox.post([done, stretch = std::move(stretch)]() mutable { done(std::move(stretch)); });
    });
    if (!taken)
        done(fail(ErrorCode::Unavailable, u"The server is too busy."_s));
}

} // namespace rialto
