#include "doors/FileDoor.h"

#include "doors/Download.h"
#include "doors/Upload.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

const QByteArray kPrefix = QByteArrayLiteral("/api/v1/files/");

HttpRequest requestFrom(const HttpHead &head, const QHostAddress &peer)
{
    HttpRequest request;
    request.method = head.method();
    const QUrl target = QUrl::fromEncoded(head.target());
    request.url.setPath(target.path(QUrl::FullyDecoded), QUrl::DecodedMode);
    request.url.setQuery(target.query(QUrl::FullyEncoded), QUrl::TolerantMode);
    for (const auto &[name, value] : head.headers())
        request.headers.insert(name, value);
    request.address = peer.toString();
    return request;
}

} // namespace

FileDoor::FileDoor(Services services) : m_services(services), m_routes(services.rest.router) {}

std::unique_ptr<HttpStream> FileDoor::open(const HttpHead &head, const QHostAddress &peer)
{
    if (!head.target().startsWith(kPrefix))
        return nullptr;
    const HttpRequest request = requestFrom(head, peer);
    const QString path = request.url.path(QUrl::FullyDecoded).mid(u"/api/v1/"_s.size());
    const auto match = m_routes.find(head.method() == "HEAD" ? "GET" : head.method(), path);
    if (!match || match->route->info.payload == Payload::Json)
        return nullptr;
    if (match->route->info.payload == Payload::Upload)
        return std::make_unique<Upload>(*this, request, *match, head.contentLength());
    return std::make_unique<Download>(*this, request, *match);
}

} // namespace rialto
