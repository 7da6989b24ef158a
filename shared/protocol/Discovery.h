#pragma once

// How a program finds the servers of its network without being told an address: it asks all machines by a datagram, and
// servers answer with one. Every value is one JSON object; questions are padded with spaces, so that an answer is never
// larger than what was asked with.

#include "protocol/Fields.h"

namespace rialto {

/// The UDP port that servers are asked on, whatever their TCP port is.
inline constexpr quint16 kDiscoveryPort = 3000;
/// Bytes of a question; shorter ones are not answered, and no answer is longer.
inline constexpr int kDiscoveryBytes = 512;

inline constexpr Rules kDiscoveryNonceRules = {.required = true, .minLength = 8, .maxLength = 32};

/// What a server is called, for people.
inline constexpr Rules kServerNameRules = {.maxLength = 64};

struct ServerQuestion
{
    QString rialto;

    static auto fields()
    {
        return std::tuple{Field{"rialto", &ServerQuestion::rialto, kDiscoveryNonceRules,
                                "Chosen at random by who asks; the answer repeats it."}};
    }
};

struct ServerNotice
{
    QString rialto;
    QString name;
    int port = 0;
    bool secure = false;
    int people = 0;

    static auto fields()
    {
        return std::tuple{Field{"rialto", &ServerNotice::rialto, kDiscoveryNonceRules, "As in the question."},
                          Field{"name", &ServerNotice::name, kServerNameRules, "What people call this server."},
                          Field{"port",
                                &ServerNotice::port,
                                {.required = true, .minimum = 1, .maximum = 65535},
                                "Where the server takes connections (TCP)."},
                          Field{"secure", &ServerNotice::secure, {}, "Whether with TLS."},
                          Field{"people", &ServerNotice::people, {.minimum = 0}, "How many people are here now."}};
    }
};

} // namespace rialto
