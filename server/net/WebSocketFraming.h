#pragma once

#include <QByteArray>

namespace rialto {

/// A whole unfragmented, unmasked text frame as a server sends it (RFC 6455 section 5.2).
inline QByteArray textFrame(const QByteArray &payload)
{
    const qsizetype size = payload.size();
    QByteArray frame;
    frame.reserve(size + 10);
    frame.append('\x81');
    if (size < 126) {
        frame.append(static_cast<char>(size));
    } else if (size < 65'536) {
        frame.append('\x7e');
        frame.append(static_cast<char>(size >> 8));
        frame.append(static_cast<char>(size));
    } else {
        frame.append('\x7f');
        for (int shift = 56; shift >= 0; shift -= 8)
            frame.append(static_cast<char>(static_cast<quint64>(size) >> shift));
    }
    return frame.append(payload);
}

} // namespace rialto
