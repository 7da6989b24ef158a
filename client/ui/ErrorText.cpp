#include "ui/ErrorText.h"

#include <QCoreApplication>

namespace rialto {

namespace {

struct Sentence
{
    ErrorCode code;
    const char *text;
};

// The one table from codes to sentences.
constexpr Sentence sentences[] = {
    {ErrorCode::Invalid, QT_TRANSLATE_NOOP("ErrorText", "The server did not accept a value. Check what you typed.")},
    {ErrorCode::Malformed,
     QT_TRANSLATE_NOOP("ErrorText", "The server did not understand the request. Update Rialto and try again.")},
    {ErrorCode::Unauthenticated, QT_TRANSLATE_NOOP("ErrorText", "You are not signed in any more. Sign in again.")},
    {ErrorCode::Forbidden, QT_TRANSLATE_NOOP("ErrorText", "Your account may not do this. Ask an administrator.")},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("ErrorText", "This does not exist any more.")},
    {ErrorCode::Conflict,
     QT_TRANSLATE_NOOP("ErrorText", "Somebody changed this meanwhile. Look at it again and repeat your change.")},
    {ErrorCode::PreconditionFailed,
     QT_TRANSLATE_NOOP("ErrorText", "Somebody changed this meanwhile. Look at it again and repeat your change.")},
    {ErrorCode::PreconditionRequired,
     QT_TRANSLATE_NOOP("ErrorText", "The server did not understand the request. Update Rialto and try again.")},
    {ErrorCode::TooLarge, QT_TRANSLATE_NOOP("ErrorText", "This is too large for the server. Send less at once.")},
    {ErrorCode::RateLimited, QT_TRANSLATE_NOOP("ErrorText", "That was too fast. Wait a moment and try again.")},
    {ErrorCode::Unavailable,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The server cannot be reached. Check the address and the network, then try again.")},
    {ErrorCode::StorageFull,
     QT_TRANSLATE_NOOP("ErrorText", "The server's disk is full; nothing was saved. Tell an administrator.")},
};

} // namespace

QString errorText(const Error &error)
{
    if (error.isLocal)
        return error.message;
    if (error.code == ErrorCode::RateLimited && error.retryAfterSeconds > 0)
        return QCoreApplication::translate("ErrorText", "That was too fast. Try again in %n second(s).", nullptr,
                                           error.retryAfterSeconds);
    for (const Sentence &sentence : sentences) {
        if (sentence.code == error.code)
            return QCoreApplication::translate("ErrorText", sentence.text);
    }
    Q_UNREACHABLE();
}

} // namespace rialto
