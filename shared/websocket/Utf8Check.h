#pragma once

#include <QByteArrayView>

namespace rialto::websocket {

/// Checks UTF-8 as it arrives, cut anywhere: no overlong forms, no surrogates, nothing beyond U+10FFFF (table 3-7 of
/// the Unicode Standard; RFC 3629).
class Utf8Check
{
public:
    /// False at the first byte that no valid text can have there; then the rest says nothing any more.
    bool feed(QByteArrayView bytes);
    /// Whether the text may end here: no character is half there.
    bool isComplete() const { return m_missing == 0; }

private:
    bool start(uchar lead);

    int m_missing = 0; ///< Bytes of the present character that are still to come.
    uchar m_least = 0x80;
    uchar m_most = 0xbf; ///< What the next of them may be.
};

} // namespace rialto::websocket
