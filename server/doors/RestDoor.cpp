#include "doors/RestDoor.h"

#include "doors/Documents.h"
#include "doors/Problem.h"
#include "doors/RestParameters.h"
#include "protocol/Auth.h"
#include "protocol/Chat.h"
#include "protocol/Files.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

const QString kPrefix = u"/api/v1/"_s;
const QString kWholeServer = u"/*"_s; // How HttpHead hands on the asterisk of OPTIONS.

// The version of a single entity, as its entity tag; lists have none.
QByteArray tagOf(const QByteArray &json)
{
    if (!json.contains("\"version\":") || json.startsWith("{\"items\":"))
        return {};
    const auto object = parseObject(json);
    const qint64 version = object ? object->value("version"_L1).toInteger() : 0;
    return version > 0 ? '"' + QByteArray::number(version) + '"' : QByteArray();
}

// Whether If-None-Match names the tag: RFC 9110 section 13.1.2 compares weakly, so W/"7" names "7", and * names all.
bool isNamed(const QByteArray &tag, const QByteArray &ifNoneMatch)
{
    const QByteArrayList named = ifNoneMatch.split(',');
    return std::any_of(named.begin(), named.end(), [&](const QByteArray &item) {
        const QByteArray one = item.trimmed();
        return one == tag || one == "W/" + tag || one == "*";
    });
}

} // namespace

RestDoor::RestDoor(Services services)
    : m_services(std::move(services)),
      m_routes(m_services.router),
      m_openApi(documents::openApi()),
      m_asyncApi(documents::asyncApi())
{
}

void RestDoor::handle(const HttpRequest &request, const Respond &respond)
{
    Exchange exchange{request, requestIdOf(request), request.method == "HEAD" ? "GET" : request.method, respond};
    if (!isAllowedOrigin(m_services, request))
        return refuse(exchange,
                      {ErrorCode::Forbidden, u"Pages from this origin may not use this server."_s, {}, {}, 0});
    const QString path = request.url.path(QUrl::FullyDecoded);
    if (path.startsWith(kPrefix))
        answerApi(exchange, path.mid(kPrefix.size()));
    else
        answerOutside(exchange);
}

void RestDoor::answerOutside(const Exchange &exchange)
{
    const QString path = exchange.request.url.path();
    const QStringList known = {u"/healthz"_s, u"/readyz"_s, u"/openapi.json"_s, u"/asyncapi.json"_s};
    if (path == kWholeServer && exchange.verb == "OPTIONS")
        return answerWrongVerb(exchange, {"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"});
    if (!known.contains(path))
        return refuseUnknown(exchange);
    if (exchange.verb != "GET")
        return answerWrongVerb(exchange, {"GET", "HEAD", "OPTIONS"});
    if (path == "/openapi.json"_L1)
        return sendJson(exchange, m_openApi);
    if (path == "/asyncapi.json"_L1)
        return sendJson(exchange, m_asyncApi);
    if (path == "/readyz"_L1 && !m_services.isReady())
        return refuse(exchange, {ErrorCode::Unavailable, u"The server is stopping."_s, {}, {}, 1});
    sendJson(exchange, "{\"status\":\"ok\"}");
}

// Who tries paths is slowed down; who watches over the server, or reads its documents, is not.
void RestDoor::refuseUnknown(const Exchange &exchange)
{
    if (const int wait = m_services.rates.take(u"address:"_s + exchange.request.address, rates::kRequestsPerAddress))
        return refuse(exchange, {ErrorCode::RateLimited, u"Too fast. Try again in %1 s."_s.arg(wait), {}, {}, wait});
    refuse(exchange, {ErrorCode::NotFound, u"There is nothing at this path."_s, {}, {}, 0});
}

void RestDoor::answerApi(const Exchange &exchange, const QString &path)
{
    if (const auto match = m_routes.find(exchange.verb, path))
        return call(exchange, *match);
    const QByteArrayList verbs = m_routes.verbsOf(path);
    if (verbs.isEmpty())
        return refuseUnknown(exchange);
    answerWrongVerb(exchange, verbs);
}

void RestDoor::answerWrongVerb(const Exchange &exchange, const QByteArrayList &verbs)
{
    HttpResponse response;
    const QByteArray allowed = verbs.join(", ");
    if (exchange.request.method == "OPTIONS") {
        response.status = 204;
        if (!exchange.request.header("origin").isEmpty())
            response.headers = {{"Access-Control-Allow-Methods", allowed},
                                {"Access-Control-Allow-Headers",
                                 "Authorization, Content-Range, Content-Type, Idempotency-Key, If-Match, "
                                 "If-None-Match, If-Range, Range, X-Request-Id"},
                                {"Access-Control-Max-Age", "600"}};
    } else {
        response =
            problem({ErrorCode::Invalid, u"This path does not know that method."_s, {}, {}, 0}, exchange.id, 405);
    }
    response.headers.emplaceBack("Allow", allowed);
    send(exchange, std::move(response));
}

Result<> RestDoor::checkRate(const HttpRequest &request, const MethodInfo &info, const Caller &caller,
                             const QJsonObject &params)
{
    const auto method = QLatin1StringView(info.name);
    RateLimiter &rates = m_services.rates;
    int wait = 0;
    if (method == QLatin1StringView(Login::method.name)) {
        // One after the other: an address that is refused must not use up the attempts of somebody's name.
        wait = rates.take(u"login:"_s + request.address, rates::kLoginPerAddress);
        if (wait == 0)
            wait = rates.take(u"login-name:"_s + params.value("name"_L1).toString().left(64).toCaseFolded(),
                              rates::kLoginPerName);
    } else if (method == QLatin1StringView(Register::method.name)) {
        wait = rates.take(u"register:"_s + request.address, rates::kRegisterPerAddress);
    } else if (!caller.isSignedIn()) {
        wait = rates.take(u"refresh:"_s + request.address, rates::kRefreshPerAddress);
    } else {
        const QString person = QString::number(caller.userId.value);
        wait = rates.take(u"requests:"_s + person, rates::kRequestsPerPerson);
        if (wait == 0 && method == QLatin1StringView(SendMessage::method.name))
            wait = rates.take(u"messages:"_s + person, rates::kMessagesPerPerson);
        if (wait == 0 && method == QLatin1StringView(CreateFile::method.name))
            wait = rates.take(u"files:"_s + person, rates::kFilesPerPerson);
        if (wait == 0 && method == QLatin1StringView(ChangePassword::method.name))
            wait = rates.take(u"passwords:"_s + person, rates::kPasswordsPerPerson);
    }
    if (wait == 0)
        return {};
    return tl::unexpected(Error{ErrorCode::RateLimited, u"Too fast. Try again in %1 s."_s.arg(wait), {}, {}, wait});
}

void RestDoor::call(const Exchange &exchange, const RouteMatch &match)
{
    const MethodInfo &info = match.route->info;
    // Bytes travel through the FileDoor alone, which sees to it that nobody else writes them meanwhile. It takes its
    // paths as they are written; one that is escaped without need comes here.
    if (info.payload != Payload::Json)
        return refuseUnknown(exchange);
    const auto caller = callerOf(m_services, exchange.request, info);
    if (!caller)
        return refuse(exchange, caller.error());
    if (hasForeignBody(exchange.request))
        return refuse(exchange, {ErrorCode::Invalid, u"Send the body as application/json."_s, {}, {}, 0}, 415);
    auto params = restParameters(exchange.request, match);
    if (!params)
        return refuse(exchange, params.error());
    if (auto inTime = checkRate(exchange.request, info, *caller, *params); !inTime)
        return refuse(exchange, inTime.error());
    m_services.router.dispatch(*match.route,
                               {*caller, *params, [this, exchange, info](const Result<QByteArray> &result) {
                                    sendResult(exchange, info, result);
                                }});
}

void RestDoor::sendResult(const Exchange &exchange, const MethodInfo &info, const Result<QByteArray> &result) const
{
    if (!result) {
        Error error = result.error();
        // The same stale version is a conflict in a body and a failed precondition in a header.
        const bool isStale = error.code == ErrorCode::Conflict && !error.current.isEmpty();
        if (isStale && !exchange.request.header("if-match").isEmpty())
            error.code = ErrorCode::PreconditionFailed;
        return refuse(exchange, error);
    }
    HttpResponse response;
    response.status = info.effect == Effect::Create ? 201 : info.effect == Effect::Delete ? 204 : 200;
    if (info.effect != Effect::Delete) {
        response.contentType = "application/json";
        response.body = *result;
        const QByteArray tag = tagOf(*result);
        if (!tag.isEmpty())
            response.headers.emplaceBack("ETag", tag);
        if (!tag.isEmpty() && exchange.verb == "GET" && isNamed(tag, exchange.request.header("if-none-match"))) {
            response.status = 304;
            response.body.clear();
        }
    }
    send(exchange, std::move(response));
}

void RestDoor::sendJson(const Exchange &exchange, const QByteArray &json) const
{
    HttpResponse response;
    response.contentType = "application/json";
    response.body = json;
    send(exchange, std::move(response));
}

void RestDoor::refuse(const Exchange &exchange, const Error &error, int status) const
{
    send(exchange, problem(error, exchange.id, status));
}

void RestDoor::send(const Exchange &exchange, HttpResponse response) const
{
    addCommonHeaders(response, m_services, exchange.request, exchange.id);
    exchange.respond(std::move(response));
}

} // namespace rialto
