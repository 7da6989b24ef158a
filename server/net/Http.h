#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>
#include <QUrl>
#include <functional>

namespace rialto {

/// A complete, bounded HTTP request as a door sees it.
struct HttpRequest
{
    QByteArray method;
    QUrl url;                              ///< Path and query only.
    QHash<QByteArray, QByteArray> headers; ///< By lower-case name.
    QByteArray body;
    QString address; ///< Of the peer.

    QByteArray header(const char *lowerCaseName) const { return headers.value(lowerCaseName); }
};

struct HttpResponse
{
    int status = 200;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray contentType;
    QByteArray body;
};

/// Answers one request; `respond` is called exactly once, at once or later, on the net thread.
using HttpHandler = std::function<void(const HttpRequest &request, std::function<void(HttpResponse)> respond)>;

} // namespace rialto
