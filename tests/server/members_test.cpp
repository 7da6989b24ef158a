#include "support/TestServer.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

/// What is told of those who are in a room, and of those who were.
class MembersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void membersTellWhoAddedThem()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        const QString path = u"rooms/%1/members/"_s.arg(room);
        const auto adderOf = [&](const Person &person) {
            for (const QJsonValue &member : server.api("GET", path.chopped(1), jane).body.value("items"_L1).toArray()) {
                if (member["userId"_L1] == person.id)
                    return member["addedBy"_L1];
            }
            return QJsonValue(u"not a member"_s);
        };
        QCOMPARE(adderOf(jane), QJsonValue(QJsonValue::Undefined));
        QCOMPARE(server.api("PUT", path + QString::number(omar.id), jane).status, 200);
        QCOMPARE(adderOf(omar), QJsonValue(jane.id));
        // A change of the role is no arrival; coming by oneself after one has left is one.
        QCOMPARE(server.api("PUT", path + QString::number(omar.id), jane, {{u"role"_s, u"moderator"_s}}).status, 200);
        QCOMPARE(adderOf(omar), QJsonValue(jane.id));
        QVERIFY(server.api("DELETE", path + QString::number(omar.id), omar).status < 300);
        QCOMPARE(server.api("PUT", path + QString::number(omar.id), omar).status, 200);
        QCOMPARE(adderOf(omar), QJsonValue(QJsonValue::Undefined));
        const qint64 two = server.api("PUT", u"rooms/direct/%1"_s.arg(omar.id), jane).id();
        const QJsonArray pair =
            server.api("GET", u"rooms/%1/members"_s.arg(two), jane).body.value("items"_L1).toArray();
        QCOMPARE(pair.size(), 2);
        for (const QJsonValue &member : pair)
            QVERIFY(member["addedBy"_L1].isUndefined());
    }

    /// Only to who asks for it.
    void thoseWhoLeftAreToldOf()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        const Person ada = server.aUser(u"ada"_s);
        const QString path = u"rooms/%1/members"_s.arg(server.aRoom(jane, u"General"_s));
        const auto one = [&](const Person &person) { return path + u'/' + QString::number(person.id); };
        const auto listed = [&](const QString &query, const std::optional<Person> &caller = {}) {
            QMap<qint64, QJsonObject> members;
            for (const QJsonValue &member :
                 server.api("GET", path + query, caller.value_or(jane)).body.value("items"_L1).toArray())
                members.insert(member["userId"_L1].toInteger(), member.toObject());
            return members;
        };
        for (const Person &person : {omar, ada})
            QCOMPARE(server.api("PUT", one(person), person).status, 200);
        QVERIFY(server.api("DELETE", one(omar), omar).status < 300);
        QVERIFY(server.api("DELETE", one(ada), jane).status < 300);
        QCOMPARE(listed({}).keys(), QList<qint64>{jane.id});
        const auto all = listed(u"?left=true"_s);
        QCOMPARE(all.size(), 3);
        QVERIFY(all[jane.id].value("leftAt"_L1).isNull() && all[jane.id].value("removedBy"_L1).isUndefined());
        QVERIFY(all[omar.id].value("leftAt"_L1).toInteger() > 0 && all[omar.id].value("removedBy"_L1).isUndefined());
        QCOMPARE(all[ada.id].value("removedBy"_L1).toInteger(), jane.id);
        // From outside, a public room tells of those inside alone.
        QCOMPARE(listed(u"?left=true"_s, ada).keys(), QList<qint64>{jane.id});
        QCOMPARE(listed(u"?left=true"_s, server.aUser(u"max"_s, Role::Manager)).size(), 3);
        // Who comes back was never put out.
        QCOMPARE(server.api("PUT", one(ada), ada).status, 200);
        QVERIFY(listed(u"?left=true"_s)[ada.id].value("removedBy"_L1).isUndefined());
        QCOMPARE(server.api("GET", path + u"?left=perhaps"_s, jane).status, 422);
    }
};

QTEST_GUILESS_MAIN(MembersTest)
#include "members_test.moc"
