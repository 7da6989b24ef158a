#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include "protocol/Chat.h"

namespace rialto {

/// A part of a rich text that looks or acts differently. Positions count UTF-16 units of RichText::text.
struct TextSpan
{
    enum Kind { Bold, Italic, Strike, Code, Link, Spoiler, Mention, CodeBlock, Quote, ListItem };

    Kind kind = Bold;
    int start = 0;
    int length = 0;
    QUrl url;      ///< Of Link; http, https, mailto and rialto only.
    int depth = 1; ///< Of Quote and ListItem: how far in it stands.

    int end() const { return start + length; }
    bool contains(int position) const { return position >= start && position < end(); }
};

/// What a message shows: its text without markup, and which parts of that are what. CodeBlock, Quote and ListItem cover
/// whole lines.
struct RichText
{
    QString text;
    QList<TextSpan> spans;

    bool hasAny(TextSpan::Kind kind) const;
};

/// Reads the Markdown of messages: bold, italic, strike, code, code blocks, quotes, lists, links and `||spoilers||`;
/// besides plain addresses and @mentions. Line breaks stay; HTML, images and tables are text as any other. Nothing of
/// the text is lost but markup. Parsed by md4c (CommonMark 0.30).
RichText parseRichText(const QString &source);

/// The text without markup, spoilers hidden.
QString plainText(const QString &source);
/// One line for a list: the text without markup, spoilers hidden.
QString previewText(const QString &source, int maxLength);
/// The same of a message; one without words has the names of its files.
QString previewText(const Message &message, int maxLength);

} // namespace rialto
