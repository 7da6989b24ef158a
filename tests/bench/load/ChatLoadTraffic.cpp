// What goes over the connections: the handshake, the messages, and what comes back.
#include "load/ChatLoad.h"

#include "protocol/Chat.h"
#include "protocol/Session.h"

#include <sys/epoll.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace rialto::load {
namespace {

constexpr std::string_view kReplyStart = R"({"id":)";
constexpr std::string_view kPosted = MessagePosted::event.type;

std::uint64_t leadingNumber(std::string_view digits)
{
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// The request frame around ready parameters; `id` 0 is session.start, messages count from 1.
std::string requestText(std::uint64_t id, const char *method, const std::string &params)
{
    return R"({"id":)" + std::to_string(id) + R"(,"method":")" + method + R"(","params":)" + params + '}';
}

} // namespace

std::size_t ChatLoad::handleHandshake(Peer &peer, const Person &person, std::string_view bytes)
{
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return 0;
    if (!bytes.starts_with("HTTP/1.1 101")) {
        m_problem = bytes.substr(0, bytes.find('\r'));
        peer.close();
        return bytes.size();
    }
    if (m_plain) {
        markReady(peer);
    } else {
        peer.setState(Peer::State::Starting);
        peer.queue(Opcode::Text,
                   requestText(0, StartSession::method.name, R"({"token":")" + person.token.toStdString() + R"("})"));
        peer.flush();
    }
    return end + 4;
}

void ChatLoad::markReady(Peer &peer)
{
    peer.setState(Peer::State::Ready);
    ++m_ready;
}

std::uint32_t ChatLoad::connectionOf(std::uint32_t sender) const
{
    const auto stride = static_cast<std::uint32_t>(m_options.connections / m_options.senders);
    return sender * stride;
}

std::uint32_t ChatLoad::receiversOf(qint64 room) const
{
    std::uint32_t receivers = 0;
    for (std::uint32_t connection = 0; connection < m_peers.size(); ++connection)
        receivers += personOf(connection).room == room ? 1 : 0;
    return receivers;
}

void ChatLoad::startLoad()
{
    m_loading = true;
    m_rateStart = monotonicNow();
    for (std::uint32_t sender = 0; sender < static_cast<std::uint32_t>(m_options.senders); ++sender)
        m_receivers.push_back(receiversOf(personOf(connectionOf(sender)).room));
    if (m_options.rate > 0)
        return;
    for (int i = 0; i < m_options.inFlight; ++i) {
        for (std::uint32_t sender = 0; sender < m_receivers.size(); ++sender)
            sendFrom(sender, monotonicNow());
    }
}

void ChatLoad::sendDue()
{
    if (!m_loading || m_options.rate <= 0 || m_receivers.empty())
        return;
    const double perMessage = static_cast<double>(kSecond) / m_options.rate;
    const std::int64_t now = monotonicNow();
    for (;;) {
        const std::int64_t planned =
            m_rateStart + static_cast<std::int64_t>(static_cast<double>(m_rateSent) * perMessage);
        if (planned > now)
            return;
        sendFrom(static_cast<std::uint32_t>(m_rateSent++ % m_receivers.size()), planned);
    }
}

void ChatLoad::sendFrom(std::uint32_t sender, std::int64_t plannedAt)
{
    const std::uint32_t connection = connectionOf(sender);
    if (m_peers[connection].state() != Peer::State::Ready)
        return;
    const std::uint32_t waiting =
        m_options.finish == Finish::Acked && !m_plain ? 1 : m_receivers[sender] + (m_plain ? 0 : 1);
    const std::uint64_t number = m_broadcasts.start(plannedAt, sender, waiting).number;
    const auto bytes = static_cast<std::size_t>(m_options.textBytes);
    if (m_plain) {
        const std::string frame = R"({"type":"message","text":")";
        const std::size_t around = frame.size() + 2;
        queue(connection, Opcode::Text,
              frame + Broadcasts::text(number, bytes > around ? bytes - around : 0) + R"("})");
        return;
    }
    const std::string params = R"({"roomId":)" + std::to_string(personOf(connection).room) + R"(,"clientId":")" +
                               m_run + '-' + std::to_string(number) + R"(","text":")" +
                               Broadcasts::text(number, bytes) + R"("})";
    queue(connection, Opcode::Text, requestText(number, SendMessage::method.name, params));
}

void ChatLoad::queue(std::uint32_t index, Opcode opcode, std::string_view payload)
{
    if (m_peers[index].queue(opcode, payload))
        m_queued.push_back(index);
}

void ChatLoad::flushQueued()
{
    for (const std::uint32_t index : m_queued) {
        if (m_peers[index].state() != Peer::State::Closed && !m_peers[index].flush())
            watch(index, true);
    }
    m_queued.clear();
}

void ChatLoad::watch(std::uint32_t index, bool writable)
{
    epoll_event event{};
    event.events = EPOLLIN | (writable ? EPOLLOUT : 0U);
    event.data.u32 = index;
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, m_peers[index].socket(), &event);
}

void ChatLoad::turn(std::int64_t until)
{
    sendDue();
    flushQueued();
    std::int64_t wait = std::max<std::int64_t>(until - monotonicNow(), 0);
    if (m_loading && m_options.rate > 0)
        wait = std::min(wait, static_cast<std::int64_t>(static_cast<double>(kSecond) / m_options.rate));
    const timespec timeout{wait / kSecond, wait % kSecond};
    std::array<epoll_event, 1024> events;
    const int count = ::epoll_pwait2(m_epoll, events.data(), static_cast<int>(events.size()), &timeout, nullptr);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[static_cast<std::size_t>(i)];
        if ((event.events & EPOLLOUT) != 0 && m_peers[event.data.u32].flush())
            watch(event.data.u32, false);
        receive(event.data.u32);
    }
    flushQueued();
}

void ChatLoad::receive(std::uint32_t index)
{
    Peer &peer = m_peers[index];
    if (peer.state() == Peer::State::Closed)
        return;
    std::string_view bytes = peer.receive(m_buffer);
    const std::int64_t now = monotonicNow();
    if (peer.state() == Peer::State::Upgrading)
        bytes.remove_prefix(handleHandshake(peer, personOf(index), bytes));
    while (!bytes.empty() && peer.state() != Peer::State::Closed && peer.state() != Peer::State::Upgrading) {
        const FrameView frame = parseFrame(bytes);
        if (frame.size == 0)
            break;
        handleFrame(index, frame, now);
        bytes.remove_prefix(frame.size);
    }
    peer.keep(bytes);
}

void ChatLoad::handleFrame(std::uint32_t index, const FrameView &frame, std::int64_t now)
{
    switch (frame.opcode) {
    case Opcode::Text:
        if (!m_plain && frame.payload.starts_with(kReplyStart))
            handleReply(m_peers[index], frame.payload, now);
        else if (isDelivery(frame.payload))
            handleDelivery(frame.payload, now);
        break;
    case Opcode::Ping:
        queue(index, Opcode::Pong, frame.payload);
        break;
    case Opcode::Close:
        if (frame.payload.size() > 2 && m_problem.empty())
            m_problem = frame.payload.substr(2);
        m_peers[index].close();
        break;
    default:
        break;
    }
}

void ChatLoad::handleReply(Peer &peer, std::string_view payload, std::int64_t now)
{
    const std::size_t numberEnd = payload.find(',');
    const bool accepted = payload.substr(numberEnd + 1).starts_with(R"("result")");
    if (!accepted && m_problem.empty())
        m_problem = payload;
    if (peer.state() == Peer::State::Starting) {
        if (accepted)
            markReady(peer);
        else
            peer.close();
        return;
    }
    auto *broadcast = m_broadcasts.find(leadingNumber(payload.substr(kReplyStart.size())));
    if (broadcast == nullptr)
        return;
    if (m_measuring) {
        (accepted ? m_figures.acks : m_figures.refusals) += 1;
        m_figures.ackLatency.add(now - broadcast->plannedAt);
    }
    oneLess(*broadcast);
}

bool ChatLoad::isDelivery(std::string_view payload)
{
    if (m_plain)
        return true;
    // The type stands within the first bytes, nearly always where it stood the last time.
    if (payload.size() > m_typeAt + kPosted.size() && payload.substr(m_typeAt, kPosted.size()) == kPosted)
        return true;
    const std::size_t found = payload.substr(0, 160).find(kPosted);
    if (found == std::string_view::npos)
        return false;
    m_typeAt = found;
    return true;
}

void ChatLoad::handleDelivery(std::string_view payload, std::int64_t now)
{
    auto *broadcast = m_broadcasts.find(m_broadcasts.numberIn(payload));
    if (broadcast == nullptr)
        return;
    if (m_measuring) {
        ++m_figures.deliveries;
        m_figures.deliveryLatency.add(now - broadcast->plannedAt);
    }
    if (m_options.finish == Finish::Delivered || m_plain)
        oneLess(*broadcast);
}

void ChatLoad::oneLess(Broadcasts::Broadcast &broadcast)
{
    if (broadcast.waiting == 0 || --broadcast.waiting > 0)
        return;
    if (m_loading && m_options.rate <= 0)
        sendFrom(broadcast.sender, monotonicNow());
}

} // namespace rialto::load
