#include "net/RestClient.h"

#include "net/TlsPin.h"
#include "protocol/Frame.h"

#include <QNetworkProxy>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr int kTimeoutMs = 15'000;
constexpr qint64 kMaximumReplyBytes = 1024 * 1024;

tl::unexpected<Error> unreachable(const QString &details)
{
    return fail(ErrorCode::Unavailable, RestClient::tr("The server cannot be reached: %1").arg(details), u"server"_s);
}

// A problem document (RFC 9457) with our code and field in it. A stranger's answer has neither.
Error problemOf(const QNetworkReply &reply, const QByteArray &body, int status)
{
    const QJsonObject object = parseObject(body).value_or(QJsonObject());
    if (!object.contains("code"_L1))
        return {ErrorCode::Unavailable,
                RestClient::tr("This does not look like a Rialto server (status %1).").arg(status),
                u"server"_s,
                {},
                0};
    Error error = errorFromJson(object);
    if (error.message.isEmpty())
        error.message = object.value("detail"_L1).toString();
    if (error.retryAfterSeconds == 0)
        error.retryAfterSeconds = reply.rawHeader("Retry-After").toInt();
    return error;
}

} // namespace

RestClient::RestClient(const ServerAddress &server, const Profile &profile, QObject *parent)
    : QObject(parent), m_server(server), m_profile(profile)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setTransferTimeout(kTimeoutMs);
    connect(&m_network, &QNetworkAccessManager::sslErrors, this, &RestClient::checkCertificate);
}

void RestClient::postRaw(const QString &path, const QByteArray &json, QObject *context, RawDone done)
{
    QNetworkRequest request(m_server.restUrl(path));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Accept", "application/json, application/problem+json");
    request.setSslConfiguration(TlsPin(m_profile, m_server).configuration());
    QNetworkReply *const reply = m_network.post(request, json);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > kMaximumReplyBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, context, [reply, done = std::move(done)] { done(read(*reply)); });
    connect(reply, &QNetworkReply::finished, reply, &QNetworkReply::deleteLater);
}

Error RestClient::errorOf(const QNetworkReply &reply, const QByteArray &body)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return status == 0 || status / 100 == 2 ? unreachable(reply.errorString()).value() : problemOf(reply, body, status);
}

Result<QJsonObject> RestClient::read(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return unreachable(reply.errorString());
    const QByteArray body = reply.readAll();
    if (status == 204)
        return QJsonObject();
    if (status < 200 || status > 299)
        return tl::unexpected(problemOf(reply, body, status));
    Result<QJsonObject> object = parseObject(body);
    if (!object)
        return unreachable(object.error().message);
    return object;
}

void RestClient::checkCertificate(QNetworkReply *reply, const QList<QSslError> &errors)
{
    const QSslCertificate presented = TlsPin::presentedIn(reply->sslConfiguration(), errors);
    if (TlsPin(m_profile, m_server).mayIgnore(presented))
        reply->ignoreSslErrors(errors);
    else
        Q_EMIT certificateRefused(presented);
}

} // namespace rialto
