#include "net/WebSocketTransport.h"

#include "net/FlushQueue.h"
#include "net/Unsent.h"

#include <QSslSocket>
#include <QWebSocket>
#include <sys/uio.h>

namespace rialto {
namespace {

constexpr int kPingMs = 20'000;
constexpr int kSilentPings = 2; // Unanswered pings until the peer counts as dead: within 60 s.
constexpr qint64 kMaximumUnsent = 2 * 1024 * 1024;
constexpr int kCloseGraceMs = 2'000; // A peer that does not read its close frame is cut off.
constexpr size_t kVectors = 64;
constexpr qint64 kPausedReadBuffer = 64 * 1024;

} // namespace

WebSocketTransport::WebSocketTransport(QWebSocket *webSocket, QTcpSocket *socket, FlushQueue &flushQueue,
                                       QObject *parent)
    : Transport(parent),
      m_webSocket(webSocket),
      m_socket(socket),
      m_flushQueue(flushQueue),
      m_isEncrypted(qobject_cast<QSslSocket *>(socket) != nullptr)
{
    m_socket->setReadBufferSize(0);
    m_webSocket->setParent(this);
    connect(m_webSocket, &QWebSocket::textMessageReceived, this, &WebSocketTransport::handleText);
    connect(m_webSocket, &QWebSocket::binaryMessageReceived, this,
            [this] { close(CloseCode::InvalidPayload, QStringLiteral("Only text frames are understood.")); });
    connect(m_webSocket, &QWebSocket::pong, this, &WebSocketTransport::handleSignOfLife);
    connect(m_webSocket, &QWebSocket::disconnected, this, &WebSocketTransport::handleDisconnected);
    // The engine alone would not hear of a socket that died while it was mute.
    connect(m_socket, &QTcpSocket::disconnected, this, &WebSocketTransport::handleDisconnected);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &WebSocketTransport::handleBytesWritten);
    if (auto *encrypted = qobject_cast<QSslSocket *>(socket))
        connect(encrypted, &QSslSocket::encryptedBytesWritten, this, &WebSocketTransport::handleBytesWritten);
    // Behind the engine's own slot: here its answers to what just came are counted.
    connect(m_socket, &QTcpSocket::readyRead, this, &WebSocketTransport::checkUnsent);
    connect(&m_keepAlive, &QTimer::timeout, this, &WebSocketTransport::keepAlive);
    m_keepAlive.start(kPingMs);
}

WebSocketTransport::~WebSocketTransport()
{
    m_isClosed = true;
    // The engine's socket below is not its child; it goes once the engine has let go of it.
    if (m_socket)
        m_socket->deleteLater();
}

void WebSocketTransport::write(const QByteArray &frames)
{
    if (m_isClosed)
        return;
    if (m_pending.isEmpty())
        m_flushQueue.add(this);
    m_pending.append(frames);
    m_pendingBytes += frames.size();
}

void WebSocketTransport::flush()
{
    if (m_isClosed || !m_socket || m_pending.isEmpty())
        return;
    if (m_socket->state() == QAbstractSocket::UnconnectedState) { // It died while it was mute.
        m_pending.clear();
        m_pendingBytes = 0;
        return setReadingPaused(false);
    }
    // Past the kernel's buffer (or under TLS) Qt's queue takes over; it keeps references to the shared frames.
    qsizetype sent = m_isEncrypted || m_socket->bytesToWrite() > 0 ? 0 : sendDirectly();
    for (const QByteArray &frame : std::as_const(m_pending)) {
        if (sent >= frame.size()) {
            sent -= frame.size();
            continue;
        }
        m_socket->write(sent > 0 ? frame.sliced(sent) : frame);
        sent = 0;
    }
    m_pending.clear();
    m_pendingBytes = 0;
    if (unsentBytes(*m_socket) == 0)
        QMetaObject::invokeMethod(this, &WebSocketTransport::handleBytesWritten, Qt::QueuedConnection);
}

// One system call for all frames of this turn; returns how many bytes the kernel took.
qsizetype WebSocketTransport::sendDirectly()
{
    qsizetype total = 0;
    for (qsizetype next = 0; next < m_pending.size();) {
        iovec vectors[kVectors];
        size_t count = 0;
        qsizetype offered = 0;
        for (; count < kVectors && next < m_pending.size(); ++count, ++next) {
            QByteArray &frame = m_pending[next];
            vectors[count] = {const_cast<char *>(frame.constData()), static_cast<size_t>(frame.size())};
            offered += frame.size();
        }
        const ssize_t sent = ::writev(static_cast<int>(m_socket->socketDescriptor()), vectors, static_cast<int>(count));
        total += std::max<ssize_t>(sent, 0);
        if (sent < offered)
            break;
    }
    return total;
}

qint64 WebSocketTransport::queuedBytes() const
{
    return m_pendingBytes + (m_socket ? unsentBytes(*m_socket) : 0);
}

// QWebSocket has no switch for this; while the socket below is mute it reads nothing, and a bounded read buffer makes
// the peer's kernel wait. Otherwise the buffer has no bound: with one, Qt stops listening while a frame is cut by the
// bound, and only setReadBufferSize() makes it listen again.
void WebSocketTransport::setReadingPaused(bool paused)
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

void WebSocketTransport::close(CloseCode code, const QString &reason)
{
    if (m_isClosed || !m_socket)
        return;
    flush();
    m_keepAlive.stop();
    setReadingPaused(false);
    m_webSocket->close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
    QTimer::singleShot(kCloseGraceMs, this, [this] { m_webSocket->abort(); });
}

QString WebSocketTransport::peerAddress() const
{
    return m_socket ? m_socket->peerAddress().toString() : QString();
}

void WebSocketTransport::handleText(const QString &text)
{
    handleSignOfLife();
    Q_EMIT received(text.toUtf8());
}

void WebSocketTransport::handleBytesWritten()
{
    if (!m_isClosed && queuedBytes() == 0)
        Q_EMIT drained();
}

// The engine answers pings by itself and without a bound: who sends them and reads nothing is cut off. No close frame
// would get through to it.
void WebSocketTransport::checkUnsent()
{
    if (!m_isClosed && queuedBytes() > kMaximumUnsent)
        m_webSocket->abort();
}

void WebSocketTransport::handleDisconnected()
{
    if (std::exchange(m_isClosed, true))
        return;
    m_keepAlive.stop();
    Q_EMIT closed();
}

void WebSocketTransport::handleSignOfLife()
{
    m_heardOf = true;
}

void WebSocketTransport::keepAlive()
{
    m_silentPings = std::exchange(m_heardOf, false) ? 0 : m_silentPings + 1;
    if (m_silentPings >= kSilentPings)
        close(CloseCode::PeerSilent, QStringLiteral("No sign of life."));
    else
        m_webSocket->ping();
}

} // namespace rialto
