#pragma once

#include "core/AccessToken.h"
#include "core/RateLimiter.h"
#include "net/FlushQueue.h"
#include "net/HttpConnection.h"
#include "net/HttpEngine.h"

#include <QSslConfiguration>
#include <QTcpServer>
#include <optional>

class QWebSocketServer;

namespace rialto {

class Transport;

/// Who reads and writes the frames of WebSockets.
enum class WebSocketEngine {
    Own,   ///< shared/websocket.
    Stock, ///< QWebSocket.
};

/// What the gate lets through.
struct GateSettings
{
    std::optional<QSslConfiguration> tls;
    QStringList allowedOrigins;                                ///< Besides the server's own; scheme://host:port.
    int maximumConnections = 20'000;                           ///< In all.
    int connectionsPerAddress = rates::kConnectionsPerAddress; ///< 0: as many as they like.
    WebSocketEngine webSocketEngine = WebSocketEngine::Own;
};

/// The one port: accepts, starts TLS, lets HttpConnection read the head under limits, and hands upgrades on /ws to the
/// WebSocket engine. Nothing from the network reaches Qt's servers unchecked.
///
/// Lives on: the net thread.
class Gate final : public QTcpServer
{
    Q_OBJECT
public:
    Gate(GateSettings settings, HttpHandler handler, OpenStream openStream, const AccessTokens &tokens,
         const Clock &clock, FlushQueue &flushQueue, QObject *parent = nullptr);

    /// Begins to accept. False when the address cannot be had; errorString() says why.
    bool start(const QHostAddress &address, quint16 port);

    /// Whether a browser page from `origin` may talk to the host that it addressed.
    static bool isAllowedOrigin(const QByteArray &origin, const QByteArray &host, const QStringList &allowed);

Q_SIGNALS:
    /// A WebSocket is open; connect to the transport at once, its first frame may already be there.
    void webSocketOpened(Transport *transport, const QByteArray &bearerToken);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void handleUpgrade(HttpConnection *connection);
    void openFramed(HttpConnection *connection);
    void openStock(HttpConnection *connection);
    void handleStockWebSocket();
    void adopt(VirtualSocket *socket);
    std::optional<HttpRefusal> objectionTo(const HttpHead &head) const;
    bool isTooMany(const QString &address);
    void countDown(const QString &address);

    const GateSettings m_settings;
    const AccessTokens &m_tokens;
    const Clock &m_clock;
    FlushQueue &m_flushQueue;
    HttpEngine m_engine;
    const OpenStream m_openStream;
    QWebSocketServer *m_webSockets;
    int m_connections = 0;
    QHash<QString, int> m_byAddress;
    QHash<QByteArray, QTcpSocket *> m_upgrading; ///< By Sec-WebSocket-Key and peer.
};

} // namespace rialto
