// The part of Checker that judges notifications.
#include "chaos/Checker.h"
#include "chaos/Entities.h"
#include "chaos/NoticeReplay.h"

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

constexpr qsizetype kExcerpt = 200;

bool isSet(const QJsonObject &row, QLatin1StringView field)
{
    return !row[field].isNull() && !row[field].isUndefined();
}

} // namespace

void Checker::checkNotices()
{
    NoticeReplay replay([this](Fault fault, const QString &detail) { find(fault, detail); });
    for (const QJsonObject &user : m_rows.value(u"user"_s))
        replay.addUser(user["name"_L1].toString(), user["id"_L1].toInteger());
    for (const Operation &operation : std::as_const(m_operations)) {
        if (operation.method == "chat.send"_L1)
            replay.addText(operation.clientId, operation.params["text"_L1].toString());
        if (operation.method != "chat.putMember"_L1 || operation.outcome == Outcome::Failed)
            continue;
        const qint64 room = operation.params["roomId"_L1].toInteger();
        const qint64 user = operation.params["userId"_L1].toInteger();
        if (operation.params.contains("me"_L1))
            replay.addInvitation(room, user);
        else
            replay.addEntry(room, user);
    }
    for (const LogEntry &entry : std::as_const(m_log))
        replay.play(entry.topic, entry.type, entry.data);
    replay.end();
    for (auto notice = replay.notices().cbegin(); notice != replay.notices().cend(); ++notice)
        checkNotice(u"notification:%1"_s.arg(notice.key()), notice.value());
    for (const QJsonObject &row : m_rows.value(u"notification"_s)) {
        if (!replay.notices().contains(row["id"_L1].toInteger()))
            find(Fault::Phantom, entityName(u"notification"_s, row) + u" of nothing"_s);
    }
    checkReadAll();
}

// Whether somebody asked so for this notification, and it was not refused; since then, if a moment is given.
bool Checker::wasAsked(const QString &method, const QString &notification, std::optional<bool> read, qint64 since) const
{
    return std::any_of(m_operations.begin(), m_operations.end(), [&](const Operation &operation) {
        return operation.method == method && operation.outcome != Outcome::Failed &&
               notification == u"notification:%1"_s.arg(operation.params["notificationId"_L1].toInteger()) &&
               (!read || operation.params["read"_L1].toBool() == *read) &&
               (operation.outcome != Outcome::Ok || operation.endedAt >= since);
    });
}

// It stands until it is withdrawn or removed, counts what it must, and quotes what is there to be read.
void Checker::checkNotice(const QString &name, const Notice &notice)
{
    const QJsonObject *const row = m_byEntity.value(name);
    const QJsonObject *const owner = m_byEntity.value(u"owner"_s + name.mid(name.indexOf(u':')));
    if (!row || !owner || (*owner)["userId"_L1].toInteger() != notice.user)
        return find(Fault::LostWrite, name);
    if (isSet(*row, "deletedAt"_L1)) {
        if (!notice.gone && !wasAsked(u"notify.remove"_s, name, std::nullopt))
            find(Fault::LostWrite, name + u" was withdrawn by nothing"_s);
        return;
    }
    if (notice.gone)
        return find(Fault::LostChange, name + u" still stands"_s);
    const qint64 count = notice.countsMessages() ? notice.messages.size() : notice.told;
    if ((*row)["count"_L1].toInteger() != count)
        find(Fault::Miscounted, u"%1 counts %2, not %3"_s.arg(name).arg((*row)["count"_L1].toInteger()).arg(count));
    if (!notice.countsMessages())
        return;
    const QJsonObject *const message = m_byEntity.value(u"message:%1"_s.arg((*row)["messageId"_L1].toInteger()));
    if (!message || (*row)["messageId"_L1].toInteger() != notice.messages.last() ||
        (*message)["text"_L1].toString().left(kExcerpt) != (*row)["text"_L1].toString())
        find(Fault::Miscounted, name + u" quotes another message"_s);
    checkCalmed(name, notice, *row);
}

// Whoever has read the room has read what called there.
void Checker::checkCalmed(const QString &name, const Notice &notice, const QJsonObject &row)
{
    const QJsonObject *const member = m_byEntity.value(u"member:%1:%2"_s.arg(notice.room).arg(notice.user));
    if (!notice.edited && member && !isSet(row, "readAt"_L1) &&
        (*member)["lastReadMessageId"_L1].toInteger() >= notice.messages.last() &&
        !wasAsked(u"notify.change"_s, name, false))
        find(Fault::LostChange, name + u" still calls to what was read"_s);
}

void Checker::checkReadAll()
{
    for (const Operation &operation : std::as_const(m_operations)) {
        if (operation.method == "notify.remove"_L1 && operation.isPromised()) {
            const QJsonObject *const row =
                m_byEntity.value(u"notification:%1"_s.arg(operation.params["notificationId"_L1].toInteger()));
            if (row && !isSet(*row, "deletedAt"_L1))
                find(Fault::LostChange, operation.name());
        }
        if (operation.method != "notify.readAll"_L1 || !operation.isPromised())
            continue;
        const qint64 through = operation.outcome == Outcome::Ok ? operation.reply["throughId"_L1].toInteger()
                                                                : operation.params["throughId"_L1].toInteger();
        for (const QJsonObject &row : m_rows.value(u"notification"_s)) {
            const QJsonObject *const owner = m_byEntity.value(entityName(u"owner"_s, row));
            const QString name = entityName(u"notification"_s, row);
            if (row["id"_L1].toInteger() <= through && !isSet(row, "readAt"_L1) && !isSet(row, "deletedAt"_L1) &&
                owner && (*owner)["userId"_L1] == operation.params["me"_L1] &&
                !wasAsked(u"notify.change"_s, name, false, operation.invokedAt))
                find(Fault::LostChange, operation.name() + u' ' + name);
        }
    }
}

} // namespace rialto::chaos
