#include "markdown/RichText.h"

#include "markdown/MarkdownReader.h"
#include "markdown/MessageLinks.h"
#include "text/Mentions.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

bool isCode(const RichText &rich, int position)
{
    return std::any_of(rich.spans.begin(), rich.spans.end(), [position](const TextSpan &span) {
        return (span.kind == TextSpan::Code || span.kind == TextSpan::CodeBlock || span.kind == TextSpan::Link) &&
               span.contains(position);
    });
}

void addAddresses(RichText &rich)
{
    for (const TextLink &link : findLinks(rich.text)) {
        if (!isCode(rich, link.start))
            rich.spans.append({TextSpan::Link, link.start, link.length, link.url});
    }
}

void addMentions(RichText &rich)
{
    for (const Mention &mention : findMentions(rich.text)) {
        if (!isCode(rich, mention.start))
            rich.spans.append({TextSpan::Mention, mention.start, mention.length, {}});
    }
}

// Most messages have none of these and need no parser.
bool mayHoldMarkup(const QString &text)
{
    static const QString kMarks = u"*_~`>[|\\#<"_s;
    bool isLineStart = true;
    for (const QChar c : text) {
        if (kMarks.contains(c) || (isLineStart && (c.isDigit() || c == u'-' || c == u'+' || c == u'=')))
            return true;
        isLineStart = c == u'\n' || (isLineStart && c == u' ');
    }
    return false;
}

} // namespace

bool RichText::hasAny(TextSpan::Kind kind) const
{
    return std::any_of(spans.begin(), spans.end(), [kind](const TextSpan &span) { return span.kind == kind; });
}

RichText parseRichText(const QString &source)
{
    RichText rich;
    if (mayHoldMarkup(source))
        rich = readMarkdown(source);
    // What is nothing but markup is shown as it was typed.
    if (rich.text.trimmed().isEmpty())
        rich = {source, {}};
    addAddresses(rich);
    addMentions(rich);
    return rich;
}

QString plainText(const QString &source)
{
    RichText rich = parseRichText(source);
    for (const TextSpan &span : std::as_const(rich.spans)) {
        if (span.kind == TextSpan::Spoiler)
            rich.text.replace(span.start, span.length, QString(span.length, QChar(0x2591)));
    }
    return rich.text;
}

QString previewText(const QString &source, int maxLength)
{
    return plainText(source.left(4 * maxLength)).left(maxLength).simplified();
}

QString previewText(const Message &message, int maxLength)
{
    if (!message.text.trimmed().isEmpty())
        return previewText(message.text, maxLength);
    QStringList names;
    for (const Attachment &one : message.attachments)
        names.append(one.name);
    return names.join(u", "_s).left(maxLength).simplified();
}

} // namespace rialto
