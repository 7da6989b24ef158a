#include "websocket/FrameWriter.h"

#include <QString>

namespace rialto::websocket {
namespace {

constexpr qsizetype kLongestHeader = 14;
constexpr qsizetype kMaximumReason = 123;
constexpr quint16 kNoCode = 1005;

void appendBigEndian(QByteArray &out, quint64 value, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out.append(static_cast<char>(value >> shift & 0xff));
}

QByteArray header(Opcode opcode, qsizetype size, uchar maskBit)
{
    QByteArray out;
    out.reserve(size + kLongestHeader);
    out.append(static_cast<char>(0x80 | static_cast<int>(opcode)));
    const int marker = size < 126 ? static_cast<int>(size) : size < 65'536 ? 126 : 127;
    out.append(static_cast<char>(marker | maskBit));
    if (marker >= 126)
        appendBigEndian(out, static_cast<quint64>(size), marker == 126 ? 2 : 8);
    return out;
}

} // namespace

QByteArray frame(Opcode opcode, QByteArrayView payload)
{
    return header(opcode, payload.size(), 0).append(payload);
}

QByteArray maskedFrame(Opcode opcode, QByteArrayView payload, quint32 mask)
{
    QByteArray out = header(opcode, payload.size(), 0x80);
    appendBigEndian(out, mask, 4);
    for (qsizetype i = 0; i < payload.size(); ++i)
        out.append(static_cast<char>(static_cast<uchar>(payload[i]) ^ (mask >> (24 - 8 * (i % 4)) & 0xff)));
    return out;
}

QByteArray closePayload(quint16 code, const QString &reason)
{
    QByteArray out;
    if (code == kNoCode)
        return out;
    appendBigEndian(out, code, 2);
    QByteArray utf8 = reason.toUtf8();
    if (utf8.size() > kMaximumReason) {
        qsizetype end = kMaximumReason;
        while (end > 0 && (static_cast<uchar>(utf8[end]) & 0xc0) == 0x80)
            --end;
        utf8.truncate(end);
    }
    return out.append(utf8);
}

} // namespace rialto::websocket
