#include "features/chat/TextRuns.h"

#include <QTextBoundaryFinder>

#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

/// True for a grapheme cluster that a text font would draw as several signs or without colour.
bool isEmojiCluster(QStringView cluster)
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

QTextCharFormat mentionFormat(QStringView name, const RunStyle &style)
{
    const Colors &c = style.theme.colors();
    QTextCharFormat format;
    format.setFontWeight(QFont::DemiBold);
    format.setForeground(c.link);
    for (const QString &mine : style.myNames) {
        if (name.compare(mine, Qt::CaseInsensitive) == 0) {
            format.setForeground(c.warm);
            format.setBackground(c.warmSoft);
        }
    }
    return format;
}

QTextCharFormat formatOf(const TextSpan &span, const RunStyle &style)
{
    const Colors &c = style.theme.colors();
    const QColor ground = style.own ? c.codeBgOwn : c.codeBg;
    QTextCharFormat format;
    switch (span.kind) {
    case TextSpan::Bold:
        format.setFontWeight(QFont::Bold);
        break;
    case TextSpan::Italic:
        format.setFontItalic(true);
        break;
    case TextSpan::Strike:
        format.setFontStrikeOut(true);
        break;
    case TextSpan::Code:
        format.setBackground(ground);
        [[fallthrough]];
    case TextSpan::CodeBlock:
        format.setFontFamilies(style.theme.font(TextStyle::Code).families());
        format.setProperty(QTextFormat::FontPixelSize, style.theme.font(TextStyle::Code).pixelSize());
        break;
    case TextSpan::Link:
        format.setForeground(c.link);
        format.setFontUnderline(true);
        break;
    case TextSpan::Spoiler:
        format.setBackground(style.spoilersShown ? ground : c.textMuted);
        if (!style.spoilersShown)
            format.setForeground(c.textMuted);
        break;
    default:
        break;
    }
    return format;
}

void addEmoji(QList<QTextLayout::FormatRange> &runs, const QString &text, const QStringList &families)
{
    QTextCharFormat emoji;
    emoji.setFontFamilies(families);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype start = 0, end = finder.toNextBoundary(); end > 0; start = end, end = finder.toNextBoundary()) {
        if (!isEmojiCluster(QStringView(text).mid(start, end - start)))
            continue;
        if (!runs.isEmpty() && runs.last().format == emoji && runs.last().start + runs.last().length == start)
            runs.last().length += int(end - start);
        else
            runs.append({int(start), int(end - start), emoji});
    }
}

} // namespace

QList<QTextLayout::FormatRange> formatRuns(const RichText &rich, const RunStyle &style)
{
    QList<QTextLayout::FormatRange> runs;
    for (const TextSpan &span : rich.spans) {
        if (span.kind == TextSpan::Mention)
            runs.append({span.start, span.length,
                         mentionFormat(QStringView(rich.text).mid(span.start + 1, span.length - 1), style)});
        else if (span.kind != TextSpan::Quote && span.kind != TextSpan::ListItem)
            runs.append({span.start, span.length, formatOf(span, style)});
    }
    // The last format of a place decides: what is hidden stays hidden whatever else it is.
    std::stable_sort(runs.begin(), runs.end(), [](const auto &left, const auto &right) {
        return left.format.hasProperty(QTextFormat::BackgroundBrush) <
               right.format.hasProperty(QTextFormat::BackgroundBrush);
    });
    if (!style.theme.emojiFamilies().isEmpty() && mayHoldEmoji(rich.text))
        addEmoji(runs, rich.text, style.theme.emojiFamilies());
    return runs;
}

bool isOnlyEmoji(const QString &text)
{
    constexpr qsizetype kLongest = 60;
    constexpr int kMost = 3;
    if (text.isEmpty() || text.size() > kLongest || !mayHoldEmoji(text))
        return false;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    int count = 0;
    for (qsizetype start = 0, end = finder.toNextBoundary(); end > 0; start = end, end = finder.toNextBoundary()) {
        if (++count > kMost || !isEmojiCluster(QStringView(text).mid(start, end - start)))
            return false;
    }
    return true;
}

} // namespace rialto
