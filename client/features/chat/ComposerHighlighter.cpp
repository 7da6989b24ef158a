#include "ui/EmojiHighlighter.h"

#include "ui/EmojiText.h"
#include "ui/Theme.h"

namespace rialto {

EmojiHighlighter::EmojiHighlighter(const Theme &theme, QTextDocument &document)
    : QSyntaxHighlighter(&document), m_theme(theme)
{
}

void EmojiHighlighter::highlightBlock(const QString &text)
{
    for (const QTextLayout::FormatRange &run : emojiRuns(text, m_theme, document()->defaultFont()))
        setFormat(run.start, run.length, run.format);
}

} // namespace rialto
