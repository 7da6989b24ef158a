#pragma once

#include "websocket/Opcode.h"
#include "websocket/Utf8Check.h"

#include <QByteArray>
#include <array>
#include <optional>

namespace rialto::websocket {

/// Something whole that a peer sent, or the reason why nothing it sends is read any more.
struct Incoming
{
    enum class Kind { Text, Ping, Pong, Close, Violation };
    Kind kind = Kind::Text;
    QByteArray payload;    ///< The text, valid UTF-8; of Close and Violation the reason, for people.
    quint16 closeCode = 0; ///< Of Close: what the peer said, 1005 when nothing. Of Violation: what to answer.
};

/// Reads WebSocket frames (RFC 6455 sections 5 to 7) from bytes that are cut anywhere, and puts messages together.
///
/// Keeps no more than one message and never reserves memory for bytes that were only announced. Whatever the RFC
/// forbids is a violation at the byte that shows it, as is a binary message, which Rialto does not know.
class FrameReader
{
public:
    enum class Peer { Client, Server }; ///< Who sends: a client's frames are masked, a server's are not.

    /// `maximumMessage`: the longest message taken, in bytes over all its fragments.
    FrameReader(Peer peer, qsizetype maximumMessage) : m_peer(peer), m_maximumMessage(maximumMessage) {}

    /// Takes bytes from the front of `bytes` until something is whole. Nothing when all were taken without that; after
    /// a violation nothing more is read.
    std::optional<Incoming> read(QByteArrayView &bytes);

private:
    static constexpr size_t kShortHeader = 2;
    static constexpr size_t kLongestHeader = 14;
    static constexpr qsizetype kMaximumControl = 125;

    bool takeHeader(QByteArrayView &bytes);
    bool checkStart();
    bool checkOpcode();
    bool checkLength();
    bool takePayload(QByteArrayView &bytes);
    std::optional<Incoming> finishFrame();
    std::optional<Incoming> finishClose();
    bool fail(quint16 closeCode, const char *why);

    const Peer m_peer;
    const qsizetype m_maximumMessage;

    std::array<uchar, kLongestHeader> m_header{};
    size_t m_headerSize = 0;
    size_t m_headerWanted = kShortHeader;
    Opcode m_opcode = Opcode::Continuation;
    bool m_isLast = false;
    std::array<uchar, 4> m_mask{};
    qsizetype m_taken = 0; ///< Of the present frame's payload.
    qsizetype m_left = 0;

    QByteArray m_message;
    QByteArray m_control;
    Utf8Check m_utf8;
    bool m_isFragmented = false; ///< A message has begun and waits for its continuation.
    std::optional<Incoming> m_violation;
    bool m_isBroken = false;
};

} // namespace rialto::websocket
