#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QJsonObject>

#include <string>

namespace rialto::load {

/// Where the server is: an IPv4 address and a port, without TLS.
struct Target
{
    std::string address = "127.0.0.1";
    quint16 port = 3000;
};

/// Reads "http://ADDRESS:PORT". Fails on anything but plain HTTP to a numeric IPv4 address.
Result<Target> parseTarget(const QString &url);

/// Opens a blocking connection with TCP_NODELAY; the answer is the descriptor. Fails when nobody listens.
Result<int> connectTo(const Target &target);

/// One blocking keep-alive connection to the REST interface.
class HttpClient
{
public:
    explicit HttpClient(Target target) : m_target(std::move(target)) {}
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    void setToken(const QByteArray &token) { m_token = token; }
    /// Sends one request to `path` below /api/v1 and reads its answer. A status of 400 and above is an error that
    /// carries the server's words.
    Result<QByteArray> request(const char *verb, const QByteArray &path, const QByteArray &json = {});
    Result<QJsonObject> requestJson(const char *verb, const QByteArray &path, const QByteArray &json = {});

private:
    Result<> ensureConnected();
    Result<> sendAll(const QByteArray &bytes);
    Result<QByteArray> readAnswer();
    Result<> readMore();
    void disconnect();

    Target m_target;
    QByteArray m_token;
    QByteArray m_received;
    int m_socket = -1;
};

} // namespace rialto::load
