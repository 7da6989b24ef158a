#pragma once

#include <QtGlobal>

namespace rialto {

/// How a signed-in account stands to its server.
enum class LinkState : quint8 {
    Offline,    ///< No connection; the next attempt comes by itself.
    Connecting, ///< An attempt is under way.
    Syncing,    ///< Connected, catching up with what was missed.
    Online,     ///< Everything shown is what the server has.
    SignedOut,  ///< The session has ended; only signing in again helps.
};

/// How far a write of one's own has come.
enum class DeliveryState : quint8 {
    Sent,    ///< The server has it.
    Pending, ///< Kept here, on its way.
    Failed,  ///< Refused for good; may be retried or discarded.
};

} // namespace rialto
