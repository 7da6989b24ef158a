#include "markdown/MessageLinks.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

/// Trailing punctuation belongs to the sentence; a bracket only when it was opened inside the address.
qsizetype trimmedLength(QStringView address)
{
    qsizetype length = address.size();
    while (length > 0) {
        const QChar last = address.at(length - 1);
        const bool closing = last == u')' && address.left(length).count(u'(') < address.left(length).count(u')');
        if (!closing && !u".,;:!?'\"»”’"_s.contains(last))
            break;
        --length;
    }
    return length;
}

} // namespace

QList<TextLink> findLinks(const QString &text)
{
    static const QRegularExpression address(u"\\b(?:https?|rialto)://[^\\s<>\"«»]+"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QList<TextLink> links;
    if (!text.contains("://"_L1))
        return links;
    for (auto it = address.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const qsizetype length = trimmedLength(match.capturedView());
        const QUrl url(match.captured().left(length), QUrl::TolerantMode);
        if (url.isValid() && !url.host().isEmpty())
            links.append({int(match.capturedStart()), int(length), url});
    }
    return links;
}

} // namespace rialto
