#include "text/Mentions.h"

namespace rialto {
namespace {

bool isNameCharacter(QChar c)
{
    return c.isLetter() || c.isDigit() || c == u'.' || c == u'_' || c == u'-' || c.isSurrogate();
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'@' || c.isSurrogate();
}

} // namespace

QList<Mention> findMentions(const QString &text)
{
    QList<Mention> mentions;
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
        if (at > 0 && isWordCharacter(text[at - 1]))
            continue;
        qsizetype end = at + 1;
        while (end < text.size() && isNameCharacter(text[end]))
            ++end;
        while (end > at + 1 && (text[end - 1] == u'.' || text[end - 1] == u'-'))
            --end;
        if (end > at + 1)
            mentions.append({int(at), int(end - at), text.mid(at + 1, end - at - 1)});
    }
    return mentions;
}

} // namespace rialto
