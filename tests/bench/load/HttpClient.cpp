#include "load/HttpClient.h"

#include <QJsonDocument>
#include <QUrl>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace rialto::load {
namespace {

Error lost(const char *what)
{
    const QString reason = errno == 0 ? u"it has gone"_s : QString::fromLocal8Bit(strerror(errno));
    return {ErrorCode::Unavailable, u"The server %1: %2"_s.arg(QLatin1StringView(what), reason), {}, {}, 0};
}

/// The value of a header in an answer's head, without surrounding blanks; empty when it is missing.
QByteArray headerValue(const QByteArray &head, const QByteArray &lowerName)
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == lowerName)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

QString wordsOf(int status, const QByteArray &body)
{
    const QJsonObject problem = QJsonDocument::fromJson(body).object();
    const QString detail = problem[u"detail"].toString(problem[u"title"].toString());
    return u"The server refused with status %1: %2"_s.arg(status).arg(detail.isEmpty() ? QString::fromUtf8(body)
                                                                                       : detail);
}

} // namespace

Result<Target> parseTarget(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    in_addr address{};
    const QByteArray host = parsed.host() == u"localhost" ? QByteArray("127.0.0.1") : parsed.host().toLatin1();
    if (parsed.scheme() != u"http" || inet_pton(AF_INET, host.constData(), &address) != 1)
        return fail(ErrorCode::Invalid, u"The server must be given as http://ADDRESS:PORT with an IPv4 address."_s,
                    u"server"_s);
    return Target{host.toStdString(), static_cast<quint16>(parsed.port(3000))};
}

Result<int> connectTo(const Target &target)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return tl::unexpected(lost("cannot be asked"));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(target.port);
    inet_pton(AF_INET, target.address.c_str(), &address.sin_addr);
    sockaddr generic{};
    static_assert(sizeof generic == sizeof address);
    std::memcpy(&generic, &address, sizeof address);
    if (::connect(socket, &generic, sizeof generic) != 0) {
        const Error error = lost("cannot be reached");
        ::close(socket);
        return tl::unexpected(error);
    }
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

HttpClient::~HttpClient()
{
    disconnect();
}

Result<QByteArray> HttpClient::request(const char *verb, const QByteArray &path, const QByteArray &json)
{
    QByteArray head = QByteArray(verb) + " /api/v1/" + path +
                      " HTTP/1.1\r\nHost: " + QByteArray::fromStdString(m_target.address) + ':' +
                      QByteArray::number(m_target.port) + "\r\n";
    if (!m_token.isEmpty())
        head += "Authorization: Bearer " + m_token + "\r\n";
    if (!json.isEmpty())
        head += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size()) + "\r\n";
    return ensureConnected().and_then([&] { return sendAll(head + "\r\n" + json); }).and_then([&] {
        return readAnswer();
    });
}

Result<QJsonObject> HttpClient::requestJson(const char *verb, const QByteArray &path, const QByteArray &json)
{
    return request(verb, path, json).map([](const QByteArray &body) { return QJsonDocument::fromJson(body).object(); });
}

Result<> HttpClient::ensureConnected()
{
    if (m_socket >= 0)
        return {};
    return connectTo(m_target).map([this](int socket) { m_socket = socket; });
}

Result<> HttpClient::sendAll(const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t count = ::send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (count < 0)
            return tl::unexpected(lost("closed the connection"));
        sent += count;
    }
    return {};
}

Result<QByteArray> HttpClient::readAnswer()
{
    qsizetype headEnd = -1;
    while ((headEnd = m_received.indexOf("\r\n\r\n")) < 0) {
        if (const auto more = readMore(); !more)
            return tl::unexpected(more.error());
    }
    const QByteArray head = m_received.left(headEnd);
    const int status = head.mid(9, 3).toInt();
    const qsizetype end = headEnd + 4 + headerValue(head, "content-length").toLongLong();
    while (m_received.size() < end) {
        if (const auto more = readMore(); !more)
            return tl::unexpected(more.error());
    }
    const QByteArray body = m_received.mid(headEnd + 4, end - headEnd - 4);
    m_received.remove(0, end);
    if (headerValue(head, "connection").toLower() == "close")
        disconnect();
    if (status >= 400 || status < 100)
        return fail(ErrorCode::Unavailable, wordsOf(status, body));
    return body;
}

Result<> HttpClient::readMore()
{
    std::array<char, 65'536> buffer;
    const ssize_t count = ::recv(m_socket, buffer.data(), buffer.size(), 0);
    if (count <= 0) {
        const Error error = lost("closed the connection");
        disconnect();
        return tl::unexpected(error);
    }
    m_received.append(buffer.data(), count);
    return {};
}

void HttpClient::disconnect()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
    m_received.clear();
}

} // namespace rialto::load
