#include "features/chat/ComposerHighlighter.h"

#include "ui/EmojiText.h"
#include "ui/Spelling.h"
#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

/// What is true of a line and, unless it ends the code, of the next.
enum BlockState { Prose = -1, Code = 1 };

} // namespace

ComposerHighlighter::ComposerHighlighter(const Theme &theme, Spelling &spelling, QTextDocument &document)
    : QSyntaxHighlighter(&document), m_theme(theme), m_spelling(spelling)
{
    // Another look is no other text: nobody has typed.
    const auto lookAgain = [this] {
        const QSignalBlocker quiet(this->document());
        rehighlight();
    };
    connect(&spelling, &Spelling::changed, this, lookAgain);
    connect(&theme, &Theme::changed, this, lookAgain);
}

void ComposerHighlighter::setCursor(int position)
{
    const int before = std::exchange(m_cursor, position);
    if (before == position)
        return;
    const QSignalBlocker quiet(document());
    const QTextBlock left = document()->findBlock(before);
    const QTextBlock entered = document()->findBlock(position);
    if (left.isValid())
        rehighlightBlock(left);
    if (entered.isValid() && entered != left)
        rehighlightBlock(entered);
}

QTextCursor ComposerHighlighter::wrongWordAt(int position) const
{
    QTextCursor cursor(document());
    const QTextBlock block = document()->findBlock(position);
    const int within = position - block.position();
    for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
        const bool isWrong = range.format.underlineStyle() == QTextCharFormat::SpellCheckUnderline;
        if (isWrong && range.start <= within && within <= range.start + range.length) {
            cursor.setPosition(block.position() + range.start);
            cursor.setPosition(block.position() + range.start + range.length, QTextCursor::KeepAnchor);
        }
    }
    return cursor;
}

void ComposerHighlighter::highlightBlock(const QString &text)
{
    for (const QTextLayout::FormatRange &run : emojiRuns(text, m_theme, document()->defaultFont()))
        setFormat(run.start, run.length, run.format);
    bool isInCode = previousBlockState() == Code;
    qsizetype start = 0;
    for (const QString &line : text.split(QChar::LineSeparator)) { // What Shift+Enter puts into a block.
        const bool isFence = line.startsWith("```"_L1);
        if (!isFence && !isInCode)
            underlineWrongWords(line, start);
        isInCode = isInCode != isFence;
        start += line.size() + 1;
    }
    setCurrentBlockState(isInCode ? Code : Prose);
}

void ComposerHighlighter::underlineWrongWords(const QString &line, qsizetype start)
{
    QTextCharFormat wrong;
    wrong.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
    wrong.setUnderlineColor(m_theme.colors().danger);
    for (const WordPlace &word : wordsToCheck(line)) {
        const qsizetype place = start + word.start;
        const bool isBeingWritten = currentBlock().position() + place + word.length == m_cursor;
        if (!isBeingWritten && m_spelling.isWrong(line.mid(word.start, word.length)))
            setFormat(int(place), int(word.length), wrong);
    }
}

} // namespace rialto
