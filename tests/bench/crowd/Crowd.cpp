#include "crowd/Crowd.h"

#include "load/WebSocketFrame.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace rialto::load {
namespace {

constexpr int kSmallBuffer = 4096; // So that little of what is not read hides in this side's kernel.

bool isSlow(Crowd::Kind kind)
{
    return kind != Crowd::Kind::DeafHttp && kind != Crowd::Kind::DeafWebSocket;
}

QByteArray frame(const std::string &text)
{
    std::string bytes;
    appendFrame(bytes, Opcode::Text, text);
    return QByteArray::fromStdString(bytes);
}

} // namespace

Crowd::Crowd(const Target &target, const Person &person, WhenDropped whenDropped)
    : m_target(target), m_person(person), m_whenDropped(whenDropped)
{
}

Crowd::~Crowd()
{
    for (const Member &member : m_members)
        ::close(member.socket);
}

Result<> Crowd::add(Kind kind, int count)
{
    for (int i = 0; i < count; ++i) {
        const auto socket = open(kind);
        if (!socket)
            return tl::unexpected(socket.error());
        m_members.push_back({kind, *socket});
    }
    return {};
}

Result<int> Crowd::open(Kind kind) const
{
    const auto socket = connectTo(m_target);
    if (!socket)
        return socket;
    ::setsockopt(*socket, SOL_SOCKET, SO_RCVBUF, &kSmallBuffer, sizeof kSmallBuffer);
    const QByteArray greeting = greetingOf(kind);
    ::send(*socket, greeting.constData(), static_cast<size_t>(greeting.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    return socket;
}

QByteArray Crowd::greetingOf(Kind kind) const
{
    const QByteArray upgrade = "GET /ws HTTP/1.1\r\nHost: crowd\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                               "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: cmlhbHRvIGxvYWQgdGVzdA==\r\n"
                               "Authorization: Bearer " +
                               m_person.token + "\r\n\r\n";
    switch (kind) {
    case Kind::SlowHead:
        return "GET /healthz HTTP/1.1\r\nHost: crowd\r\nX-Slow: ";
    case Kind::SlowBody:
        return "POST /api/v1/auth/login HTTP/1.1\r\nHost: crowd\r\nContent-Type: application/json\r\n"
               "Content-Length: 1000\r\n\r\n";
    case Kind::SlowFrame:
        return upgrade + frame(std::string(1000, ' ')).left(8);
    case Kind::DeafHttp:
        return QByteArray("GET /openapi.json HTTP/1.1\r\nHost: crowd\r\n\r\n").repeated(200);
    case Kind::DeafWebSocket:
        return upgrade + frame(R"({"id":1,"method":"session.start","params":{}})");
    }
    return {};
}

void Crowd::step()
{
    const std::size_t count = (m_members.size() + kStepsPerRound - 1) / kStepsPerRound;
    for (std::size_t i = 0; i < count; ++i) {
        Member &member = m_members[m_next++ % m_members.size()];
        if (member.socket >= 0 && isSlow(member.kind))
            ::send(member.socket, "x", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (member.socket >= 0 && isDropped(member)) {
            ::close(std::exchange(member.socket, -1));
            ++m_dropped;
        }
        if (member.socket < 0 && m_whenDropped == WhenDropped::ComeAgain)
            member.socket = open(member.kind).value_or(-1);
    }
}

// A deaf one learns of it by a reset alone; a slow one reads what it is told.
bool Crowd::isDropped(const Member &member)
{
    pollfd question{member.socket, 0, 0};
    if (::poll(&question, 1, 0) > 0 && (question.revents & (POLLERR | POLLHUP)) != 0)
        return true;
    if (!isSlow(member.kind))
        return false;
    std::array<char, 4096> buffer{};
    ssize_t size = 0;
    do
        size = ::recv(member.socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
    while (size > 0);
    return size == 0 || (errno != EAGAIN && errno != EINTR);
}

int Crowd::alive() const
{
    return static_cast<int>(
        std::count_if(m_members.begin(), m_members.end(), [](const Member &member) { return member.socket >= 0; }));
}

} // namespace rialto::load
