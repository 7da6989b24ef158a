#pragma once

#include <QtGlobal>

namespace rialto {

/// Why the server closed a WebSocket (RFC 6455 section 7.4). 4000 to 4099: reconnect and resume. 4100 to 4199: do not
/// reconnect with this token; sign in again. 1001 is the standard's "going away": reconnect. Append-only.
enum class CloseCode : quint16 {
    GoingAway = 1001, ///< The server stops or restarts.
    ProtocolError = 1002,
    UnsupportedData = 1003, ///< A binary message.
    InvalidPayload = 1007,
    TooLarge = 1009,
    SlowConsumer = 4000,   ///< The queue of events ran full; resume.
    Resume = 4001,         ///< The outcome of the last writes is unknown; resume and ask again.
    SessionTimeout = 4002, ///< No session.start in time.
    PeerSilent = 4003,     ///< No sign of life for 60 seconds.
    SessionEnded = 4100,   ///< Logged out, revoked, disabled or the password changed.
};

constexpr bool mayReconnect(quint16 code)
{
    return code < 4100 || code >= 4200;
}

} // namespace rialto
