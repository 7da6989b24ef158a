#include "websocket/Utf8Check.h"

#include <cstring>

namespace rialto::websocket {
namespace {

constexpr quint64 kHighBits = 0x8080'8080'8080'8080;

bool isAscii8(const char *bytes)
{
    quint64 word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return (word & kHighBits) == 0;
}

} // namespace

bool Utf8Check::feed(QByteArrayView bytes)
{
    const char *at = bytes.begin();
    const char *const end = bytes.end();
    while (at != end) {
        if (m_missing == 0 && end - at >= 8 && isAscii8(at)) {
            at += 8;
            continue;
        }
        const auto byte = static_cast<uchar>(*at++);
        if (m_missing == 0) {
            if (byte >= 0x80 && !start(byte))
                return false;
            continue;
        }
        if (byte < m_least || byte > m_most)
            return false;
        m_least = 0x80;
        m_most = 0xbf;
        --m_missing;
    }
    return true;
}

// The second byte is where overlong forms, surrogates and too large numbers show.
bool Utf8Check::start(uchar lead)
{
    if (lead < 0xc2 || lead > 0xf4)
        return false;
    m_missing = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    m_least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    m_most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    return true;
}

} // namespace rialto::websocket
