#pragma once

#include "core/AccessToken.h"
#include "core/RateLimiter.h"
#include "core/Router.h"
#include "core/SessionTable.h"
#include "net/Http.h"

namespace rialto {

/// What the doors of HTTP work with. Lives on: the net thread.
struct RestServices
{
    const Router &router;
    const SessionTable &sessions;
    const AccessTokens &tokens;
    RateLimiter &rates;
    const Clock &clock;
    QStringList allowedOrigins;
    std::function<bool()> isReady; ///< Whether /readyz says yes.
};

/// The id by which a request is found again in logs and answers.
QByteArray requestIdOf(const HttpRequest &request);
/// On whose behalf it runs, by its bearer token.
Result<Caller> callerOf(const RestServices &services, const HttpRequest &request, const MethodInfo &info);
bool isAllowedOrigin(const RestServices &services, const HttpRequest &request);
/// What every answer carries. A Cache-Control that is there already stays.
void addCommonHeaders(HttpResponse &response, const RestServices &services, const HttpRequest &request,
                      const QByteArray &id);

} // namespace rialto
