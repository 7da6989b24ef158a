#pragma once

#include <QByteArrayView>
#include <QString>

namespace rialto {

/// What CommonMark does with a text that people do not mean when they write messages is prevented here, before and
/// beside the parser (MarkdownReader). Lives on: any thread.

/// The text as the parser gets it: its lines that look like definitions of links are shown, and a line below a list
/// that is not indented is one of its own.
QString preparedMarkdown(const QString &source);
/// Takes out again what was put in to that end.
QString withoutBarriers(QString text);

/// Whether the parser handed out a piece of the source, rather than something that it made up.
bool liesIn(QByteArrayView source, QByteArrayView piece);
/// How many blank lines somebody left behind the line of `place`, up to 20; in a quote they have its sign.
int blankLinesAfter(QByteArrayView source, const char *place, bool isInQuote);
/// By how many columns the line of `place` is indented, up to 40; a tab is four.
int indentationBefore(QByteArrayView source, const char *place);

} // namespace rialto
