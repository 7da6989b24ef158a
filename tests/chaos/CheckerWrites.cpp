#include "chaos/Checker.h"
#include "chaos/Entities.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

bool isCreation(const QString &method)
{
    return method == "chat.send"_L1 || method == "chat.createRoom"_L1 || method == "catalog.createProduct"_L1;
}

QString createdKind(const QString &method)
{
    return method == "chat.send"_L1 ? u"message"_s : method == "chat.createRoom"_L1 ? u"room"_s : u"product"_s;
}

bool isGone(const QJsonObject &row)
{
    return !row["deletedAt"_L1].isNull() && !row["deletedAt"_L1].isUndefined();
}

qint64 idOf(const QJsonObject &row)
{
    return row["id"_L1].toInteger();
}

} // namespace

void Checker::indexRows()
{
    for (auto kind = m_rows.cbegin(); kind != m_rows.cend(); ++kind) {
        for (const QJsonObject &row : kind.value()) {
            m_byEntity.insert(entityName(kind.key(), row), &row);
            if (const QString token = tokenOf(kind.key(), row); !token.isEmpty())
                m_byToken[kind.key() + u' ' + token].append(&row);
            if (const QString clientId = row["clientId"_L1].toString(); !clientId.isEmpty())
                m_byClientId[clientId].append(&row);
            noteTruth(kind.key(), row, u"the database"_s);
        }
    }
}

// What an operation created: by its clientId or its token, whichever finds more.
QList<const QJsonObject *> Checker::rowsOf(const Operation &operation) const
{
    const QString kind = createdKind(operation.method);
    const QString token = tokenOf(kind, operation.params);
    const QList<const QJsonObject *> byToken = m_byToken.value(kind + u' ' + token);
    const QList<const QJsonObject *> byId =
        kind == "message"_L1 ? m_byClientId.value(operation.clientId) : QList<const QJsonObject *>();
    return byToken.size() > byId.size() ? byToken : byId;
}

void Checker::checkCreations()
{
    for (const Operation &operation : std::as_const(m_operations)) {
        if (operation.method == "chat.delete"_L1 && operation.outcome != Outcome::Failed)
            m_deleted.insert(operation.params["target"_L1].toString());
    }
    for (const Operation &operation : std::as_const(m_operations)) {
        if (isCreation(operation.method))
            checkCreation(operation);
    }
}

void Checker::checkCreation(const Operation &operation)
{
    const qsizetype found = rowsOf(operation).size();
    const bool discarded = found == 0 && operation.outcome == Outcome::Kept && m_deleted.contains(operation.clientId);
    if (operation.isPromised() && found == 0 && !discarded)
        find(Fault::LostWrite, operation.name());
    else if (operation.isPromised() && found > 1)
        find(Fault::DoubledWrite, operation.name());
    else if (operation.outcome == Outcome::Failed && found > 0)
        find(Fault::Phantom, operation.name() + u" was refused"_s);
    else if (!operation.isPromised() && found > 1)
        find(Fault::UnknownTwice, operation.name());
}

// What was uploaded has the bytes that were sent, as long as the message that carries it stands.
void Checker::checkContents()
{
    for (const Operation &operation : std::as_const(m_operations)) {
        const QJsonArray sent = operation.params["contents"_L1].toArray();
        const QJsonArray ids = operation.params["fileIds"_L1].toArray();
        const QList<const QJsonObject *> rows = sent.isEmpty() ? QList<const QJsonObject *>() : rowsOf(operation);
        if (rows.isEmpty() || isGone(*rows.first()))
            continue; // Whether it may be missing is checked with all creations.
        const QJsonArray carried = (*rows.first())["attachments"_L1].toArray();
        for (qsizetype i = 0; i < sent.size(); ++i) {
            const QJsonObject *content = m_byEntity.value(u"content:%1"_s.arg(ids[i].toInteger()));
            if (carried[i]["fileId"_L1] != ids[i] || !content || (*content)["sha256"_L1] != sent[i])
                find(Fault::LostContent, operation.name() + u" file %1"_s.arg(ids[i].toInteger()));
        }
    }
}

// Also what nobody recorded may not stand there twice.
void Checker::checkDoubles()
{
    QSet<QString> asked;
    for (const Operation &operation : std::as_const(m_operations)) {
        if (isCreation(operation.method))
            asked.insert(createdKind(operation.method) + u' ' +
                         tokenOf(createdKind(operation.method), operation.params));
    }
    for (auto token = m_byToken.cbegin(); token != m_byToken.cend(); ++token) {
        if (token.value().size() > 1 && !asked.contains(token.key()))
            find(Fault::DoubledWrite, token.key());
    }
}

void Checker::checkPhantoms()
{
    QSet<QString> asked;
    for (const Operation &operation : std::as_const(m_operations)) {
        if (!isCreation(operation.method))
            continue;
        const QString kind = createdKind(operation.method);
        asked.insert(kind + u' ' + tokenOf(kind, operation.params));
        asked.insert(operation.clientId);
    }
    for (const QString &kind : {u"message"_s, u"product"_s, u"room"_s}) {
        for (const QJsonObject &row : m_rows.value(kind)) {
            const QString token = tokenOf(kind, row);
            const QString clientId = row["clientId"_L1].toString();
            const bool known = (!token.isEmpty() && asked.contains(kind + u' ' + token)) ||
                               (!clientId.isEmpty() && asked.contains(clientId));
            if (!known && row["visibility"_L1].toString() != "direct"_L1) // Opened by whoever writes there first.
                find(Fault::Phantom, entityName(kind, row) + u' ' + token);
        }
    }
}

// What a reply showed stands, or something newer does.
void Checker::checkReplies()
{
    for (const Operation &operation : std::as_const(m_operations)) {
        const QString kind = kindOfMethod(operation.method);
        if (operation.outcome != Outcome::Ok || kind.isEmpty() || operation.reply.isEmpty())
            continue;
        noteTruth(kind, operation.reply, operation.name());
        const QString name = entityName(kind == "membership"_L1 ? u"marker"_s : kind, operation.reply);
        if (kind == "membership"_L1) {
            const QJsonObject *row = m_byEntity.value(entityName(u"member"_s, operation.reply));
            if (!row ||
                (*row)["lastReadMessageId"_L1].toInteger() < operation.reply["lastReadMessageId"_L1].toInteger())
                find(Fault::MarkerWentBack, operation.name());
            continue;
        }
        const QJsonObject *row = m_byEntity.value(name);
        if (!row && !isCreation(operation.method))
            find(Fault::LostWrite, operation.name() + u' ' + name);
        else if (row && (*row)["version"_L1].toInteger() < operation.reply["version"_L1].toInteger())
            find(Fault::LostChange, operation.name() + u' ' + name);
    }
}

const QJsonObject *Checker::messageFor(const Operation &operation) const
{
    const QList<const QJsonObject *> rows = m_byClientId.value(operation.params["target"_L1].toString());
    return rows.isEmpty() ? nullptr : rows.first();
}

// Only its author changes a message, so the last change that was promised decides, unless a later one is uncertain.
void Checker::checkLastChanges()
{
    QMap<QString, const Operation *> last;
    for (const Operation &operation : std::as_const(m_operations)) {
        const bool changes = operation.method == "chat.edit"_L1 || operation.method == "chat.delete"_L1;
        if (!changes || operation.outcome == Outcome::Failed)
            continue;
        const Operation *&present = last[operation.params["target"_L1].toString()];
        const bool deletes = operation.method == "chat.delete"_L1 && operation.isPromised();
        const bool isFinal = present && present->method == "chat.delete"_L1 && present->isPromised();
        if (!present || deletes || (!isFinal && present->op < operation.op))
            present = &operation;
    }
    for (const Operation *operation : std::as_const(last)) {
        const QJsonObject *row = messageFor(*operation);
        if (!operation->isPromised() || (!row && operation->outcome == Outcome::Kept))
            continue; // An edit folded into a message that was discarded unsent.
        const bool deletes = operation->method == "chat.delete"_L1;
        if (!row || isGone(*row) != deletes ||
            (!deletes && (*row)["text"_L1].toString() != operation->params["text"_L1].toString()))
            find(Fault::LostChange, operation->name());
    }
    for (const Operation &operation : std::as_const(m_operations)) {
        if (operation.method != "catalog.deleteProduct"_L1 && operation.method != "chat.deleteRoom"_L1)
            continue;
        const bool room = operation.method == "chat.deleteRoom"_L1;
        const QJsonObject *row =
            m_byEntity.value(room ? u"room:%1"_s.arg(operation.params["roomId"_L1].toInteger())
                                  : u"product:%1"_s.arg(operation.params["productId"_L1].toInteger()));
        if (operation.outcome == Outcome::Ok && (!row || !isGone(*row)))
            find(Fault::LostChange, operation.name());
    }
}

// Everybody moves himself or is taken in by others: the last word about one and a room decides, unless it was closed.
void Checker::checkMemberships()
{
    QMap<QString, QList<const Operation *>> all;
    for (const Operation &operation : std::as_const(m_operations)) {
        const bool moves = operation.method == "chat.putMember"_L1 || operation.method == "chat.removeMember"_L1;
        if (moves && operation.outcome != Outcome::Failed)
            all[entityName(u"member"_s, operation.params)].append(&operation);
    }
    for (auto entry = all.cbegin(); entry != all.cend(); ++entry) {
        const Operation *const last = lastWordOf(entry.value());
        const QJsonObject *const room =
            m_byEntity.value(u"room:%1"_s.arg(entry.value().first()->params["roomId"_L1].toInteger()));
        if (!last || (room && isGone(*room)))
            continue;
        const QJsonObject *const member = m_byEntity.value(entry.key());
        const bool stays = last->method == "chat.putMember"_L1;
        const bool there = member && (*member)["leftAt"_L1].isNull();
        if (there != stays)
            find(Fault::WrongMembership, last->name() + u' ' + entry.key());
    }
}

void Checker::checkOrder()
{
    QMap<qint64, QList<const Operation *>> sends;
    for (const Operation &operation : std::as_const(m_operations)) {
        if (operation.method == "chat.send"_L1 && operation.isPromised() && rowsOf(operation).size() == 1)
            sends[operation.params["roomId"_L1].toInteger()].append(&operation);
    }
    for (const QList<const Operation *> &room : std::as_const(sends))
        checkOrderIn(room);
}

// A message that was asked for after another was acknowledged stands behind it; those of an outbox stand as written.
void Checker::checkOrderIn(QList<const Operation *> sends)
{
    QMap<QString, qint64> lastOf;
    std::sort(sends.begin(), sends.end(), [](const auto *a, const auto *b) {
        return std::pair(a->invokedAt, a->op) < std::pair(b->invokedAt, b->op);
    });
    QList<const Operation *> ended;
    std::copy_if(sends.begin(), sends.end(), std::back_inserter(ended),
                 [](const auto *operation) { return operation->outcome == Outcome::Ok; });
    std::sort(ended.begin(), ended.end(), [](const auto *a, const auto *b) { return a->endedAt < b->endedAt; });
    qsizetype next = 0;
    qint64 newest = 0;
    for (const Operation *operation : std::as_const(sends)) {
        for (; next < ended.size() && ended[next]->endedAt < operation->invokedAt; ++next)
            newest = std::max(newest, idOf(*rowsOf(*ended[next]).first()));
        const qint64 id = idOf(*rowsOf(*operation).first());
        qint64 &last = lastOf[operation->client];
        if (id < newest || (operation->ordered && id < last))
            find(Fault::Reordered, operation->name());
        if (operation->ordered)
            last = std::max(last, id);
    }
}

// A page shows every message of its stretch that was acknowledged before the page was asked for, as new as it was then.
void Checker::checkReads()
{
    QMap<qint64, QList<const Operation *>> answers;
    for (const Operation &operation : std::as_const(m_operations)) {
        if (kindOfMethod(operation.method) == "message"_L1 && operation.outcome == Outcome::Ok)
            answers[operation.reply["roomId"_L1].toInteger()].append(&operation);
    }
    for (const Record &read : std::as_const(m_reads)) {
        const QJsonObject versions = read.data["versions"_L1].toObject();
        for (const Operation *operation : answers.value(read.data["room"_L1].toInteger())) {
            const qint64 id = idOf(operation->reply);
            if (operation->endedAt >= read.data["since"_L1].toInteger() || id < read.data["oldest"_L1].toInteger())
                continue;
            if (versions[QString::number(id)].toInteger(-1) < operation->reply["version"_L1].toInteger())
                find(Fault::StaleRead, u"%1 read without %2"_s.arg(read.client, operation->name()));
        }
    }
}

} // namespace rialto::chaos
