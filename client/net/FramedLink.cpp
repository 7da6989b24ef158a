#include "net/FramedLink.h"

#include "websocket/FrameWriter.h"

#include <QNetworkProxy>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

using websocket::Incoming;
using websocket::Opcode;

constexpr quint16 kNormal = 1000;
constexpr quint16 kLost = 1006;
constexpr qint64 kReadBuffer = 256 * 1024;
constexpr qint64 kChunk = 16 * 1024;
constexpr qint64 kMaximumUnsent = 16 * 1024 * 1024; // A server that reads nothing of this is none.

QByteArray hostHeader(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    return (host.contains(u':') ? u'[' + host + u']' : host).toLatin1() +
           (url.port() > 0 ? ':' + QByteArray::number(url.port()) : QByteArray());
}

} // namespace

FramedLink::FramedLink(QObject *parent)
    : WebSocketLink(parent),
      m_key(websocket::makeKey()),
      m_reply(m_key),
      m_reader(websocket::FrameReader::Peer::Server, kMaximumReceivedBytes)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.setReadBufferSize(kReadBuffer);
    connect(&m_socket, &QSslSocket::connected, this, &FramedLink::handleConnected);
    connect(&m_socket, &QSslSocket::encrypted, this, &FramedLink::handleEncrypted);
    connect(&m_socket, &QSslSocket::sslErrors, this, &FramedLink::sslErrors);
    connect(&m_socket, &QSslSocket::readyRead, this, &FramedLink::readMore);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &FramedLink::handleError);
    connect(&m_socket, &QSslSocket::disconnected, this, &FramedLink::handleDisconnected);
}

FramedLink::~FramedLink()
{
    m_phase = Phase::Ended; // The socket's farewell is for nobody.
}

void FramedLink::open(const QUrl &url, const QSslConfiguration &tls)
{
    m_url = url;
    const bool isSecure = url.scheme() == "wss"_L1;
    const auto port = static_cast<quint16>(url.port(isSecure ? 443 : 80));
    m_socket.setSslConfiguration(tls);
    if (isSecure)
        m_socket.connectToHostEncrypted(url.host(), port);
    else
        m_socket.connectToHost(url.host(), port);
}

void FramedLink::handleConnected()
{
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (m_url.scheme() != "wss"_L1)
        handleEncrypted();
}

// From here on nobody reads along who should not, or the person wanted plain text.
void FramedLink::handleEncrypted()
{
    m_phase = Phase::Upgrading;
    m_socket.write(websocket::upgradeRequest(hostHeader(m_url), m_url.path(QUrl::FullyEncoded).toLatin1(), m_key));
}

// Whoever hears a signal may abort this link, which ends the loops; nobody deletes it at once.
void FramedLink::readMore()
{
    char chunk[kChunk];
    while (m_phase == Phase::Upgrading || m_phase == Phase::Open) {
        const qint64 size = m_socket.read(chunk, kChunk);
        if (size <= 0)
            return;
        QByteArrayView bytes(chunk, size);
        if (m_phase == Phase::Upgrading)
            readUpgrade(bytes);
        while (m_phase == Phase::Open && !bytes.isEmpty()) {
            if (const auto incoming = m_reader.read(bytes))
                handle(*incoming);
        }
    }
}

void FramedLink::readUpgrade(QByteArrayView &bytes)
{
    switch (m_reply.read(bytes)) {
    case websocket::UpgradeReply::State::More:
        return;
    case websocket::UpgradeReply::State::Refused:
        return fail(QAbstractSocket::ConnectionRefusedError, QString::fromLatin1(m_reply.refusal()));
    case websocket::UpgradeReply::State::Accepted:
        m_phase = Phase::Open;
        Q_EMIT opened();
    }
}

void FramedLink::handle(const Incoming &incoming)
{
    switch (incoming.kind) {
    case Incoming::Kind::Text:
        Q_EMIT received(incoming.payload);
        return;
    case Incoming::Kind::Ping:
        return write(Opcode::Pong, incoming.payload);
    case Incoming::Kind::Pong:
        return;
    case Incoming::Kind::Close:
        write(Opcode::Close, websocket::closePayload(incoming.closeCode, {}));
        return endAs(incoming.closeCode, QString::fromUtf8(incoming.payload));
    case Incoming::Kind::Violation:
        write(Opcode::Close, websocket::closePayload(incoming.closeCode, QString::fromLatin1(incoming.payload)));
        return fail(QAbstractSocket::UnknownSocketError, QString::fromLatin1(incoming.payload));
    }
}

void FramedLink::send(const QByteArray &utf8)
{
    write(Opcode::Text, utf8);
}

void FramedLink::write(Opcode opcode, QByteArrayView payload)
{
    if (m_phase != Phase::Open)
        return;
    m_socket.write(websocket::maskedFrame(opcode, payload, QRandomGenerator::system()->generate()));
    if (m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() > kMaximumUnsent)
        fail(QAbstractSocket::SocketTimeoutError, u"The server takes nothing any more."_s);
}

void FramedLink::close()
{
    write(Opcode::Close, websocket::closePayload(kNormal, {}));
    m_phase = Phase::Ended;
    m_socket.flush();
    m_socket.disconnectFromHost();
}

void FramedLink::abort()
{
    m_phase = Phase::Ended;
    m_socket.abort();
}

// What was written still leaves.
void FramedLink::endAs(quint16 code, const QString &reason)
{
    m_phase = Phase::Ended;
    m_socket.flush();
    m_socket.disconnectFromHost();
    Q_EMIT closed(code, reason);
}

void FramedLink::fail(QAbstractSocket::SocketError error, const QString &details)
{
    m_phase = Phase::Ended;
    m_socket.flush();
    m_socket.disconnectFromHost();
    Q_EMIT failed(error, details);
}

void FramedLink::handleError(QAbstractSocket::SocketError error)
{
    if (m_phase == Phase::Ended)
        return;
    const bool wasOpen = std::exchange(m_phase, Phase::Ended) == Phase::Open;
    if (wasOpen && error == QAbstractSocket::RemoteHostClosedError)
        Q_EMIT closed(kLost, {});
    else
        Q_EMIT failed(error, m_socket.errorString());
}

void FramedLink::handleDisconnected()
{
    if (m_phase == Phase::Ended)
        return;
    const bool wasOpen = std::exchange(m_phase, Phase::Ended) == Phase::Open;
    if (wasOpen)
        Q_EMIT closed(kLost, {});
    else
        Q_EMIT failed(QAbstractSocket::RemoteHostClosedError, m_socket.errorString());
}

} // namespace rialto
