#pragma once

#include <QRectF>
#include <memory>

#include "features/chat/TextRuns.h"
#include "ui/EmojiSigns.h"

namespace rialto {

/// The laid-out text of one message. All rectangles are relative to the text's upper left corner.
struct RowText
{
    /// Of a code block: its ground, and the button that copies it.
    struct CodeBox
    {
        QRectF rect;
        QRectF copy;
        int span = 0; ///< Index in RichText::spans.
    };

    RichText rich;
    std::unique_ptr<QTextLayout> layout;
    EmojiSigns signs;
    QList<CodeBox> codeBoxes;
    QList<QRectF> quoteBars;
    /// What lies over hidden spoilers: neither colour of letters nor a selection may show what they say.
    QList<QRectF> covers;
    QSizeF size;
    qreal lastLineRight = 0;    ///< Where the last line ends.
    bool isRightToLeft = false; ///< The direction of its first word: its lines begin on the right.
    bool endsInBlock = false;   ///< Nothing may stand beside the last line.

    bool isEmpty() const { return rich.text.isEmpty(); }
};

/// Lays `rich` out in `maxWidth` pixels. `italic` is for the words in place of a deleted message.
RowText layoutRowText(RichText rich, const RunStyle &style, qreal maxWidth, bool italic = false);

} // namespace rialto
