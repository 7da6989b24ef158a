#pragma once

#include "protocol/Frame.h"
#include "support/FakeWorld.h"

#include <QPointer>
#include <QTcpServer>
#include <QWebSocket>
#include <QWebSocketServer>

namespace rialto {

/// A pretended server on one loopback port: auth/* over HTTP, everything else over /ws. It can be told to misbehave in
/// the ways that a client must survive. Lives on: the thread of the test.
class FakeServer : public QObject
{
    Q_OBJECT

public:
    struct Received
    {
        QString method;
        QJsonObject params;
    };

    FakeServer();
    ~FakeServer() override;

    /// Port 0 picks one; later calls take the same port again.
    bool listen();
    /// Stops listening and cuts all connections.
    void stop();
    /// Cuts all connections as a crash would.
    void cutAll();
    /// Closes all connections with a code.
    void closeAll(quint16 code, const QString &reason);
    QString address() const;

    FakeWorld world;

    /// The next request of this method is refused.
    void refuseNext(const QString &method, const Error &error) { m_refusals[method].append(error); }
    /// The next request of this method is done, but the connection is lost before the reply and its events.
    void loseReplyOf(const QString &method) { m_lostReplies.append(method); }
    /// Requests of this method are kept without an answer until release() is called.
    void hold(const QString &method) { m_held = method; }
    void release();

    int protocol = kProtocolVersion;
    bool checksProtocol = true; ///< Whether clients of another version are refused; else they are merely told.
    int accessSeconds = 900;
    bool refuseRefresh = false;
    bool loseNextRefresh = false;
    /// Access tokens given so far work no longer; refresh tokens do.
    void expireAccessTokens() { m_accessTokens.clear(); }

    QList<Received> received;
    int countOf(const QString &method) const;
    QList<QJsonObject> paramsOf(const QString &method) const;
    int connectionCount() const { return static_cast<int>(m_connections.size()); }

private:
    struct Connection
    {
        UserId user;
    };

    void accept();
    void readHead(QTcpSocket *socket);
    void answerHttp(QTcpSocket *socket, const QByteArray &path, const QByteArray &body);
    Result<QByteArray> authenticate(const QByteArray &path, const QJsonObject &params);
    QByteArray signIn(UserId user, const QString &refreshToken);
    void adopt();
    void receive(QWebSocket *socket, const QString &text);
    void startSession(QWebSocket *socket, const RequestFrame &request);
    void reply(QWebSocket *socket, const QByteArray &id, const Result<QByteArray> &result);
    void publish(const FakeWorld::LoggedEvent &event);
    void flushEvents();

    QTcpServer m_listener;
    QWebSocketServer m_webSockets;
    QMap<QWebSocket *, Connection> m_connections;
    QMap<QString, UserId> m_accessTokens;
    QMap<QString, UserId> m_refreshTokens;
    QMap<QString, QString> m_successors;
    QMap<QString, QList<Error>> m_refusals;
    QStringList m_lostReplies;
    QString m_held;
    QList<std::pair<QPointer<QWebSocket>, QString>> m_heldRequests;
    QList<FakeWorld::LoggedEvent> m_pendingEvents; ///< Of the request that is being answered: the reply goes first.
    bool m_inRequest = false;
    quint16 m_port = 0;
    int m_tokenCount = 0;
};

} // namespace rialto
