#pragma once

#include <QTextLayout>

namespace rialto {

class Theme;

/// Where in a text an emoji stands.
struct EmojiPlace
{
    int start = 0;
    int length = 0;
};

/// All of them, in order. Which signs are emoji is said by Unicode Technical Standard 51: those with emoji
/// presentation, and those that variation selector 16 or a keycap makes so.
QList<EmojiPlace> emojiPlaces(const QString &text);

/// A little larger than the letters of `beside`, because their drawings are smaller than their squares.
QFont emojiFont(const Theme &theme, const QFont &beside);

/// Formats that let the emoji of a field be drawn in colour; all other texts have EmojiSigns.
QList<QTextLayout::FormatRange> emojiRuns(const QString &text, const Theme &theme, const QFont &beside);

/// The text as it is to be laid out: of the same length, with the same grapheme clusters, and joined emoji that Qt
/// before 6.9 draws apart in one piece. There variation selector 16 within a sequence keeps the font from joining it,
/// because Qt does not hand the selector to the shaper; at the end of its cluster it does no harm.
QString joinedEmoji(const QString &text);

/// Whether the text is one to three emoji and nothing else: messages of that kind are drawn large.
bool isOnlyEmoji(const QString &text);

} // namespace rialto
