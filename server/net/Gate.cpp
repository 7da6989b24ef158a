#include "net/Gate.h"

#include "net/FramedTransport.h"
#include "net/StockTransport.h"
#include "net/VirtualSocket.h"
#include "ops/Log.h"
#include "protocol/Frame.h"
#include "websocket/Handshake.h"

#include <QSslSocket>
#include <QWebSocket>
#include <QWebSocketServer>
#include <unistd.h>

namespace rialto {
namespace {

constexpr int kBacklog = 4096;
// Left alone the kernel takes megabytes for each connection that reads nothing, and a thousand of them take all that
// the machine has for TCP.
constexpr int kKernelSendBuffer = 128 * 1024;

QByteArray keyOf(const QHostAddress &address, quint16 port)
{
    return address.toString().toLatin1() + ' ' + QByteArray::number(port);
}

QByteArray bearerOf(const QByteArray &authorization)
{
    return authorization.left(7).toLower() == "bearer " ? authorization.mid(7).trimmed() : QByteArray();
}

} // namespace

Gate::Gate(GateSettings settings, HttpHandler handler, OpenStream openStream, const AccessTokens &tokens,
           const Clock &clock, FlushQueue &flushQueue, QObject *parent)
    : QTcpServer(parent),
      m_settings(std::move(settings)),
      m_tokens(tokens),
      m_clock(clock),
      m_flushQueue(flushQueue),
      m_engine(std::move(handler)),
      m_openStream(std::move(openStream)),
      m_webSockets(new QWebSocketServer(QStringLiteral("Rialto"), QWebSocketServer::NonSecureMode, this))
{
    setListenBacklogSize(kBacklog);
    m_webSockets->setMaxPendingConnections(kBacklog);
    connect(m_webSockets, &QWebSocketServer::newConnection, this, &Gate::handleStockWebSocket);
}

bool Gate::start(const QHostAddress &address, quint16 port)
{
    setMaxPendingConnections(m_settings.maximumConnections);
    if (!listen(address, port))
        return false;
    m_engine.bind(*this);
    return true;
}

void Gate::adopt(VirtualSocket *socket)
{
    socket->setParent(this);
    addPendingConnection(socket);
}

bool Gate::isAllowedOrigin(const QByteArray &origin, const QByteArray &host, const QStringList &allowed)
{
    // No Origin: not a browser. Otherwise the page must come from this very server or be named in the settings.
    return origin.isEmpty() || origin == "http://" + host || origin == "https://" + host ||
           allowed.contains(QString::fromLatin1(origin));
}

bool Gate::isTooMany(const QString &address)
{
    return m_connections >= m_settings.maximumConnections ||
           (m_settings.connectionsPerAddress > 0 && m_byAddress.value(address) >= m_settings.connectionsPerAddress);
}

void Gate::countDown(const QString &address)
{
    --m_connections;
    if (--m_byAddress[address] <= 0)
        m_byAddress.remove(address);
}

void Gate::incomingConnection(qintptr descriptor)
{
    auto *socket = m_settings.tls ? new QSslSocket : new QTcpSocket;
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        ::close(static_cast<int>(descriptor));
        return;
    }
    const QString address = socket->peerAddress().toString();
    const bool tooMany = isTooMany(address);
    ++m_connections;
    ++m_byAddress[address];
    // By a child of the socket: QWebSocket cuts all connections of the socket itself when it lets go of it.
    connect(new QObject(socket), &QObject::destroyed, this, [this, address] { countDown(address); });
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, kKernelSendBuffer);
    auto *connection = new HttpConnection(
        socket, [this](VirtualSocket *pending) { adopt(pending); }, m_openStream, this);
    connect(connection, &HttpConnection::upgradeRequested, this, &Gate::handleUpgrade);
    if (auto *encrypted = qobject_cast<QSslSocket *>(socket)) {
        encrypted->setSslConfiguration(*m_settings.tls);
        encrypted->startServerEncryption();
    }
    if (tooMany) {
        qCInfo(logNet) << "too many connections" << address;
        connection->refuse({429, "Too Many Requests", "Too many connections from this address."});
    }
}

std::optional<HttpRefusal> Gate::objectionTo(const HttpHead &head) const
{
    if (head.target().split('?').first() != "/ws")
        return HttpRefusal{404, "Not Found", "WebSockets live at /ws."};
    if (head.method() != "GET" || head.isHttp10() || head.contentLength() > 0)
        return HttpRefusal{400, "Bad Request", "An upgrade is a GET without a body."};
    if (head.header("sec-websocket-version") != "13")
        return HttpRefusal{426, "Upgrade Required", "Only version 13 of the WebSocket protocol is spoken here."};
    if (!websocket::isKey(head.header("sec-websocket-key")))
        return HttpRefusal{400, "Bad Request", "Sec-WebSocket-Key is not 16 bytes."};
    if (!isAllowedOrigin(head.header("origin"), head.header("host"), m_settings.allowedOrigins))
        return HttpRefusal{403, "Forbidden", "Pages from this origin may not connect."};
    const QByteArray token = bearerOf(head.header("authorization"));
    if (!token.isEmpty() && !m_tokens.verify(token, m_clock.nowMs()))
        return HttpRefusal{401, "Unauthorized", "The access token is not valid or has expired."};
    return std::nullopt;
}

void Gate::handleUpgrade(HttpConnection *connection)
{
    if (const auto objection = objectionTo(connection->head()))
        connection->refuse(*objection);
    else if (m_settings.webSocketEngine == WebSocketEngine::Own)
        openFramed(connection);
    else
        openStock(connection);
}

void Gate::openFramed(HttpConnection *connection)
{
    const HttpHead head = connection->head();
    QTcpSocket *socket = connection->releaseSocket();
    socket->skip(head.consumed());
    socket->write(websocket::upgradeAnswer(head.header("sec-websocket-key")));
    auto *transport = new FramedTransport(socket, m_flushQueue, this);
    Q_EMIT webSocketOpened(transport, bearerOf(head.header("authorization")));
}

void Gate::openStock(HttpConnection *connection)
{
    QTcpSocket *socket = connection->releaseSocket();
    const QByteArray key = keyOf(socket->peerAddress(), socket->peerPort());
    m_upgrading.insert(key, socket);
    connect(socket, &QObject::destroyed, this, [this, key] { m_upgrading.remove(key); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    m_webSockets->handleConnection(socket);
}

void Gate::handleStockWebSocket()
{
    while (QWebSocket *webSocket = m_webSockets->nextPendingConnection()) {
        QTcpSocket *socket = m_upgrading.take(keyOf(webSocket->peerAddress(), webSocket->peerPort()));
        if (!socket) {
            webSocket->abort();
            webSocket->deleteLater();
            continue;
        }
        webSocket->setMaxAllowedIncomingFrameSize(kMaximumFrameBytes);
        webSocket->setMaxAllowedIncomingMessageSize(kMaximumFrameBytes);
        auto *transport = new StockTransport(webSocket, socket, m_flushQueue, this);
        Q_EMIT webSocketOpened(transport, bearerOf(webSocket->request().rawHeader("Authorization")));
    }
}

} // namespace rialto
