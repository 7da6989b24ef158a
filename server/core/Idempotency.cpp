#include "core/Idempotency.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace rialto::idempotency {
namespace {

constexpr qint64 kKeepMs = 90LL * 24 * 60 * 60 * 1000;

} // namespace

QByteArray digestOf(const QByteArray &requestJson)
{
    return QCryptographicHash::hash(requestJson, QCryptographicHash::Sha256).left(16);
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
            same = row.value(0).toString() == QLatin1StringView(method) && row.value(1).toByteArray() == digest;
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
                         context.caller.userId, clientId, QString::fromLatin1(method), digest, reply, context.nowMs);
}

bool isUsedElsewhere(WriteContext &context, const QString &clientId)
{
    return context.database
        .value("SELECT 1 FROM stored_reply WHERE author_id = ? AND client_id = ?", context.caller.userId, clientId)
        .has_value();
}

void forgetReplies(WriteContext &context, UserId author, const char *method, qint64 entity)
{
    context.database.run("DELETE FROM stored_reply WHERE author_id = ? AND method = ? AND "
                         "json_extract(CAST(reply AS TEXT), '$.id') = ?",
                         author, QString::fromLatin1(method), entity);
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
