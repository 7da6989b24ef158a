#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rialto::load {

enum class Opcode : unsigned char { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// A frame of the server, which masks nothing (RFC 6455 section 5.1), seen in place in the bytes that were received.
struct FrameView
{
    Opcode opcode = Opcode::Text;
    std::string_view payload;
    std::size_t size = 0; ///< Bytes of the whole frame; 0 when it is not complete yet.
};

/// Reads the first frame of `bytes` (RFC 6455 section 5.2).
FrameView parseFrame(std::string_view bytes);

/// Appends one final, masked frame, as clients must send them.
void appendFrame(std::string &out, Opcode opcode, std::string_view payload);

} // namespace rialto::load
