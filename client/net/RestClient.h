#pragma once

#include "net/Profile.h"
#include "protocol/Codec.h"
#include "protocol/Method.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <functional>

class QNetworkReply;

namespace rialto {

/// The few calls that come before a WebSocket can be signed in: auth/*. Never through a proxy, never over HTTP/2,
/// redirects are not followed, the certificate is checked as TlsPin says. Lives on: the GUI thread.
class RestClient : public QObject
{
    Q_OBJECT

public:
    /// `profile` must outlive the client.
    RestClient(const ServerAddress &server, const Profile &profile, QObject *parent = nullptr);

    /// Posts a request to its REST path. `done` is called once unless `context` is gone by then; Unavailable with an
    /// empty field "server" means that the server could not be reached.
    template <Method Request>
    void post(const Request &request, QObject *context, std::function<void(Result<typename Request::Reply>)> done)
    {
        static_assert(Request::method.verb == Verb::Post);
        postRaw(QLatin1StringView(Request::method.path), toJson(request), context,
                [done = std::move(done)](Result<QJsonObject> reply) {
                    if (reply)
                        done(fromJson<typename Request::Reply>(*reply, Check::Shape));
                    else
                        done(tl::unexpected(std::move(reply.error())));
                });
    }

    /// What an answer that is no success says, in words to show. `body`: what was read of it.
    static Error errorOf(const QNetworkReply &reply, const QByteArray &body);

    const ServerAddress &server() const { return m_server; }

Q_SIGNALS:
    /// The server showed a certificate that is not trusted; the call ends with Unavailable after this.
    void certificateRefused(const QSslCertificate &presented);

private:
    using RawDone = std::function<void(Result<QJsonObject>)>;

    void postRaw(const QString &path, const QByteArray &json, QObject *context, RawDone done);
    void checkCertificate(QNetworkReply *reply, const QList<QSslError> &errors);
    static Result<QJsonObject> read(QNetworkReply &reply);

    const ServerAddress m_server;
    const Profile &m_profile;
    QNetworkAccessManager m_network;
};

} // namespace rialto
