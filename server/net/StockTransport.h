#pragma once

#include "net/SendQueue.h"
#include "net/Transport.h"

#include <QPointer>
#include <QTimer>

class QTcpSocket;
class QWebSocket;

namespace rialto {

class FlushQueue;

/// A Transport on the stock engine: QWebSocket reads and answers control frames, ready frames go straight to the socket
/// below it. Kept to compare with; it refuses text that is fragmented inside a character, and heads beyond 8 KiB. Lives
/// on: the net thread.
class StockTransport final : public Transport
{
    Q_OBJECT
public:
    /// Takes ownership of both; `socket` is the one that `webSocket` was made from.
    StockTransport(QWebSocket *webSocket, QTcpSocket *socket, FlushQueue &flushQueue, QObject *parent);
    ~StockTransport() override;

    void write(const QByteArray &frames) override;
    void flush() override;
    qint64 queuedBytes() const override;
    void setReadingPaused(bool paused) override;
    void close(CloseCode code, const QString &reason) override;
    QString peerAddress() const override;

private:
    void handleText(const QString &text);
    void handleBytesWritten();
    void handleDisconnected();
    void checkUnsent();
    void keepAlive();
    void handleSignOfLife();

    QWebSocket *m_webSocket;
    QPointer<QTcpSocket> m_socket;
    FlushQueue &m_flushQueue;
    SendQueue m_queue;
    bool m_isClosed = false;
    bool m_heardOf = true; ///< Since the last ping.
    int m_silentPings = 0;
    QTimer m_keepAlive;
};

} // namespace rialto
