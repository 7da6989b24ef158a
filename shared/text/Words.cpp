#include "text/Words.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

enum class Kind {
    Separator,
    Letter,
    Alone,  ///< A word of its own.
    Ignored ///< Not seen by readers: soft hyphens, joiners, variation selectors.
};

// The character at `at`, which moves behind it; half a surrogate pair reads as U+FFFD.
char32_t takeCharacter(QStringView text, qsizetype &at)
{
    const QChar first = text[at++];
    if (!first.isSurrogate())
        return first.unicode();
    if (first.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate())
        return QChar::surrogateToUcs4(first, text[at++]);
    return 0xfffd;
}

char32_t peekCharacter(QStringView text, qsizetype at)
{
    return at < text.size() ? takeCharacter(text, at) : 0;
}

bool isAsciiWord(char32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Scripts whose words nothing separates.
bool isUnspaced(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

Kind kindOf(char32_t c)
{
    if (c < 128)
        return isAsciiWord(c) ? Kind::Letter : Kind::Separator;
    const bool isSelector = (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
        return isSelector ? Kind::Ignored : Kind::Letter;
    case QChar::Other_Format:
        return Kind::Ignored;
    case QChar::Symbol_Other:
        return Kind::Alone;
    default:
        break;
    }
    if (!QChar::isLetterOrNumber(c))
        return Kind::Separator;
    return isUnspaced(QChar::script(c)) ? Kind::Alone : Kind::Letter;
}

// The three characters that people type for it.
bool isApostrophe(char32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2bc;
}

bool isCyrillic(char32_t c)
{
    return c >= 0x400 && QChar::script(c) == QChar::Script_Cyrillic;
}

// Calls visit(start, length) for every run of letters and every character that stands alone, in order.
template <typename Visit> void eachPiece(QStringView text, Visit &&visit)
{
    qsizetype start = -1;
    char32_t previous = 0;
    const auto finish = [&](qsizetype end) {
        if (start >= 0)
            visit(start, end - start);
        start = -1;
    };
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype here = at;
        const char32_t c = takeCharacter(text, at);
        Kind kind = kindOf(c);
        if (isApostrophe(c))
            kind = isCyrillic(previous) && isCyrillic(peekCharacter(text, at)) ? Kind::Ignored : Kind::Separator;
        previous = c;
        if (kind == Kind::Ignored)
            continue;
        if (kind != Kind::Letter)
            finish(here);
        if (kind != Kind::Separator && start < 0)
            start = here;
        if (kind == Kind::Alone)
            finish(at);
    }
    finish(text.size());
}

bool isAscii(QStringView text)
{
    for (const QChar c : text) {
        if (c.unicode() >= 128)
            return false;
    }
    return true;
}

// Accents are taken off where they are ornaments; in other scripts a mark makes another letter.
QString withoutOrnaments(const QString &decomposed)
{
    QString kept;
    bool isOrnamented = false;
    for (qsizetype at = 0; at < decomposed.size();) {
        const char32_t c = takeCharacter(decomposed, at);
        const bool isMark = QChar::category(c) == QChar::Mark_NonSpacing;
        if (!isMark) {
            const QChar::Script script = QChar::script(c);
            isOrnamented = script == QChar::Script_Latin || script == QChar::Script_Greek;
        }
        if ((isMark && isOrnamented) || kindOf(c) == Kind::Ignored || isApostrophe(c))
            continue;
        kept += QChar::fromUcs4(c);
    }
    return kept;
}

QString folded(QStringView piece)
{
    if (isAscii(piece))
        return piece.toString().toLower();
    constexpr QChar io(0x451);
    constexpr QChar ie(0x435);
    const QString decomposed = piece.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    return withoutOrnaments(decomposed.normalized(QString::NormalizationForm_KD))
        .normalized(QString::NormalizationForm_KC)
        .replace(QChar(0xdf), "ss"_L1)
        .replace(io, ie);
}

QString shortened(QStringView word)
{
    qsizetype length = std::min(word.size(), kLongestWord);
    if (length < word.size() && word[length - 1].isHighSurrogate())
        --length;
    return word.first(length).toString();
}

} // namespace

QList<Word> wordsOf(QStringView text)
{
    QList<Word> words;
    eachPiece(text, [&](qsizetype start, qsizetype length) {
        const QString piece = folded(text.sliced(start, length));
        // Compatibility forms may fold to several words, or to none.
        eachPiece(piece, [&](qsizetype from, qsizetype size) {
            words.append({shortened(QStringView(piece).sliced(from, size)), start, length});
        });
    });
    return words;
}

QString indexText(QStringView text)
{
    QString joined;
    joined.reserve(text.size());
    for (const Word &word : wordsOf(text)) {
        if (!joined.isEmpty())
            joined += u' ';
        joined += word.folded;
    }
    return joined;
}

} // namespace rialto
