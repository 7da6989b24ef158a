#include "chaos/NoticeReplay.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

bool isErased(const QJsonObject &entity)
{
    return !entity["deletedAt"_L1].isNull() && !entity["deletedAt"_L1].isUndefined();
}

QSet<QString> reactionsOf(const QJsonObject &message)
{
    QSet<QString> all;
    const QJsonArray reactions = message["reactions"_L1].toArray();
    for (const auto &reaction : reactions) {
        const QJsonArray users = reaction["userIds"_L1].toArray();
        for (const auto &user : users)
            all.insert(u"%1 %2"_s.arg(user.toInteger()).arg(reaction["emoji"_L1].toString()));
    }
    return all;
}

} // namespace

void NoticeReplay::play(const QString &topic, const QString &type, const QJsonObject &data)
{
    if (type == "notify.posted"_L1) {
        const Told told{topic.section(u':', 1).toLongLong(), data};
        if (!claimFrom(m_owed, told))
            m_told.append(told);
        return;
    }
    if (type.startsWith("notify."_L1))
        return;
    for (const Owed &owed : std::as_const(m_owed)) {
        if (!owed.optional)
            m_find(Fault::Untold, u"user %1 of a %2, message %3"_s.arg(owed.user).arg(owed.kind).arg(owed.message));
    }
    m_owed.clear();
    if (type.startsWith("chat.message"_L1) || type == "chat.reactionsChanged"_L1)
        playMessage(type, data);
    settle(type);
    if (const auto owner = m_owners.play(type, data))
        m_owed.append({*owner, u"roleChange"_s, 0, false, false});
    if (type == "chat.messagePosted"_L1)
        posted(data);
    else if (type.startsWith("chat.membership"_L1))
        playMembership(type, data);
    else if (type == "friends.friendChanged"_L1)
        playFriend(data);
    else if (type == "chat.roomCreated"_L1)
        for (const auto &user : data["directUserIds"_L1].toArray())
            m_direct[data["id"_L1].toInteger()].insert(user.toInteger());
}

// Nothing may be left that nobody owed.
void NoticeReplay::settle(const QString &before)
{
    for (const Told &told : std::as_const(m_told))
        m_find(Fault::Phantom, u"notification:%1 (%2) before %3"_s.arg(told.data["id"_L1].toInteger())
                                   .arg(told.data["kind"_L1].toString(), before));
    m_told.clear();
    for (const Owed &owed : std::as_const(m_owed)) {
        if (before.isEmpty() && !owed.optional)
            m_find(Fault::Untold, u"user %1 of a %2 in the end"_s.arg(owed.user).arg(owed.kind));
    }
}

void NoticeReplay::claim(const Told &told, const Owed &owed)
{
    Notice &notice = m_notices[told.data["id"_L1].toInteger()];
    notice.user = told.user;
    notice.kind = told.data["kind"_L1].toString();
    notice.room = told.data["roomId"_L1].toInteger();
    notice.actor = told.data["actorId"_L1].toInteger();
    notice.edited = notice.edited || owed.edited;
    notice.told += 1;
    if (owed.message > 0)
        notice.messages.append(owed.message);
}

bool NoticeReplay::claimFrom(QList<Owed> &owed, const Told &told)
{
    for (qsizetype i = 0; i < owed.size(); ++i) {
        if (owed[i].user != told.user || owed[i].kind != told.data["kind"_L1].toString())
            continue;
        claim(told, owed.takeAt(i));
        return true;
    }
    return false;
}

// What tells before its own event.
void NoticeReplay::playMessage(const QString &type, const QJsonObject &data)
{
    if (type == "chat.messageEdited"_L1)
        edited(data);
    else if (type == "chat.reactionsChanged"_L1)
        reacted(data);
    else if (type == "chat.messageDeleted"_L1)
        erased(data["id"_L1].toInteger());
}

bool NoticeReplay::isWanted(qint64 user, const QString &kind, qint64 room) const
{
    const QString level = m_members.value(room).value(user);
    return level == "all"_L1 || level == "every"_L1 ||
           (level == "mentions"_L1 && (kind == "mention"_L1 || kind == "reply"_L1));
}

// Whom a text addresses, of those who are in the room.
NoticeReplay::Said NoticeReplay::saidIn(const QJsonObject &message, const QString &text) const
{
    Said said{message["authorId"_L1].toInteger(), false, {}, {}};
    const qint64 room = message["roomId"_L1].toInteger();
    for (const QString &word : text.split(u' ')) {
        if (!word.startsWith(u'@'))
            continue;
        said.everyone = said.everyone || word == "@everyone"_L1;
        const qint64 user = m_users.value(word.mid(1));
        if (user != said.author && m_members.value(room).contains(user))
            said.called.insert(user);
    }
    return said;
}

QList<qint64> NoticeReplay::calledBy(const Said &said, qint64 room) const
{
    QList<qint64> called = said.everyone ? m_members.value(room).keys() : said.called.values();
    called.removeAll(said.author);
    return called;
}

// The log no longer holds what was deleted; its author still does.
void NoticeReplay::posted(const QJsonObject &message)
{
    const qint64 id = message["id"_L1].toInteger();
    const qint64 room = message["roomId"_L1].toInteger();
    const QString text =
        isErased(message) ? m_texts.value(message["clientId"_L1].toString()) : message["text"_L1].toString();
    const Said said = saidIn(message, text);
    m_said.insert(id, said);
    for (const qint64 user : m_direct.value(room)) {
        if (user != said.author && isWanted(user, u"directMessage"_s, room))
            m_owed.append({user, u"directMessage"_s, id, false, false});
    }
    if (!m_owed.isEmpty())
        return;
    const QList<qint64> called = calledBy(said, room);
    for (const qint64 user : called) {
        if (isWanted(user, u"mention"_s, room))
            m_owed.append({user, u"mention"_s, id, false, false});
    }
    const auto answered = m_said.constFind(message["replyToId"_L1].toInteger());
    if (answered != m_said.constEnd() && answered->author != said.author && !called.contains(answered->author) &&
        isWanted(answered->author, u"reply"_s, room))
        m_owed.append({answered->author, u"reply"_s, id, false, false});
    for (auto member = m_members[room].cbegin(); member != m_members[room].cend(); ++member) {
        const bool isAnswered = answered != m_said.constEnd() && answered->author == member.key();
        if (member.value() == "every"_L1 && member.key() != said.author && !isAnswered &&
            !called.contains(member.key()))
            m_owed.append({member.key(), u"roomMessage"_s, id, false, false});
    }
}

// Only those are told whom the text did not call before.
void NoticeReplay::edited(const QJsonObject &message)
{
    const qint64 id = message["id"_L1].toInteger();
    const qint64 room = message["roomId"_L1].toInteger();
    QList<Owed> owed;
    if (isErased(message)) {
        for (const Told &told : std::as_const(m_told))
            owed.append({told.user, u"mention"_s, id, true, true});
    } else {
        const Said before = std::exchange(m_said[id], saidIn(message, message["text"_L1].toString()));
        m_said[id].reactions = before.reactions;
        const bool tells = !before.everyone && !m_direct.contains(room);
        for (const qint64 user : tells ? calledBy(m_said[id], room) : QList<qint64>()) {
            if (!before.called.contains(user) && isWanted(user, u"mention"_s, room))
                owed.append({user, u"mention"_s, id, true, false});
        }
    }
    m_told.removeIf([&](const Told &told) { return claimFrom(owed, told); });
    for (const Owed &missing : std::as_const(owed)) {
        if (!missing.optional)
            m_find(Fault::Untold, u"user %1 of the edit of message %2"_s.arg(missing.user).arg(id));
    }
}

void NoticeReplay::reacted(const QJsonObject &message)
{
    const qint64 id = message["id"_L1].toInteger();
    Said &said = m_said[id];
    const QSet<QString> now = reactionsOf(message);
    QList<Owed> owed;
    for (const QString &reaction : now - said.reactions) {
        const qint64 user = reaction.section(u' ', 0, 0).toLongLong();
        if (user != said.author && isWanted(said.author, u"reaction"_s, message["roomId"_L1].toInteger()))
            owed.append({said.author, u"reaction"_s, id, false, false});
    }
    if (isErased(message))
        owed = {{said.author, u"reaction"_s, id, false, true}};
    else
        said.reactions = now;
    m_told.removeIf([&](const Told &told) { return claimFrom(owed, told); });
    for (const Owed &missing : std::as_const(owed)) {
        if (!missing.optional)
            m_find(Fault::Untold, u"user %1 of a reaction to message %2"_s.arg(missing.user).arg(id));
    }
}

void NoticeReplay::erased(qint64 message)
{
    for (Notice &notice : m_notices) {
        if (notice.messages.removeAll(message) > 0 && notice.messages.isEmpty())
            notice.gone = true;
    }
}

void NoticeReplay::withdraw(const std::function<bool(const Notice &)> &which)
{
    for (Notice &notice : m_notices)
        notice.gone = notice.gone || which(notice);
}

void NoticeReplay::playMembership(const QString &type, const QJsonObject &data)
{
    const qint64 room = data["roomId"_L1].toInteger();
    const qint64 user = data["userId"_L1].toInteger();
    if (type == "chat.membershipRemoved"_L1) {
        m_members[room].remove(user);
        return withdraw([=](const Notice &notice) { return notice.user == user && notice.room == room; });
    }
    m_members[room].insert(user, data["notifyLevel"_L1].toString());
    if (type != "chat.membershipAdded"_L1)
        return;
    const bool isMaker = !m_known.contains(room);
    m_known.insert(room);
    const bool maybeAlone = m_entered.contains({room, user});
    // Who makes a room goes in alone; and so do the two of a direct one, whose event comes last.
    if (!isMaker && m_invited.contains({room, user}))
        m_owed.append({user, u"invitation"_s, 0, false, maybeAlone});
}

void NoticeReplay::playFriend(const QJsonObject &friendship)
{
    const qint64 me = friendship["userId"_L1].toInteger();
    const qint64 other = friendship["friendId"_L1].toInteger();
    const QString state = friendship["removedAt"_L1].isNull() ? friendship["state"_L1].toString() : QString();
    const QString before = std::exchange(m_friends[{me, other}], state);
    if (state == "asked"_L1)
        m_owed.append({me, u"friendRequest"_s, 0, false, false});
    else if (state == "friend"_L1 && before == "invited"_L1)
        m_owed.append({me, u"friendAccepted"_s, 0, false, false});
    else if (state != "invited"_L1)
        withdraw([=](const Notice &notice) {
            return notice.user == me && notice.actor == other && notice.kind == "friendRequest"_L1;
        });
}

} // namespace rialto::chaos
