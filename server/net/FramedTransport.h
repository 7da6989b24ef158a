#pragma once

#include "net/SendQueue.h"
#include "net/Transport.h"
#include "websocket/FrameReader.h"

#include <QSocketNotifier>
#include <QTcpSocket>
#include <QTimer>
#include <memory>

namespace rialto {

class FlushQueue;

/// A Transport on our own engine (shared/websocket), which reads straight from the socket. Lives on: the net thread.
///
/// A paused transport reads nothing: at most the socket's read buffer and one chunk wait here, the rest in the kernel
/// of the peer. Who does not take what it is sent, answers to its own pings included, is cut off.
class FramedTransport final : public Transport
{
    Q_OBJECT
public:
    static constexpr qint64 kReadBuffer = 64 * 1024;

    /// Takes the socket, whose upgrade was answered; it may hold frames already.
    FramedTransport(QTcpSocket *socket, FlushQueue &flushQueue, QObject *parent);
    ~FramedTransport() override;

    void write(const QByteArray &frames) override;
    void flush() override;
    qint64 queuedBytes() const override;
    void setReadingPaused(bool paused) override;
    void close(CloseCode code, const QString &reason) override;
    QString peerAddress() const override { return m_peerAddress; }

private:
    enum class Phase {
        Open,
        Closing,   ///< Our close frame is out, the peer's is awaited; what else comes is dropped.
        Lingering, ///< Nothing is read or written any more; the peer is given time to take what is on its way.
        Closed,
    };

    bool sendDirectly();
    void cutOff();
    void readMore();
    void take(QByteArrayView bytes);
    void handle(const websocket::Incoming &incoming);
    void sendClose(quint16 code, const QString &reason);
    void linger();
    void endSending();
    void handleSent();
    void handleBytesWritten();
    void handleDisconnected();
    void keepAlive();

    QTcpSocket *const m_socket;
    FlushQueue &m_flushQueue;
    const QString m_peerAddress;
    websocket::FrameReader m_reader;
    SendQueue m_queue;
    std::unique_ptr<QSocketNotifier> m_writable; ///< Made when the kernel first took less than it was given.
    const bool m_isEncrypted;
    QByteArray m_unread; ///< What was left of a chunk when reading was paused.
    QTimer m_keepAlive;
    Phase m_phase = Phase::Open;
    bool m_isPaused = false;
    bool m_heardOf = true; ///< Since the last ping.
    bool m_hasSent = true; ///< Something left, or there was nothing to send, since then.
    int m_silentPings = 0;
};

} // namespace rialto
