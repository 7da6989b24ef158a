#include "net/StockLink.h"

#include <QNetworkProxy>
#include <QWebSocket>

namespace rialto {

StockLink::StockLink(QObject *parent)
    : WebSocketLink(parent), m_socket(new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this))
{
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setMaxAllowedIncomingFrameSize(kMaximumReceivedBytes);
    m_socket->setMaxAllowedIncomingMessageSize(kMaximumReceivedBytes);
    connect(m_socket, &QWebSocket::connected, this, &StockLink::opened);
    connect(m_socket, &QWebSocket::disconnected, this, &StockLink::handleDisconnected);
    connect(m_socket, &QWebSocket::sslErrors, this, &StockLink::sslErrors);
    connect(m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { Q_EMIT received(text.toUtf8()); });
    watchErrors();
}

void StockLink::watchErrors()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(m_socket, &QWebSocket::errorOccurred, this, &StockLink::handleError);
#else
    connect(m_socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this, &StockLink::handleError);
#endif
}

void StockLink::open(const QUrl &url, const QSslConfiguration &tls)
{
    m_socket->setSslConfiguration(tls);
    m_socket->open(url);
}

void StockLink::send(const QByteArray &utf8)
{
    m_socket->sendTextMessage(QString::fromUtf8(utf8));
}

void StockLink::close()
{
    m_socket->close(QWebSocketProtocol::CloseCodeNormal);
}

void StockLink::abort()
{
    m_socket->abort();
}

QSslConfiguration StockLink::sslConfiguration() const
{
    return m_socket->sslConfiguration();
}

void StockLink::ignoreSslErrors(const QList<QSslError> &errors)
{
    m_socket->ignoreSslErrors(errors);
}

void StockLink::handleError()
{
    Q_EMIT failed(m_socket->error(), m_socket->errorString());
}

void StockLink::handleDisconnected()
{
    Q_EMIT closed(static_cast<quint16>(m_socket->closeCode()), m_socket->closeReason());
}

} // namespace rialto
