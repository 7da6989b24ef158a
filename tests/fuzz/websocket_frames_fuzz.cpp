// WebSocket frames of either side. The first byte chooses who sends and into what pieces the rest is cut.

#include "fuzz/Fuzz.h"
#include "websocket/FrameReader.h"
#include "websocket/FrameWriter.h"

#include <QList>
#include <QStringDecoder>

using namespace rialto;
using namespace rialto::websocket;
using fuzz::require;
using Kind = Incoming::Kind;

namespace {

constexpr qsizetype kMaximumMessage = 4096;

QList<Incoming> readAll(FrameReader::Peer peer, QByteArrayView bytes, qsizetype pieceSize)
{
    FrameReader reader(peer, kMaximumMessage);
    QList<Incoming> all;
    while (!bytes.isEmpty()) {
        QByteArrayView piece = bytes.first(std::min(pieceSize, bytes.size()));
        bytes = bytes.sliced(piece.size());
        while (const auto incoming = reader.read(piece)) {
            all.append(*incoming);
            if (incoming->kind == Kind::Violation)
                return all;
        }
        require(piece.isEmpty(), "bytes are left only behind something whole");
    }
    return all;
}

bool isUtf8(const QByteArray &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(text);
    return !decoder.hasError();
}

void checkText(const QByteArray &text)
{
    require(text.size() <= kMaximumMessage, "no message is longer than the limit");
    require(isUtf8(text), "a text is valid UTF-8");
    const auto sent = readAll(FrameReader::Peer::Client, maskedFrame(Opcode::Text, text, 0x12345678), 1);
    require(sent.size() == 1 && sent.first().kind == Kind::Text && sent.first().payload == text,
            "a text that is sent on arrives as it was");
}

void check(const Incoming &incoming)
{
    switch (incoming.kind) {
    case Kind::Text:
        return checkText(incoming.payload);
    case Kind::Ping:
    case Kind::Pong:
        return require(incoming.payload.size() <= 125, "a control frame is short");
    case Kind::Close:
        require(incoming.closeCode >= 1000 && incoming.closeCode < 5000, "a close code is one");
        return require(isUtf8(incoming.payload), "the reason of a close is a text");
    case Kind::Violation:
        return require(incoming.closeCode == 1002 || incoming.closeCode == 1003 || incoming.closeCode == 1007 ||
                           incoming.closeCode == 1009,
                       "a violation is answered with the code that fits");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes = fuzz::bytesOf(data + 1, size - 1);
    const auto peer = data[0] % 2 ? FrameReader::Peer::Client : FrameReader::Peer::Server;
    const QList<Incoming> whole = readAll(peer, bytes, bytes.size());
    const QList<Incoming> cut = readAll(peer, bytes, data[0] / 2 + 1);
    require(whole.size() == cut.size(), "how bytes are cut changes nothing");
    for (qsizetype i = 0; i < whole.size(); ++i) {
        require(whole[i].kind == cut[i].kind && whole[i].closeCode == cut[i].closeCode, "nor what they mean");
        require(whole[i].payload == cut[i].payload, "nor what they carry");
        check(whole[i]);
    }
    return 0;
}
