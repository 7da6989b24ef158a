#pragma once

#include "websocket/Opcode.h"

#include <QByteArray>

namespace rialto::websocket {

/// A whole, unfragmented frame as a server sends it (RFC 6455 section 5.2).
QByteArray frame(Opcode opcode, QByteArrayView payload);
/// The same as a client sends it, masked with these four bytes, which nobody may foresee (section 10.3).
QByteArray maskedFrame(Opcode opcode, QByteArrayView payload, quint32 mask);

inline QByteArray textFrame(QByteArrayView payload)
{
    return frame(Opcode::Text, payload);
}

/// What a close frame carries. The reason is cut to the 123 bytes of UTF-8 that fit, between two characters. Code 1005
/// means: none, and then no reason either.
QByteArray closePayload(quint16 code, const QString &reason);

} // namespace rialto::websocket
