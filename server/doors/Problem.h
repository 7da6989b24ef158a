#pragma once

#include "base/Error.h"
#include "net/Http.h"

namespace rialto {

/// What a status is called (RFC 9110, 15), for status lines and titles.
QByteArray reasonOf(int status);

/// A refusal as an RFC 9457 problem document, with the error's code, field and current entity and the request's id.
/// `status` 0 takes the status of the code.
HttpResponse problem(const Error &error, const QByteArray &requestId, int status = 0);

} // namespace rialto
