#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace rialto {

/// Why the gate turns a request away, with the status and the words it answers.
struct HttpRefusal
{
    int status = 400;
    QByteArray reason;
    QByteArray detail;
};

/// Reads the head of an HTTP/1.1 request (RFC 9112) byte by byte, stricter than the standard demands: whatever two
/// readers could understand differently is refused at the byte that makes it so.
class HttpHead
{
public:
    enum class State { More, Complete, Refused };
    static constexpr qsizetype kMaximumBytes = 16 * 1024;
    static constexpr qsizetype kMaximumHeaders = 100;

    /// Reads on in `bytes`, of which the first consumed() were given before. Stops at the end of the head.
    State read(const QByteArray &bytes);

    qsizetype consumed() const { return m_consumed; }
    const HttpRefusal &refusal() const { return m_refusal; }

    const QByteArray &method() const { return m_method; }
    const QByteArray &target() const { return m_target; }
    bool isHttp10() const { return m_isHttp10; }
    bool keepsAlive() const;
    bool isUpgrade() const;
    qint64 contentLength() const { return m_contentLength < 0 ? 0 : m_contentLength; }
    bool expectsContinue() const;
    /// The value of a header by its lower-case name; empty when absent.
    QByteArray header(const char *lowerCaseName) const;
    /// All of them, with lower-case names.
    const QList<QPair<QByteArray, QByteArray>> &headers() const { return m_headers; }
    /// The head as it is handed on: only what was understood.
    QByteArray toBytes() const;

private:
    State refuse(int status, const char *reason, const char *detail);
    State readByte(char byte);
    State endLine();
    State readRequestLine(const QByteArray &line);
    State readHeader(const QByteArray &line);
    State checkFraming(const QByteArray &name, const QByteArray &value);
    State finish();

    qsizetype m_consumed = 0;
    QByteArray m_line;
    bool m_afterReturn = false;
    QByteArray m_method;
    QByteArray m_target;
    bool m_isHttp10 = false;
    qint64 m_contentLength = -1;
    bool m_hasTransferEncoding = false;
    int m_hosts = 0;
    QList<QPair<QByteArray, QByteArray>> m_headers;
    State m_state = State::More;
    HttpRefusal m_refusal;
};

} // namespace rialto
