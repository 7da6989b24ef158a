#include "net/HttpEngine.h"

#include "net/HttpCompat.h"

#include <QHostAddress>
#include <QTcpServer>

namespace rialto {
namespace {

QByteArray methodName(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    case QHttpServerRequest::Method::Patch:
        return "PATCH";
    case QHttpServerRequest::Method::Head:
        return "HEAD";
    case QHttpServerRequest::Method::Options:
        return "OPTIONS";
    default:
        return "OTHER";
    }
}

void send(QHttpServerResponder &responder, const HttpResponse &answer)
{
    QHttpServerResponse response(answer.contentType, answer.body,
                                 static_cast<QHttpServerResponder::StatusCode>(answer.status));
    for (const auto &[name, value] : answer.headers)
        http_compat::setHeader(response, name, value);
    http_compat::send(responder, response);
}

} // namespace

HttpEngine::HttpEngine(HttpHandler handler) : m_handler(std::move(handler))
{
    const auto handle = [this](const QHttpServerRequest &request, QHttpServerResponder responder) {
        QUrl url;
        url.setPath(request.url().path(QUrl::FullyDecoded), QUrl::DecodedMode);
        url.setQuery(request.url().query(QUrl::FullyEncoded), QUrl::TolerantMode);
        const HttpRequest plain{methodName(request.method()), url, http_compat::headersOf(request), request.body(),
                                request.remoteAddress().toString()};
        // A responder can only be moved, a std::function only copied: hence shared.
        m_handler(plain, [kept = std::make_shared<QHttpServerResponder>(std::move(responder))](
                             const HttpResponse &answer) { send(*kept, answer); });
    };
    m_server = std::make_unique<http_compat::Server<decltype(handle)>>(handle);
}

HttpEngine::~HttpEngine() = default;

void HttpEngine::bind(QTcpServer &server)
{
    QObject *owner = server.parent();
    m_server->bind(&server);
    server.setParent(owner); // bind() takes the server for a child of its own.
}

} // namespace rialto
