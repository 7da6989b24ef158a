#pragma once

#include "features/chat/model/MessageLinks.h"

#include <QTextLayout>

namespace rialto {

class Theme;

/// Formats for links and for emoji sequences, which need the emoji font to be drawn as one sign.
QList<QTextLayout::FormatRange> formatRuns(const QString &text, const QList<TextLink> &links, const Theme &theme);

} // namespace rialto
