#pragma once

#include <QJsonObject>
#include <QString>
#include <tl/expected.hpp>

namespace rialto {

/// Why a request was refused. Append-only: the number and the word of a code are never used for anything else.
enum class ErrorCode : quint8 {
    Invalid = 1,   ///< A field breaks its rule; `field` names it. HTTP 422.
    Malformed = 2, ///< The bytes are not the JSON or the frame that was expected. HTTP 400, same word on the wire.
    Unauthenticated = 3,      ///< Nobody is signed in, or no longer. HTTP 401.
    Forbidden = 4,            ///< Signed in, and may not. HTTP 403.
    NotFound = 5,             ///< Does not exist, or the caller may not know of it. HTTP 404.
    Conflict = 6,             ///< The state has moved on, a name is taken, a client id was used differently. HTTP 409.
    PreconditionFailed = 7,   ///< If-Match names an old version. HTTP 412.
    PreconditionRequired = 8, ///< A versioned change without a version. HTTP 428.
    TooLarge = 9,             ///< HTTP 413.
    RateLimited = 10,         ///< Try again after `retryAfterSeconds`. HTTP 429.
    Unavailable = 11,         ///< Retry later; nothing was done. HTTP 503.
    StorageFull = 12,         ///< The server's disk is full; nothing was done. HTTP 507.
};

/// A refusal, in the words that the person on the other side will read.
struct Error
{
    ErrorCode code = ErrorCode::Unavailable;
    QString message;
    QString field;             ///< JSON name of the offending field, empty when none is to blame.
    QJsonObject current;       ///< For conflicts of version: the entity as it is now.
    int retryAfterSeconds = 0; ///< For RateLimited and Unavailable: when to try again, 0 when unknown.
    bool isLocal = false;      ///< Of this machine, not of the server; `message` says it in the person's language.
};

template <typename T = void> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, QString message, QString field = {})
{
    return tl::unexpected(Error{code, std::move(message), std::move(field), {}, 0});
}

/// Something that went wrong on this machine. `message` is shown as it is.
inline tl::unexpected<Error> failLocally(ErrorCode code, QString message)
{
    return tl::unexpected(Error{code, std::move(message), {}, {}, 0, true});
}

/// The word that stands in `error.code` on the wire.
QLatin1StringView wireName(ErrorCode code);
/// The code for a word from the wire. An unknown word, from a newer server, reads as Invalid: final, so that no client
/// repeats for ever what will never be taken.
ErrorCode errorCodeFromWire(QStringView name);
/// The HTTP status of a refusal (RFC 9110, RFC 6585, RFC 4918 for 507).
int httpStatus(ErrorCode code);

} // namespace rialto
