#pragma once

#include "core/Contexts.h"

namespace rialto::idempotency {

/// Identifies what a request asks for, whatever version it was based on: equal for a repeat, different for another use
/// of the same client id. 16 bytes of BLAKE2b (RFC 7693).
QByteArray digestOf(const QByteArray &requestJson);

/// The stored reply of an earlier request with this client id, if any; Conflict when that was a different request.
Result<std::optional<QByteArray>> findReply(WriteContext &context, const QString &clientId, const char *method,
                                            const QByteArray &digest);

/// Keeps a reply for 90 days. Replies that hold secrets never come here.
void keepReply(WriteContext &context, const QString &clientId, const char *method, const QByteArray &digest,
               const QByteArray &reply);

/// Removes the stored replies of a method that tell of one entity, whose content was deleted.
void forgetReplies(WriteContext &context, UserId author, const char *method, qint64 entity);
/// The same where the client id of that request is known: at once, however many replies there are.
void forgetReply(WriteContext &context, UserId author, const char *method, const QString &clientId);

/// Removes everything that is stored for an author whose account is deleted.
void forgetReplies(WriteContext &context, UserId author);

/// Removes replies older than 90 days, at most `atMost` of them; how many went.
qint64 trim(Database &database, qint64 nowMs, int atMost);

/// What a request answers that uses a client id which another request has taken.
tl::unexpected<Error> alreadyUsed();

} // namespace rialto::idempotency
