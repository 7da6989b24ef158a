// The head of an HTTP request: read at once, byte by byte, and again as it is handed on.

#include "fuzz/Fuzz.h"
#include "net/HttpHead.h"

using namespace rialto;
using fuzz::require;

namespace {

void checkSameByteByByte(const QByteArray &bytes, const HttpHead &whole, HttpHead::State expected)
{
    HttpHead slow;
    HttpHead::State state = HttpHead::State::More;
    for (qsizetype length = 1; length <= bytes.size() && state == HttpHead::State::More; ++length)
        state = slow.read(QByteArray::fromRawData(bytes.constData(), length));
    require(state == expected && slow.consumed() == whole.consumed(), "how a head is cut changes nothing");
    require(slow.refusal().status == whole.refusal().status, "a refusal does not depend on how the head is cut");
}

void checkHandedOn(const HttpHead &head)
{
    const QByteArray bytes = head.toBytes();
    if (bytes.size() > HttpHead::kMaximumBytes || (head.isHttp10() && head.header("host").isEmpty()))
        return;
    HttpHead again;
    require(again.read(bytes) == HttpHead::State::Complete, "what is handed on can be read");
    require(again.consumed() == bytes.size(), "what is handed on ends where its head ends");
    const bool isRewritten = head.target() == "*" || head.target().startsWith("//");
    require(again.method() == head.method() && (isRewritten || again.target() == head.target()),
            "the request line stays");
    require(again.toBytes() == bytes, "handing on what was handed on changes nothing");
    require(again.contentLength() == head.contentLength(), "the length of the body stays");
    require(!again.isUpgrade() && !again.expectsContinue(), "what the gate has dealt with is not handed on");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    HttpHead head;
    const HttpHead::State state = head.read(bytes);
    require(head.consumed() <= HttpHead::kMaximumBytes + 1, "no head is read beyond its limit");
    checkSameByteByByte(bytes, head, state);
    if (state == HttpHead::State::Refused)
        require(head.refusal().status >= 400 && head.refusal().status < 600, "a refusal has a status");
    if (state != HttpHead::State::Complete)
        return 0;
    require(head.contentLength() >= 0, "a length is never negative");
    (void)head.keepsAlive();
    checkHandedOn(head);
    return 0;
}
