#include "net/StreamPump.h"

#include "net/TransferLimits.h"
#include "net/Unsent.h"

namespace rialto {

StreamPump::StreamPump(QTcpSocket &socket, const HttpHead &head, std::unique_ptr<HttpStream> stream, QObject *parent)
    : QObject(parent), m_socket(socket), m_head(head), m_stream(std::move(stream)), m_bodyLeft(m_head.contentLength())
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &StreamPump::expire);
    connect(m_stream.get(), &HttpStream::bodyWanted, this, &StreamPump::wantBody);
    connect(m_stream.get(), &HttpStream::answered, this, &StreamPump::beginAnswer);
    connect(m_stream.get(), &HttpStream::pieceReady, this, &StreamPump::takePiece);
    connect(m_stream.get(), &HttpStream::broken, this, &StreamPump::broken);
}

StreamPump::~StreamPump()
{
    stop();
    m_stream.release()->deleteLater(); // It may have been the stream that caused this.
}

void StreamPump::stop()
{
    m_isDone = true;
    m_deadline.stop();
    m_stream->disconnect(this);
    m_stream->cancel();
}

void StreamPump::start()
{
    allow(m_bodyLeft);
    m_deadline.stop();
    m_stream->start();
}

void StreamPump::allow(qint64 bytes)
{
    m_transferDeadline.setRemainingTime(transfer::kStallMs + bytes * 1000 / transfer::kSlowestRate);
}

void StreamPump::waitForPeer()
{
    m_deadline.start(static_cast<int>(std::min<qint64>(transfer::kStallMs, m_transferDeadline.remainingTime())));
}

void StreamPump::wantBody()
{
    m_wantsBody = true;
    if (!m_hasBegun && m_head.expectsContinue() && m_socket.bytesAvailable() == 0)
        m_socket.write("HTTP/1.1 100 Continue\r\n\r\n");
    m_hasBegun = true;
    waitForPeer();
    readMore();
}

void StreamPump::readMore()
{
    if (m_isDone)
        return;
    if (m_isDraining) {
        m_bodyLeft -= m_socket.read(m_bodyLeft).size();
        return finishWhenDone();
    }
    if (!m_wantsBody || m_isAnswering || m_bodyLeft <= 0)
        return;
    const QByteArray piece = m_socket.read(std::min(m_bodyLeft, HttpStream::kPiece));
    if (piece.isEmpty())
        return;
    m_bodyLeft -= piece.size();
    m_wantsBody = false;
    m_deadline.stop();
    m_stream->receive(piece);
}

void StreamPump::beginAnswer(const QByteArray &head, qint64 bodySize)
{
    m_isAnswering = true;
    m_wantsBody = false;
    const bool hasBody = m_head.method() != "HEAD";
    m_answerLeft = hasBody ? bodySize : 0;
    m_isDraining = m_bodyLeft > 0 && m_bodyLeft <= HttpStream::kPiece && (m_hasBegun || !m_head.expectsContinue());
    const bool closes = (m_bodyLeft > 0 && !m_isDraining) || !m_head.keepsAlive();
    m_socket.write(head + (closes ? "Connection: close\r\n\r\n" : "\r\n"));
    allow(m_answerLeft);
    m_wantsPiece = m_answerLeft > 0;
    if (m_isDraining)
        waitForPeer();
    readMore();
    writeMore();
    finishWhenDone();
}

void StreamPump::takePiece(const QByteArray &piece)
{
    if (m_answerLeft <= 0)
        return;
    m_answerLeft -= piece.size();
    m_socket.write(piece);
    waitForPeer();
    m_wantsPiece = m_answerLeft > 0;
    writeMore();
    finishWhenDone();
}

void StreamPump::writeMore()
{
    if (!m_isAnswering || m_isDone)
        return;
    if (unsentBytes(m_socket) > 0)
        waitForPeer();
    if (!m_wantsPiece || unsentBytes(m_socket) >= HttpStream::kPiece)
        return;
    m_wantsPiece = false;
    if (unsentBytes(m_socket) == 0)
        m_deadline.stop();
    m_stream->sendMore();
}

void StreamPump::finishWhenDone()
{
    if (m_answerLeft > 0 || m_isDone || (m_isDraining && m_bodyLeft > 0))
        return;
    m_isDone = true;
    m_deadline.stop();
    Q_EMIT finished(m_bodyLeft <= 0 && m_head.keepsAlive());
}

// Nothing is left to say to somebody who does not take what was sent.
void StreamPump::expire()
{
    m_isDone = true;
    Q_EMIT broken();
}

} // namespace rialto
