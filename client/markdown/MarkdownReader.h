#pragma once

#include "markdown/RichText.h"

namespace rialto {

/// What md4c reads in the Markdown of a message, without addresses and mentions (see parseRichText).
RichText readMarkdown(const QString &source);

} // namespace rialto
