#include "core/Idempotency.h"

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace rialto::idempotency {
namespace {

constexpr qint64 kKeepMs = 90LL * 24 * 60 * 60 * 1000;

} // namespace

QByteArray digestOf(const QByteArray &requestJson)
{
    QByteArray digest(crypto_generichash_BYTES_MIN, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(digest.data()), static_cast<size_t>(digest.size()),
                       reinterpret_cast<const unsigned char *>(requestJson.constData()),
                       static_cast<unsigned long long>(requestJson.size()), nullptr, 0);
    return digest;
}

tl::unexpected<Error> alreadyUsed()
{
    return fail(ErrorCode::Conflict, u"This clientId was already used for a different request."_s, u"clientId"_s);
}

Result<std::optional<QByteArray>> findReply(WriteContext &context, const QString &clientId, const char *method,
                                            const QByteArray &digest)
{
    std::optional<QByteArray> reply;
    bool same = true;
    context.database.each(
        "SELECT method, parameters, reply FROM stored_reply WHERE author_id = ? AND client_id = ?",
        [&](const Row &row) {
            same = row.value(0).toWord() == QLatin1StringView(method) && row.value(1).toByteArray() == digest;
            reply = row.value(2).toByteArray();
        },
        context.caller.userId, clientId);
    if (!same)
        return alreadyUsed();
    return reply;
}

void keepReply(WriteContext &context, const QString &clientId, const char *method, const QByteArray &digest,
               const QByteArray &reply)
{
    context.database.run("INSERT INTO stored_reply (author_id, client_id, method, parameters, reply, created_at) "
                         "VALUES (?, ?, ?, ?, ?, ?)",
                         context.caller.userId, clientId, QLatin1StringView(method), digest, reply, context.nowMs);
}

void forgetReplies(WriteContext &context, UserId author, const char *method, qint64 entity)
{
    context.database.run("DELETE FROM stored_reply WHERE author_id = ? AND method = ? AND "
                         "json_extract(CAST(reply AS TEXT), '$.id') = ?",
                         author, QLatin1StringView(method), entity);
}

void forgetReply(WriteContext &context, UserId author, const char *method, const QString &clientId)
{
    context.database.run("DELETE FROM stored_reply WHERE author_id = ? AND client_id = ? AND method = ?", author,
                         clientId, QLatin1StringView(method));
}

void forgetReplies(WriteContext &context, UserId author)
{
    context.database.run("DELETE FROM stored_reply WHERE author_id = ?", author);
}

qint64 trim(Database &database, qint64 nowMs, int atMost)
{
    return database.run("DELETE FROM stored_reply WHERE (author_id, client_id) IN "
                        "(SELECT author_id, client_id FROM stored_reply WHERE created_at < ? LIMIT ?)",
                        nowMs - kKeepMs, atMost);
}

} // namespace rialto::idempotency
