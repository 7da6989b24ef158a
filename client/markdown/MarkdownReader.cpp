#include "markdown/MarkdownReader.h"

#include <md4c.h>

#include "markdown/MarkdownSource.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr unsigned kDialect = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_STRIKETHROUGH;

/// Collects what the parser reports; its calls come in the order of the text.
class Reader
{
public:
    RichText read(const QByteArray &utf8);

private:
    struct List
    {
        bool ordered = false;
        unsigned next = 1;
    };

    static Reader &of(void *self) { return *static_cast<Reader *>(self); }
    void enterBlock(MD_BLOCKTYPE type, void *detail);
    void leaveBlock(MD_BLOCKTYPE type);
    void enterSpan(MD_SPANTYPE type, void *detail);
    void leaveSpan(MD_SPANTYPE type);
    void addText(MD_TEXTTYPE type, QByteArrayView piece);
    void keepBlankLines();
    void keepIndentation(const char *place);
    void addWithSpoilers(const QString &text);
    void beginLine();
    void enterItem();
    void open(TextSpan::Kind kind, const QUrl &url = {}, int depth = 1);
    void close(TextSpan::Kind kind);
    void closeSpoiler();
    int position() const { return static_cast<int>(m_rich.text.size()); }

    QByteArrayView m_source;
    const char *m_read = nullptr; ///< Up to where blank lines are kept; null where none are.
    RichText m_rich;
    QList<TextSpan> m_open;
    QList<List> m_lists;
    int m_quotes = 0;
    int m_spoiler = -1; ///< Where an open `||` would stand; -1 for none.
    bool m_isLineFresh = true;
    bool m_isIndentOpen = false; ///< What comes next begins a line whose indentation is kept.
};

TextSpan::Kind kindOf(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_EM:
        return TextSpan::Italic;
    case MD_SPAN_STRONG:
        return TextSpan::Bold;
    case MD_SPAN_DEL:
        return TextSpan::Strike;
    case MD_SPAN_CODE:
        return TextSpan::Code;
    default:
        return TextSpan::Link;
    }
}

QUrl safeUrl(const MD_ATTRIBUTE &attribute)
{
    const QUrl url(QString::fromUtf8(attribute.text, static_cast<qsizetype>(attribute.size)), QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool isWeb = (scheme == "http"_L1 || scheme == "https"_L1) && !url.host().isEmpty();
    return isWeb || scheme == "mailto"_L1 || scheme == "rialto"_L1 ? url : QUrl();
}

RichText Reader::read(const QByteArray &utf8)
{
    m_source = utf8;
    MD_PARSER parser{};
    parser.flags = kDialect;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *self) {
        of(self).enterBlock(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *self) {
        of(self).leaveBlock(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *self) {
        of(self).enterSpan(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *self) {
        of(self).leaveSpan(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self) {
        of(self).addText(type, {text, static_cast<qsizetype>(size)});
        return 0;
    };
    if (md_parse(utf8.constData(), static_cast<MD_SIZE>(utf8.size()), &parser, this) != 0)
        return {};
    while (m_rich.text.endsWith(u'\n'))
        m_rich.text.chop(1);
    for (TextSpan &span : m_rich.spans)
        span.length = std::min(span.length, position() - span.start);
    m_rich.spans.removeIf([](const TextSpan &span) { return span.length <= 0; });
    return m_rich;
}

void Reader::beginLine()
{
    if (!m_isLineFresh)
        m_rich.text += u'\n';
    m_isLineFresh = true;
}

void Reader::open(TextSpan::Kind kind, const QUrl &url, int depth)
{
    m_open.append({kind, position(), 0, url, depth});
}

void Reader::close(TextSpan::Kind kind)
{
    for (qsizetype i = m_open.size() - 1; i >= 0; --i) {
        if (m_open.at(i).kind != kind)
            continue;
        TextSpan span = m_open.takeAt(i);
        span.length = position() - span.start;
        m_rich.spans.append(span);
        return;
    }
}

void Reader::enterBlock(MD_BLOCKTYPE type, void *detail)
{
    m_isIndentOpen = type == MD_BLOCK_P && m_lists.isEmpty() && m_quotes == 0;
    const bool hasGround = type == MD_BLOCK_QUOTE || type == MD_BLOCK_CODE || type == MD_BLOCK_HR;
    if (hasGround) // It stands apart by itself.
        m_read = nullptr;
    keepBlankLines();
    switch (type) {
    case MD_BLOCK_QUOTE:
        beginLine();
        open(TextSpan::Quote, {}, ++m_quotes);
        break;
    case MD_BLOCK_UL:
        beginLine();
        m_lists.append({false, 0});
        break;
    case MD_BLOCK_OL:
        beginLine();
        m_lists.append({true, static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start});
        break;
    case MD_BLOCK_LI:
        enterItem();
        break;
    case MD_BLOCK_CODE:
        beginLine();
        open(TextSpan::CodeBlock);
        break;
    case MD_BLOCK_H:
        beginLine();
        open(TextSpan::Bold);
        break;
    case MD_BLOCK_HR:
        beginLine();
        m_rich.text += u"———"_s;
        m_isLineFresh = false;
        break;
    case MD_BLOCK_P:
        beginLine();
        break;
    default:
        break;
    }
}

/// As many as somebody left between what was read last and what comes.
void Reader::keepBlankLines()
{
    if (const char *const read = std::exchange(m_read, nullptr))
        m_rich.text += QString(blankLinesAfter(m_source, read, m_quotes > 0), u'\n');
}

void Reader::keepIndentation(const char *place)
{
    const int columns = indentationBefore(m_source, place);
    for (TextSpan &span : m_open) {
        if (span.start == position())
            span.start += columns;
    }
    m_rich.text += QString(columns, u' ');
}

void Reader::enterItem()
{
    beginLine();
    open(TextSpan::ListItem, {}, static_cast<int>(m_lists.size()));
    List &list = m_lists.last();
    m_rich.text += list.ordered ? QString::number(list.next++) + u". "_s : u"• "_s;
}

void Reader::leaveBlock(MD_BLOCKTYPE type)
{
    closeSpoiler();
    switch (type) {
    case MD_BLOCK_QUOTE:
        close(TextSpan::Quote);
        --m_quotes;
        m_read = nullptr;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        m_lists.removeLast();
        break;
    case MD_BLOCK_LI:
        close(TextSpan::ListItem);
        break;
    case MD_BLOCK_CODE:
        if (m_rich.text.endsWith(u'\n') && position() > m_open.last().start)
            m_rich.text.chop(1);
        close(TextSpan::CodeBlock);
        m_read = nullptr;
        break;
    case MD_BLOCK_H:
        close(TextSpan::Bold);
        break;
    default:
        return;
    }
    m_isLineFresh = m_rich.text.isEmpty() || m_rich.text.endsWith(u'\n');
}

void Reader::enterSpan(MD_SPANTYPE type, void *detail)
{
    if (type == MD_SPAN_A)
        open(TextSpan::Link, safeUrl(static_cast<MD_SPAN_A_DETAIL *>(detail)->href));
    else if (type == MD_SPAN_IMG)
        open(TextSpan::Link, safeUrl(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src));
    else
        open(kindOf(type));
}

void Reader::leaveSpan(MD_SPANTYPE type)
{
    close(kindOf(type));
    // An address that cannot be followed is no link, but what it says stays.
    if (!m_rich.spans.isEmpty() && m_rich.spans.last().kind == TextSpan::Link && m_rich.spans.last().url.isEmpty())
        m_rich.spans.removeLast();
}

void Reader::addText(MD_TEXTTYPE type, QByteArrayView piece)
{
    m_isLineFresh = false;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
        m_rich.text += u'\n';
        m_isIndentOpen = m_lists.isEmpty() && m_quotes == 0;
        return;
    }
    if (liesIn(m_source, piece)) {
        if (std::exchange(m_isIndentOpen, false))
            keepIndentation(piece.begin());
        m_read = piece.end();
    }
    const QString text = withoutBarriers(QString::fromUtf8(piece));
    if (type == MD_TEXT_CODE)
        m_rich.text += text;
    else
        addWithSpoilers(text);
}

void Reader::addWithSpoilers(const QString &text)
{
    qsizetype from = 0;
    for (qsizetype at = text.indexOf("||"_L1); at >= 0; at = text.indexOf("||"_L1, from)) {
        m_rich.text += QStringView(text).mid(from, at - from);
        from = at + 2;
        if (m_spoiler < 0) {
            m_spoiler = position();
        } else {
            m_rich.spans.append({TextSpan::Spoiler, m_spoiler, position() - m_spoiler, {}});
            m_spoiler = -1;
        }
    }
    m_rich.text += QStringView(text).mid(from);
}

// A `||` that nothing closes is text.
void Reader::closeSpoiler()
{
    const int at = std::exchange(m_spoiler, -1);
    if (at < 0)
        return;
    m_rich.text.insert(at, u"||"_s);
    const auto shift = [at](TextSpan &span) {
        if (span.start >= at)
            span.start += 2;
        else if (span.length > 0 && span.end() > at)
            span.length += 2;
    };
    for (TextSpan &span : m_rich.spans)
        shift(span);
    for (TextSpan &span : m_open)
        shift(span);
}

} // namespace

RichText readMarkdown(const QString &source)
{
    return Reader().read(preparedMarkdown(source).toUtf8());
}

} // namespace rialto
