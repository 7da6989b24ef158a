#include "load/ChatLoad.h"

#include <QUuid>

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rialto::load {
namespace {

constexpr std::int64_t kOpenTimeout = 60 * kSecond;
constexpr std::int64_t kDrainTimeout = 3 * kSecond;
constexpr double kSettleSeconds = 0.5;
constexpr std::size_t kHandshakesAtOnce = 64;
constexpr std::size_t kReceiveBuffer = 512 * 1024;

std::int64_t nanoseconds(double seconds)
{
    return static_cast<std::int64_t>(seconds * static_cast<double>(kSecond));
}

} // namespace

ChatLoad::ChatLoad(const Options &options, std::vector<Person> people)
    : m_options(options),
      m_plain(options.scenario == Scenario::Plain),
      m_people(std::move(people)),
      m_server(options.serverPid),
      m_epoll(::epoll_create1(EPOLL_CLOEXEC)),
      m_buffer(kReceiveBuffer, '\0'),
      m_run(QUuid::createUuid().toString(QUuid::Id128).left(12).toStdString())
{
}

ChatLoad::~ChatLoad()
{
    ::close(m_epoll);
}

Result<Report> ChatLoad::run()
{
    if (const auto opened = openAll(); !opened)
        return tl::unexpected(opened.error());
    startLoad();
    loadFor(m_options.warmUpSeconds);
    measure();
    drain();
    if (m_figures.acks + m_figures.deliveries == 0 && !m_problem.empty())
        return fail(ErrorCode::Unavailable, QString::fromStdString("The server refused: " + m_problem));
    return report();
}

Result<> ChatLoad::openAll()
{
    m_residentBefore = m_server.residentBytes();
    const auto total = static_cast<std::size_t>(m_options.connections);
    m_peers.reserve(total);
    const std::int64_t begun = monotonicNow();
    while (m_ready < total) {
        while (m_peers.size() < total && m_peers.size() - m_ready < kHandshakesAtOnce) {
            if (const auto opened = openNext(); !opened)
                return opened;
        }
        turn(monotonicNow() + kSecond / 10);
        if (closedCount() > 0 || monotonicNow() - begun > kOpenTimeout)
            return fail(ErrorCode::Unavailable,
                        u"Only %1 of %2 connections could be opened. %3"_s.arg(m_ready).arg(total).arg(
                            QString::fromStdString(m_problem)));
    }
    m_connectSeconds = static_cast<double>(monotonicNow() - begun) / static_cast<double>(kSecond);
    loadFor(kSettleSeconds);
    m_residentConnected = m_server.residentBytes();
    return {};
}

Result<> ChatLoad::openNext()
{
    auto peer = Peer::open(m_options.target);
    if (!peer)
        return tl::unexpected(peer.error());
    m_peers.push_back(std::move(*peer));
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u32 = static_cast<std::uint32_t>(m_peers.size() - 1);
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_peers.back().socket(), &event);
    return {};
}

std::size_t ChatLoad::closedCount() const
{
    return static_cast<std::size_t>(std::ranges::count(m_peers, Peer::State::Closed, &Peer::state));
}

void ChatLoad::loadFor(double seconds)
{
    const std::int64_t until = monotonicNow() + nanoseconds(seconds);
    while (monotonicNow() < until)
        turn(until);
}

void ChatLoad::measure()
{
    const double serverBefore = m_server.processorSeconds();
    const double ownBefore = ownProcessorSeconds();
    const std::int64_t begun = monotonicNow();
    m_measuring = true;
    loadFor(m_options.seconds);
    m_measuring = false;
    m_figures.seconds = static_cast<double>(monotonicNow() - begun) / static_cast<double>(kSecond);
    m_figures.serverSeconds = m_server.processorSeconds() - serverBefore;
    m_figures.ownSeconds = ownProcessorSeconds() - ownBefore;
}

void ChatLoad::drain()
{
    // Messages under way are taken in, so that the server does not see a crowd vanish in the middle of an answer.
    m_loading = false;
    const std::int64_t until = monotonicNow() + kDrainTimeout;
    const auto *last = m_broadcasts.find(m_broadcasts.started());
    while (last != nullptr && last->waiting > 0 && monotonicNow() < until)
        turn(until);
}

Report ChatLoad::report() const
{
    Report report;
    const double seconds = m_figures.seconds;
    const auto perSecond = [&](std::uint64_t count) { return static_cast<double>(count) / seconds; };
    report.add("connections", "connections", m_options.connections, "");
    report.add("connectsPerSecond", "connections opened", m_options.connections / m_connectSeconds, "/s");
    report.add("deliveriesPerSecond", "deliveries", perSecond(m_figures.deliveries), "/s");
    if (!m_plain)
        report.add("acksPerSecond", "acknowledgements", perSecond(m_figures.acks), "/s");
    report.addLatency("ack", "acknowledgement", m_figures.ackLatency);
    report.addLatency("delivery", "delivery", m_figures.deliveryLatency);
    const double events = static_cast<double>(std::max<std::uint64_t>(m_figures.deliveries + m_figures.acks, 1));
    report.add("loadMicroseconds", "own time per frame received", m_figures.ownSeconds * 1e6 / events, "us");
    if (m_server.isKnown()) {
        report.add("serverMicroseconds", "server time per frame sent", m_figures.serverSeconds * 1e6 / events, "us");
        report.add("serverBytesPerConnection", "server memory per connection",
                   static_cast<double>(m_residentConnected - m_residentBefore) / m_options.connections, "bytes");
        report.add("serverMebibytes", "server memory at the end",
                   static_cast<double>(m_server.residentBytes()) / 1048576, "MiB");
    }
    if (m_figures.refusals > 0)
        report.add("refusals", "refused", static_cast<double>(m_figures.refusals), "");
    if (const auto closed = closedCount(); closed > 0)
        report.add("closed", "connections lost", static_cast<double>(closed), "");
    return report;
}

} // namespace rialto::load
