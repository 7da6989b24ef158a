#include "net/ErrorText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

struct Sentence
{
    ErrorCode code;
    const char *text;
    const char *field = nullptr; ///< For this field only.
};

// The one table from refusals to sentences: those about a certain field stand before those about any.
constexpr Sentence sentences[] = {
    {ErrorCode::Invalid, QT_TRANSLATE_NOOP("ErrorText", "This message is empty or too long. Send it in parts."),
     "text"},
    {ErrorCode::Forbidden, QT_TRANSLATE_NOOP("ErrorText", "The present password is not right."), "currentPassword"},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("ErrorText", "The message that this answers is not there any more."),
     "replyToId"},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("ErrorText", "There is no such person."), "userId"},
    {ErrorCode::Conflict, QT_TRANSLATE_NOOP("ErrorText", "This message has 50 kinds of reaction; no more fit."),
     "emoji"},
    {ErrorCode::Conflict, QT_TRANSLATE_NOOP("ErrorText", "Another product has this SKU. Choose another."), "sku"},
    {ErrorCode::TooLarge, QT_TRANSLATE_NOOP("ErrorText", "The file is larger than this server takes."), "size"},
    {ErrorCode::StorageFull,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The room for files on this server is used up. Remove some, or tell an administrator."),
     "size"},
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
        if (sentence.code == error.code && (!sentence.field || error.field == QLatin1StringView(sentence.field)))
            return QCoreApplication::translate("ErrorText", sentence.text);
    }
    Q_UNREACHABLE();
}

QString errorDetails(const Error &error)
{
    const QString what = error.field.isEmpty() ? QString() : u" (%1)"_s.arg(error.field);
    return u"%1%2: %3"_s.arg(wireName(error.code), what, error.message);
}

} // namespace rialto
