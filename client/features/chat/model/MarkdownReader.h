#pragma once

#include "features/chat/model/RichText.h"

namespace rialto {

/// What md4c reads in the Markdown of a message, without addresses and mentions (see parseRichText).
RichText readMarkdown(const QString &source);

} // namespace rialto
