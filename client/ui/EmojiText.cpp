#include "ui/EmojiText.h"

#include <QTextBoundaryFinder>
#include <algorithm>
#include <array>

#include "ui/Theme.h"

namespace rialto {

namespace {

constexpr double largerThanLetters = 1.2;

struct Range
{
    char16_t first;
    char16_t last;
};

// Emoji_Presentation=Yes below U+10000 (Unicode 15, emoji-data.txt), in order.
constexpr std::array<Range, 33> shortEmoji = {{
    {0x231A, 0x231B}, {0x23E9, 0x23EC}, {0x23F0, 0x23F0}, {0x23F3, 0x23F3}, {0x25FD, 0x25FE}, {0x2614, 0x2615},
    {0x2648, 0x2653}, {0x267F, 0x267F}, {0x2693, 0x2693}, {0x26A1, 0x26A1}, {0x26AA, 0x26AB}, {0x26BD, 0x26BE},
    {0x26C4, 0x26C5}, {0x26CE, 0x26CE}, {0x26D4, 0x26D4}, {0x26EA, 0x26EA}, {0x26F2, 0x26F3}, {0x26F5, 0x26F5},
    {0x26FA, 0x26FA}, {0x26FD, 0x26FD}, {0x2705, 0x2705}, {0x270A, 0x270B}, {0x2728, 0x2728}, {0x274C, 0x274C},
    {0x274E, 0x274E}, {0x2753, 0x2755}, {0x2757, 0x2757}, {0x2795, 0x2797}, {0x27B0, 0x27B0}, {0x27BF, 0x27BF},
    {0x2B1B, 0x2B1C}, {0x2B50, 0x2B50}, {0x2B55, 0x2B55},
}};

bool isShortEmoji(char16_t unit)
{
    return std::any_of(shortEmoji.begin(), shortEmoji.end(),
                       [unit](const Range &range) { return unit >= range.first && unit <= range.last; });
}

/// True for a grapheme cluster that a text font would draw as several signs, too small or without colour.
bool isEmojiCluster(QStringView cluster)
{
    constexpr char16_t textStyle = 0xFE0E;
    constexpr char16_t emojiStyle = 0xFE0F;
    constexpr char16_t keycap = 0x20E3;
    if (cluster.contains(QChar(textStyle)))
        return false;
    for (qsizetype i = 0; i < cluster.size(); ++i) {
        const char16_t unit = cluster.at(i).unicode();
        if (unit == emojiStyle || unit == keycap || isShortEmoji(unit))
            return true;
        if (!QChar::isHighSurrogate(unit) || i + 1 >= cluster.size())
            continue;
        const char32_t point = QChar::surrogateToUcs4(cluster.at(i), cluster.at(i + 1));
        if (point >= 0x1F000 && point <= 0x1FAFF)
            return true;
    }
    return false;
}

/// Most texts have none, and are not looked at more closely.
bool mayHoldEmoji(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.isHighSurrogate() || c == QChar(0xFE0F) || c == QChar(0x20E3) ||
               (c >= QChar(0x231A) && c <= QChar(0x2B55));
    });
}

} // namespace

QList<EmojiPlace> emojiPlaces(const QString &text)
{
    QList<EmojiPlace> places;
    if (!mayHoldEmoji(text))
        return places;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype start = 0, end = finder.toNextBoundary(); end > 0; start = end, end = finder.toNextBoundary()) {
        if (isEmojiCluster(QStringView(text).mid(start, end - start)))
            places.append({int(start), int(end - start)});
    }
    return places;
}

QFont emojiFont(const Theme &theme, const QFont &beside)
{
    QFont font;
    font.setFamilies(theme.emojiFamilies());
    font.setPixelSize(qRound(beside.pixelSize() * largerThanLetters));
    return font;
}

QList<QTextLayout::FormatRange> emojiRuns(const QString &text, const Theme &theme, const QFont &beside)
{
    QList<QTextLayout::FormatRange> runs;
    if (theme.emojiFamilies().isEmpty())
        return runs;
    const QFont font = emojiFont(theme, beside);
    QTextCharFormat emoji;
    emoji.setFontFamilies(font.families());
    emoji.setProperty(QTextFormat::FontPixelSize, font.pixelSize());
    for (const EmojiPlace &place : emojiPlaces(text)) {
        if (!runs.isEmpty() && runs.last().start + runs.last().length == place.start)
            runs.last().length += place.length;
        else
            runs.append({place.start, place.length, emoji});
    }
    return runs;
}

QString joinedEmoji(const QString &text)
{
    constexpr QChar emojiStyle(0xFE0F);
    if (!text.contains(emojiStyle))
        return text;
    QString joined;
    joined.reserve(text.size());
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype start = 0, end = finder.toNextBoundary(); end > 0; start = end, end = finder.toNextBoundary()) {
        const QStringView cluster = QStringView(text).mid(start, end - start);
        for (const QChar unit : cluster) {
            if (unit != emojiStyle)
                joined.append(unit);
        }
        joined.append(QString(cluster.count(emojiStyle), emojiStyle));
    }
    return joined;
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
