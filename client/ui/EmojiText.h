#pragma once

#include <QTextLayout>

namespace rialto {

class Theme;

/// Formats that let the emoji of `text` be drawn in colour, as one sign each and a little larger than the letters of
/// `beside`, because their drawings are smaller than their squares. Which signs are emoji is said by Unicode Technical
/// Standard 51: those with emoji presentation, and those that variation selector 16 or a keycap makes so.
QList<QTextLayout::FormatRange> emojiRuns(const QString &text, const Theme &theme, const QFont &beside);

/// Whether the text is one to three emoji and nothing else: messages of that kind are drawn large.
bool isOnlyEmoji(const QString &text);

} // namespace rialto
