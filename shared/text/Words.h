#pragma once

#include <QList>
#include <QString>

namespace rialto {

/// A word as search sees it, and where it stands in the text that it was taken from.
struct Word
{
    QString folded; ///< Never empty; at most kLongestWord UTF-16 units.
    qsizetype start = 0;
    qsizetype length = 0; ///< Of what stands in the text; folded it may be longer or shorter.

    bool operator==(const Word &) const = default;
};

/// Longer runs of letters are known by their beginning.
inline constexpr qsizetype kLongestWord = 64;

/// What wordsOf() makes of a text. It grows with every change of the rules, so that indexes are built anew.
inline constexpr int kWordRules = 1;

/// The words of a text, folded so that what people take for the same is the same on every machine: case, compatibility
/// forms (NFKC), accents of Latin and Greek letters and е/ё do not count; і, ї, ґ and й are letters of their own. An
/// apostrophe inside a Cyrillic word is not written (п'ять). Scripts without spaces and pictures give a word for each
/// character. Needs no lock.
QList<Word> wordsOf(QStringView text);

/// The same words with a space between them, for an index.
QString indexText(QStringView text);

} // namespace rialto
