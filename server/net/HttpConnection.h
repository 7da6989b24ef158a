#pragma once

#include "net/HttpStream.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>
#include <functional>

namespace rialto {

class StreamPump;
class VirtualSocket;

/// One accepted socket until it closes or becomes a WebSocket: reads requests under limits and deadlines, answers
/// refusals itself, hands complete requests to the engine one at a time and keeps its answers in order. Requests of
/// files go past the engine, as streams.
///
/// Lives on: the net thread.
class HttpConnection final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 kMaximumBody = 1024 * 1024;

    /// Gives the engine a virtual socket to serve; the engine deletes it once it is dropped.
    using Adopt = std::function<void(VirtualSocket *)>;

    /// Takes the socket, which may still be busy with its TLS handshake.
    HttpConnection(QTcpSocket *socket, Adopt adopt, OpenStream openStream, QObject *parent);
    ~HttpConnection() override;

    /// Writes a refusal and closes. Used by the gate for upgrades that it turns away.
    void refuse(const HttpRefusal &refusal);
    /// Lets go of the socket, whose upgrade request is still unread, for the WebSocket engine.
    QTcpSocket *releaseSocket();
    const HttpHead &head() const { return m_head; }
    QTcpSocket &socket() { return *m_socket; }

Q_SIGNALS:
    /// A complete upgrade request; the gate now calls refuse() or releaseSocket().
    void upgradeRequested(HttpConnection *connection);
    void finished();

private:
    enum class State { Head, Body, Streaming, Answering, Draining, Closing };

    void readMore();
    void readHead();
    void handleHead();
    void beginStream(std::unique_ptr<HttpStream> stream);
    void endStream(bool reusable);
    void dropPump();
    void readBody();
    void handOver();
    void handleOutput(const QByteArray &bytes);
    void takeAnswerHead();
    void finishAnswer();
    void awaitNext();
    void handleBytesWritten();
    void handleDisconnected();
    void allow(qint64 bytes);
    void waitForProgress();
    void expire();
    void closeGently();
    void end();

    QPointer<QTcpSocket> m_socket;
    const Adopt m_adopt;
    const OpenStream m_openStream;
    std::unique_ptr<StreamPump> m_pump; ///< While streaming.
    QPointer<VirtualSocket> m_virtual;
    QTimer m_deadline;
    QDeadlineTimer m_transferDeadline; ///< For a whole body or answer, at the slowest rate that is borne.
    State m_state = State::Head;
    HttpHead m_head;
    QByteArray m_body;
    bool m_isGone = false; ///< The peer left while its request was being answered.
    QByteArray m_answer;   ///< Head of the answer until it is complete.
    qint64 m_answerLeft = -1;
};

} // namespace rialto
