// The Markdown of messages, which somebody else wrote: read, drawn and clicked on wherever it is shown.

#include "fuzz/Fuzz.h"
#include "markdown/RichText.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace rialto;
using fuzz::require;

namespace {

bool isSafe(const QUrl &url)
{
    const QString scheme = url.scheme();
    return scheme == "http"_L1 || scheme == "https"_L1 || scheme == "mailto"_L1 || scheme == "rialto"_L1;
}

QString lettersOf(const QString &text)
{
    QString letters;
    for (const QChar c : text) {
        if (c.isLetter())
            letters += c;
    }
    return letters;
}

bool isPartOf(const QString &part, const QString &whole)
{
    qsizetype at = 0;
    for (const QChar c : part) {
        at = whole.indexOf(c, at) + 1;
        if (at == 0)
            return false;
    }
    return true;
}

// What a code block is written in is markup; it stands behind the fence.
QString withoutFences(QString source)
{
    static const QRegularExpression fence(u"(?:`{3}|~{3})[^\\r\\n]*"_s);
    return source.remove(fence);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString source = QString::fromUtf8(fuzz::bytesOf(data, size));
    const RichText rich = parseRichText(source);
    for (const TextSpan &span : rich.spans) {
        require(span.start >= 0 && span.length > 0 && span.end() <= rich.text.size(), "a span lies within the text");
        require(span.depth >= 1, "nothing stands further out than the text");
        require((span.kind == TextSpan::Link) == !span.url.isEmpty(), "links lead somewhere, and nothing else does");
        require(span.url.isEmpty() || isSafe(span.url), "nothing but the web, mail and messages is ever clickable");
    }
    const QString after = lettersOf(rich.text);
    require(isPartOf(after, lettersOf(source)), "nothing is added, and all is in its order");
    // The address behind a link is markup as well.
    require(source.contains("]("_L1) || isPartOf(lettersOf(withoutFences(source)), after),
            "nothing is lost but markup");
    constexpr int kPreview = 80;
    const QString preview = previewText(source, kPreview);
    require(preview.size() <= kPreview && !preview.contains(u'\n'), "a preview is one short line");
    return 0;
}
