#include "features/chat/TextRuns.h"

#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

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
    return runs;
}

} // namespace rialto
