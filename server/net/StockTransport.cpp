#include "net/StockTransport.h"

#include "net/FlushQueue.h"
#include "net/Unsent.h"

#include <QSslSocket>
#include <QWebSocket>

namespace rialto {
namespace {

constexpr int kPingMs = 20'000;
constexpr int kSilentPings = 2; // Unanswered pings until the peer counts as dead: within 60 s.
constexpr qint64 kMaximumUnsent = 2 * 1024 * 1024;
constexpr int kCloseGraceMs = 2'000; // A peer that does not read its close frame is cut off.
constexpr qint64 kPausedReadBuffer = 64 * 1024;

} // namespace

StockTransport::StockTransport(QWebSocket *webSocket, QTcpSocket *socket, FlushQueue &flushQueue, QObject *parent)
    : Transport(parent), m_webSocket(webSocket), m_socket(socket), m_flushQueue(flushQueue)
{
    m_socket->setReadBufferSize(0);
    m_webSocket->setParent(this);
    connect(m_webSocket, &QWebSocket::textMessageReceived, this, &StockTransport::handleText);
    connect(m_webSocket, &QWebSocket::binaryMessageReceived, this,
            [this] { close(CloseCode::UnsupportedData, QStringLiteral("Only text messages are understood.")); });
    connect(m_webSocket, &QWebSocket::pong, this, &StockTransport::handleSignOfLife);
    connect(m_webSocket, &QWebSocket::disconnected, this, &StockTransport::handleDisconnected);
    // The engine alone would not hear of a socket that died while it was mute.
    connect(m_socket, &QTcpSocket::disconnected, this, &StockTransport::handleDisconnected);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &StockTransport::handleBytesWritten);
    if (auto *encrypted = qobject_cast<QSslSocket *>(socket))
        connect(encrypted, &QSslSocket::encryptedBytesWritten, this, &StockTransport::handleBytesWritten);
    // Behind the engine's own slot: here its answers to what just came are counted.
    connect(m_socket, &QTcpSocket::readyRead, this, &StockTransport::checkUnsent);
    connect(&m_keepAlive, &QTimer::timeout, this, &StockTransport::keepAlive);
    m_keepAlive.start(kPingMs);
}

StockTransport::~StockTransport()
{
    m_isClosed = true;
    // The engine's socket below is not its child; it goes once the engine has let go of it.
    if (m_socket)
        m_socket->deleteLater();
}

void StockTransport::write(const QByteArray &frames)
{
    if (m_isClosed)
        return;
    if (m_queue.isEmpty())
        m_flushQueue.add(this);
    m_queue.add(frames);
}

void StockTransport::flush()
{
    if (m_isClosed || !m_socket || m_queue.isEmpty())
        return;
    if (m_socket->state() == QAbstractSocket::UnconnectedState) { // It died while it was mute.
        m_queue.clear();
        return setReadingPaused(false);
    }
    // The engine writes control frames of its own to the socket, so that no frame of ours may stay half sent.
    if (m_socket->bytesToWrite() == 0 && !qobject_cast<QSslSocket *>(m_socket.data()))
        m_queue.sendTo(*m_socket);
    m_queue.handTo(*m_socket);
    if (unsentBytes(*m_socket) == 0)
        QMetaObject::invokeMethod(this, &StockTransport::handleBytesWritten, Qt::QueuedConnection);
}

qint64 StockTransport::queuedBytes() const
{
    return m_queue.bytes() + (m_socket ? unsentBytes(*m_socket) : 0);
}

// QWebSocket has no switch for this; while the socket below is mute it reads nothing, and a bounded read buffer makes
// the peer's kernel wait. Otherwise the buffer has no bound: with one, Qt stops listening while a frame is cut by the
// bound, and only setReadBufferSize() makes it listen again.
void StockTransport::setReadingPaused(bool paused)
{
    if (!m_socket || m_socket->signalsBlocked() == paused)
        return;
    m_socket->setReadBufferSize(paused ? kPausedReadBuffer : 0);
    m_socket->blockSignals(paused);
    if (paused)
        return;
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        Q_EMIT m_socket->disconnected();
    else if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(m_socket, &QTcpSocket::readyRead, Qt::QueuedConnection);
}

void StockTransport::close(CloseCode code, const QString &reason)
{
    if (m_isClosed || !m_socket)
        return;
    flush();
    m_keepAlive.stop();
    setReadingPaused(false);
    m_webSocket->close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
    QTimer::singleShot(kCloseGraceMs, this, [this] { m_webSocket->abort(); });
}

QString StockTransport::peerAddress() const
{
    return m_socket ? m_socket->peerAddress().toString() : QString();
}

void StockTransport::handleText(const QString &text)
{
    handleSignOfLife();
    Q_EMIT received(text.toUtf8());
}

void StockTransport::handleBytesWritten()
{
    if (!m_isClosed && queuedBytes() == 0)
        Q_EMIT drained();
}

// The engine answers pings by itself and without a bound: who sends them and reads nothing is cut off. No close frame
// would get through to it.
void StockTransport::checkUnsent()
{
    if (!m_isClosed && queuedBytes() > kMaximumUnsent)
        m_webSocket->abort();
}

void StockTransport::handleDisconnected()
{
    if (std::exchange(m_isClosed, true))
        return;
    m_keepAlive.stop();
    Q_EMIT closed();
}

void StockTransport::handleSignOfLife()
{
    m_heardOf = true;
}

void StockTransport::keepAlive()
{
    m_silentPings = std::exchange(m_heardOf, false) ? 0 : m_silentPings + 1;
    if (m_silentPings >= kSilentPings)
        close(CloseCode::PeerSilent, QStringLiteral("No sign of life."));
    else
        m_webSocket->ping();
}

} // namespace rialto
