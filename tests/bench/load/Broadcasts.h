#pragma once

#include "load/Histogram.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::load {

/// Nanoseconds of the monotonic clock.
std::int64_t monotonicNow();
inline constexpr std::int64_t kSecond = 1'000'000'000; ///< In the same unit.

/// The messages under way: when each was to be sent, who sent it and how many connections still wait for it.
/// A message carries its number in its text ("~rl" and ten digits), so that a received copy finds its entry again.
class Broadcasts
{
public:
    struct Broadcast
    {
        std::uint64_t number = 0;
        std::int64_t plannedAt = 0;
        std::uint32_t sender = 0;
        std::uint32_t waiting = 0; ///< Deliveries still missing, and the acknowledgement when there is one.
    };

    Broadcasts() : m_ring(kRing) {}
    Broadcast &start(std::int64_t plannedAt, std::uint32_t sender, std::uint32_t waiting);
    /// The entry of a number, or null when it has been overwritten by one that came much later.
    Broadcast *find(std::uint64_t number);
    std::uint64_t started() const { return m_next - 1; }

    /// A text of `bytes` (or as long as the mark needs) that carries `number`.
    static std::string text(std::uint64_t number, std::size_t bytes);
    /// The number in a received payload, 0 when there is none.
    std::uint64_t numberIn(std::string_view payload);

private:
    static constexpr std::size_t kRing = std::size_t{1} << 20;

    std::vector<Broadcast> m_ring;
    std::uint64_t m_next = 1;
    std::size_t m_markAt = 0; ///< Where the mark stood in the last payload: it nearly always stands there again.
};

} // namespace rialto::load
