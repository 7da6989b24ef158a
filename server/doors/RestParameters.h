#pragma once

#include "doors/RouteTable.h"
#include "net/Http.h"

namespace rialto {

/// Gathers the parameters of a call from where HTTP carries them: the path, the query of a GET or DELETE, the JSON
/// body, and the headers Idempotency-Key (clientId) and If-Match (baseVersion).
Result<QJsonObject> restParameters(const HttpRequest &request, const RouteMatch &match);

/// The content type of the body is not JSON: answered with 415.
bool hasForeignBody(const HttpRequest &request);

} // namespace rialto
