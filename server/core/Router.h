#pragma once

#include "core/DomainThread.h"
#include "core/Idempotency.h"
#include "core/Live.h"
#include "core/TaskPool.h"
#include "protocol/Method.h"

#include <QHash>
#include <memory>

namespace rialto {

/// A request on its way to a handler. `done` is called exactly once, on the net thread.
struct Call
{
    Caller caller;
    QJsonObject params;
    std::function<void(Result<QByteArray>)> done;
    Device *device =
        nullptr; ///< Null when it came through a door that keeps no connection; used before dispatch returns.
};

/// How a field of a request may be read from a path or a query, where everything is text.
enum class FieldKind { Text, Number, Boolean, Structure };

struct RouteField
{
    QByteArray name;
    FieldKind kind = FieldKind::Text;
};

/// A method with its handler.
struct Route
{
    MethodInfo info;
    QList<RouteField> fields;
    bool isPrepared = false; ///< Its first step leaves the order of the domain thread.
    std::function<void(Call &&)> run;
};

/// On whose time a prepared step runs.
enum class Workers {
    Short, ///< A tenth of a second: password hashing.
    Files, ///< As long as a file is big.
};

/// Takes requests from every door to their handlers: decodes and checks them by their table, asks for the least access,
/// and runs them on the right thread. The features register their methods here.
///
/// Lives on: the net thread. Handlers run on other threads and must only touch their context.
class Router
{
public:
    template <Method M> using Read = std::function<Result<typename M::Reply>(ReadContext &, const M &)>;
    template <Method M> using Write = std::function<Result<typename M::Reply>(WriteContext &, const M &)>;
    template <Method M> using Live = std::function<Result<typename M::Reply>(LiveContext &, const M &)>;

    struct Pools
    {
        TaskPool &readers;
        TaskPool &workers;
        TaskPool &fileWorkers;
    };

    Router(DomainThread &domain, Pools pools, Inbox &inbox, const Clock &clock, Broadcaster &broadcaster);

    template <Method M> void onRead(Read<M> handler);
    template <Method M> void onWrite(Write<M> handler);
    /// What concerns only who is connected: answered at once on the net thread, from memory.
    template <Method M> void onLive(Live<M> handler);
    /// A write whose first step burns CPU: `prepare` runs on the worker pool and writes nothing, its result goes to
    /// `handler`, which checks again whatever may have changed meanwhile. Its reply is never stored.
    template <Method M, typename Prepared>
    void onPrepared(std::function<Result<Prepared>(ReadContext &, const M &)> prepare,
                    std::function<Result<typename M::Reply>(WriteContext &, const M &, const Prepared &)> handler,
                    Workers workers = Workers::Short);

    const Route *find(QStringView method) const;
    void dispatch(const Route &route, Call &&call) const;
    QList<const Route *> routes() const;

private:
    static Result<> checkAccess(const MethodInfo &info, const Caller &caller);
    template <Method M> void add(std::function<void(Call &&, M &&)> run, bool isPrepared = false);
    void runRead(Caller caller, std::function<Result<QByteArray>(ReadContext &)> run, TaskPool &pool,
                 std::function<void(Result<QByteArray>)> done);
    static Error tooBusy();

    DomainThread &m_domain;
    const Pools m_pools;
    Inbox &m_inbox;
    const Clock &m_clock;
    Broadcaster &m_broadcaster;
    QHash<QString, std::shared_ptr<Route>> m_routes;
};

template <typename M> constexpr FieldKind fieldKindOf()
{
    if constexpr (IsOptional<M>::value)
        return fieldKindOf<typename M::value_type>();
    else if constexpr (std::is_same_v<M, bool>)
        return FieldKind::Boolean;
    else if constexpr (std::is_same_v<M, QString> || std::is_enum_v<M>)
        return FieldKind::Text;
    else if constexpr (IsList<M>::value || Described<M>)
        return FieldKind::Structure;
    else
        return FieldKind::Number;
}

template <Method M> void Router::add(std::function<void(Call &&, M &&)> run, bool isPrepared)
{
    auto route = std::make_shared<Route>();
    route->info = M::method;
    route->isPrepared = isPrepared;
    forEachField<M>([&](const auto &field) {
        using Value = std::remove_cvref_t<decltype(std::declval<M>().*field.member)>;
        route->fields.append({field.name, fieldKindOf<Value>()});
    });
    route->run = [run = std::move(run)](Call &&call) {
        Result<M> request = fromJson<M>(call.params, Check::Rules);
        if (!request)
            return call.done(tl::unexpected(std::move(request.error())));
        run(std::move(call), std::move(*request));
    };
    m_routes.insert(QLatin1StringView(M::method.name), std::move(route));
}

template <Method M> void Router::onRead(Read<M> handler)
{
    add<M>([this, handler = std::move(handler)](Call &&call, M &&request) {
        runRead(
            std::move(call.caller),
            [handler, request = std::move(request)](ReadContext &context) {
                return handler(context, request).map([](const auto &reply) { return toJson(reply); });
            },
            m_pools.readers, std::move(call.done));
    });
}

/// Runs a write once: a repeat of its client id gets the reply of the first.
template <Method M> Result<QByteArray> runOnce(WriteContext &context, const M &request, const Router::Write<M> &handler)
{
    const auto encoded = [](const auto &reply) { return toJson(reply); };
    constexpr bool stored = requires
    {
        request.clientId;
    }
    &&!requires
    {
        M::keepsClientId;
    };
    if constexpr (!stored) {
        return handler(context, request).map(encoded);
    } else {
        if (request.clientId.isEmpty())
            return handler(context, request).map(encoded);
        M asked = request;
        if constexpr (requires { asked.baseVersion; })
            asked.baseVersion.reset();
        const QByteArray digest = idempotency::digestOf(toJson(asked));
        auto earlier = idempotency::findReply(context, request.clientId, M::method.name, digest);
        if (!earlier)
            return tl::unexpected(earlier.error());
        if (*earlier)
            return **earlier;
        Result<QByteArray> reply = handler(context, request).map(encoded);
        if (reply)
            idempotency::keepReply(context, request.clientId, M::method.name, digest, *reply);
        return reply;
    }
}

template <Method M> void Router::onWrite(Write<M> handler)
{
    add<M>([this, handler = std::move(handler)](Call &&call, M &&request) {
        m_domain.post({std::move(call.caller),
                       [handler, request = std::move(request)](WriteContext &context) {
                           return runOnce<M>(context, request, handler);
                       },
                       std::move(call.done)});
    });
}

template <Method M> void Router::onLive(Live<M> handler)
{
    add<M>([this, handler = std::move(handler)](Call &&call, M &&request) {
        LiveContext context{call.caller, call.device, m_broadcaster};
        call.done(handler(context, request).map([](const auto &reply) { return toJson(reply); }));
    });
}

template <Method M, typename Prepared>
void Router::onPrepared(std::function<Result<Prepared>(ReadContext &, const M &)> prepare,
                        std::function<Result<typename M::Reply>(WriteContext &, const M &, const Prepared &)> handler,
                        Workers workers)
{
    TaskPool &pool = workers == Workers::Files ? m_pools.fileWorkers : m_pools.workers;
    add<M>(
        [this, &pool, prepare = std::move(prepare), handler = std::move(handler)](Call &&call, M &&request) {
            const bool taken = pool.post([=, this, caller = call.caller, done = call.done](Database &database) {
                ReadContext context{database, caller, m_clock.nowMs()};
                Result<Prepared> prepared = tl::unexpected(Error{});
                try {
                    prepared = prepare(context, request);
                } catch (const StorageFailure &failure) {
                    prepared = tl::unexpected(toError(failure));
                }
                if (!prepared)
                    return m_inbox.post([done, error = prepared.error()] { done(tl::unexpected(error)); });
                m_domain.post(
                    {caller,
                     [handler, request, prepared = *prepared](WriteContext &write) {
                         return handler(write, request, prepared).map([](const auto &r) { return toJson(r); });
                     },
                     done});
            });
            if (!taken)
                call.done(tl::unexpected(tooBusy()));
        },
        true);
}

} // namespace rialto
