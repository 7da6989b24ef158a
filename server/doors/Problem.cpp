#include "doors/Problem.h"

#include "protocol/Frame.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

QString titleOf(int status)
{
    switch (status) {
    case 400:
        return u"Bad Request"_s;
    case 401:
        return u"Unauthorized"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"Not Found"_s;
    case 405:
        return u"Method Not Allowed"_s;
    case 409:
        return u"Conflict"_s;
    case 412:
        return u"Precondition Failed"_s;
    case 413:
        return u"Content Too Large"_s;
    case 415:
        return u"Unsupported Media Type"_s;
    case 422:
        return u"Unprocessable Content"_s;
    case 428:
        return u"Precondition Required"_s;
    case 429:
        return u"Too Many Requests"_s;
    case 507:
        return u"Insufficient Storage"_s;
    default:
        return u"Service Unavailable"_s;
    }
}

} // namespace

HttpResponse problem(const Error &error, const QByteArray &requestId, int status)
{
    const int code = status > 0 ? status : httpStatus(error.code);
    QJsonObject document = errorToJson(error);
    document.insert(u"detail"_s, document.take("message"_L1));
    document.insert(u"type"_s, u"about:blank"_s);
    document.insert(u"title"_s, titleOf(code));
    document.insert(u"status"_s, code);
    document.insert(u"requestId"_s, QString::fromLatin1(requestId));
    HttpResponse response;
    response.status = code;
    response.contentType = "application/problem+json";
    response.body = QJsonDocument(document).toJson(QJsonDocument::Compact);
    if (error.retryAfterSeconds > 0)
        response.headers.emplaceBack("Retry-After", QByteArray::number(error.retryAfterSeconds));
    if (code == 401)
        response.headers.emplaceBack("WWW-Authenticate", "Bearer");
    return response;
}

} // namespace rialto
