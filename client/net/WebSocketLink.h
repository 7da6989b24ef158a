#pragma once

#include <QAbstractSocket>
#include <QSslConfiguration>
#include <QSslError>
#include <QUrl>

namespace rialto {

/// One attempt at a WebSocket, from opening to its end: the seam between Socket and the engine that reads and writes
/// the frames. Lives on: the GUI thread.
class WebSocketLink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// On our own engine, unless the environment has RIALTO_WEBSOCKET_ENGINE=stock, which takes QWebSocket to compare
    /// with.
    static WebSocketLink *create(QObject *parent);

    /// The longest message that is taken. The server takes requests of kMaximumFrameBytes; a page of 200 long messages
    /// in a reply is much longer.
    static constexpr qsizetype kMaximumReceivedBytes = 32 * 1024 * 1024;

    /// Begins; once. `url` is ws or wss with a path.
    virtual void open(const QUrl &url, const QSslConfiguration &tls) = 0;
    /// Only once it is open.
    virtual void send(const QByteArray &utf8) = 0;
    /// Says goodbye; abort() may follow at once.
    virtual void close() = 0;
    /// Ends it without a word.
    virtual void abort() = 0;
    /// With the certificate that the server presented.
    virtual QSslConfiguration sslConfiguration() const = 0;
    /// Only in the slot of sslErrors().
    virtual void ignoreSslErrors(const QList<QSslError> &errors) = 0;

Q_SIGNALS:
    void opened();
    void received(const QByteArray &utf8);
    /// It was open and has ended; with 1006 when it was lost, 1005 when the server gave no code.
    void closed(quint16 code, const QString &reason);
    /// It could not be opened, or was lost.
    void failed(QAbstractSocket::SocketError error, const QString &details);
    void sslErrors(const QList<QSslError> &errors);
};

} // namespace rialto
