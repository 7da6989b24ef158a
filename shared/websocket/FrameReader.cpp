#include "websocket/FrameReader.h"

#include <algorithm>
#include <cstring>

namespace rialto::websocket {
namespace {

constexpr quint16 kProtocolError = 1002;
constexpr quint16 kUnsupportedData = 1003;
constexpr quint16 kNoCode = 1005;
constexpr quint16 kInvalidPayload = 1007;
constexpr quint16 kTooLarge = 1009;

quint64 bigEndian(const uchar *bytes, size_t count)
{
    quint64 value = 0;
    for (size_t i = 0; i < count; ++i)
        value = value << 8 | bytes[i];
    return value;
}

// `phase`: how many bytes of the payload came before these.
void unmask(char *to, const char *from, qsizetype size, const std::array<uchar, 4> &mask, qsizetype phase)
{
    std::array<uchar, 8> key{};
    for (size_t i = 0; i < key.size(); ++i)
        key[i] = mask[(static_cast<size_t>(phase) + i) % mask.size()];
    quint64 wideKey = 0;
    std::memcpy(&wideKey, key.data(), sizeof wideKey);
    qsizetype i = 0;
    for (; i + 8 <= size; i += 8) {
        quint64 word = 0;
        std::memcpy(&word, from + i, sizeof word);
        word ^= wideKey;
        std::memcpy(to + i, &word, sizeof word);
    }
    for (; i < size; ++i)
        to[i] = static_cast<char>(static_cast<uchar>(from[i]) ^ key[static_cast<size_t>(i) % key.size()]);
}

// RFC 6455 section 7.4: 1004 to 1006 and 1015 never travel, the rest of the thousands is registered one by one.
bool mayTravel(quint64 closeCode)
{
    return (closeCode >= 1000 && closeCode <= 1014 && (closeCode < 1004 || closeCode > 1006)) ||
           (closeCode >= 3000 && closeCode <= 4999);
}

} // namespace

std::optional<Incoming> FrameReader::read(QByteArrayView &bytes)
{
    while (!m_isBroken) {
        if (m_headerSize < m_headerWanted && !takeHeader(bytes))
            break;
        if (!takePayload(bytes))
            break;
        if (auto whole = finishFrame())
            return whole;
    }
    if (m_isBroken)
        bytes = {};
    return std::exchange(m_violation, std::nullopt);
}

// False when bytes are missing or the header is wrong.
bool FrameReader::takeHeader(QByteArrayView &bytes)
{
    while (m_headerSize < m_headerWanted) {
        const size_t size = std::min(m_headerWanted - m_headerSize, static_cast<size_t>(bytes.size()));
        if (size == 0)
            return false;
        std::memcpy(m_header.data() + m_headerSize, bytes.data(), size);
        bytes = bytes.sliced(static_cast<qsizetype>(size));
        m_headerSize += size;
        if (m_headerSize == kShortHeader && m_headerWanted == kShortHeader && !checkStart())
            return false;
    }
    return checkLength();
}

bool FrameReader::checkStart()
{
    m_isLast = (m_header[0] & 0x80) != 0;
    if ((m_header[0] & 0x70) != 0)
        return fail(kProtocolError, "A reserved bit is set.");
    const bool isMasked = (m_header[1] & 0x80) != 0;
    if (isMasked != (m_peer == Peer::Client))
        return fail(kProtocolError, isMasked ? "A server's frame is masked." : "A client's frame is not masked.");
    const int length = m_header[1] & 0x7f;
    m_headerWanted = kShortHeader + (length == 126 ? 2 : length == 127 ? 8 : 0) + (isMasked ? 4 : 0);
    return checkOpcode();
}

bool FrameReader::checkOpcode()
{
    m_opcode = static_cast<Opcode>(m_header[0] & 0x0f);
    switch (m_opcode) {
    case Opcode::Continuation:
        return m_isFragmented || fail(kProtocolError, "There is nothing to continue.");
    case Opcode::Text:
        return !m_isFragmented || fail(kProtocolError, "A message begins inside another.");
    case Opcode::Binary:
        return fail(kUnsupportedData, "Only text messages are understood.");
    case Opcode::Close:
    case Opcode::Ping:
    case Opcode::Pong:
        if (!m_isLast)
            return fail(kProtocolError, "A control frame is fragmented.");
        return (m_header[1] & 0x7f) <= kMaximumControl || fail(kProtocolError, "A control frame is too long.");
    }
    return fail(kProtocolError, "The opcode is unknown.");
}

bool FrameReader::checkLength()
{
    quint64 length = m_header[1] & 0x7f;
    size_t next = kShortHeader;
    if (length >= 126) {
        const size_t size = length == 126 ? 2 : 8;
        length = bigEndian(m_header.data() + next, size);
        next += size;
        if (length < (size == 2 ? 126U : 65'536U) || length >> 63 != 0)
            return fail(kProtocolError, "The length is written in a way that is not allowed.");
    }
    if (m_peer == Peer::Client)
        std::copy_n(m_header.data() + next, m_mask.size(), m_mask.data());
    if (!isControl(m_opcode) && length > static_cast<quint64>(m_maximumMessage - m_message.size()))
        return fail(kTooLarge, "The message is too large.");
    m_left = static_cast<qsizetype>(length);
    m_taken = 0;
    return true;
}

// False when bytes are missing or the text is no UTF-8.
bool FrameReader::takePayload(QByteArrayView &bytes)
{
    const qsizetype size = std::min(m_left, bytes.size());
    QByteArray &target = isControl(m_opcode) ? m_control : m_message;
    const qsizetype start = target.size();
    if (start == 0)
        target = QByteArray(size, Qt::Uninitialized); // Exactly, when the frame is here in one piece.
    else
        target.resize(start + size);
    if (m_peer == Peer::Client)
        unmask(target.data() + start, bytes.data(), size, m_mask, m_taken);
    else if (size > 0)
        std::memcpy(target.data() + start, bytes.data(), static_cast<size_t>(size));
    bytes = bytes.sliced(size);
    m_taken += size;
    m_left -= size;
    if (!isControl(m_opcode) && !m_utf8.feed(QByteArrayView(target).sliced(start)))
        return fail(kInvalidPayload, "The text is not valid UTF-8.");
    return m_left == 0;
}

std::optional<Incoming> FrameReader::finishFrame()
{
    m_headerSize = 0;
    m_headerWanted = kShortHeader;
    if (m_opcode == Opcode::Close)
        return finishClose();
    if (isControl(m_opcode))
        return Incoming{m_opcode == Opcode::Ping ? Incoming::Kind::Ping : Incoming::Kind::Pong,
                        std::exchange(m_control, {}), 0};
    m_isFragmented = !m_isLast;
    if (m_isFragmented)
        return std::nullopt;
    if (!std::exchange(m_utf8, Utf8Check()).isComplete()) {
        fail(kInvalidPayload, "The text ends inside a character.");
        return std::nullopt;
    }
    return Incoming{Incoming::Kind::Text, std::exchange(m_message, {}), 0};
}

std::optional<Incoming> FrameReader::finishClose()
{
    const QByteArray payload = std::exchange(m_control, {});
    if (payload.isEmpty())
        return Incoming{Incoming::Kind::Close, {}, kNoCode};
    const auto *bytes = reinterpret_cast<const uchar *>(payload.constData());
    if (payload.size() == 1 || !mayTravel(bigEndian(bytes, 2))) {
        fail(kProtocolError, "The close code is not one that may be sent.");
        return std::nullopt;
    }
    const QByteArray reason = payload.sliced(2);
    Utf8Check utf8;
    if (!utf8.feed(reason) || !utf8.isComplete()) {
        fail(kInvalidPayload, "The reason is not valid UTF-8.");
        return std::nullopt;
    }
    return Incoming{Incoming::Kind::Close, reason, static_cast<quint16>(bigEndian(bytes, 2))};
}

bool FrameReader::fail(quint16 closeCode, const char *why)
{
    m_isBroken = true;
    m_message.clear();
    m_violation = Incoming{Incoming::Kind::Violation, why, closeCode};
    return false;
}

} // namespace rialto::websocket
