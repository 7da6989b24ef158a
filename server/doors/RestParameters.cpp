#include "doors/RestParameters.h"

#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

// A path or query has only texts; a text that is no number stays one, and the decoder names the field.
QJsonValue valueFrom(const QString &text, FieldKind kind)
{
    if (kind == FieldKind::Number) {
        // In one way only: 01 and +1 would be other addresses of the same thing.
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber && QString::number(number) == text ? QJsonValue(number) : QJsonValue(text);
    }
    if (kind == FieldKind::Boolean && (text == "true"_L1 || text == "false"_L1))
        return text == "true"_L1;
    return text;
}

void readTexts(const HttpRequest &request, const RouteMatch &match, QJsonObject &params)
{
    // A plus is a space, as forms and URLSearchParams write it (WHATWG URL, application/x-www-form-urlencoded).
    const QUrlQuery query(request.url.query(QUrl::FullyEncoded).replace(u'+', u"%20"_s));
    const bool takesQuery = match.route->info.verb == Verb::Get || match.route->info.verb == Verb::Delete;
    for (const RouteField &field : match.route->fields) {
        const QString name = QString::fromLatin1(field.name);
        if (match.values.contains(field.name))
            params.insert(name, valueFrom(match.values.value(field.name), field.kind));
        else if (takesQuery && query.hasQueryItem(name))
            params.insert(name, valueFrom(query.queryItemValue(name, QUrl::FullyDecoded), field.kind));
    }
}

bool hasField(const Route &route, const char *name)
{
    return std::any_of(route.fields.begin(), route.fields.end(), [&](const RouteField &f) { return f.name == name; });
}

Result<> readIdempotencyKey(const HttpRequest &request, const Route &route, QJsonObject &params)
{
    const QString key = QString::fromUtf8(request.header("idempotency-key"));
    if (key.isEmpty() || !hasField(route, "clientId"))
        return {};
    const QString inBody = params.value("clientId"_L1).toString();
    if (!inBody.isEmpty() && inBody != key)
        return fail(ErrorCode::Invalid, u"Idempotency-Key and clientId name different keys."_s, u"clientId"_s);
    params.insert(u"clientId"_s, key);
    return {};
}

Result<> readIfMatch(const HttpRequest &request, const Route &route, QJsonObject &params)
{
    const QString tag = QString::fromLatin1(request.header("if-match"));
    if (tag.isEmpty() || !hasField(route, "baseVersion"))
        return {};
    static const QRegularExpression version(u"^\"(\\d{1,15})\"$"_s);
    const auto match = version.match(tag);
    if (!match.hasMatch())
        return fail(ErrorCode::PreconditionFailed, u"If-Match must name one version, for example \"7\"."_s);
    params.insert(u"baseVersion"_s, match.captured(1).toLongLong());
    return {};
}

} // namespace

bool hasForeignBody(const HttpRequest &request)
{
    const QByteArray type = request.header("content-type").split(';').first().trimmed().toLower();
    return !request.body.isEmpty() && type != "application/json";
}

Result<QJsonObject> restParameters(const HttpRequest &request, const RouteMatch &match)
{
    QJsonObject params;
    if (!request.body.isEmpty() && match.route->info.verb != Verb::Get) {
        auto body = parseObject(request.body);
        if (!body)
            return body;
        params = std::move(*body);
    }
    readTexts(request, match, params);
    if (auto result = readIdempotencyKey(request, *match.route, params); !result)
        return tl::unexpected(result.error());
    if (auto result = readIfMatch(request, *match.route, params); !result)
        return tl::unexpected(result.error());
    return params;
}

} // namespace rialto
