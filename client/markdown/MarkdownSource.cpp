#include "markdown/MarkdownSource.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

/// Put where a line could begin with something that shows nothing, and taken out of what is read: no character at all
/// (Unicode 23.7), so that no text has it.
constexpr QChar kBarrier(0xFDD0);
/// A blank line that nobody wrote.
constexpr auto kListEnd = "\t \t"_L1;
constexpr int kMostBlankLines = 20;
constexpr int kWidestIndentation = 40;
constexpr int kTabColumns = 4;

// Lines that CommonMark would take for definitions of link references show nothing at all, in quotes and lists as well.
QString withoutDefinitions(const QString &source)
{
    static const QRegularExpression label(u"(^|\\r)([ \\t>*+\\-0-9.)]*)\\["_s, QRegularExpression::MultilineOption);
    QString text = source;
    return source.contains("]:"_L1) ? text.replace(label, u"\\1\\2"_s + kBarrier + u'[') : text;
}

/// Whether lines are those of a fenced code block (CommonMark 4.5), its fences among them.
class Fences
{
public:
    bool takes(const QString &line)
    {
        static const QRegularExpression fence(u"^ {0,3}(`{3,}|~{3,})([^`]*)$"_s);
        const QRegularExpressionMatch match = fence.match(line);
        if (m_open.isEmpty()) {
            m_open = match.captured(1);
            return match.hasMatch();
        }
        if (match.hasMatch() && match.captured(1).startsWith(m_open) && match.captured(2).trimmed().isEmpty())
            m_open.clear();
        return true;
    }

private:
    QString m_open;
};

// For CommonMark, a line below a list belongs to its last item (5.2, laziness).
QString withEndedLists(const QString &source)
{
    static const QRegularExpression item(u"^ {0,3}(?:[*+\\-]|[0-9]{1,9}[.)])[ \\t]"_s);
    QStringList lines;
    bool isInList = false;
    Fences fences;
    for (const QString &line : source.split(u'\n')) {
        const bool isCode = fences.takes(line);
        const bool isItem = !isCode && item.match(line).hasMatch();
        const bool isOwn = !isCode && !isItem && !line.isEmpty() && !line.at(0).isSpace();
        if (isInList && isOwn)
            lines.append(kListEnd);
        isInList = isItem || (isInList && !isOwn && !isCode);
        lines.append(line);
    }
    return lines.join(u'\n');
}

bool isBlank(QByteArrayView line, bool isInQuote)
{
    return std::all_of(line.begin(), line.end(),
                       [isInQuote](char c) { return c == ' ' || c == '\t' || c == '\r' || (c == '>' && isInQuote); });
}

} // namespace

QString preparedMarkdown(const QString &source)
{
    return withEndedLists(withoutDefinitions(source));
}

QString withoutBarriers(QString text)
{
    return text.remove(kBarrier);
}

bool liesIn(QByteArrayView source, QByteArrayView piece)
{
    const std::less_equal<const char *> isBefore;
    return isBefore(source.begin(), piece.begin()) && isBefore(piece.end(), source.end());
}

int blankLinesAfter(QByteArrayView source, const char *place, bool isInQuote)
{
    int count = 0;
    QByteArrayView rest = source.sliced(place - source.begin());
    for (qsizetype end = rest.indexOf('\n'); end >= 0 && count < kMostBlankLines; end = rest.indexOf('\n')) {
        rest = rest.sliced(end + 1);
        const qsizetype next = rest.indexOf('\n');
        const QByteArrayView line = next < 0 ? rest : rest.first(next);
        if (!isBlank(line, isInQuote))
            break;
        count += line == QByteArrayView(kListEnd.data(), kListEnd.size()) ? 0 : 1;
    }
    return count;
}

int indentationBefore(QByteArrayView source, const char *place)
{
    const qsizetype line = source.first(place - source.begin()).lastIndexOf('\n') + 1;
    int columns = 0;
    for (qsizetype at = line; at < source.size() && (source.at(at) == ' ' || source.at(at) == '\t'); ++at)
        columns += source.at(at) == '\t' ? kTabColumns : 1;
    return qMin(columns, kWidestIndentation);
}

} // namespace rialto
