#include "markdown/RichText.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

/// "kind:text" of every span, in the order of their places.
QStringList spansOf(const RichText &rich)
{
    static const QStringList kinds = {u"bold"_s,    u"italic"_s,  u"strike"_s, u"code"_s,  u"link"_s,
                                      u"spoiler"_s, u"mention"_s, u"block"_s,  u"quote"_s, u"item"_s};
    QList<TextSpan> spans = rich.spans;
    std::stable_sort(spans.begin(), spans.end(),
                     [](const TextSpan &left, const TextSpan &right) { return left.start < right.start; });
    QStringList lines;
    for (const TextSpan &span : spans)
        lines.append(kinds.at(span.kind) + u':' + rich.text.mid(span.start, span.length));
    return lines;
}

} // namespace

class core_rich_text_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markupBecomesSpans_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("spans");
        const auto row = [](const char *name, const QString &source, const QString &text, const QStringList &spans) {
            QTest::newRow(name) << source << text << spans;
        };
        row("plain", u"Hello,\nworld"_s, u"Hello,\nworld"_s, {});
        row("bold and italic", u"a **b** *c* _d_"_s, u"a b c d"_s, {u"bold:b"_s, u"italic:c"_s, u"italic:d"_s});
        row("Cyrillic", u"це **жирний** текст"_s, u"це жирний текст"_s, {u"bold:жирний"_s});
        row("nested", u"**a *b* c**"_s, u"a b c"_s, {u"bold:a b c"_s, u"italic:b"_s});
        row("strike", u"~~old~~ new"_s, u"old new"_s, {u"strike:old"_s});
        row("inside a word", u"snake_case_name 2*3*4"_s, u"snake_case_name 234"_s, {u"italic:3"_s});
        row("code keeps marks", u"`a**b** @c`"_s, u"a**b** @c"_s, {u"code:a**b** @c"_s});
        row("code block", u"see\n```cpp\nint a;\n  **b**\n```\nend"_s, u"see\nint a;\n  **b**\nend"_s,
            {u"block:int a;\n  **b**"_s});
        row("quote", u"> one\n> two\n\nthree"_s, u"one\ntwo\nthree"_s, {u"quote:one\ntwo"_s});
        row("list", u"- one\n- two\n  - three"_s, u"• one\n• two\n• three"_s,
            {u"item:• one"_s, u"item:• two\n• three"_s, u"item:• three"_s});
        row("numbers", u"3. one\n4. two"_s, u"3. one\n4. two"_s, {u"item:3. one"_s, u"item:4. two"_s});
        row("paragraphs", u"*a*\n\nb"_s, u"a\n\nb"_s, {u"italic:a"_s});
        row("line breaks stay", u"*a*\nb\nc"_s, u"a\nb\nc"_s, {u"italic:a"_s});
        row("link", u"[here](https://a.example/b)"_s, u"here"_s, {u"link:here"_s});
        row("no scripts", u"[x](javascript:alert(1)) ![y](file:///etc/passwd)"_s, u"x y"_s, {});
        row("address", u"see https://a.example/b_c_d."_s, u"see https://a.example/b_c_d."_s,
            {u"link:https://a.example/b_c_d"_s});
        row("spoiler", u"who: ||the *butler*|| did"_s, u"who: the butler did"_s,
            {u"spoiler:the butler"_s, u"italic:butler"_s});
        row("open spoiler", u"a || b *c*"_s, u"a || b c"_s, {u"italic:c"_s});
        row("mention", u"@olena: hi, *@Андрій*"_s, u"@olena: hi, @Андрій"_s,
            {u"mention:@olena"_s, u"italic:@Андрій"_s, u"mention:@Андрій"_s});
        row("no mention", u"a@b.example @ @."_s, u"a@b.example @ @."_s, {});
        row("html is text", u"<b>x</b> & &amp; <script>"_s, u"<b>x</b> & &amp; <script>"_s, {});
        row("definitions stay", u"[note]: remember\nthe milk"_s, u"[note]: remember\nthe milk"_s, {});
        row("definitions stay beside code", u"[note]: milk\n\n```\n[a]: b\n```"_s, u"[note]: milk\n[a]: b"_s,
            {u"block:[a]: b"_s});
        row("definitions stay in lists", u"- [note]: milk"_s, u"• [note]: milk"_s, {u"item:• [note]: milk"_s});
        row("definitions stay in quotes", u"> [note]: milk"_s, u"[note]: milk"_s, {u"quote:[note]: milk"_s});
        row("a link beside a definition", u"[a](https://b.example) [c]: d"_s, u"a [c]: d"_s, {u"link:a"_s});
        row("nothing but markup", u"***"_s, u"———"_s, {});
        row("only marks", u"> "_s, u"> "_s, {});
        row("a path", u"C:\\Users\\name"_s, u"C:\\Users\\name"_s, {});
        row("an indent is no code", u"    four * spaces"_s, u"    four * spaces"_s, {});
        row("indents stay", u"a\n  **b** c\n\t`d`\n\n   e"_s, u"a\n  b c\n    d\n\n   e"_s, {u"bold:b"_s, u"code:d"_s});
        row("no indent is endless", QString(500, u' ') + u"*a*"_s, QString(40, u' ') + u'a', {u"italic:a"_s});
        row("blank lines stay", u"*a*\n\n\n\nb\n \nc"_s, u"a\n\n\n\nb\n\nc"_s, {u"italic:a"_s});
        row("no gap is endless", u"*a*"_s + QString(100, u'\n') + u'b', u'a' + QString(21, u'\n') + u'b',
            {u"italic:a"_s});
        row("blank lines around a list", u"Two:\n\n- a\n- b\n\n\nend"_s, u"Two:\n\n• a\n• b\n\n\nend"_s,
            {u"item:• a"_s, u"item:• b"_s});
        row("a list with gaps", u"- a\n\n- b"_s, u"• a\n\n• b"_s, {u"item:• a"_s, u"item:• b"_s});
        row("blank lines in a quote", u"> a\n>\n> b"_s, u"a\n\nb"_s, {u"quote:a\n\nb"_s});
        row("code stands apart by itself", u"a\n\n```\n  b\n\n\n c\n```\n\nd"_s, u"a\n  b\n\n\n c\nd"_s,
            {u"block:  b\n\n\n c"_s});
        row("below a list", u"- a\n- b\nnext"_s, u"• a\n• b\nnext"_s, {u"item:• a"_s, u"item:• b"_s});
        row("an item goes on", u"1. a\n   goes on\n2. b"_s, u"1. a\ngoes on\n2. b"_s,
            {u"item:1. a\ngoes on"_s, u"item:2. b"_s});
        row("lists in code stay", u"```\n- a\nb\n```"_s, u"- a\nb"_s, {u"block:- a\nb"_s});
        row("lists in code with fences stay", u"````\n```\n- a\nb\n```\n````\nc"_s, u"```\n- a\nb\n```\nc"_s,
            {u"block:```\n- a\nb\n```"_s});
        row("a year is no list", u"so\n1986. a\n*b*"_s, u"so\n1986. a\nb"_s, {u"italic:b"_s});
    }

    void markupBecomesSpans()
    {
        QFETCH(QString, source);
        QFETCH(QString, text);
        QFETCH(QStringList, spans);
        const RichText rich = parseRichText(source);
        QCOMPARE(rich.text, text);
        QCOMPARE(spansOf(rich), spans);
    }

    void linksLeadOnlyWhereItIsSafe()
    {
        const RichText rich =
            parseRichText(u"[a](https://x.example) [b](mailto:a@b.example) [c](rialto://s:1/rooms/2)"_s);
        QCOMPARE(rich.spans.size(), 3);
        QCOMPARE(rich.spans.at(0).url, QUrl(u"https://x.example"_s));
        for (const QString &bad :
             {u"data:text/html,x"_s, u"http:///x"_s, u"ftp://x.example"_s, u"x"_s, u"//x.example"_s})
            QVERIFY2(!parseRichText(u"[a](%1)"_s.arg(bad)).hasAny(TextSpan::Link), qPrintable(bad));
    }

    void spansStayInsideTheText()
    {
        // Pieces of markup in every order: whatever comes out, no span may lead outside.
        const QStringList pieces = {u"**"_s, u"*"_s,   u"||"_s, u"`"_s,  u"~~"_s, u"> "_s,        u"- "_s, u"\n"_s,
                                    u"x"_s,  u"```"_s, u"["_s,  u"]("_s, u")"_s,  u"https://a"_s, u"😀"_s,  u"@b"_s};
        quint32 state = 20261121;
        for (int round = 0; round < 3000; ++round) {
            QString source;
            for (int i = 0; i < 14; ++i) {
                state = state * 1664525 + 1013904223;
                source += pieces.at((state >> 16) % pieces.size());
            }
            const RichText rich = parseRichText(source);
            for (const TextSpan &span : rich.spans)
                QVERIFY2(span.start >= 0 && span.length > 0 && span.end() <= rich.text.size(), qPrintable(source));
            QVERIFY2(rich.text.isEmpty() == source.isEmpty(), qPrintable(source));
        }
    }

    void aPreviewIsOneLineAndHidesSpoilers()
    {
        QCOMPARE(previewText(u"**Done**:\n- one\n- ||two||"_s, 100), u"Done: • one • ░░░"_s);
        QCOMPARE(previewText(QString(500, u'a'), 20).size(), 20);
    }
};

QTEST_APPLESS_MAIN(core_rich_text_test)
#include "core_rich_text_test.moc"
