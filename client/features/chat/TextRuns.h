#pragma once

#include <QList>
#include <QTextLayout>
#include <QUrl>

namespace rialto {

class Theme;

/// A clickable part of a message.
struct TextLink
{
    int start = 0;
    int length = 0;
    QUrl url;
};

/// The http and https addresses in a text; no other scheme is ever clickable.
QList<TextLink> findLinks(const QString &text);
/// Formats for links and for emoji sequences, which need the emoji font to be drawn as one sign.
QList<QTextLayout::FormatRange> formatRuns(const QString &text, const QList<TextLink> &links, const Theme &theme);

} // namespace rialto
