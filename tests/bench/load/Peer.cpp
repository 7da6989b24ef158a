#include "load/Peer.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace rialto::load {

Result<Peer> Peer::open(const Target &target)
{
    const auto socket = connectTo(target);
    if (!socket)
        return tl::unexpected(socket.error());
    ::fcntl(*socket, F_SETFL, O_NONBLOCK);
    Peer peer(*socket);
    peer.m_out = "GET /ws HTTP/1.1\r\nHost: " + target.address + ':' + std::to_string(target.port) +
                 "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                 "Sec-WebSocket-Key: cmlhbHRvIGxvYWQgdGVzdA==\r\n\r\n";
    peer.flush();
    return peer;
}

Peer::Peer(Peer &&other) noexcept
    : m_socket(std::exchange(other.m_socket, -1)),
      m_state(other.m_state),
      m_rest(std::move(other.m_rest)),
      m_out(std::move(other.m_out)),
      m_sent(other.m_sent)
{
}

Peer::~Peer()
{
    close();
}

bool Peer::queue(Opcode opcode, std::string_view payload)
{
    const bool wasEmpty = m_out.empty();
    appendFrame(m_out, opcode, payload);
    return wasEmpty;
}

bool Peer::flush()
{
    while (m_sent < m_out.size()) {
        const ssize_t count = ::send(m_socket, m_out.data() + m_sent, m_out.size() - m_sent, MSG_NOSIGNAL);
        if (count < 0 && errno == EAGAIN)
            return false;
        if (count < 0) {
            close();
            break;
        }
        m_sent += static_cast<std::size_t>(count);
    }
    m_out.clear();
    m_sent = 0;
    return true;
}

std::string_view Peer::receive(std::string &buffer)
{
    const std::size_t kept = m_rest.size();
    m_rest.copy(buffer.data(), kept);
    const ssize_t count = ::recv(m_socket, buffer.data() + kept, buffer.size() - kept, 0);
    if (count < 0 && errno == EAGAIN)
        return {};
    if (count <= 0) {
        close();
        return {};
    }
    m_rest.clear();
    return {buffer.data(), kept + static_cast<std::size_t>(count)};
}

void Peer::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
    m_state = State::Closed;
}

} // namespace rialto::load
