#pragma once

#include "net/HttpStream.h"

#include <QDeadlineTimer>
#include <QTcpSocket>
#include <QTimer>

namespace rialto {

/// Moves one streamed request between its socket and its HttpStream, in bounded memory and under deadlines: a peer that
/// makes no progress for a while, or is slower on the whole than is borne, is given up. Time that our own disk takes is
/// nobody's fault.
///
/// Lives on: the net thread.
class StreamPump final : public QObject
{
    Q_OBJECT
public:
    /// The head is read already; the body is not.
    StreamPump(QTcpSocket &socket, const HttpHead &head, std::unique_ptr<HttpStream> stream, QObject *parent);
    ~StreamPump() override;

    void start();
    /// Nothing is said any more, to the peer or to the stream. The pump may be in the middle of a call.
    void stop();
    /// The socket has more to read.
    void readMore();
    /// The socket has sent something.
    void writeMore();

Q_SIGNALS:
    /// The answer is in the socket. `reusable`: all of the body was read, so another request may follow.
    void finished(bool reusable);
    void broken();

private:
    void wantBody();
    void beginAnswer(const QByteArray &head, qint64 bodySize);
    void takePiece(const QByteArray &piece);
    void finishWhenDone();
    void expire();
    void allow(qint64 bytes);
    void waitForPeer();

    QTcpSocket &m_socket;
    const HttpHead m_head;
    std::unique_ptr<HttpStream> m_stream;
    QTimer m_deadline;
    QDeadlineTimer m_transferDeadline;
    qint64 m_bodyLeft = 0;
    qint64 m_answerLeft = 0;
    bool m_wantsBody = false;
    bool m_hasBegun = false; ///< Whether the peer was told to send its body.
    bool m_isAnswering = false;
    bool m_isDraining = false; ///< The rest of a short body is read and dropped, so that the connection can go on.
    bool m_wantsPiece = false;
    bool m_isDone = false;
};

} // namespace rialto
