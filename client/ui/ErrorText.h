#pragma once

#include "base/Error.h"

namespace rialto {

/// The sentence for a refusal in the person's language: what happened and what to do.
QString errorText(const Error &error);

} // namespace rialto
