#include "core/Router.h"

#include "ops/Log.h"

using namespace Qt::StringLiterals;

namespace rialto {

Router::Router(DomainThread &domain, Pools pools, Inbox &inbox, const Clock &clock, Broadcaster &broadcaster)
    : m_domain(domain), m_pools(pools), m_inbox(inbox), m_clock(clock), m_broadcaster(broadcaster)
{
}

const Route *Router::find(QStringView method) const
{
    const auto route = m_routes.constFind(method.toString());
    return route == m_routes.constEnd() ? nullptr : route->get();
}

QList<const Route *> Router::routes() const
{
    QList<const Route *> all;
    for (const auto &route : m_routes)
        all.append(route.get());
    return all;
}

void Router::dispatch(const Route &route, Call &&call) const
{
    if (auto allowed = checkAccess(route.info, call.caller); !allowed)
        return call.done(tl::unexpected(std::move(allowed.error())));
    route.run(std::move(call));
}

Result<> Router::checkAccess(const MethodInfo &info, const Caller &caller)
{
    if (caller.isOperator || info.access == Access::Anyone)
        return {};
    if (info.access == Access::Operator)
        return fail(ErrorCode::NotFound, u"There is no method %1."_s.arg(QLatin1StringView(info.name)));
    if (!caller.isSignedIn())
        return fail(ErrorCode::Unauthenticated, u"Sign in first."_s);
    if (info.access == Access::Member && caller.role == Role::Guest)
        return fail(ErrorCode::Forbidden, u"Guests may read, not write."_s);
    return {};
}

void Router::runRead(Caller caller, std::function<Result<QByteArray>(ReadContext &)> run, TaskPool &pool,
                     std::function<void(Result<QByteArray>)> done)
{
    const bool taken = pool.post([this, caller = std::move(caller), run = std::move(run), done](Database &database) {
        ReadContext context{database, caller, m_clock.nowMs()};
        Result<QByteArray> result = tl::unexpected(Error{});
        try {
            result = run(context);
        } catch (const StorageFailure &failure) {
            qCCritical(logStorage).noquote() << failure.detail;
            result = tl::unexpected(toError(failure));
        }
        m_inbox.post([done, result = std::move(result)]() mutable { done(std::move(result)); });
    });
    if (!taken)
        done(tl::unexpected(tooBusy()));
}

Error Router::tooBusy()
{
    return Error{ErrorCode::Unavailable, u"The server is too busy. Try again."_s, {}, {}, 1};
}

} // namespace rialto
