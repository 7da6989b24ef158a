#include "doors/Documents.h"

#include "doors/RouteTable.h"
#include "protocol/Protocol.h"
#include "protocol/Schema.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace rialto::documents {
namespace {

QString camelCase(const char *methodName)
{
    QString name = QString::fromLatin1(methodName);
    const qsizetype dot = name.indexOf(u'.');
    return name.left(dot) + name.at(dot + 1).toUpper() + name.mid(dot + 2);
}

QStringList pathFields(const QString &path)
{
    QStringList names;
    for (const QString &segment : path.split(u'/')) {
        if (segment.startsWith(u'{'))
            names.append(segment.mid(1).chopped(1));
    }
    return names;
}

QJsonObject jsonContent(const QJsonObject &schema, const QString &type = u"application/json"_s)
{
    return {{type, QJsonObject{{u"schema"_s, schema}}}};
}

QJsonObject headerParameter(const QString &name, const QString &description)
{
    return {{u"name"_s, name},
            {u"in"_s, u"header"_s},
            {u"description"_s, description},
            {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}};
}

template <typename T>
concept Versioned = requires(T entity)
{
    entity.version;
};

// Whose answer tells its version as an entity tag.
template <Method M> constexpr bool hasTag()
{
    return Versioned<typename M::Reply> && M::method.payload == Payload::Json && M::method.effect != Effect::Delete;
}

template <Method M> QJsonArray parameters(SchemaSet &schemas, const QStringList &inPath)
{
    QJsonArray list;
    const bool inQuery = M::method.verb == Verb::Get || M::method.verb == Verb::Delete;
    const QJsonObject properties = schemas.objectSchema<M>().value("properties"_L1).toObject();
    for (auto property = properties.begin(); property != properties.end(); ++property) {
        const bool isPath = inPath.contains(property.key());
        if (!isPath && !inQuery)
            continue;
        QJsonObject schema = property->toObject();
        const QJsonValue description = schema.take("description"_L1);
        list.append(QJsonObject{{u"name"_s, property.key()},
                                {u"in"_s, isPath ? u"path"_s : u"query"_s},
                                {u"required"_s, isPath},
                                {u"description"_s, description},
                                {u"schema"_s, schema}});
    }
    if constexpr (requires(M m) { m.clientId; })
        list.append(headerParameter(u"Idempotency-Key"_s, u"The same as clientId."_s));
    if (M::method.payload == Payload::Upload)
        list.append(headerParameter(u"Content-Range"_s, u"Which bytes of how many these are (RFC 9110)."_s));
    if (M::method.payload == Payload::Download) {
        list.append(headerParameter(u"Range"_s, u"Which bytes to send; one range."_s));
        list.append(headerParameter(u"If-Range"_s, u"An entity tag: the range is sent only of that content."_s));
    }
    if (M::method.payload == Payload::Download || (hasTag<M>() && M::method.verb == Verb::Get))
        list.append(headerParameter(u"If-None-Match"_s, u"An entity tag that is known already."_s));
    if constexpr (requires(M m) { m.baseVersion; })
        list.append(headerParameter(u"If-Match"_s, u"The same as baseVersion, as an entity tag."_s));
    return list;
}

QJsonObject bytesContent(const QStringList &types)
{
    QJsonObject content;
    for (const QString &type : types)
        content.insert(type,
                       QJsonObject{{u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}, {u"format"_s, u"binary"_s}}}});
    return content;
}

QJsonObject withHeaders(QJsonObject response, const QStringList &names)
{
    static const QHash<QString, QString> descriptions = {
        {u"Accept-Ranges"_s, u"Always bytes."_s},
        {u"Content-Range"_s, u"Which bytes of how many these are, or how many there are (RFC 9110)."_s},
        {u"ETag"_s, u"Names this version of it, for If-Match, If-None-Match and If-Range."_s},
        {u"Upload-Offset"_s, u"How many bytes have come: the next one to send."_s}};
    QJsonObject headers;
    for (const QString &name : names)
        headers.insert(name, QJsonObject{{u"description"_s, descriptions.value(name)},
                                         {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}}}});
    response.insert(u"headers"_s, headers);
    return response;
}

QJsonObject described(const QString &description)
{
    return {{u"description"_s, description}};
}

QJsonObject problemReference()
{
    return {{u"$ref"_s, u"#/components/responses/Problem"_s}};
}

QJsonObject problemContent()
{
    return jsonContent({{u"$ref"_s, u"#/components/schemas/Problem"_s}}, u"application/problem+json"_s);
}

// A refusal with headers of its own.
QJsonObject refusal(const QString &description, const QStringList &headers)
{
    QJsonObject response = described(description);
    response.insert(u"content"_s, problemContent());
    return withHeaders(response, headers);
}

// The answers of bytes; a thumbnail is made by the server, a content is whatever was sent.
QJsonObject downloadResponses(bool isThumbnail)
{
    QJsonObject whole = described(u"The bytes."_s);
    whole.insert(u"content"_s,
                 bytesContent(isThumbnail ? QStringList{u"image/jpeg"_s, u"image/png"_s} : QStringList{u"*/*"_s}));
    return {{u"200"_s, withHeaders(whole, {u"Accept-Ranges"_s, u"ETag"_s})},
            {u"206"_s, withHeaders(whole, {u"Accept-Ranges"_s, u"Content-Range"_s, u"ETag"_s})},
            {u"304"_s, withHeaders(described(u"Known already."_s), {u"Accept-Ranges"_s, u"ETag"_s})},
            {u"416"_s, refusal(u"There are no such bytes."_s, {u"Content-Range"_s})},
            {u"default"_s, problemReference()}};
}

QJsonObject uploadResponses(const QJsonObject &success)
{
    QJsonObject unfinished = success;
    unfinished.insert(u"description"_s, u"More bytes are missing."_s);
    return {{u"200"_s, withHeaders(success, {u"Upload-Offset"_s})},
            {u"202"_s, withHeaders(unfinished, {u"Upload-Offset"_s})},
            {u"409"_s, refusal(u"Another byte is the next one."_s, {u"Upload-Offset"_s})},
            {u"default"_s, problemReference()}};
}

// The same as GET, without the bytes; of an upload that is not finished, how far it has come.
QJsonObject headOperation(const QJsonObject &get)
{
    QJsonObject operation = get;
    QJsonObject whole = described(u"Everything but the bytes."_s);
    operation.insert(u"operationId"_s, u"filesHeadContent"_s);
    operation.insert(u"summary"_s, u"Tells the owner how far an upload has come; of a finished file what GET would."_s);
    operation.insert(
        u"responses"_s,
        QJsonObject{{u"200"_s, withHeaders(whole, {u"Accept-Ranges"_s, u"ETag"_s})},
                    {u"204"_s, withHeaders(described(u"The file is not finished."_s), {u"Upload-Offset"_s})},
                    {u"304"_s, withHeaders(described(u"Known already."_s), {u"Accept-Ranges"_s, u"ETag"_s})},
                    {u"default"_s, problemReference()}});
    return operation;
}

template <Method M> QJsonObject responses(SchemaSet &schemas)
{
    QJsonObject success = described(u"Done."_s);
    if (M::method.effect != Effect::Delete)
        success.insert(u"content"_s, jsonContent(schemas.reference<typename M::Reply>()));
    const QString status = M::method.effect == Effect::Create   ? u"201"_s
                           : M::method.effect == Effect::Delete ? u"204"_s
                                                                : u"200"_s;
    if (M::method.payload == Payload::Download)
        return downloadResponses(QByteArrayView(M::method.name) == QByteArrayView(GetThumbnail::method.name));
    if (M::method.payload == Payload::Upload)
        return uploadResponses(success);
    QJsonObject all{{status, success}, {u"default"_s, problemReference()}};
    if (hasTag<M>())
        all.insert(status, withHeaders(success, {u"ETag"_s}));
    if (hasTag<M>() && M::method.verb == Verb::Get)
        all.insert(u"304"_s, withHeaders(described(u"Known already."_s), {u"ETag"_s}));
    return all;
}

template <Method M> QJsonObject operation(SchemaSet &schemas)
{
    const QStringList inPath = pathFields(QString::fromLatin1(M::method.path));
    QJsonObject operation{{u"operationId"_s, camelCase(M::method.name)},
                          {u"summary"_s, QString::fromLatin1(M::method.summary)},
                          {u"tags"_s, QJsonArray{QString::fromLatin1(M::method.name).section(u'.', 0, 0)}},
                          {u"responses"_s, responses<M>(schemas)}};
    const QJsonArray params = parameters<M>(schemas, inPath);
    if (!params.isEmpty())
        operation.insert(u"parameters"_s, params);
    const QJsonObject body = schemas.objectSchema<M>(inPath);
    const bool hasBody = M::method.verb != Verb::Get && M::method.verb != Verb::Delete;
    if (hasBody && !body.value("properties"_L1).toObject().isEmpty())
        operation.insert(u"requestBody"_s,
                         QJsonObject{{u"required"_s, body.contains("required"_L1)}, {u"content"_s, jsonContent(body)}});
    if (M::method.payload == Payload::Upload)
        operation.insert(u"requestBody"_s, QJsonObject{{u"required"_s, true},
                                                       {u"content"_s, bytesContent({u"application/octet-stream"_s})}});
    if (M::method.access == Access::Anyone)
        operation.insert(u"security"_s, QJsonArray{});
    return operation;
}

QJsonObject openOperation(const QString &id, const QString &summary)
{
    return {
        {u"operationId"_s, id},
        {u"summary"_s, summary},
        {u"security"_s, QJsonArray{}},
        {u"responses"_s, QJsonObject{{u"200"_s, QJsonObject{{u"description"_s, u"Done."_s},
                                                            {u"content"_s, jsonContent({{u"type"_s, u"object"_s}})}}},
                                     {u"default"_s, problemReference()}}}};
}

QJsonObject problemSchema()
{
    const auto text = QJsonObject{{u"type"_s, u"string"_s}};
    const auto number = QJsonObject{{u"type"_s, u"integer"_s}};
    return {{u"type"_s, u"object"_s},
            {u"required"_s, QJsonArray{u"type"_s, u"title"_s, u"status"_s, u"code"_s, u"detail"_s}},
            {u"properties"_s, QJsonObject{{u"type"_s, text},
                                          {u"title"_s, text},
                                          {u"status"_s, number},
                                          {u"detail"_s, text},
                                          {u"code"_s, text},
                                          {u"field"_s, text},
                                          {u"requestId"_s, text},
                                          {u"retryAfter"_s, number},
                                          {u"current"_s, QJsonObject{{u"type"_s, u"object"_s}}}}}};
}

} // namespace

QByteArray openApi()
{
    SchemaSet schemas;
    QJsonObject paths{
        {u"/healthz"_s, QJsonObject{{u"get"_s, openOperation(u"health"_s, u"Whether the process lives."_s)}}},
        {u"/readyz"_s, QJsonObject{{u"get"_s, openOperation(u"ready"_s, u"Whether requests are welcome."_s)}}},
        {u"/openapi.json"_s, QJsonObject{{u"get"_s, openOperation(u"openApi"_s, u"This document."_s)}}},
        {u"/asyncapi.json"_s, QJsonObject{{u"get"_s, openOperation(u"asyncApi"_s, u"The WebSocket interface."_s)}}}};
    Methods::forEach([&]<typename M>() {
        if (M::method.verb == Verb::None)
            return;
        const QString path = u"/api/v1/"_s + QString::fromLatin1(M::method.path);
        QJsonObject item = paths.value(path).toObject();
        item.insert(QString::fromLatin1(verbName(M::method.verb)).toLower(), operation<M>(schemas));
        if (QByteArrayView(M::method.name) == QByteArrayView(GetContent::method.name))
            item.insert(u"head"_s, headOperation(item.value("get"_L1).toObject()));
        paths.insert(path, item);
    });
    QJsonObject components = schemas.schemas();
    components.insert(u"Problem"_s, problemSchema());
    const QJsonObject problemResponse{{u"description"_s, u"A refusal (RFC 9457)."_s}, {u"content"_s, problemContent()}};
    const QJsonObject bearer{{u"type"_s, u"http"_s}, {u"scheme"_s, u"bearer"_s}, {u"bearerFormat"_s, u"JWT"_s}};
    const QJsonObject document{
        {u"openapi"_s, u"3.1.0"_s},
        {u"info"_s, QJsonObject{{u"title"_s, u"Rialto"_s},
                                {u"version"_s, QStringLiteral(RIALTO_VERSION)},
                                {u"license"_s,
                                 QJsonObject{{u"name"_s, u"GPL-3.0-only"_s}, {u"identifier"_s, u"GPL-3.0-only"_s}}}}},
        {u"security"_s, QJsonArray{QJsonObject{{u"bearer"_s, QJsonArray{}}}}},
        {u"paths"_s, paths},
        {u"components"_s, QJsonObject{{u"schemas"_s, components},
                                      {u"responses"_s, QJsonObject{{u"Problem"_s, problemResponse}}},
                                      {u"securitySchemes"_s, QJsonObject{{u"bearer"_s, bearer}}}}}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

} // namespace rialto::documents
