#include "text/Emoji.h"

#include <QRegularExpression>

namespace rialto {

// UTS #51, section 1.4.9: the regular expression of possible emoji. It takes some sequences that no font draws, which
// does no harm, but no text.
bool isEmoji(QStringView text)
{
    static const QRegularExpression expression(
        QStringLiteral("\\A(?:[\\x{1F1E6}-\\x{1F1FF}]{2}|[0-9#*]\\x{FE0F}?\\x{20E3}|"
                       "(?<one>\\p{Extended_Pictographic}(?:[\\x{1F3FB}-\\x{1F3FF}]|\\x{FE0F}\\x{20E3}?)?"
                       "(?:[\\x{E0020}-\\x{E007E}]+\\x{E007F})?)(?:\\x{200D}(?&one))*)\\z"),
        QRegularExpression::UseUnicodePropertiesOption);
    return expression.match(text.toString()).hasMatch();
}

} // namespace rialto
