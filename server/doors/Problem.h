#pragma once

#include "base/Error.h"
#include "net/Http.h"

namespace rialto {

/// A refusal as an RFC 9457 problem document, with the error's code, field and current entity and the request's id.
/// `status` 0 takes the status of the code.
HttpResponse problem(const Error &error, const QByteArray &requestId, int status = 0);

} // namespace rialto
