#pragma once

#include "net/Http.h"

#include <memory>

class QAbstractHttpServer;
class QTcpServer;

namespace rialto {

/// QtHttpServer behind the gate: it is fed complete, bounded requests through virtual sockets, one at a time each, and
/// hands them to our handler. Lives on: the net thread.
class HttpEngine
{
public:
    explicit HttpEngine(HttpHandler handler);
    ~HttpEngine();
    Q_DISABLE_COPY_MOVE(HttpEngine)

    /// Takes its connections from the pending ones of this listening server, which it does not own.
    void bind(QTcpServer &server);

private:
    HttpHandler m_handler;
    std::unique_ptr<QAbstractHttpServer> m_server;
};

} // namespace rialto
