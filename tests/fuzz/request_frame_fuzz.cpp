// What a client sends over the WebSocket: the frame, then the parameters of whichever method it names.

#include "fuzz/Fuzz.h"
#include "protocol/Frame.h"
#include "protocol/Protocol.h"

using namespace rialto;
using fuzz::require;

namespace {

template <Method M> void decodeAs(const QJsonObject &params)
{
    const auto request = fromJson<M>(params, Check::Rules);
    if (!request) {
        require(request.error().code == ErrorCode::Invalid, "wrong parameters are invalid, nothing else");
        require(!request.error().field.isEmpty(), "a refusal names the field");
        return;
    }
    const QByteArray json = toJson(*request);
    const auto again = fromJson<M>(json, Check::Shape);
    require(again.has_value(), "what was understood can be written and read");
    require(toJson(*again) == json, "reading what was written changes nothing");
    // A default may be less than a request may say; whatever passes the rules twice is the same.
    const auto strict = fromJson<M>(json, Check::Rules);
    require(!strict || toJson(*strict) == json, "the rules change a text once and no more");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray id;
    const auto frame = parseRequest(fuzz::bytesOf(data, size), id);
    require(parseObject(replyFrame(id, "{}")).has_value(), "any id that is echoed is JSON");
    if (!frame) {
        require(parseObject(errorFrame(id, frame.error())).has_value(), "every refusal is JSON");
        return 0;
    }
    Methods::forEach([&]<typename M>() {
        if (frame->method == QLatin1StringView(M::method.name))
            decodeAs<M>(frame->params);
    });
    return 0;
}
