#include "net/HttpHead.h"

#include <algorithm>
#include <cstring>

namespace rialto {
namespace {

// tchar of RFC 9110 section 5.6.2.
bool isTokenByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != 0 && std::strchr("!#$%&'*+-.^_`|~", c) != nullptr);
}

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenByte);
}

bool isDigits(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isPort(const QByteArray &text)
{
    return text.isEmpty() || (isDigits(text) && text.size() <= 5 && text.toInt() <= 65'535);
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == '_';
}

// RFC 9110 section 7.2: a name or an IPv4 address, or an IPv6 address in brackets, then perhaps a port; or nothing.
bool isHost(const QByteArray &host)
{
    const bool isBracketed = host.startsWith('[');
    const qsizetype end = isBracketed ? host.indexOf(']') + 1 : (host + ':').indexOf(':');
    const QByteArray name = isBracketed ? host.mid(1, end - 2) : host.left(end);
    const QByteArray rest = host.mid(end);
    return (!isBracketed || end > 0) && (rest.isEmpty() || (rest.startsWith(':') && isPort(rest.mid(1)))) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return isNameByte(c) || (isBracketed && c == ':'); });
}

bool hasToken(const QByteArray &list, const char *token)
{
    const QByteArrayList parts = list.toLower().split(',');
    return std::any_of(parts.begin(), parts.end(), [&](const QByteArray &part) { return part.trimmed() == token; });
}

} // namespace

HttpHead::State HttpHead::refuse(int status, const char *reason, const char *detail)
{
    m_refusal = {status, reason, detail};
    return m_state = State::Refused;
}

HttpHead::State HttpHead::read(const QByteArray &bytes)
{
    while (m_state == State::More && m_consumed < bytes.size())
        m_state = readByte(bytes[m_consumed++]);
    return m_state;
}

HttpHead::State HttpHead::readByte(char byte)
{
    if (m_consumed > kMaximumBytes)
        return refuse(431, "Request Header Fields Too Large", "The head of the request is larger than 16 KiB.");
    if (m_afterReturn) {
        m_afterReturn = false;
        return byte == '\n' ? endLine() : refuse(400, "Bad Request", "A carriage return stands alone.");
    }
    if (byte == '\r') {
        m_afterReturn = true;
        return State::More;
    }
    const auto value = static_cast<unsigned char>(byte);
    if ((value < 0x20 && byte != '\t') || value == 0x7f)
        return refuse(400, "Bad Request", "A control character stands in the head.");
    if (value >= 0x80 && m_method.isEmpty())
        return refuse(400, "Bad Request", "The request line has more than ASCII.");
    if (m_line.isEmpty() && !m_method.isEmpty() && (byte == ' ' || byte == '\t'))
        return refuse(400, "Bad Request", "A header is folded over two lines.");
    m_line.append(byte);
    return State::More;
}

HttpHead::State HttpHead::endLine()
{
    const QByteArray line = std::exchange(m_line, {});
    if (m_method.isEmpty())
        return readRequestLine(line);
    return line.isEmpty() ? finish() : readHeader(line);
}

HttpHead::State HttpHead::readRequestLine(const QByteArray &line)
{
    const QByteArrayList parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || parts[0].size() > 16)
        return refuse(400, "Bad Request", "The request line cannot be read.");
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0")
        return refuse(400, "Bad Request", "Only HTTP/1.1 is spoken here.");
    const bool isPath = parts[1].startsWith('/') && !parts[1].contains('#');
    const bool isAscii = std::all_of(parts[1].begin(), parts[1].end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (!isAscii || !(isPath || (parts[0] == "OPTIONS" && parts[1] == "*")))
        return refuse(400, "Bad Request", "The request target must be a path.");
    m_method = parts[0];
    m_target = parts[1];
    m_isHttp10 = parts[2] == "HTTP/1.0";
    return State::More;
}

HttpHead::State HttpHead::readHeader(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.left(colon)))
        return refuse(400, "Bad Request", "A header line cannot be read.");
    if (m_headers.size() >= kMaximumHeaders)
        return refuse(431, "Request Header Fields Too Large", "There are more than 100 headers.");
    const QByteArray name = line.left(colon).toLower();
    const QByteArray value = line.mid(colon + 1).trimmed();
    m_headers.append({name, value});
    return checkFraming(name, value);
}

// Two readers that disagree about where a body ends can be made to see different requests; RFC 9112 section 6.3.
HttpHead::State HttpHead::checkFraming(const QByteArray &name, const QByteArray &value)
{
    if (name == "host" && ++m_hosts > 1)
        return refuse(400, "Bad Request", "There are two Host headers.");
    if (name == "host" && !isHost(value))
        return refuse(400, "Bad Request", "The Host header names no host.");
    if (name == "content-length") {
        if (m_contentLength >= 0 || m_hasTransferEncoding)
            return refuse(400, "Bad Request", "The length of the body is ambiguous.");
        if (!isDigits(value) || value.size() > 15)
            return refuse(400, "Bad Request", "Content-Length is not a number.");
        m_contentLength = value.toLongLong();
    }
    if (name == "transfer-encoding") {
        if (m_contentLength >= 0 || m_isHttp10)
            return refuse(400, "Bad Request", "The length of the body is ambiguous.");
        m_hasTransferEncoding = true;
    }
    return State::More;
}

HttpHead::State HttpHead::finish()
{
    if (m_hosts == 0 && !m_isHttp10)
        return refuse(400, "Bad Request", "The Host header is missing.");
    if (m_hasTransferEncoding)
        return refuse(411, "Length Required", "Send the body with a Content-Length.");
    return State::Complete;
}

QByteArray HttpHead::header(const char *lowerCaseName) const
{
    for (const auto &[name, value] : m_headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

bool HttpHead::keepsAlive() const
{
    return !m_isHttp10 && !hasToken(header("connection"), "close");
}

bool HttpHead::isUpgrade() const
{
    return hasToken(header("connection"), "upgrade") && header("upgrade").toLower() == "websocket";
}

bool HttpHead::expectsContinue() const
{
    return header("expect").toLower() == "100-continue";
}

QByteArray HttpHead::toBytes() const
{
    // Two slashes would begin the name of a host for the reader behind us; the asterisk of OPTIONS is no path for it.
    const QByteArray target = m_target.startsWith("//") ? "/%2F" + m_target.mid(2) : m_target == "*" ? "/*" : m_target;
    QByteArray bytes = m_method + ' ' + target + " HTTP/1.1\r\n";
    for (const auto &[name, value] : m_headers) {
        if (name != "connection" && name != "expect" && name != "upgrade")
            bytes += name + ": " + value + "\r\n";
    }
    return bytes + "\r\n";
}

} // namespace rialto
