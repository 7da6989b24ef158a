#include "websocket/Handshake.h"

#include <QCryptographicHash>
#include <QList>
#include <QRandomGenerator>
#include <algorithm>

namespace rialto::websocket {
namespace {

constexpr char kAcceptSuffix[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
constexpr qsizetype kKeyBytes = 16;

QByteArray valueOf(const QByteArrayList &lines, const QByteArray &lowerCaseName)
{
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).toLower() == lowerCaseName)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace

QByteArray makeKey()
{
    QByteArray bytes(kKeyBytes, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes.toBase64();
}

bool isKey(const QByteArray &key)
{
    const auto decoded = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    return decoded && (*decoded).size() == kKeyBytes;
}

QByteArray acceptFor(const QByteArray &key)
{
    return QCryptographicHash::hash(key + kAcceptSuffix, QCryptographicHash::Sha1).toBase64();
}

QByteArray upgradeRequest(const QByteArray &host, const QByteArray &target, const QByteArray &key)
{
    return "GET " + target + " HTTP/1.1\r\nHost: " + host +
           "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + key +
           "\r\n\r\n";
}

QByteArray upgradeAnswer(const QByteArray &key)
{
    return "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: " +
           acceptFor(key) + "\r\n\r\n";
}

UpgradeReply::State UpgradeReply::read(QByteArrayView &bytes)
{
    while (!bytes.isEmpty()) {
        m_head.append(bytes.front());
        bytes = bytes.sliced(1);
        if (m_head.endsWith("\r\n\r\n"))
            return check();
        if (m_head.size() >= kMaximumBytes)
            return refuse("The answer is too long.");
    }
    return State::More;
}

UpgradeReply::State UpgradeReply::check()
{
    QByteArrayList lines = m_head.split('\n');
    const QByteArray status = lines.takeFirst().trimmed();
    if (!status.startsWith("HTTP/1.1 101"))
        return refuse(status.isEmpty() ? "The answer has no status." : status.left(100));
    const QByteArrayList connection = valueOf(lines, "connection").toLower().split(',');
    const bool isUpgrade =
        std::any_of(connection.begin(), connection.end(), [](const QByteArray &t) { return t.trimmed() == "upgrade"; });
    if (!isUpgrade || valueOf(lines, "upgrade").toLower() != "websocket")
        return refuse("The answer is no upgrade to WebSocket.");
    if (valueOf(lines, "sec-websocket-accept") != m_accept)
        return refuse("The answer belongs to another request.");
    if (!valueOf(lines, "sec-websocket-extensions").isEmpty() || !valueOf(lines, "sec-websocket-protocol").isEmpty())
        return refuse("The answer grants what nobody asked for.");
    return State::Accepted;
}

UpgradeReply::State UpgradeReply::refuse(const QByteArray &why)
{
    m_refusal = why;
    return State::Refused;
}

} // namespace rialto::websocket
