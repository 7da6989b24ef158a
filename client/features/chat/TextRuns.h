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

/// Formats for the spans of a text.
QList<QTextLayout::FormatRange> formatRuns(const RichText &rich, const RunStyle &style);

} // namespace rialto
