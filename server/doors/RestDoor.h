#pragma once

#include "doors/RestCaller.h"
#include "doors/RouteTable.h"

namespace rialto {

/// REST under /api/v1 and the four paths outside it: turns HTTP requests into calls of the Router and their results
/// into responses (RFC 9110). Lives on: the net thread.
class RestDoor
{
public:
    using Services = RestServices;
    using Respond = std::function<void(HttpResponse)>;

    explicit RestDoor(Services services);

    void handle(const HttpRequest &request, const Respond &respond);

private:
    struct Exchange
    {
        HttpRequest request;
        QByteArray id;
        QByteArray verb; ///< HEAD counts as GET.
        Respond respond;
    };

    void answerOutside(const Exchange &exchange);
    void refuseUnknown(const Exchange &exchange);
    void answerApi(const Exchange &exchange, const QString &path);
    void answerWrongVerb(const Exchange &exchange, const QByteArrayList &verbs);
    void call(const Exchange &exchange, const RouteMatch &match);
    Result<> checkRate(const HttpRequest &request, const MethodInfo &info, const Caller &caller,
                       const QJsonObject &params);
    void refuse(const Exchange &exchange, const Error &error, int status = 0) const;
    void send(const Exchange &exchange, HttpResponse response) const;
    void sendResult(const Exchange &exchange, const MethodInfo &info, const Result<QByteArray> &result) const;
    void sendJson(const Exchange &exchange, const QByteArray &json) const;

    Services m_services;
    RouteTable m_routes;
    QByteArray m_openApi;
    QByteArray m_asyncApi;
};

} // namespace rialto
