#pragma once

#include "load/Broadcasts.h"
#include "load/Options.h"
#include "load/Peer.h"
#include "load/People.h"
#include "load/Report.h"
#include "load/ServerProcess.h"

namespace rialto::load {

/// Opens the connections, keeps messages flowing between them for a bounded time and measures acknowledgements and
/// deliveries. One thread, one epoll descriptor: it must cost far less for a delivery than the server does.
class ChatLoad
{
public:
    ChatLoad(const Options &options, std::vector<Person> people);
    ~ChatLoad();
    ChatLoad(const ChatLoad &) = delete;
    ChatLoad &operator=(const ChatLoad &) = delete;

    Result<Report> run();

private:
    struct Figures
    {
        std::uint64_t acks = 0;
        std::uint64_t deliveries = 0;
        std::uint64_t refusals = 0;
        Histogram ackLatency;
        Histogram deliveryLatency;
        double seconds = 0;
        double serverSeconds = 0;
        double ownSeconds = 0;
    };

    Result<> openAll();
    Result<> openNext();
    void startLoad();
    void loadFor(double seconds);
    void measure();
    void drain();
    Report report() const;

    void turn(std::int64_t until);
    void sendDue();
    void sendFrom(std::uint32_t sender, std::int64_t plannedAt);
    void flushQueued();
    void receive(std::uint32_t index);
    std::size_t handleHandshake(Peer &peer, const Person &person, std::string_view bytes);
    void handleFrame(std::uint32_t index, const FrameView &frame, std::int64_t now);
    void handleReply(Peer &peer, std::string_view payload, std::int64_t now);
    void handleDelivery(std::string_view payload, std::int64_t now);
    void oneLess(Broadcasts::Broadcast &broadcast);
    bool isDelivery(std::string_view payload);
    void queue(std::uint32_t index, Opcode opcode, std::string_view payload);
    void markReady(Peer &peer);
    void watch(std::uint32_t index, bool writable);
    std::size_t closedCount() const;

    const Person &personOf(std::uint32_t connection) const { return m_people[connection % m_people.size()]; }
    std::uint32_t connectionOf(std::uint32_t sender) const;
    std::uint32_t receiversOf(qint64 room) const;

    const Options m_options;
    const bool m_plain;
    const std::vector<Person> m_people;
    ServerProcess m_server;
    int m_epoll;
    std::vector<Peer> m_peers;
    std::vector<std::uint32_t> m_queued;
    std::vector<std::uint32_t> m_receivers; ///< Of each sender: the connections that get its messages.
    Broadcasts m_broadcasts;
    std::string m_buffer;
    std::string m_run;     ///< Makes the idempotency keys of this run different from those of all others.
    std::string m_problem; ///< The first refusal in the server's words.
    std::size_t m_typeAt = 0;
    std::uint32_t m_ready = 0;
    bool m_loading = false;
    bool m_measuring = false;
    std::int64_t m_rateStart = 0;
    std::uint64_t m_rateSent = 0;
    qint64 m_residentBefore = 0;
    qint64 m_residentConnected = 0;
    double m_connectSeconds = 0;
    Figures m_figures;
};

} // namespace rialto::load
