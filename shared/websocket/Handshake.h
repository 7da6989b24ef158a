#pragma once

#include <QByteArray>

namespace rialto::websocket {

// The opening handshake, RFC 6455 section 4. Rialto asks for and grants no extension and no subprotocol.

/// A new Sec-WebSocket-Key: 16 random bytes in base64.
QByteArray makeKey();
bool isKey(const QByteArray &key);
/// The Sec-WebSocket-Accept that proves to have read this key.
QByteArray acceptFor(const QByteArray &key);

/// What a client sends first. `host` as in the Host header: with the port, an IPv6 address in brackets.
QByteArray upgradeRequest(const QByteArray &host, const QByteArray &target, const QByteArray &key);
/// What a server answers to it.
QByteArray upgradeAnswer(const QByteArray &key);

/// Reads the answer of a server as it arrives.
class UpgradeReply
{
public:
    enum class State { More, Accepted, Refused };
    static constexpr qsizetype kMaximumBytes = 16 * 1024;

    /// `key` is the one of the request.
    explicit UpgradeReply(const QByteArray &key) : m_accept(acceptFor(key)) {}

    /// Takes bytes from the front of `bytes`, of an accepted answer not one too many.
    State read(QByteArrayView &bytes);
    /// Why it was refused, for people: the status line, or what was wrong with the answer.
    const QByteArray &refusal() const { return m_refusal; }

private:
    State refuse(const QByteArray &why);
    State check();

    QByteArray m_accept;
    QByteArray m_head;
    QByteArray m_refusal;
};

} // namespace rialto::websocket
