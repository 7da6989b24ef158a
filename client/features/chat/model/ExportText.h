#pragma once

#include <QString>

namespace rialto {

/// Words that stand for themselves in Markdown, whatever signs they have.
QString escapedMarkdown(const QString &words);

/// What a message says as a quote of an exported text: its own Markdown is kept, line by line, but stays inside. It can
/// neither look like another message or a heading of the export, nor be HTML, nor fetch a picture when it is read.
QString exportedText(const QString &text);

} // namespace rialto
