// What a server answers to the request for a WebSocket, as a client reads it. In the input a percent sign stands for
// the proof that only a server that has read the key can give, so that accepted answers are reached as well.

#include "fuzz/Fuzz.h"
#include "websocket/Handshake.h"

using namespace rialto;
using namespace rialto::websocket;
using fuzz::require;

namespace {

const QByteArray kKey = "AAAAAAAAAAAAAAAAAAAAAA==";

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input = fuzz::bytesOf(data, size);
    const QByteArray bytes = QByteArray(input).replace('%', acceptFor(kKey));
    UpgradeReply whole(kKey);
    QByteArrayView rest = bytes;
    const UpgradeReply::State state = whole.read(rest);
    UpgradeReply slow(kKey);
    UpgradeReply::State slowState = UpgradeReply::State::More;
    qsizetype taken = 0;
    while (taken < bytes.size() && slowState == UpgradeReply::State::More) {
        QByteArrayView one = QByteArrayView(bytes).sliced(taken, 1);
        slowState = slow.read(one);
        taken += 1 - one.size();
    }
    require(slowState == state && slow.refusal() == whole.refusal(), "how an answer is cut changes nothing");
    if (state == UpgradeReply::State::Accepted) {
        require(bytes.size() - rest.size() == taken, "of an accepted answer not one byte too many is taken");
        require(input.contains('%') || bytes.contains(acceptFor(kKey)), "nobody is accepted without the proof");
    }
    if (state == UpgradeReply::State::Refused)
        require(!whole.refusal().isEmpty(), "a refusal says why");
    return 0;
}
