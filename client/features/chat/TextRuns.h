#pragma once

#include "markdown/RichText.h"

#include <QTextLayout>

namespace rialto {

class Theme;

/// How the parts of a message's text are drawn.
struct RunStyle
{
    const Theme &theme;
    bool own = false;           ///< In one's own bubble.
    bool spoilersShown = false; ///< Else their letters cannot be seen.
    QStringList myNames;        ///< Mentions of these are warm: they address oneself.
};

/// Formats for a text and its spans, and for emoji sequences, which need the emoji font to be drawn as one sign.
QList<QTextLayout::FormatRange> formatRuns(const RichText &rich, const RunStyle &style);

/// Whether the text is one to three emoji and nothing else: these are drawn large.
bool isOnlyEmoji(const QString &text);

} // namespace rialto
