#pragma once

#include "protocol/Discovery.h"
#include "protocol/People.h"

namespace rialto {

/// The version of what server and clients say to one another. It grows when one side of an earlier version could not
/// understand the other any more; what is merely added leaves it as it is.
inline constexpr int kProtocolVersion = 1;

/// Where a client stopped reading the event log.
struct ResumePoint
{
    qint64 seq = 0;
    QString epoch;

    static auto fields()
    {
        return std::tuple{
            Field{"seq", &ResumePoint::seq, {.required = true}, "The last event that was received."},
            Field{"epoch", &ResumePoint::epoch, {.required = true, .maxLength = 64}, "The log it belonged to."}};
    }
};

struct SessionStarted
{
    User user;
    QString epoch;
    qint64 seq = 0;
    bool snapshotRequired = false;
    int protocol = 1; ///< Servers that do not say speak the first.
    QString serverVersion = {};
    qint64 largestFile = 0;
    QString serverId = {};
    QString serverName = {};

    static auto fields()
    {
        return std::tuple{
            Field{"user", &SessionStarted::user, {}, "Who is signed in."},
            Field{"epoch", &SessionStarted::epoch, {}, "Names the event log; another one means: start afresh."},
            Field{"seq", &SessionStarted::seq, {}, "The head of the log at this moment."},
            Field{"snapshotRequired",
                  &SessionStarted::snapshotRequired,
                  {},
                  "True when the missed events are gone and the client must fetch its lists again."},
            Field{"protocol", &SessionStarted::protocol, {}, "The version of this contract that the server speaks."},
            Field{"serverVersion", &SessionStarted::serverVersion, {}, "The server's own version, for people."},
            Field{"largestFile",
                  &SessionStarted::largestFile,
                  {},
                  "Bytes of the largest file that this server takes; 0 when it does not say."},
            Field{"serverId",
                  &SessionStarted::serverId,
                  {},
                  "Names this server for good, at whatever address it is, as in rialto://host:port/rooms/7?server=ID."},
            Field{"serverName", &SessionStarted::serverName, kServerNameRules,
                  "What people call this server; the same that it says to who looks for servers."}};
    }
};

struct StartSession
{
    using Reply = SessionStarted;
    static constexpr MethodInfo method = {
        "session.start", Verb::None,     "",
        Effect::Change,  Access::Anyone, "Signs the connection in and says from where to resume."};
    QString token;
    std::optional<ResumePoint> resume;
    std::optional<int> protocol = {};

    static auto fields()
    {
        return std::tuple{Field{"token",
                                &StartSession::token,
                                {.maxLength = 4096, .text = TextRule::Exact},
                                "Access token; may be left out when the upgrade request carried one."},
                          Field{"resume", &StartSession::resume, {}, "Asks for the events that were missed."},
                          Field{"protocol",
                                &StartSession::protocol,
                                {.minimum = 1, .maximum = 1'000'000},
                                "The version of this contract that the client speaks; refused when the server does not "
                                "know it, and not checked when left out."}};
    }
};

struct Pong
{
    qint64 seq = 0;
    qint64 time = 0;

    static auto fields()
    {
        return std::tuple{
            Field{"seq", &Pong::seq, {}, "Every event up to this one was sent to this connection, if it concerns it."},
            Field{"time", &Pong::time, {}, "The server's clock, epoch milliseconds."}};
    }
};

struct Ping
{
    using Reply = Pong;
    static constexpr MethodInfo method = {
        "session.ping", Verb::None,    "",
        Effect::Read,   Access::Guest, "Answers in the queue of the events: tells how far the connection has come."};
    static auto fields() { return std::tuple{}; }
};

struct RenewToken
{
    using Reply = Nothing;
    static constexpr MethodInfo method = {
        "session.renew", Verb::None,    "",
        Effect::Change,  Access::Guest, "Shows a fresh access token of the same session."};
    QString token;

    static auto fields()
    {
        return std::tuple{Field{"token",
                                &RenewToken::token,
                                {.required = true, .maxLength = 4096, .text = TextRule::Exact},
                                "Access token."}};
    }
};

} // namespace rialto
