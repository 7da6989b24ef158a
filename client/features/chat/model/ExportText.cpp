#include "features/chat/model/ExportText.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

const QString kPrefix = u"> "_s;
const QString kHardBreak = u"  "_s;

qsizetype runOf(const QString &line, qsizetype from, QChar sign)
{
    qsizetype end = from;
    while (end < line.size() && line.at(end) == sign)
        ++end;
    return end - from;
}

/// How many backticks open a block of code in this line; 0 for none (CommonMark 0.30, 4.5). Only those that begin the
/// line: further in they may be of a list, whose end would end the code as well.
qsizetype openingFence(const QString &line)
{
    const qsizetype ticks = runOf(line, 0, u'`');
    return ticks >= 3 && !line.mid(ticks).contains(u'`') ? ticks : 0;
}

/// How far the words of a line are indented behind the prefix, in columns: a tab leads to the next fourth one of the
/// whole line (CommonMark 0.30, 2.2). `from` is where they begin then.
qsizetype indentOf(const QString &line, qsizetype &from)
{
    constexpr qsizetype kTab = 4;
    qsizetype column = kPrefix.size();
    for (from = 0; from < line.size() && (line.at(from) == u' ' || line.at(from) == u'\t'); ++from)
        column += line.at(from) == u'\t' ? kTab - column % kTab : 1;
    return column - kPrefix.size();
}

/// Exactly as the standard has it: code that ends for its reader must end here.
bool closesFence(const QString &line, qsizetype fence)
{
    constexpr qsizetype kMostIndented = 3;
    qsizetype begin = 0;
    const qsizetype indent = indentOf(line, begin);
    const qsizetype ticks = runOf(line, begin, u'`');
    const QString rest = line.mid(begin + ticks);
    const bool isBlank = std::all_of(rest.begin(), rest.end(), [](QChar c) { return c == u' ' || c == u'\t'; });
    return indent <= kMostIndented && ticks >= fence && isBlank;
}

/// A line outside of code: no HTML, which begins with `<` and a letter or one of `/!?` (CommonMark 0.30, 6.6), no
/// picture, and no other fences than those that are known of. Written as entities, which no backslash before them
/// undoes.
QString harmless(QString line)
{
    static const QRegularExpression html(u"<(?=[A-Za-z/!?])"_s);
    return line.replace(html, u"&lt;"_s)
        .replace(u"!["_s, u"!&#91;"_s)
        .replace(u"```"_s, u"&#96;&#96;&#96;"_s)
        .replace(u"~~~"_s, u"&#126;&#126;&#126;"_s);
}

} // namespace

QString escapedMarkdown(const QString &words)
{
    static const QRegularExpression sign(u"([\\\\`*_{}\\[\\]<>#|~!&])"_s);
    return QString(words).replace(sign, u"\\\\1"_s);
}

QString exportedText(const QString &text)
{
    static const QRegularExpression lineEnd(u"\r\n|\r|\n"_s);
    QStringList lines = text.split(lineEnd);
    qsizetype fence = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString &line = lines[i];
        const qsizetype opened = fence == 0 ? openingFence(line) : 0;
        const bool isText = fence == 0 && opened == 0;
        if (opened > 0 || closesFence(line, fence))
            fence = opened;
        const bool breaks = isText && !line.isEmpty() && i + 1 < lines.size();
        line = kPrefix + (isText ? harmless(line) : line) + (breaks ? kHardBreak : QString());
    }
    return lines.join(u'\n');
}

} // namespace rialto
