#include "doors/RestCaller.h"

#include "net/Gate.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace rialto {

// A request id of the caller is taken over when it cannot do harm in a log.
QByteArray requestIdOf(const HttpRequest &request)
{
    const QByteArray given = request.header("x-request-id");
    const bool isPlain = !given.isEmpty() && given.size() <= 64 && std::all_of(given.begin(), given.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    });
    return isPlain ? given : QUuid::createUuid().toByteArray(QUuid::Id128);
}

Result<Caller> callerOf(const RestServices &services, const HttpRequest &request, const MethodInfo &info)
{
    const QByteArray authorization = request.header("authorization");
    if (authorization.isEmpty()) {
        if (info.access == Access::Anyone)
            return Caller{{}, Role::Guest, {}, false, request.address};
        return fail(ErrorCode::Unauthenticated, u"Sign in first."_s);
    }
    const bool isBearer = authorization.left(7).toLower() == "bearer ";
    const auto claims =
        services.tokens.verify(isBearer ? authorization.mid(7).trimmed() : QByteArray(), services.clock.nowMs());
    auto caller = claims ? services.sessions.find(claims->sessionId) : std::nullopt;
    if (!caller || caller->userId != claims->userId) {
        if (info.access == Access::Anyone) // Signing in again must not fail because of an old token.
            return Caller{{}, Role::Guest, {}, false, request.address};
        return fail(ErrorCode::Unauthenticated,
                    claims ? u"This sign-in has ended. Sign in again."_s : claims.error().message);
    }
    caller->address = request.address;
    return *caller;
}

bool isAllowedOrigin(const RestServices &services, const HttpRequest &request)
{
    return Gate::isAllowedOrigin(request.header("origin"), request.header("host"), services.allowedOrigins);
}

void addCommonHeaders(HttpResponse &response, const RestServices &services, const HttpRequest &request,
                      const QByteArray &id)
{
    response.headers.emplaceBack("X-Request-Id", id);
    const bool isCacheable = std::any_of(response.headers.begin(), response.headers.end(),
                                         [](const auto &header) { return header.first == "Cache-Control"; });
    if (!isCacheable)
        response.headers.emplaceBack("Cache-Control", "no-store");
    response.headers.emplaceBack("X-Content-Type-Options", "nosniff");
    const QByteArray origin = request.header("origin");
    if (!origin.isEmpty())
        response.headers.emplaceBack("Vary", "Origin");
    // A page that may talk to this server reads refusals, too, whatever their status; any other page reads nothing.
    if (!origin.isEmpty() && isAllowedOrigin(services, request)) {
        response.headers.emplaceBack("Access-Control-Allow-Origin", origin);
        response.headers.emplaceBack(
            "Access-Control-Expose-Headers",
            "Content-Disposition, Content-Range, ETag, Retry-After, Upload-Offset, X-Request-Id");
    }
}

} // namespace rialto
