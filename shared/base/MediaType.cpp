#include "base/MediaType.h"

#include <QStringDecoder>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

struct Magic
{
    qsizetype at;
    QByteArrayView bytes;
    const char *type;
};

using namespace std::string_view_literals;

constexpr QByteArrayView view(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

constexpr Magic kMagic[] = {
    {0, view("%PDF-"sv), "application/pdf"},
    {0, view("PK\x03\x04"sv), "application/zip"},
    {0, view("\x1f\x8b"sv), "application/gzip"},
    {0, view("7z\xbc\xaf\x27\x1c"sv), "application/x-7z-compressed"},
    {0,
     view("\xfd"
          "7zXZ\0"sv),
     "application/x-xz"},
    {0, view("fLaC"sv), "audio/flac"},
    {0, view("OggS"sv), "application/ogg"},
    {0, view("ID3"sv), "audio/mpeg"},
    {0, view("\xff\xfb"sv), "audio/mpeg"},
    {8, view("WAVE"sv), "audio/wav"},
    {4, view("ftypM4A"sv), "audio/mp4"},
    {4, view("ftyphei"sv), "image/heic"},
    {4, view("ftyphev"sv), "image/heic"},
    {4, view("ftypmif1"sv), "image/heif"},
    {4, view("ftypmsf1"sv), "image/heif"},
    {4, view("ftypavi"sv), "image/avif"},
    {0, view("II*\0"sv), "image/tiff"},
    {0, view("MM\0*"sv), "image/tiff"},
    {0, view("II+\0"sv), "image/tiff"},
    {0, view("MM\0+"sv), "image/tiff"},
    {4, view("ftyp"sv), "video/mp4"},
    {0, view("\x1a\x45\xdf\xa3"sv), "video/webm"},
};

quint32 big32(QByteArrayView bytes, qsizetype at)
{
    return at >= 0 && at + 4 <= bytes.size() ? qFromBigEndian<quint32>(bytes.data() + at) : 0;
}
int big16(QByteArrayView bytes, qsizetype at)
{
    return at >= 0 && at + 2 <= bytes.size() ? qFromBigEndian<quint16>(bytes.data() + at) : 0;
}
int little(QByteArrayView bytes, qsizetype at, int count)
{
    int value = 0;
    for (int i = count - 1; i >= 0; --i)
        value = value << 8 | (at + i < bytes.size() ? static_cast<quint8>(bytes[at + i]) : 0);
    return value;
}

// ITU-T T.81: the frame header tells the size.
QSize jpegSize(QByteArrayView bytes)
{
    qsizetype at = 2;
    while (at + 4 <= bytes.size() && static_cast<quint8>(bytes[at]) == 0xff) {
        const int marker = static_cast<quint8>(bytes[at + 1]);
        const bool isFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (isFrame)
            return {big16(bytes, at + 7), big16(bytes, at + 5)};
        at += 2 + (marker == 0xff ? -1 : std::max(2, big16(bytes, at + 2)));
    }
    return {};
}

// RFC 9649.
QSize webPSize(QByteArrayView bytes)
{
    const QByteArrayView form = bytes.sliced(std::min<qsizetype>(12, bytes.size()))
                                    .first(std::min<qsizetype>(4, std::max<qsizetype>(0, bytes.size() - 12)));
    if (form == view("VP8X"sv))
        return {little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1};
    if (form == view("VP8 "sv))
        return {little(bytes, 26, 2) & 0x3fff, little(bytes, 28, 2) & 0x3fff};
    if (form == view("VP8L"sv))
        return {(little(bytes, 21, 2) & 0x3fff) + 1, (little(bytes, 22, 3) >> 6 & 0x3fff) + 1};
    return {};
}

bool isText(QByteArrayView content)
{
    QByteArrayView sample = content.first(std::min(content.size(), kMediaTypeHead));
    const bool hasControl = std::any_of(sample.begin(), sample.end(), [](char c) {
        return static_cast<quint8>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    });
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(sample);
    return !hasControl && !decoder.hasError() && !decoded.isEmpty();
}

} // namespace

PictureKind pictureKindOf(QByteArrayView content)
{
    if (content.startsWith(view("\x89PNG\r\n\x1a\n"sv)))
        return PictureKind::Png;
    if (content.startsWith(view("\xff\xd8\xff"sv)))
        return PictureKind::Jpeg;
    if (content.startsWith(view("GIF87a"sv)) || content.startsWith(view("GIF89a"sv)))
        return PictureKind::Gif;
    if (content.size() > 12 && content.startsWith(view("RIFF"sv)) && content.sliced(8, 4) == view("WEBP"sv))
        return PictureKind::WebP;
    return PictureKind::None;
}

QString mediaTypeOf(QByteArrayView content)
{
    switch (pictureKindOf(content)) {
    case PictureKind::Png:
        return u"image/png"_s;
    case PictureKind::Jpeg:
        return u"image/jpeg"_s;
    case PictureKind::Gif:
        return u"image/gif"_s;
    case PictureKind::WebP:
        return u"image/webp"_s;
    case PictureKind::None:
        break;
    }
    for (const Magic &magic : kMagic) {
        if (content.size() >= magic.at + magic.bytes.size() &&
            content.sliced(magic.at, magic.bytes.size()) == magic.bytes)
            return QString::fromLatin1(magic.type);
    }
    return isText(content) ? u"text/plain"_s : u"application/octet-stream"_s;
}

bool isPictureNotTaken(QByteArrayView content)
{
    return pictureKindOf(content) == PictureKind::None && mediaTypeOf(content).startsWith("image/"_L1);
}

QSize pictureSizeOf(QByteArrayView content, PictureKind kind)
{
    QSize size;
    if (kind == PictureKind::Png)
        size =
            QSize(static_cast<int>(big32(content, 16) & 0x7fffffff), static_cast<int>(big32(content, 20) & 0x7fffffff));
    else if (kind == PictureKind::Jpeg)
        size = jpegSize(content);
    else if (kind == PictureKind::Gif)
        size = QSize(little(content, 6, 2), little(content, 8, 2));
    else if (kind == PictureKind::WebP)
        size = webPSize(content);
    return size.isEmpty() ? QSize() : size;
}

} // namespace rialto
