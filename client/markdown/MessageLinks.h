#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace rialto {

/// A clickable part of a message.
struct TextLink
{
    int start = 0;
    int length = 0;
    QUrl url;
};

/// The http and https addresses in a text, and those of places in Rialto (rialto://); no other scheme is ever
/// clickable.
QList<TextLink> findLinks(const QString &text);

} // namespace rialto
