#include "net/FramedTransport.h"

#include "net/FlushQueue.h"
#include "net/Unsent.h"
#include "protocol/Frame.h"
#include "websocket/FrameWriter.h"

#include <QHostAddress>
#include <QRandomGenerator>

namespace rialto {
namespace {

using websocket::Incoming;
using websocket::Opcode;

constexpr int kPingMs = 20'000;
constexpr int kSilentPings = 2; // Unanswered pings until the peer counts as dead: within 60 s.
constexpr qint64 kMaximumUnsent = 2 * 1024 * 1024;
// For the peer to answer our close frame, and then to take what is on its way. Not the same for all: a thousand that
// are closed at once are not cut off at once.
constexpr int kCloseGraceMs = 1'500;
constexpr int kCloseSpreadMs = 1'000;
constexpr qint64 kChunk = 16 * 1024;

} // namespace

FramedTransport::FramedTransport(QTcpSocket *socket, FlushQueue &flushQueue, QObject *parent)
    : Transport(parent),
      m_socket(socket),
      m_flushQueue(flushQueue),
      m_peerAddress(socket->peerAddress().toString()),
      m_reader(websocket::FrameReader::Peer::Client, kMaximumFrameBytes),
      m_isEncrypted(qobject_cast<QSslSocket *>(socket) != nullptr)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(kReadBuffer);
    connect(m_socket, &QTcpSocket::readyRead, this, &FramedTransport::readMore);
    connect(m_socket, &QTcpSocket::disconnected, this, &FramedTransport::handleDisconnected);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &FramedTransport::handleBytesWritten);
    if (auto *encrypted = qobject_cast<QSslSocket *>(socket))
        connect(encrypted, &QSslSocket::encryptedBytesWritten, this, &FramedTransport::handleBytesWritten);
    connect(&m_keepAlive, &QTimer::timeout, this, &FramedTransport::keepAlive);
    m_keepAlive.start(kPingMs);
    QMetaObject::invokeMethod(this, &FramedTransport::readMore, Qt::QueuedConnection);
}

FramedTransport::~FramedTransport()
{
    m_phase = Phase::Closed; // The socket's farewell is for nobody.
}

void FramedTransport::write(const QByteArray &frames)
{
    if (m_phase != Phase::Open)
        return;
    if (m_queue.isEmpty())
        m_flushQueue.add(this);
    m_queue.add(frames);
}

void FramedTransport::flush()
{
    if (m_phase == Phase::Closed || m_queue.isEmpty())
        return;
    if (m_isEncrypted)
        m_queue.handTo(*m_socket);
    else if (!sendDirectly())
        return cutOff();
    if (queuedBytes() == 0)
        handleSent();
}

// What the kernel does not take stays here, where it is shared with all who get the same, and not in Qt's queue, which
// would copy it for each of them.
bool FramedTransport::sendDirectly()
{
    if (m_socket->bytesToWrite() > 0) // The answer to the upgrade.
        m_socket->flush();
    if (m_socket->bytesToWrite() > 0)
        return true; // handleBytesWritten() goes on.
    const qint64 before = m_queue.bytes();
    if (!m_queue.sendTo(*m_socket))
        return false;
    m_hasSent = m_hasSent || m_queue.bytes() < before;
    if (!m_writable && !m_queue.isEmpty()) {
        m_writable = std::make_unique<QSocketNotifier>(m_socket->socketDescriptor(), QSocketNotifier::Write);
        connect(m_writable.get(), &QSocketNotifier::activated, this, &FramedTransport::flush);
    }
    if (m_writable)
        m_writable->setEnabled(!m_queue.isEmpty());
    return true;
}

void FramedTransport::cutOff()
{
    if (queuedBytes() > 0)
        resetOnClose(*m_socket);
    m_socket->abort();
}

qint64 FramedTransport::queuedBytes() const
{
    return m_queue.bytes() + unsentBytes(*m_socket);
}

void FramedTransport::setReadingPaused(bool paused)
{
    if (std::exchange(m_isPaused, paused) && !paused)
        QMetaObject::invokeMethod(this, &FramedTransport::readMore, Qt::QueuedConnection);
}

// One chunk, then it is the others' turn. The last read of a series finds less than it could take, and that matters: Qt
// stops listening to a socket whose read buffer is full, and listens again only when somebody asks for more than the
// buffer has.
void FramedTransport::readMore()
{
    if (!m_isPaused && !m_unread.isEmpty())
        take(std::exchange(m_unread, {}));
    if (m_isPaused || m_phase == Phase::Closed)
        return;
    char chunk[kChunk];
    const qint64 size = m_socket->read(chunk, kChunk);
    if (size <= 0)
        return;
    m_heardOf = true;
    take(QByteArrayView(chunk, size));
    if (size == kChunk)
        QMetaObject::invokeMethod(this, &FramedTransport::readMore, Qt::QueuedConnection);
}

void FramedTransport::take(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && !m_isPaused && (m_phase == Phase::Open || m_phase == Phase::Closing)) {
        if (const auto incoming = m_reader.read(bytes))
            handle(*incoming);
    }
    if (m_isPaused)
        m_unread = bytes.toByteArray();
    // No close frame would get through to one who sends pings on and on and reads none of the answers.
    if (m_phase == Phase::Open && queuedBytes() > kMaximumUnsent)
        cutOff();
}

void FramedTransport::handle(const Incoming &incoming)
{
    const bool isOpen = m_phase == Phase::Open;
    switch (incoming.kind) {
    case Incoming::Kind::Text:
        if (isOpen)
            Q_EMIT received(incoming.payload);
        return;
    case Incoming::Kind::Ping:
        return write(websocket::frame(Opcode::Pong, incoming.payload));
    case Incoming::Kind::Pong:
        return;
    case Incoming::Kind::Close:
    case Incoming::Kind::Violation:
        if (isOpen)
            sendClose(incoming.closeCode,
                      incoming.kind == Incoming::Kind::Close ? QString() : QString::fromLatin1(incoming.payload));
        return linger();
    }
}

void FramedTransport::close(CloseCode code, const QString &reason)
{
    if (m_phase != Phase::Open)
        return;
    sendClose(static_cast<quint16>(code), reason);
}

void FramedTransport::sendClose(quint16 code, const QString &reason)
{
    m_queue.add(websocket::frame(Opcode::Close, websocket::closePayload(code, reason)));
    m_phase = Phase::Closing;
    m_keepAlive.stop();
    setReadingPaused(false);
    const int grace = kCloseGraceMs + QRandomGenerator::global()->bounded(kCloseSpreadMs);
    QTimer::singleShot(grace, this, [this] { cutOff(); });
    flush();
}

// Closing with unread bytes in the kernel would reset the connection and take our last words with it: first only the
// sending half ends, and what still comes is read and dropped until the peer ends its half.
void FramedTransport::linger()
{
    if (m_phase != Phase::Closing)
        return;
    m_phase = Phase::Lingering;
    endSending();
}

void FramedTransport::endSending()
{
    if (queuedBytes() > 0)
        return; // handleSent() comes back here.
    if (m_isEncrypted)
        m_socket->disconnectFromHost();
    else
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
}

void FramedTransport::handleBytesWritten()
{
    m_hasSent = true;
    if (!m_queue.isEmpty())
        flush();
    else if (queuedBytes() == 0)
        handleSent();
}

void FramedTransport::handleSent()
{
    if (m_phase == Phase::Lingering)
        endSending();
    else if (m_phase == Phase::Open)
        Q_EMIT drained();
}

void FramedTransport::handleDisconnected()
{
    if (std::exchange(m_phase, Phase::Closed) == Phase::Closed)
        return;
    m_keepAlive.stop();
    if (m_writable)
        m_writable->setEnabled(false);
    m_queue.clear();
    Q_EMIT closed();
}

void FramedTransport::keepAlive()
{
    if (!std::exchange(m_hasSent, queuedBytes() == 0))
        return cutOff();
    m_silentPings = std::exchange(m_heardOf, false) ? 0 : m_silentPings + 1;
    if (m_silentPings >= kSilentPings)
        close(CloseCode::PeerSilent, QStringLiteral("No sign of life."));
    else
        write(websocket::frame(Opcode::Ping, {}));
}

} // namespace rialto
