#include "text/SearchIndex.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

// No word has a `_`, so these tokens are never words.
QString roomToken(qint64 id)
{
    return u"_r"_s + QString::number(id);
}

QString authorToken(qint64 id)
{
    return u"_a"_s + QString::number(id);
}

const QString kLinkToken = u"_l"_s;
const QString kFileToken = u"_f"_s;
const QString kPictureToken = u"_p"_s;

QString quoted(const QString &token)
{
    return u'"' + token + u'"';
}

template <typename MakeToken> QString anyOf(const QList<qint64> &ids, MakeToken makeToken)
{
    QStringList tokens;
    for (const qint64 id : ids)
        tokens.append(quoted(makeToken(id)));
    return u'(' + tokens.join(" OR "_L1) + u')';
}

} // namespace

QString indexEntry(qint64 roomId, qint64 authorId, const Searched &message)
{
    QString entry = roomToken(roomId) + u' ' + authorToken(authorId) + u' ';
    if (containsLink(message.text))
        entry += kLinkToken + u' ';
    if (!message.fileNames.isEmpty())
        entry += kFileToken + u' ';
    if (message.hasPicture)
        entry += kPictureToken + u' ';
    entry += indexText(message.text);
    return message.fileNames.isEmpty() ? entry : entry + u' ' + indexText(message.fileNames);
}

QString indexExpression(const SearchQuery &query, const QList<qint64> &roomIds, const QList<qint64> &authorIds)
{
    QStringList parts;
    for (const SearchTerm &term : query.terms) {
        for (qsizetype i = 0; i < term.words.size(); ++i) {
            const QString &word = term.words[i];
            const bool mayGoOn = term.isPrefix && i == term.words.size() - 1 && word.size() > 1;
            parts.append(quoted(word) + (mayGoOn ? u"*"_s : QString()));
        }
    }
    if (!roomIds.isEmpty())
        parts.append(anyOf(roomIds, roomToken));
    if (!authorIds.isEmpty())
        parts.append(anyOf(authorIds, authorToken));
    if (query.hasLink)
        parts.append(quoted(kLinkToken));
    if (query.hasFile)
        parts.append(quoted(kFileToken));
    if (query.hasPicture)
        parts.append(quoted(kPictureToken));
    return parts.join(" AND "_L1);
}

} // namespace rialto
