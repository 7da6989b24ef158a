#pragma once

#include <QUrl>

namespace rialto {

/// A link to something on a server: `rialto://host:port/rooms/7?server=0f3c22a91be04d57`. `address` is `host:port`, by
/// which one may come there; `path` is `rooms/7`, `rooms/7/messages/123` or `products/7`; `serverId` is what the server
/// calls itself (SessionStarted), by which it is known again at other addresses, or empty.
QUrl serverLink(const QString &address, const QString &path, const QString &serverId);

} // namespace rialto
