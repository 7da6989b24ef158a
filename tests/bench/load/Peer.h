#pragma once

#include "load/HttpClient.h"
#include "load/WebSocketFrame.h"

#include <string>
#include <string_view>

namespace rialto::load {

/// One WebSocket connection on a non-blocking socket: masked frames out, frames in place in.
/// The receive buffer is the caller's and shared; only an unfinished frame is kept here between two calls.
class Peer
{
public:
    enum class State { Upgrading, Starting, Ready, Closed };

    /// Connects (blocking, on loopback a matter of microseconds) and sends the upgrade request.
    static Result<Peer> open(const Target &target);
    Peer(Peer &&other) noexcept;
    Peer &operator=(Peer &&) = delete;
    ~Peer();

    int socket() const { return m_socket; }
    State state() const { return m_state; }
    void setState(State state) { m_state = state; }

    /// Queues a frame; flush() sends what is queued. True when nothing had been queued before.
    bool queue(Opcode opcode, std::string_view payload);
    /// Sends what the socket takes. False when something is left, so that the caller waits for the socket.
    bool flush();

    /// Receives once into `buffer`, behind what was left over the last time. Closed and empty when the peer is gone.
    std::string_view receive(std::string &buffer);
    /// Keeps the bytes of an unfinished frame for the next receive().
    void keep(std::string_view rest) { m_rest.assign(rest); }
    void close();

private:
    explicit Peer(int socket) : m_socket(socket) {}

    int m_socket;
    State m_state = State::Upgrading;
    std::string m_rest;
    std::string m_out;
    std::size_t m_sent = 0;
};

} // namespace rialto::load
