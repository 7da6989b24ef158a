#include "doors/Problem.h"

#include "protocol/Frame.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace rialto {
QByteArray reasonOf(int status)
{
    static const QHash<int, QByteArray> reasons = {{200, "OK"},
                                                   {202, "Accepted"},
                                                   {204, "No Content"},
                                                   {206, "Partial Content"},
                                                   {304, "Not Modified"},
                                                   {400, "Bad Request"},
                                                   {401, "Unauthorized"},
                                                   {403, "Forbidden"},
                                                   {404, "Not Found"},
                                                   {405, "Method Not Allowed"},
                                                   {409, "Conflict"},
                                                   {412, "Precondition Failed"},
                                                   {413, "Content Too Large"},
                                                   {415, "Unsupported Media Type"},
                                                   {416, "Range Not Satisfiable"},
                                                   {422, "Unprocessable Content"},
                                                   {428, "Precondition Required"},
                                                   {429, "Too Many Requests"},
                                                   {507, "Insufficient Storage"}};
    return reasons.value(status, "Service Unavailable");
}

HttpResponse problem(const Error &error, const QByteArray &requestId, int status)
{
    const int code = status > 0 ? status : httpStatus(error.code);
    QJsonObject document = errorToJson(error);
    document.insert(u"detail"_s, document.take("message"_L1));
    document.insert(u"type"_s, u"about:blank"_s);
    document.insert(u"title"_s, QString::fromLatin1(reasonOf(code)));
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
