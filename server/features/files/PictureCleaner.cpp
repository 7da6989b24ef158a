#include "features/files/PictureCleaner.h"

#include <QtEndian>

namespace rialto {
namespace {

constexpr quint8 kStartOfScan = 0xda;
constexpr quint8 kEndOfImage = 0xd9;
constexpr quint8 kApp0 = 0xe0;
constexpr quint8 kApp1 = 0xe1;
constexpr quint8 kApp2 = 0xe2;
constexpr quint8 kApp14 = 0xee; // Adobe: how the colours are coded.
constexpr quint8 kApp15 = 0xef;
constexpr quint8 kComment = 0xfe;

// Programs cut PNG into pieces of 8 KiB, so that the largest file that is taken by default has 131,000. Whoever sends
// more sends them for what they cost.
constexpr int kMostParts = 150'000;

quint8 byteAt(QByteArrayView bytes, qsizetype at)
{
    return at >= 0 && at < bytes.size() ? static_cast<quint8>(bytes[at]) : 0;
}

/// A TIFF structure inside EXIF, in its own byte order.
class Tiff
{
public:
    explicit Tiff(QByteArrayView bytes) : m_bytes(bytes), m_isLittle(bytes.startsWith("II")) {}
    quint32 number(qsizetype at, int size) const
    {
        quint32 value = 0;
        for (int i = 0; i < size; ++i)
            value = value << 8 | byteAt(m_bytes, m_isLittle ? at + size - 1 - i : at + i);
        return value;
    }
    // Tag 0x0112 of the first directory (EXIF 2.32, 4.6.5).
    int orientation() const
    {
        const qsizetype directory = number(4, 4);
        const int entries = static_cast<int>(number(directory, 2));
        for (int i = 0; i < entries && directory + 14 + 12 * i <= m_bytes.size(); ++i) {
            const qsizetype entry = directory + 2 + 12 * i;
            const int value = static_cast<int>(number(entry + 8, 2));
            if (number(entry, 2) == 0x0112 && value >= 1 && value <= 8)
                return value;
        }
        return 1;
    }

private:
    QByteArrayView m_bytes;
    bool m_isLittle;
};

// EXIF with nothing but the orientation.
QByteArray orientationSegment(int orientation)
{
    QByteArray segment = QByteArray::fromHex("ffe10022") + QByteArray("Exif\0\0", 6) +
                         QByteArray::fromHex("4d4d002a00000008"
                                             "0001"
                                             "0112000300000001"
                                             "00010000"
                                             "00000000");
    segment[segment.size() - 7] = static_cast<char>(orientation);
    return segment;
}

/// One walk through a JPEG (ITU-T T.81, annex B).
class JpegCleaner
{
public:
    JpegCleaner(QByteArrayView bytes, const PictureSink &sink) : m_bytes(bytes), m_sink(sink) {}

    std::optional<CleanPicture> run()
    {
        if (!m_sink(m_bytes.first(2)))
            return std::nullopt;
        m_at = 2;
        int parts = 0;
        while (m_at + 2 <= m_bytes.size()) {
            if (byteAt(m_bytes, m_at) != 0xff || ++parts > kMostParts)
                return std::nullopt;
            const quint8 marker = byteAt(m_bytes, m_at + 1);
            if (marker == 0xff) {
                ++m_at; // Fill bytes may stand before a marker.
                continue;
            }
            if (marker == kEndOfImage)
                return end();
            if (!(isAlone(marker) ? copy(2) : passSegment(marker)))
                return std::nullopt;
        }
        // Cut off after its scans began: decoders show what is there.
        return hasScan() ? end() : std::nullopt;
    }

private:
    static bool isAlone(quint8 marker) { return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7); }

    bool hasScan() const { return m_clean.scans > 0; }

    std::optional<CleanPicture> end()
    {
        static constexpr char kEnd[] = {'\xff', '\xd9'};
        return hasScan() && m_sink(QByteArrayView(kEnd, 2)) ? std::optional(m_clean) : std::nullopt;
    }
    bool copy(qsizetype size)
    {
        m_at += size;
        return m_sink(m_bytes.sliced(m_at - size, size));
    }

    bool passSegment(quint8 marker)
    {
        const qsizetype length = byteAt(m_bytes, m_at + 2) << 8 | byteAt(m_bytes, m_at + 3);
        if (length < 2 || m_at + 2 + length > m_bytes.size())
            return false;
        const QByteArrayView content = m_bytes.sliced(m_at + 4, length - 2);
        if (marker == kApp1 && content.startsWith(QByteArrayView("Exif\0\0", 6)))
            m_clean.orientation = Tiff(content.sliced(6)).orientation();
        const bool isProfile = marker == kApp2 && content.startsWith("ICC_PROFILE");
        const bool isKept = (marker < kApp0 || marker > kApp15 || marker == kApp0 || marker == kApp14 || isProfile) &&
                            marker != kComment;
        if (!isKept) {
            m_at += 2 + length;
            return true;
        }
        // Right before the first segment that is no APP0: JFIF wants to stand first.
        if (marker != kApp0 && !m_isTurned && m_clean.orientation != 1) {
            m_isTurned = true;
            if (!m_sink(orientationSegment(m_clean.orientation)))
                return false;
        }
        m_clean.scans += marker == kStartOfScan ? 1 : 0;
        return copy(2 + length) && (marker != kStartOfScan || passScan());
    }

    // Up to the next marker that is none of the scan's own.
    bool passScan()
    {
        qsizetype next = m_at;
        for (;;) {
            next = m_bytes.indexOf('\xff', next);
            if (next < 0 || next + 1 >= m_bytes.size())
                return copy(m_bytes.size() - m_at - (next < 0 ? 0 : 1));
            const quint8 marker = byteAt(m_bytes, next + 1);
            if (marker != 0 && marker != 0xff && !isAlone(marker))
                return copy(next - m_at);
            next += 1 + (marker == 0xff ? 0 : 1);
        }
    }

    const QByteArrayView m_bytes;
    const PictureSink &m_sink;
    qsizetype m_at = 0;
    CleanPicture m_clean;
    bool m_isTurned = false;
};

// PNG, third edition: chunks of length, type, content and checksum.
std::optional<CleanPicture> cleanPng(QByteArrayView bytes, const PictureSink &sink)
{
    qsizetype at = 8;
    int parts = 0;
    if (!sink(bytes.first(8)))
        return std::nullopt;
    while (at + 12 <= bytes.size()) {
        const qsizetype size = qFromBigEndian<quint32>(bytes.data() + at) + 12LL;
        if (at + size > bytes.size() || ++parts > kMostParts)
            return std::nullopt;
        const QByteArrayView type = bytes.sliced(at + 4, 4);
        const bool tells = type == QByteArrayView("eXIf") || type == QByteArrayView("tEXt") ||
                           type == QByteArrayView("zTXt") || type == QByteArrayView("iTXt") ||
                           type == QByteArrayView("tIME");
        if (!tells && !sink(bytes.sliced(at, size)))
            return std::nullopt;
        if (type == QByteArrayView("IEND"))
            return CleanPicture{};
        at += size;
    }
    return std::nullopt;
}

// RFC 9649: chunks of type, length and content, padded to even lengths; VP8X says which there are.
std::optional<CleanPicture> cleanWebP(QByteArrayView bytes, const PictureSink &sink)
{
    struct Part
    {
        qsizetype at;
        qsizetype size;
    };
    QList<Part> parts;
    const qsizetype end = std::min<qsizetype>(bytes.size(), qFromLittleEndian<quint32>(bytes.data() + 4) + 8LL);
    qsizetype at = 12;
    quint32 kept = 4;
    int count = 0;
    while (at + 8 <= end) {
        const qsizetype length = qFromLittleEndian<quint32>(bytes.data() + at + 4);
        const qsizetype size = 8 + length + (length & 1);
        if (at + 8 + length > end || at + size > bytes.size() || ++count > kMostParts)
            return std::nullopt;
        const QByteArrayView type = bytes.sliced(at, 4);
        if (type != QByteArrayView("EXIF") && type != QByteArrayView("XMP ")) {
            parts.append({at, size});
            kept += static_cast<quint32>(size);
        }
        at += size;
    }
    QByteArray head = bytes.first(12).toByteArray();
    qToLittleEndian(kept, head.data() + 4);
    bool isTaken = !parts.isEmpty() && sink(head);
    for (const Part &part : parts) {
        QByteArrayView chunk = bytes.sliced(part.at, part.size);
        QByteArray flags;
        if (chunk.startsWith("VP8X") && chunk.size() > 8) {
            flags = chunk.toByteArray();
            flags[8] = static_cast<char>(static_cast<quint8>(flags[8]) & ~0x0c);
            chunk = flags;
        }
        isTaken = isTaken && sink(chunk);
    }
    return isTaken ? std::optional(CleanPicture{}) : std::nullopt;
}

// GIF89a: blocks; only the extensions that make the picture stay.
std::optional<CleanPicture> cleanGif(QByteArrayView bytes, const PictureSink &sink)
{
    const auto tableSize = [](quint8 flags) { return flags & 0x80 ? qsizetype(3) << ((flags & 7) + 1) : qsizetype(0); };
    qsizetype at = 13 + tableSize(byteAt(bytes, 10));
    if (at >= bytes.size() || !sink(bytes.first(at)))
        return std::nullopt;
    for (int parts = 0; at < bytes.size() && parts < kMostParts; ++parts) {
        const qsizetype start = at;
        const quint8 kind = byteAt(bytes, at);
        if (kind == 0x3b)
            return sink(bytes.sliced(at, 1)) ? std::optional(CleanPicture{}) : std::nullopt;
        if (kind != 0x21 && kind != 0x2c)
            return std::nullopt;
        const quint8 label = byteAt(bytes, at + 1);
        const QByteArrayView rest = bytes.sliced(std::min(at + 3, bytes.size()));
        const bool isLoop = label == 0xff && (rest.startsWith("NETSCAPE2.0") || rest.startsWith("ANIMEXTS1.0"));
        const bool isKept = kind == 0x2c || label == 0xf9 || label == 0x01 || isLoop;
        at += kind == 0x2c ? 11 + tableSize(byteAt(bytes, at + 9)) : 2;
        while (byteAt(bytes, at) != 0)
            at += 1 + byteAt(bytes, at);
        ++at;
        if (at > bytes.size() || (isKept && !sink(bytes.sliced(start, at - start))))
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::optional<CleanPicture> cleanPicture(QByteArrayView content, PictureKind kind, const PictureSink &sink)
{
    switch (kind) {
    case PictureKind::Jpeg:
        return JpegCleaner(content, sink).run();
    case PictureKind::Png:
        return cleanPng(content, sink);
    case PictureKind::WebP:
        return cleanWebP(content, sink);
    case PictureKind::Gif:
        return cleanGif(content, sink);
    case PictureKind::None:
        break;
    }
    return std::nullopt;
}

} // namespace rialto
