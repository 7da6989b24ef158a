#pragma once

#include "base/Error.h"

#include <QUrl>

namespace rialto {

/// Where a server is, read from what a person types: `host`, `host:3000`, `[::1]:3000`, `http://host`,
/// `https://host:3000` or `rialto://host:3000`. Without a scheme loopback means http and everything else https, so that
/// nobody talks in plain text to another machine unless `http://` was typed.
struct ServerAddress
{
    QString host; ///< Lower case; an IPv6 address has no brackets here.
    quint16 port = kDefaultPort;
    bool secure = false; ///< https and wss.

    static constexpr quint16 kDefaultPort = 3000;

    /// The error is a sentence for the person who typed; its field is "server".
    static Result<ServerAddress> parse(const QString &typed);

    bool isLoopback() const;
    /// `https://host:port`, which parse() reads back to the same address.
    QString toString() const;
    /// `host:port`, to show.
    QString displayName() const;
    /// What leads others here: `rialto://host:port`, which opens the program, where that says all there is to say, else
    /// toString(): it tells nothing of encryption. parse() reads both back to the same address.
    QString link() const;
    /// The URL of a REST path such as `auth/login`.
    QUrl restUrl(const QString &path) const;
    QUrl webSocketUrl() const;

    bool operator==(const ServerAddress &) const = default;
};

} // namespace rialto
