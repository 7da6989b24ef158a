#include "net/HttpConnection.h"

#include "net/StreamPump.h"
#include "net/TransferLimits.h"
#include "net/Unsent.h"
#include "net/VirtualSocket.h"
#include "protocol/Codec.h"

#include <QHostAddress>
#include <QSslSocket>

namespace rialto {
namespace {

constexpr int kRequestMs = 10'000; // For a whole head.
constexpr int kIdleMs = 60'000;    // Between requests on one connection.
constexpr int kCloseMs = 2'000;
constexpr qint64 kMaximumUnsent = 64 * 1024; // With more than this waiting to leave, no further request is taken.
constexpr qint64 kReadBuffer = 64 * 1024;

QByteArray refusalBytes(const HttpRefusal &refusal)
{
    QByteArray body = "{\"type\":\"about:blank\",\"title\":\"" + refusal.reason +
                      "\",\"status\":" + QByteArray::number(refusal.status) + ",\"code\":\"";
    body += refusal.status == 413 || refusal.status == 431 ? "tooLarge"
            : refusal.status == 401                        ? "unauthenticated"
            : refusal.status == 403                        ? "forbidden"
            : refusal.status == 404                        ? "notFound"
            : refusal.status == 429                        ? "rateLimited"
            : refusal.status == 503                        ? "unavailable"
                                                           : "invalid";
    body += "\",\"detail\":";
    appendJson(body, QString::fromLatin1(refusal.detail));
    body += '}';
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(refusal.status) + ' ' + refusal.reason +
        "\r\nContent-Type: application/problem+json\r\nContent-Length: " + QByteArray::number(body.size());
    if (refusal.status == 426)
        head += "\r\nSec-WebSocket-Version: 13\r\nUpgrade: websocket";
    if (refusal.status == 429 || refusal.status == 503)
        head += "\r\nRetry-After: 5";
    return head + "\r\nConnection: close\r\n\r\n" + body;
}

// 204 and 304 have no body and say nothing about one (RFC 9110 section 8.6).
QByteArray withoutBodyHeaders(const QByteArray &head)
{
    QByteArrayList kept;
    for (const QByteArray &line : head.split('\n')) {
        const QByteArray name = line.left(line.indexOf(':')).toLower();
        if (name != "content-length" && name != "content-type")
            kept.append(line);
    }
    return kept.join('\n');
}

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, Adopt adopt, OpenStream openStream, QObject *parent)
    : QObject(parent), m_socket(socket), m_adopt(std::move(adopt)), m_openStream(std::move(openStream))
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(kReadBuffer);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readMore);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::handleDisconnected);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::handleBytesWritten);
    if (auto *encrypted = qobject_cast<QSslSocket *>(m_socket.data()))
        connect(encrypted, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::handleBytesWritten);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &HttpConnection::expire);
    m_deadline.start(kRequestMs);
}

HttpConnection::~HttpConnection()
{
    if (m_virtual)
        m_virtual->drop();
}

void HttpConnection::readMore()
{
    if (m_state == State::Head)
        readHead();
    else if (m_state == State::Body)
        readBody();
    else if (m_state == State::Streaming)
        m_pump->readMore();
    else if (m_state == State::Closing)
        m_socket->readAll();
    // While answering nothing is read: the kernel's window makes a pipelining peer wait.
}

void HttpConnection::readHead()
{
    if (m_socket->bytesAvailable() == 0)
        return;
    if (m_head.consumed() == 0)
        m_deadline.start(kRequestMs);
    switch (m_head.read(m_socket->peek(HttpHead::kMaximumBytes + 1))) {
    case HttpHead::State::More:
        return;
    case HttpHead::State::Refused:
        return refuse(m_head.refusal());
    case HttpHead::State::Complete:
        return handleHead();
    }
}

void HttpConnection::handleHead()
{
    if (m_head.isUpgrade()) {
        m_deadline.stop();
        Q_EMIT upgradeRequested(this);
        return;
    }
    if (auto stream = m_openStream(m_head, m_socket->peerAddress()))
        return beginStream(std::move(stream));
    if (m_head.contentLength() > kMaximumBody)
        return refuse({413, "Content Too Large", "The body is larger than 1 MiB."});
    m_socket->read(m_head.consumed());
    m_state = State::Body;
    allow(m_head.contentLength());
    if (m_head.expectsContinue() && m_head.contentLength() > 0 && m_socket->bytesAvailable() == 0)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    readBody();
}

void HttpConnection::beginStream(std::unique_ptr<HttpStream> stream)
{
    m_socket->read(m_head.consumed());
    m_deadline.stop();
    m_state = State::Streaming;
    m_socket->setReadBufferSize(HttpStream::kPiece);
    m_pump = std::make_unique<StreamPump>(*m_socket, m_head, std::move(stream), nullptr);
    connect(m_pump.get(), &StreamPump::finished, this, &HttpConnection::endStream, Qt::QueuedConnection);
    connect(m_pump.get(), &StreamPump::broken, this, &HttpConnection::expire, Qt::QueuedConnection);
    m_pump->start();
}

void HttpConnection::endStream(bool reusable)
{
    if (m_state != State::Streaming)
        return;
    dropPump();
    m_socket->setReadBufferSize(kReadBuffer);
    if (!reusable)
        return closeGently();
    awaitNext();
}

// It may be the pump itself that noticed that the peer is gone.
void HttpConnection::dropPump()
{
    if (!m_pump)
        return;
    m_pump->disconnect(this);
    m_pump->stop();
    m_pump.release()->deleteLater();
}

void HttpConnection::readBody()
{
    const QByteArray more = m_socket->read(m_head.contentLength() - m_body.size());
    m_body += more;
    if (m_body.size() < m_head.contentLength()) {
        if (!more.isEmpty())
            waitForProgress();
        return;
    }
    m_deadline.stop();
    handOver();
}

// A byte now and then is progress, too: so that it does not last for ever, the whole has its time as well.
void HttpConnection::allow(qint64 bytes)
{
    m_transferDeadline.setRemainingTime(transfer::kStallMs + bytes * 1000 / transfer::kSlowestRate);
    m_deadline.start(transfer::kStallMs);
}

void HttpConnection::waitForProgress()
{
    m_deadline.start(static_cast<int>(std::min<qint64>(transfer::kStallMs, m_transferDeadline.remainingTime())));
}

void HttpConnection::handOver()
{
    m_state = State::Answering;
    m_answer.clear();
    m_answerLeft = -1;
    if (!m_virtual) {
        m_virtual = new VirtualSocket(m_socket->peerAddress(), m_socket->peerPort(),
                                      [this](const QByteArray &bytes) { handleOutput(bytes); });
        m_adopt(m_virtual);
    }
    const QByteArray body = std::exchange(m_body, {});
    m_virtual->feed(m_head.toBytes() + body);
}

void HttpConnection::handleOutput(const QByteArray &bytes)
{
    if (m_state != State::Answering)
        return;
    m_answer += bytes;
    if (m_answerLeft < 0)
        takeAnswerHead();
    if (m_answerLeft < 0)
        return;
    m_answerLeft -= m_answer.size();
    if (!m_isGone && m_head.method() != "HEAD")
        m_socket->write(m_answer);
    m_answer.clear();
    if (m_answerLeft <= 0)
        QMetaObject::invokeMethod(this, &HttpConnection::finishAnswer, Qt::QueuedConnection);
}

// QtHttpServer always states the length of what it writes; that is how we know where the answer ends.
void HttpConnection::takeAnswerHead()
{
    const qsizetype end = m_answer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    QByteArray head = m_answer.left(end + 2);
    m_answer.remove(0, end + 4);
    const qsizetype length = head.toLower().indexOf("\r\ncontent-length:");
    m_answerLeft =
        length < 0 ? 0 : head.mid(length + 17, head.indexOf("\r\n", length + 2) - length - 17).trimmed().toLongLong();
    if (head.startsWith("HTTP/1.1 204") || head.startsWith("HTTP/1.1 304"))
        head = withoutBodyHeaders(head);
    if (!m_head.keepsAlive())
        head += "Connection: close\r\n";
    if (!m_isGone)
        m_socket->write(head + "\r\n");
}

void HttpConnection::finishAnswer()
{
    if (m_state != State::Answering)
        return;
    if (m_isGone)
        return end();
    if (!m_head.keepsAlive())
        return closeGently();
    awaitNext();
}

void HttpConnection::awaitNext()
{
    m_head = HttpHead();
    m_state = State::Draining;
    allow(unsentBytes(*m_socket));
    handleBytesWritten();
}

// A peer that asks on and on and reads nothing waits for itself, and not for ever.
void HttpConnection::handleBytesWritten()
{
    if (m_state == State::Streaming)
        return m_pump->writeMore();
    if (m_state != State::Draining && m_state != State::Closing)
        return;
    const qint64 unsent = unsentBytes(*m_socket);
    if (m_state == State::Draining && unsent <= kMaximumUnsent) {
        m_state = State::Head;
        m_deadline.start(kIdleMs);
        readHead();
    } else if (unsent > 0) {
        waitForProgress();
    }
}

void HttpConnection::refuse(const HttpRefusal &refusal)
{
    m_socket->write(refusalBytes(refusal));
    closeGently();
}

// Closing with unread bytes in the kernel would reset the connection and take the answer with it, so what still comes
// is read and dropped for a moment.
void HttpConnection::closeGently()
{
    m_state = State::Closing;
    m_socket->readAll();
    m_socket->disconnectFromHost();
    if (!m_socket || m_socket->state() == QAbstractSocket::UnconnectedState)
        return end();
    const qint64 unsent = unsentBytes(*m_socket);
    if (unsent > 0)
        allow(unsent);
    else
        m_deadline.start(kCloseMs);
}

QTcpSocket *HttpConnection::releaseSocket()
{
    QTcpSocket *socket = m_socket;
    socket->disconnect(this);
    socket->setParent(nullptr);
    m_socket.clear();
    end();
    return socket;
}

void HttpConnection::expire()
{
    if (m_state == State::Head && m_head.consumed() > 0)
        return refuse({408, "Request Timeout", "The request took too long to arrive."});
    if (m_state == State::Body)
        return refuse({408, "Request Timeout", "The body took too long to arrive."});
    if (unsentBytes(*m_socket) > 0)
        resetOnClose(*m_socket);
    m_socket->abort();
}

void HttpConnection::handleDisconnected()
{
    m_deadline.stop();
    m_isGone = true;
    dropPump();
    // A request that is being answered is let run to its end: its effects are wanted, its answer is dropped.
    if (m_state != State::Answering)
        end();
}

void HttpConnection::end()
{
    m_state = State::Closing;
    m_deadline.stop();
    Q_EMIT finished();
    deleteLater();
}

} // namespace rialto
