#pragma once

#include "net/Transport.h"

#include <QByteArrayList>
#include <QPointer>
#include <QTimer>

class QTcpSocket;
class QWebSocket;

namespace rialto {

class FlushQueue;

/// A Transport on the stock engine: QWebSocket reads and answers control frames, ready frames go straight to the socket
/// below it. Lives on: the net thread.
class WebSocketTransport final : public Transport
{
    Q_OBJECT
public:
    /// Takes ownership of both; `socket` is the one that `webSocket` was made from.
    WebSocketTransport(QWebSocket *webSocket, QTcpSocket *socket, FlushQueue &flushQueue, QObject *parent);
    ~WebSocketTransport() override;

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
    qsizetype sendDirectly();

    QWebSocket *m_webSocket;
    QPointer<QTcpSocket> m_socket;
    FlushQueue &m_flushQueue;
    QByteArrayList m_pending;
    qint64 m_pendingBytes = 0;
    bool m_isEncrypted = false;
    bool m_isClosed = false;
    bool m_heardOf = true; ///< Since the last ping.
    int m_silentPings = 0;
    QTimer m_keepAlive;
};

} // namespace rialto
