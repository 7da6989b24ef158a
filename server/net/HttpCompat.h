#pragma once

// What differs between QtHttpServer of Qt 6.4 and of Qt 6.8, and nothing else.

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QHttpServerResponse>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

namespace rialto::http_compat {

inline QHash<QByteArray, QByteArray> headersOf(const QHttpServerRequest &request)
{
    QHash<QByteArray, QByteArray> headers;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    const QHttpHeaders &all = request.headers();
    for (qsizetype i = 0; i < all.size(); ++i)
        headers.insert(QByteArray(all.nameAt(i).data(), all.nameAt(i).size()).toLower(), all.valueAt(i).toByteArray());
#else
    for (const auto &[name, value] : request.headers())
        headers.insert(name.toLower(), value);
#endif
    return headers;
}

inline void setHeader(QHttpServerResponse &response, const QByteArray &name, const QByteArray &value)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QHttpHeaders headers = response.headers();
    headers.append(name, value);
    response.setHeaders(std::move(headers));
#else
    response.addHeader(name, value);
#endif
}

inline void send(QHttpServerResponder &responder, const QHttpServerResponse &response)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    responder.sendResponse(response);
#else
    response.write(std::move(responder));
#endif
}

/// A QAbstractHttpServer whose only handler is `handle(request, responder)`; the responder may be kept and used later.
template <typename Handle> class Server final : public QAbstractHttpServer
{
public:
    explicit Server(Handle handle, QObject *parent = nullptr) : QAbstractHttpServer(parent), m_handle(std::move(handle))
    {
    }

private:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override
    {
        m_handle(request, std::move(responder));
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override {}
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        m_handle(request, makeResponder(request, socket));
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override {}
#endif

    Handle m_handle;
};

} // namespace rialto::http_compat
