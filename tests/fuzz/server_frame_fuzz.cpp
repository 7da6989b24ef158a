// What a client hears: a reply, which may answer any method, or an event.

#include "fuzz/Fuzz.h"
#include "protocol/Frame.h"
#include "protocol/Protocol.h"

using namespace rialto;
using fuzz::require;

namespace {

template <Described T> void decodeAs(const QJsonObject &body)
{
    const auto value = fromJson<T>(body, Check::Shape);
    if (!value)
        return;
    const QByteArray json = toJson(*value);
    const auto again = fromJson<T>(json);
    require(again.has_value(), "what was understood can be kept in the cache");
    require(toJson(*again) == json, "the cache gives back what it was given");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto frame = parseServerFrame(fuzz::bytesOf(data, size));
    if (!frame)
        return 0;
    if (frame->error)
        require(parseObject(errorFrame("1", *frame->error)).has_value(), "an error can be written again");
    if (frame->id)
        Methods::forEach([&]<typename M>() { decodeAs<typename M::Reply>(frame->body); });
    else
        Events::forEach([&]<typename E>() {
            if (frame->type == QLatin1StringView(E::event.type))
                decodeAs<typename E::Data>(frame->body);
        });
    return 0;
}
