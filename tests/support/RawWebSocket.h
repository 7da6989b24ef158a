#pragma once

#include "support/RawSocket.h"
#include "websocket/FrameReader.h"
#include "websocket/FrameWriter.h"

namespace rialto::test {

/// A RawSocket whose upgrade was answered: frames, right or wrong, go out as they are, and what the server sends is
/// read by the rules.
class RawWebSocket : public RawSocket
{
public:
    static constexpr quint32 kMask = 0x5a01c3ff;

    explicit RawWebSocket(quint16 port, const QByteArray &headers = {}) : RawSocket(port)
    {
        send("GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
             headers + "\r\n");
        m_isOpen = answer(true).status == 101;
    }

    bool isOpen() const { return m_isOpen && !isClosed(); }

    /// A masked frame with this first byte.
    static QByteArray frame(int firstByte, const QByteArray &payload)
    {
        QByteArray bytes = websocket::maskedFrame(websocket::Opcode::Text, payload, kMask);
        bytes[0] = static_cast<char>(firstByte);
        return bytes;
    }
    static QByteArray text(const QByteArray &payload) { return frame(0x81, payload); }

    /// The next thing that the server sends, empty when it closes first.
    std::optional<websocket::Incoming> next()
    {
        std::optional<websocket::Incoming> found;
        waitFor([&] {
            QByteArray &bytes = received();
            QByteArrayView view = bytes;
            found = m_reader.read(view);
            bytes = view.toByteArray();
            return found || isClosed();
        });
        return found;
    }
    /// The next text as an object; a ping in between is no answer to anything.
    QJsonObject nextObject()
    {
        auto incoming = next();
        while (incoming && incoming->kind == websocket::Incoming::Kind::Ping)
            incoming = next();
        return incoming ? QJsonDocument::fromJson(incoming->payload).object() : QJsonObject();
    }
    /// What the server closed with; 0 when it closed without a word.
    int closeCode()
    {
        for (auto incoming = next(); incoming; incoming = next()) {
            if (incoming->kind == websocket::Incoming::Kind::Close)
                return incoming->closeCode;
        }
        return 0;
    }

private:
    websocket::FrameReader m_reader{websocket::FrameReader::Peer::Server, 32 * 1024 * 1024};
    bool m_isOpen = false;
};

} // namespace rialto::test
