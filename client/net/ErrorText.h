#pragma once

#include "base/Error.h"

namespace rialto {

/// The sentence for a refusal in the person's language: what happened and what to do.
QString errorText(const Error &error);

/// The same for whoever is asked for help: the code, the field and the words of the server, in English.
QString errorDetails(const Error &error);

} // namespace rialto
