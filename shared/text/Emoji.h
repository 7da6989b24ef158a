#pragma once

#include <QStringView>

namespace rialto {

/// Whether the text is exactly one emoji: a sequence of Unicode Technical Standard #51, section 1.4 (ED-17), with
/// modifiers, flags, key caps and joined sequences.
bool isEmoji(QStringView text);

} // namespace rialto
