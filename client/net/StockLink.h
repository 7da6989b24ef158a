#pragma once

#include "net/WebSocketLink.h"

class QWebSocket;

namespace rialto {

/// A WebSocketLink on QWebSocket. Lives on: the GUI thread.
class StockLink final : public WebSocketLink
{
    Q_OBJECT

public:
    explicit StockLink(QObject *parent);

    void open(const QUrl &url, const QSslConfiguration &tls) override;
    void send(const QByteArray &utf8) override;
    void close() override;
    void abort() override;
    QSslConfiguration sslConfiguration() const override;
    void ignoreSslErrors(const QList<QSslError> &errors) override;

private:
    void watchErrors();
    void handleError();
    void handleDisconnected();

    QWebSocket *m_socket;
};

} // namespace rialto
