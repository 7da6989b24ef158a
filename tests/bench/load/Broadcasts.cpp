#include "load/Broadcasts.h"

#include <charconv>
#include <chrono>

namespace rialto::load {
namespace {

constexpr std::string_view kMark = "~rl";
constexpr std::size_t kDigits = 10;

} // namespace

std::int64_t monotonicNow()
{
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

Broadcasts::Broadcast &Broadcasts::start(std::int64_t plannedAt, std::uint32_t sender, std::uint32_t waiting)
{
    Broadcast &entry = m_ring[m_next % kRing];
    entry = {m_next, plannedAt, sender, waiting};
    ++m_next;
    return entry;
}

Broadcasts::Broadcast *Broadcasts::find(std::uint64_t number)
{
    Broadcast &entry = m_ring[number % kRing];
    return entry.number == number && number > 0 ? &entry : nullptr;
}

std::string Broadcasts::text(std::uint64_t number, std::size_t bytes)
{
    const std::string digits = std::to_string(number);
    std::string text(kMark);
    text.append(kDigits - digits.size(), '0');
    text += digits;
    if (text.size() < bytes)
        text.append(bytes - text.size(), 'x');
    return text;
}

std::uint64_t Broadcasts::numberIn(std::string_view payload)
{
    if (payload.size() < m_markAt + kMark.size() || payload.substr(m_markAt, kMark.size()) != kMark) {
        const std::size_t found = payload.find(kMark);
        if (found == std::string_view::npos)
            return 0;
        m_markAt = found;
    }
    std::uint64_t number = 0;
    const std::string_view digits = payload.substr(m_markAt + kMark.size(), kDigits);
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

} // namespace rialto::load
