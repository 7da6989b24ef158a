// Addresses in the text of a message, which somebody else wrote and one click opens.

#include "fuzz/Fuzz.h"
#include "markdown/MessageLinks.h"

using namespace rialto;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(fuzz::bytesOf(data, size));
    int end = 0;
    for (const TextLink &link : findLinks(text)) {
        require(link.start >= end && link.length > 0, "links follow one another");
        end = link.start + link.length;
        require(end <= text.size(), "a link ends within its text");
        const QString scheme = link.url.scheme();
        require(scheme == QLatin1StringView("http") || scheme == QLatin1StringView("https") ||
                    scheme == QLatin1StringView("rialto"),
                "nothing but a web page and a place in Rialto is ever clickable");
    }
    return 0;
}
