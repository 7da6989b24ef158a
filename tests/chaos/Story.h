#pragma once

#include "chaos/Checker.h"

#include <QJsonArray>

// A history told by hand, for judging the judge.
namespace rialto::chaos {

using namespace Qt::StringLiterals;

using Kind = Record::Kind;

inline QJsonObject messageOf(qint64 id, const QString &clientId, const QString &text, qint64 version = 1)
{
    return {{u"id"_s, id},          {u"roomId"_s, 1},
            {u"authorId"_s, 7},     {u"clientId"_s, clientId},
            {u"text"_s, text},      {u"deletedAt"_s, QJsonValue()},
            {u"version"_s, version}};
}

inline QJsonObject deletedOf(qint64 id, const QString &clientId, qint64 version)
{
    QJsonObject message = messageOf(id, clientId, u""_s, version);
    message.insert(u"deletedAt"_s, 5);
    return message;
}

inline QJsonObject memberOf(qint64 user, qint64 marker, const QJsonValue &leftAt = QJsonValue())
{
    return {{u"roomId"_s, 1},
            {u"userId"_s, user},
            {u"lastReadMessageId"_s, marker},
            {u"leftAt"_s, leftAt},
            {u"version"_s, 1}};
}

/// A history that is written down record by record, and changed before it is checked.
struct Story
{
    QList<Record> records;
    qint64 now = 0;

    void tell(const QString &client, Kind kind, qint64 op, const QJsonObject &data = {})
    {
        records.append({kind, client, op, ++now, data});
    }
    void invoke(const QString &client, qint64 op, const QString &method, const QJsonObject &params,
                bool ordered = false)
    {
        tell(client, Kind::Invoke, op, {{u"method"_s, method}, {u"params"_s, params}, {u"ordered"_s, ordered}});
    }
    void ok(const QString &client, qint64 op, const QJsonObject &reply)
    {
        tell(client, Kind::Ok, op, {{u"reply"_s, reply}});
    }
    void row(const QString &what, const QJsonObject &data)
    {
        tell(u"server"_s, Kind::Row, 0, {{u"what"_s, what}, {u"data"_s, data}});
    }
    void event(Kind kind, const QString &who, qint64 seq, const QString &topic, const QString &type,
               const QJsonObject &data)
    {
        tell(who, kind, 0, {{u"seq"_s, seq}, {u"topic"_s, topic}, {u"type"_s, type}, {u"data"_s, data}});
    }
    void send(const QString &client, qint64 op, const QString &clientId, const QString &text, bool ordered = false)
    {
        invoke(client, op, u"chat.send"_s, {{u"roomId"_s, 1}, {u"clientId"_s, clientId}, {u"text"_s, text}}, ordered);
    }
    Record &find(Kind kind, const QString &client, qint64 op = 0, const QJsonObject &part = {})
    {
        for (Record &record : records) {
            bool matches = record.kind == kind && record.client == client && record.op == op;
            for (auto field = part.begin(); field != part.end(); ++field)
                matches = matches && record.data[field.key()] == field.value();
            if (matches)
                return record;
        }
        qFatal("The story has no such record");
    }
    void erase(Kind kind, const QString &client, qint64 op = 0, const QJsonObject &part = {})
    {
        Record &found = find(kind, client, op, part);
        records.removeAt(&found - records.constData());
    }
};

inline void tellOperations(Story &story)
{
    story.tell(u"jane"_s, Kind::Started, 0, {{u"user"_s, 7}, {u"seq"_s, 10}, {u"after"_s, -1}});
    story.send(u"jane"_s, 1, u"a"_s, u"jane/1 one"_s);
    story.ok(u"jane"_s, 1, messageOf(1, u"a"_s, u"jane/1 one"_s));
    story.send(u"jane"_s, 2, u"b"_s, u"jane/2 two"_s);
    story.ok(u"jane"_s, 2, messageOf(2, u"b"_s, u"jane/2 two"_s));
    story.invoke(u"jane"_s, 3, u"chat.edit"_s,
                 {{u"messageId"_s, 1}, {u"target"_s, u"a"_s}, {u"text"_s, u"jane/1 uno"_s}});
    story.ok(u"jane"_s, 3, messageOf(1, u"a"_s, u"jane/1 uno"_s, 2));
    story.invoke(u"jane"_s, 4, u"chat.delete"_s, {{u"messageId"_s, 2}, {u"target"_s, u"b"_s}});
    story.ok(u"jane"_s, 4, {});
    story.tell(u"jane"_s, Kind::Read, 0,
               {{u"room"_s, 1},
                {u"since"_s, story.now},
                {u"oldest"_s, 0},
                {u"versions"_s, QJsonObject{{u"1"_s, 2}, {u"2"_s, 2}}}});
    story.send(u"jane"_s, 5, u"c"_s, u"jane/5 perhaps"_s);
    story.tell(u"jane"_s, Kind::Unknown, 5);
    story.send(u"jane"_s, 6, u"d"_s, u"jane/6 no"_s);
    story.tell(u"jane"_s, Kind::Fail, 6, {{u"code"_s, u"forbidden"_s}});
    story.invoke(u"jane"_s, 7, u"chat.markRead"_s, {{u"roomId"_s, 1}});
    story.ok(u"jane"_s, 7, memberOf(7, 2));
    story.invoke(u"jane"_s, 8, u"chat.putMember"_s, {{u"roomId"_s, 1}, {u"userId"_s, 7}});
    story.ok(u"jane"_s, 8, memberOf(7, 2));
    // An outbox: taken over, never answered in sight.
    story.send(u"olena"_s, 1, {}, u"olena/1 first"_s, true);
    story.tell(u"olena"_s, Kind::Kept, 1, {{u"clientId"_s, u"x"_s}});
    story.send(u"olena"_s, 2, {}, u"olena/2 second"_s, true);
    story.tell(u"olena"_s, Kind::Kept, 2, {{u"clientId"_s, u"y"_s}});
}

inline void tellServer(Story &story)
{
    story.row(u"message"_s, messageOf(1, u"a"_s, u"jane/1 uno"_s, 2));
    story.row(u"message"_s, deletedOf(2, u"b"_s, 2));
    story.row(u"message"_s, messageOf(3, u"c"_s, u"jane/5 perhaps"_s));
    story.row(u"message"_s, messageOf(4, u"x"_s, u"olena/1 first"_s));
    story.row(u"message"_s, messageOf(5, u"y"_s, u"olena/2 second"_s));
    story.row(u"member"_s, memberOf(7, 2));
    story.event(Kind::Log, u"server"_s, 10, u"user:7"_s, u"chat.membershipAdded"_s, memberOf(7, 0));
    story.event(Kind::Log, u"server"_s, 11, u"room:1"_s, u"chat.messagePosted"_s,
                messageOf(1, u"a"_s, u"jane/1 one"_s));
    story.event(Kind::Log, u"server"_s, 12, u"room:1"_s, u"chat.messageEdited"_s,
                messageOf(1, u"a"_s, u"jane/1 uno"_s, 2));
    story.event(Kind::Log, u"server"_s, 13, u"user:7"_s, u"chat.membershipChanged"_s, memberOf(7, 2));
}

inline Story goodStory()
{
    Story story;
    tellOperations(story);
    tellServer(story);
    story.event(Kind::Event, u"jane"_s, 11, u"room:1"_s, u"chat.messagePosted"_s,
                messageOf(1, u"a"_s, u"jane/1 one"_s));
    story.tell(u"jane"_s, Kind::Started, 0, {{u"user"_s, 7}, {u"seq"_s, 12}, {u"after"_s, 11}});
    story.event(Kind::Event, u"jane"_s, 12, u"room:1"_s, u"chat.messageEdited"_s,
                messageOf(1, u"a"_s, u"jane/1 uno"_s, 2));
    story.event(Kind::Event, u"jane"_s, 13, u"user:7"_s, u"chat.membershipChanged"_s, memberOf(7, 2));
    story.tell(u"jane"_s, Kind::CaughtUp, 0, {{u"seq"_s, 13}});
    const QJsonObject state{{u"rooms"_s, u"r"_s}, {u"messages:1"_s, u"m"_s}};
    story.tell(u"jane"_s, Kind::Truth, 0, {{u"sections"_s, state}});
    story.tell(u"jane"_s, Kind::Final, 0, {{u"sections"_s, state}});
    return story;
}

inline Verdict judge(const Story &story)
{
    Checker checker;
    for (const Record &record : story.records)
        checker.add(record);
    return checker.verdict();
}

/// What the judge missed or found besides in a history with one planted fault; empty when it found just that.
inline QString missedIn(const Story &story, Fault planted)
{
    const Verdict verdict = judge(story);
    if (verdict.findings.isEmpty())
        return u"nothing was found"_s;
    for (const Finding &finding : verdict.findings) {
        if (finding.fault != planted)
            return nameOf(finding.fault) + u": "_s + finding.detail;
    }
    return {};
}

// Somebody uploaded "aa" as file 3 and sent it; in the end file `id` has the content `stored`.
inline void tellFile(Story &story, qint64 id, const QString &stored)
{
    QJsonObject message = messageOf(9, u"f"_s, u"jane/9 file"_s);
    message.insert(u"attachments"_s, QJsonArray{QJsonObject{{u"fileId"_s, 3}}});
    story.invoke(u"jane"_s, 9, u"chat.send"_s,
                 {{u"roomId"_s, 1},
                  {u"clientId"_s, u"f"_s},
                  {u"text"_s, u"jane/9 file"_s},
                  {u"fileIds"_s, QJsonArray{3}},
                  {u"contents"_s, QJsonArray{u"aa"_s}}});
    story.ok(u"jane"_s, 9, message);
    story.row(u"message"_s, message);
    story.row(u"content"_s, {{u"id"_s, id}, {u"sha256"_s, stored}});
}

} // namespace rialto::chaos
