#pragma once

#include "chaos/Story.h"

// A history of friends and notifications told by hand: jane (7) has a room, takes omar (8) into it, calls him in two
// messages and by an edit of a third, takes one of them back, and they become friends.
namespace rialto::chaos {

inline QJsonObject saidOf(qint64 id, qint64 author, const QString &clientId, const QString &text, qint64 version = 1)
{
    QJsonObject message = messageOf(id, clientId, text, version);
    message.insert(u"authorId"_s, author);
    return message;
}

inline QJsonObject noticeOf(qint64 id, const QString &kind, qint64 actor, qint64 message, const QString &text,
                            qint64 version, int count = 1)
{
    const bool isOfRoom = !kind.startsWith(u"friend"_s);
    return {{u"id"_s, id},
            {u"kind"_s, kind},
            {u"actorId"_s, actor},
            {u"roomId"_s, isOfRoom ? QJsonValue(1) : QJsonValue()},
            {u"messageId"_s, message > 0 ? QJsonValue(message) : QJsonValue()},
            {u"text"_s, text},
            {u"count"_s, count},
            {u"readAt"_s, QJsonValue()},
            {u"deletedAt"_s, QJsonValue()},
            {u"version"_s, version}};
}

inline QJsonObject withTime(QJsonObject entity, const QString &field)
{
    entity.insert(field, 5);
    return entity;
}

inline QJsonObject friendOf(qint64 user, qint64 other, const QString &state, qint64 version)
{
    return {{u"userId"_s, user},
            {u"friendId"_s, other},
            {u"state"_s, state},
            {u"removedAt"_s, QJsonValue()},
            {u"version"_s, version}};
}

inline QJsonObject levelOf(qint64 user, qint64 marker = 0)
{
    QJsonObject member = memberOf(user, marker);
    member.insert(u"notifyLevel"_s, u"all"_s);
    return member;
}

inline void tellSocialOperations(Story &story)
{
    const auto done = [&](const QString &client, qint64 op, const QString &method, const QJsonObject &params,
                          const QJsonObject &reply = {}) {
        story.invoke(client, op, method, params);
        story.ok(client, op, reply);
    };
    done(u"jane"_s, 1, u"chat.putMember"_s, {{u"roomId"_s, 1}, {u"userId"_s, 8}, {u"me"_s, 7}});
    story.send(u"jane"_s, 2, u"a"_s, u"jane/2 @omar"_s);
    story.ok(u"jane"_s, 2, {});
    story.send(u"jane"_s, 3, u"b"_s, u"jane/3 hello @omar"_s);
    story.ok(u"jane"_s, 3, {});
    story.send(u"omar"_s, 1, u"c"_s, u"omar/1 well"_s);
    story.ok(u"omar"_s, 1, {});
    story.send(u"jane"_s, 4, u"d"_s, u"jane/4 plain"_s);
    story.ok(u"jane"_s, 4, {});
    done(u"jane"_s, 5, u"chat.edit"_s, {{u"target"_s, u"d"_s}, {u"text"_s, u"jane/4 now @omar"_s}});
    done(u"jane"_s, 6, u"friends.put"_s, {{u"userId"_s, 8}, {u"me"_s, 7}}, friendOf(7, 8, u"invited"_s, 1));
    done(u"omar"_s, 2, u"friends.put"_s, {{u"userId"_s, 7}, {u"me"_s, 8}}, friendOf(8, 7, u"friend"_s, 2));
    done(u"jane"_s, 7, u"chat.delete"_s, {{u"target"_s, u"b"_s}});
    done(u"omar"_s, 3, u"notify.readAll"_s, {{u"me"_s, 8}}, {{u"throughId"_s, 5}, {u"version"_s, 26}});
    done(u"omar"_s, 4, u"notify.change"_s, {{u"notificationId"_s, 2}, {u"read"_s, false}},
         noticeOf(2, u"mention"_s, 7, 4, u"jane/4 now @omar"_s, 27, 2));
}

inline void tellSocialLog(Story &story)
{
    qint64 seq = 0;
    const auto log = [&](const QString &topic, const QString &type, const QJsonObject &data) {
        story.event(Kind::Log, u"server"_s, ++seq, topic, type, data);
    };
    const auto told = [&](qint64 user, const QJsonObject &notice) {
        log(u"user:%1"_s.arg(user), u"notify.posted"_s, notice);
    };
    log(u"user:7"_s, u"chat.membershipAdded"_s, levelOf(7));
    log(u"room:1"_s, u"chat.memberAdded"_s, memberOf(7, 0));
    log(u"user:8"_s, u"chat.membershipAdded"_s, levelOf(8));
    told(8, noticeOf(1, u"invitation"_s, 7, 0, {}, 4));
    log(u"room:1"_s, u"chat.memberAdded"_s, memberOf(8, 0));
    log(u"room:1"_s, u"chat.messagePosted"_s, saidOf(1, 7, u"a"_s, u"jane/2 @omar"_s));
    told(8, noticeOf(2, u"mention"_s, 7, 1, u"jane/2 @omar"_s, 7));
    log(u"room:1"_s, u"chat.messagePosted"_s, deletedOf(2, u"b"_s, 2)); // Its words were taken out of the log.
    told(8, noticeOf(2, u"mention"_s, 7, 4, u"jane/4 now @omar"_s, 24, 2));
    QJsonObject answer = saidOf(3, 8, u"c"_s, u"omar/1 well"_s);
    answer.insert(u"replyToId"_s, 1);
    log(u"room:1"_s, u"chat.messagePosted"_s, answer);
    told(7, noticeOf(3, u"reply"_s, 8, 3, u"omar/1 well"_s, 11));
    told(7, noticeOf(4, u"reaction"_s, 8, 1, u"👍"_s, 12));
    QJsonObject liked = saidOf(1, 7, u"a"_s, u"jane/2 @omar"_s, 2);
    liked.insert(u"reactions"_s, QJsonArray{QJsonObject{{u"emoji"_s, u"👍"_s}, {u"userIds"_s, QJsonArray{8}}}});
    log(u"room:1"_s, u"chat.reactionsChanged"_s, liked);
    log(u"room:1"_s, u"chat.messagePosted"_s, saidOf(4, 7, u"d"_s, u"jane/4 plain"_s));
    told(8, noticeOf(2, u"mention"_s, 7, 4, u"jane/4 now @omar"_s, 15, 3));
    log(u"room:1"_s, u"chat.messageEdited"_s, saidOf(4, 7, u"d"_s, u"jane/4 now @omar"_s, 2));
    log(u"user:7"_s, u"friends.friendChanged"_s, friendOf(7, 8, u"invited"_s, 1));
    log(u"user:8"_s, u"friends.friendChanged"_s, friendOf(8, 7, u"asked"_s, 1));
    told(8, noticeOf(5, u"friendRequest"_s, 7, 0, {}, 19));
    log(u"user:8"_s, u"friends.friendChanged"_s, friendOf(8, 7, u"friend"_s, 2));
    log(u"user:8"_s, u"notify.changed"_s, withTime(noticeOf(5, u"friendRequest"_s, 7, 0, {}, 21), u"deletedAt"_s));
    log(u"user:7"_s, u"friends.friendChanged"_s, friendOf(7, 8, u"friend"_s, 2));
    told(7, noticeOf(6, u"friendAccepted"_s, 8, 0, {}, 23));
    log(u"user:8"_s, u"notify.changed"_s, noticeOf(2, u"mention"_s, 7, 4, u"jane/4 now @omar"_s, 24, 2));
    log(u"room:1"_s, u"chat.messageDeleted"_s, deletedOf(2, u"b"_s, 2));
    log(u"user:8"_s, u"notify.allRead"_s, {{u"throughId"_s, 5}, {u"version"_s, 26}});
    log(u"user:8"_s, u"notify.changed"_s, noticeOf(2, u"mention"_s, 7, 4, u"jane/4 now @omar"_s, 27, 2));
}

inline void tellNotice(Story &story, qint64 user, const QJsonObject &notice)
{
    story.row(u"notification"_s, notice);
    story.row(u"owner"_s, {{u"id"_s, notice["id"_L1]}, {u"userId"_s, user}});
}

inline void tellSocialRows(Story &story)
{
    story.row(u"user"_s, {{u"id"_s, 7}, {u"name"_s, u"jane"_s}});
    story.row(u"user"_s, {{u"id"_s, 8}, {u"name"_s, u"omar"_s}});
    story.row(u"message"_s, saidOf(1, 7, u"a"_s, u"jane/2 @omar"_s, 2));
    story.row(u"message"_s, deletedOf(2, u"b"_s, 2));
    story.row(u"message"_s, saidOf(3, 8, u"c"_s, u"omar/1 well"_s));
    story.row(u"message"_s, saidOf(4, 7, u"d"_s, u"jane/4 now @omar"_s, 2));
    story.row(u"member"_s, memberOf(7, 0));
    story.row(u"member"_s, memberOf(8, 0));
    story.row(u"friend"_s, friendOf(7, 8, u"friend"_s, 2));
    story.row(u"friend"_s, friendOf(8, 7, u"friend"_s, 2));
    tellNotice(story, 8, withTime(noticeOf(1, u"invitation"_s, 7, 0, {}, 26), u"readAt"_s));
    tellNotice(story, 8, noticeOf(2, u"mention"_s, 7, 4, u"jane/4 now @omar"_s, 27, 2));
    tellNotice(story, 7, noticeOf(3, u"reply"_s, 8, 3, u"omar/1 well"_s, 11));
    tellNotice(story, 7, noticeOf(4, u"reaction"_s, 8, 1, u"👍"_s, 12));
    tellNotice(story, 8, withTime(noticeOf(5, u"friendRequest"_s, 7, 0, {}, 21), u"deletedAt"_s));
    tellNotice(story, 7, noticeOf(6, u"friendAccepted"_s, 8, 0, {}, 23));
}

inline Story socialStory()
{
    Story story;
    tellSocialOperations(story);
    tellSocialLog(story);
    tellSocialRows(story);
    return story;
}

/// The row of this kind with this id, or of a friendship with this person, to be changed.
inline Record &rowOf(Story &story, const QString &what, qint64 id)
{
    for (Record &record : story.records) {
        const QJsonObject data = record.data["data"_L1].toObject();
        if (record.kind == Kind::Row && record.data["what"_L1] == what &&
            data[what == u"friend"_s || what == u"member"_s ? u"userId"_s : u"id"_s].toInteger() == id)
            return record;
    }
    qFatal("The story has no such row");
}

inline void setRow(Story &story, const QString &what, qint64 id, const QString &field, const QJsonValue &value)
{
    Record &row = rowOf(story, what, id);
    QJsonObject data = row.data["data"_L1].toObject();
    data.insert(field, value);
    row.data.insert(u"data"_s, data);
}

/// As if this event had been about something that concerns nobody.
inline void blankEvent(Story &story, qint64 seq)
{
    QJsonObject &event = story.find(Kind::Log, u"server"_s, 0, {{u"seq"_s, seq}}).data;
    event.insert(u"topic"_s, u"people"_s);
    event.insert(u"type"_s, u"people.userChanged"_s);
}

} // namespace rialto::chaos
