#pragma once

#include "net/WebSocketLink.h"
#include "websocket/FrameReader.h"
#include "websocket/Handshake.h"

#include <QSslSocket>

namespace rialto {

/// A WebSocketLink on our own engine (shared/websocket). Lives on: the GUI thread.
class FramedLink final : public WebSocketLink
{
    Q_OBJECT

public:
    explicit FramedLink(QObject *parent);
    ~FramedLink() override;

    void open(const QUrl &url, const QSslConfiguration &tls) override;
    void send(const QByteArray &utf8) override;
    void close() override;
    void abort() override;
    QSslConfiguration sslConfiguration() const override { return m_socket.sslConfiguration(); }
    void ignoreSslErrors(const QList<QSslError> &errors) override { m_socket.ignoreSslErrors(errors); }

private:
    enum class Phase { Connecting, Upgrading, Open, Ended };

    void handleConnected();
    void handleEncrypted();
    void readMore();
    void readUpgrade(QByteArrayView &bytes);
    void handle(const websocket::Incoming &incoming);
    void write(websocket::Opcode opcode, QByteArrayView payload);
    void endAs(quint16 code, const QString &reason);
    void fail(QAbstractSocket::SocketError error, const QString &details);
    void handleError(QAbstractSocket::SocketError error);
    void handleDisconnected();

    QSslSocket m_socket; ///< Speaks plain TCP as well.
    QUrl m_url;
    QByteArray m_key;
    websocket::UpgradeReply m_reply;
    websocket::FrameReader m_reader;
    Phase m_phase = Phase::Connecting;
};

} // namespace rialto
