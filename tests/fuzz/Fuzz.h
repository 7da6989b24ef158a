#pragma once

#include <QByteArray>
#include <QtGlobal>
#include <cstddef>
#include <cstdint>

/// What libFuzzer calls with every input, and replay.cpp with every kept one. Each *_fuzz.cpp defines it once, for one
/// parser of bytes that come from somebody else; what must hold whatever the bytes is said with require().
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace rialto::fuzz {

/// Ends the program loudly when a promise is broken, so that the input is kept as a finding.
inline void require(bool holds, const char *promise)
{
    if (!holds)
        qFatal("Broken promise: %s", promise);
}

inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

/// Cuts off and returns what stands before the first `separator`; everything when there is none.
inline QByteArray takeUntil(QByteArray &rest, char separator)
{
    const qsizetype end = rest.indexOf(separator);
    const QByteArray part = rest.left(end);
    rest = end < 0 ? QByteArray() : rest.mid(end + 1);
    return part;
}

} // namespace rialto::fuzz
