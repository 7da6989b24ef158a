#include "features/chat/TextRuns.h"

#include <QTextBoundaryFinder>

#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

/// True for a grapheme cluster that a text font would draw as several signs or without colour.
bool isEmoji(QStringView cluster)
{
    for (qsizetype i = 0; i < cluster.size(); ++i) {
        const char16_t unit = cluster.at(i).unicode();
        if (unit == 0xFE0F || unit == 0x20E3) // variation selector 16, enclosing keycap
            return true;
        if (!QChar::isHighSurrogate(unit) || i + 1 >= cluster.size())
            continue;
        const char32_t point = QChar::surrogateToUcs4(cluster.at(i), cluster.at(i + 1));
        if (point >= 0x1F000 && point <= 0x1FAFF)
            return true;
    }
    return false;
}

bool mayHoldEmoji(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isHighSurrogate() || c == QChar(0xFE0F); });
}

} // namespace

QList<QTextLayout::FormatRange> formatRuns(const QString &text, const QList<TextLink> &links, const Theme &theme)
{
    QList<QTextLayout::FormatRange> runs;
    for (const TextLink &link : links) {
        QTextCharFormat format;
        format.setForeground(theme.colors().link);
        format.setFontUnderline(true);
        runs.append({link.start, link.length, format});
    }
    if (theme.emojiFamilies().isEmpty() || !mayHoldEmoji(text))
        return runs;
    QTextCharFormat emoji;
    emoji.setFontFamilies(theme.emojiFamilies());
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype start = 0, end = finder.toNextBoundary(); end > 0; start = end, end = finder.toNextBoundary()) {
        if (!isEmoji(QStringView(text).mid(start, end - start)))
            continue;
        if (!runs.isEmpty() && runs.last().format == emoji && runs.last().start + runs.last().length == start)
            runs.last().length += int(end - start);
        else
            runs.append({int(start), int(end - start), emoji});
    }
    return runs;
}

} // namespace rialto
