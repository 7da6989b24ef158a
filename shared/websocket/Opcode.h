#pragma once

#include <QtGlobal>

namespace rialto::websocket {

/// RFC 6455 section 5.2.
enum class Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

constexpr bool isControl(Opcode opcode)
{
    return static_cast<quint8>(opcode) >= 8;
}

} // namespace rialto::websocket
