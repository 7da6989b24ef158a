#include "load/WebSocketFrame.h"

#include <array>
#include <cstdint>

namespace rialto::load {
namespace {

constexpr std::size_t kShortLimit = 126;
constexpr std::size_t kMediumLimit = 65'536;

// The mask guards proxies against scripts in browsers; a load generator needs none that cannot be guessed.
constexpr std::array<char, 4> kMask = {0x37, 0x21, 0x5a, 0x6c};

std::uint64_t bigEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = (value << 8) | static_cast<unsigned char>(byte);
    return value;
}

void appendBigEndian(std::string &out, std::uint64_t value, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out += static_cast<char>((value >> shift) & 0xff);
}

} // namespace

FrameView parseFrame(std::string_view bytes)
{
    if (bytes.size() < 2)
        return {};
    const auto first = static_cast<unsigned char>(bytes[0]);
    const auto marker = static_cast<unsigned char>(bytes[1]) & 0x7fU;
    const std::size_t lengthBytes = marker < kShortLimit ? 0 : (marker == kShortLimit ? 2 : 8);
    const std::size_t head = 2 + lengthBytes;
    if (bytes.size() < head)
        return {};
    const std::uint64_t length = lengthBytes == 0 ? marker : bigEndian(bytes.substr(2, lengthBytes));
    if (bytes.size() - head < length)
        return {};
    return {static_cast<Opcode>(first & 0x0fU), bytes.substr(head, length), head + length};
}

void appendFrame(std::string &out, Opcode opcode, std::string_view payload)
{
    constexpr unsigned kFinal = 0x80;
    constexpr unsigned kMasked = 0x80;
    out += static_cast<char>(kFinal | static_cast<unsigned>(opcode));
    if (payload.size() < kShortLimit) {
        out += static_cast<char>(kMasked | payload.size());
    } else if (payload.size() < kMediumLimit) {
        out += static_cast<char>(kMasked | 126U);
        appendBigEndian(out, payload.size(), 2);
    } else {
        out += static_cast<char>(kMasked | 127U);
        appendBigEndian(out, payload.size(), 8);
    }
    out.append(kMask.data(), kMask.size());
    for (std::size_t i = 0; i < payload.size(); ++i)
        out += static_cast<char>(payload[i] ^ kMask[i % kMask.size()]);
}

} // namespace rialto::load
