#include "support/TestServer.h"
#include "text/SearchIndex.h"

#include <QRandomGenerator>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

/// Search over the server's own doors: what is found, by whom, and that it follows what happens to messages.
class SearchTest : public QObject
{
    Q_OBJECT

    static qint64 post(TestServer &server, const Person &author, qint64 room, const QString &text)
    {
        return server.api("POST", u"rooms/%1/messages"_s.arg(room), author, {{u"text"_s, text}}).id();
    }

    static Answer ask(TestServer &server, const Person &who, const QString &asked, const QString &more = {})
    {
        return server.api("GET", u"search?q="_s + QString::fromLatin1(QUrl::toPercentEncoding(asked)) + more, who);
    }

    static QStringList texts(const Answer &answer)
    {
        QStringList found;
        for (const QJsonValue item : answer.body.value("items"_L1).toArray())
            found.append(item["text"_L1].toString());
        return found;
    }

    static QStringList find(TestServer &server, const Person &who, const QString &asked, const QString &more = {})
    {
        return texts(ask(server, who, asked, more));
    }

    static qint64 read(TestServer &server, const QString &sql)
    {
        return (*Database::open(server.databasePath(), dialect::Mode::ReadOnly))->valueOnce(sql);
    }

    // The index follows a moment later; what is tested must hold before and after.
    static bool isIndexed(TestServer &server)
    {
        return waitFor(
            [&] {
                return read(server, u"SELECT indexed_to = (SELECT coalesce(max(id), 0) FROM message) "
                                    "FROM message_index_state"_s) == 1;
            },
            30'000);
    }

    static qint64 countInIndex(TestServer &server, const QString &word)
    {
        return read(server, u"SELECT count(*) FROM message_index WHERE message_index MATCH '\"%1\"'"_s.arg(word));
    }

private Q_SLOTS:
    void spacesArriveHoweverTheyAreWritten()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        post(server, jane, server.aRoom(jane, u"Room"_s), u"two + two lamps"_s);
        for (const QString &asked : {u"two%20lamps"_s, u"two+lamps"_s, u"lamps+from:jane"_s, u"two+%2B+two"_s})
            QCOMPARE(texts(server.api("GET", u"search?q="_s + asked, jane)), QStringList{u"two + two lamps"_s});
    }

    void newestComesFirstBeforeAndAfterIndexing()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"Room"_s);
        post(server, jane, room, u"Ёлка стоит"_s);
        post(server, jane, room, u"nothing"_s);
        post(server, jane, room, u"две ЕЛКИ"_s);
        const QStringList expected{u"две ЕЛКИ"_s, u"Ёлка стоит"_s};
        QCOMPARE(find(server, jane, u"ёлк"_s), expected);
        QVERIFY(isIndexed(server));
        QCOMPARE(find(server, jane, u"ёлк"_s), expected);
        post(server, jane, room, u"елкам"_s);
        QCOMPARE(find(server, jane, u"елк"_s), QStringList{u"елкам"_s} + expected);
    }

    void nobodyFindsWhatHeMayNotRead()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person john = server.aUser(u"john"_s);
        const Person manager = server.aUser(u"manager"_s, Role::Manager);
        const qint64 open = server.aRoom(jane, u"Open"_s);
        const qint64 secret = server.aRoom(jane, u"Secret"_s, u"private"_s);
        const qint64 direct = server.api("PUT", u"rooms/direct/%1"_s.arg(manager.id), jane).id();
        post(server, jane, open, u"word open"_s);
        post(server, jane, secret, u"word secret"_s);
        post(server, jane, direct, u"word direct"_s);
        for (int indexed = 0; indexed < 2; ++indexed) {
            QCOMPARE(find(server, jane, u"word"_s), QStringList({u"word direct"_s, u"word secret"_s, u"word open"_s}));
            QCOMPARE(find(server, john, u"word"_s), QStringList({u"word open"_s}));
            QCOMPARE(find(server, manager, u"word"_s), QStringList({u"word direct"_s, u"word open"_s}));
            QCOMPARE(find(server, john, u"in:secret"_s), QStringList());
            QCOMPARE(find(server, manager, u"from:jane in:secret"_s), QStringList());
            QVERIFY(isIndexed(server));
        }
        QCOMPARE(ask(server, john, u"word"_s, u"&roomId=%1"_s.arg(secret)).status, 404);
        QCOMPARE(ask(server, john, u"word"_s, u"&roomId=999"_s).status, 404);
        server.api("PUT", u"rooms/%1/members/%2"_s.arg(secret).arg(john.id), jane);
        QCOMPARE(find(server, john, u"word"_s), QStringList({u"word secret"_s, u"word open"_s}));
        server.api("DELETE", u"rooms/%1/members/%2"_s.arg(secret).arg(john.id), jane);
        QCOMPARE(find(server, john, u"word"_s), QStringList({u"word open"_s}));
        server.api("DELETE", u"rooms/%1"_s.arg(open), jane);
        QCOMPARE(find(server, john, u"word"_s), QStringList());
    }

    void editsAndDeletionsAreFollowed()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"Room"_s);
        for (int indexed = 0; indexed < 2; ++indexed) {
            const qint64 edited = post(server, jane, room, u"apple"_s);
            const qint64 deleted = post(server, jane, room, u"banana"_s);
            QVERIFY(indexed == 0 || isIndexed(server));
            const QString path = u"rooms/%1/messages/%2"_s;
            QCOMPARE(server.api("PATCH", path.arg(room).arg(edited), jane, {{u"text"_s, u"cherry"_s}}).status, 200);
            QCOMPARE(server.api("DELETE", path.arg(room).arg(deleted), jane).status, 204);
            QCOMPARE(find(server, jane, u"apple"_s), QStringList());
            QCOMPARE(find(server, jane, u"banana"_s), QStringList());
            QCOMPARE(find(server, jane, u"cherry"_s), QStringList(indexed + 1, u"cherry"_s));
            QCOMPARE(find(server, jane, u"from:me"_s), QStringList(indexed + 1, u"cherry"_s));
        }
        QVERIFY(isIndexed(server));
        // Nothing of what was taken back stays behind.
        QCOMPARE(countInIndex(server, u"apple"_s), 0);
        QCOMPARE(countInIndex(server, u"banana"_s), 0);
        QCOMPARE(countInIndex(server, u"cherry"_s), 2);
    }

    void filtersNarrowDown()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person olena = server.aUser(u"olena"_s);
        server.api("PATCH", u"users/me"_s, olena, {{u"displayName"_s, u"Олена Коваль"_s}});
        const qint64 market = server.aRoom(jane, u"Market hall"_s);
        const qint64 other = server.aRoom(olena, u"Other"_s);
        const qint64 direct = server.api("PUT", u"rooms/direct/%1"_s.arg(olena.id), jane).id();
        post(server, jane, market, u"price 1"_s);
        post(server, olena, other, u"price 2"_s);
        post(server, olena, direct, u"price 3 https://rialto.example"_s);
        const QList<QPair<QString, QStringList>> rows = {
            {u"price from:olena"_s, {u"price 3 https://rialto.example"_s, u"price 2"_s}},
            {u"price from:коваль"_s, {u"price 3 https://rialto.example"_s, u"price 2"_s}},
            {u"price from:me"_s, {u"price 1"_s}},
            {u"price from:nobody"_s, {}},
            {u"in:market"_s, {u"price 1"_s}},
            {u"in:\"market hall\" price"_s, {u"price 1"_s}},
            {u"in:\"market\""_s, {u"price 1"_s}},
            {u"in:\"mark\""_s, {}},
            {u"in:олена"_s, {u"price 3 https://rialto.example"_s}},
            {u"has:link"_s, {u"price 3 https://rialto.example"_s}},
            {u"price before:2000-01-01"_s, {}},
            {u"after:2000-01-01"_s, {u"price 3 https://rialto.example"_s, u"price 2"_s, u"price 1"_s}},
        };
        for (int indexed = 0; indexed < 2; ++indexed) {
            for (const auto &[asked, expected] : rows)
                QCOMPARE(find(server, jane, asked), expected);
            const QString inOther = u"&roomId=%1"_s.arg(other);
            QCOMPARE(find(server, jane, u"price"_s, inOther), QStringList{u"price 2"_s});
            QCOMPARE(find(server, jane, u"price in:market"_s, inOther), QStringList());
            QVERIFY(isIndexed(server));
        }
    }

    void pagesFollowOneAnother()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"Room"_s);
        QStringList expected;
        for (int i = 0; i < 60; ++i) {
            if (i == 30)
                QVERIFY(isIndexed(server));
            post(server, jane, room, i % 2 ? u"other"_s : u"word %1"_s.arg(i));
            if (i % 2 == 0)
                expected.prepend(u"word %1"_s.arg(i));
        }
        QStringList found;
        QString more = u"&limit=7"_s;
        for (int page = 0; page < 10 && !more.isEmpty(); ++page) {
            const Answer answer = ask(server, jane, u"word"_s, more);
            found += texts(answer);
            const QString cursor = answer.body.value("nextCursor"_L1).toString();
            more = cursor.isEmpty() ? QString() : u"&limit=7&before="_s + cursor;
        }
        QCOMPARE(found, expected);
        QCOMPARE(ask(server, jane, u"word"_s, u"&before=nonsense"_s).field(), u"before"_s);
    }

    void anythingButAQueryIsRefused()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        for (const QString &asked : {u""_s, u"?!"_s, u"before:soon"_s, u"has:fish"_s, u"from:"_s, QString(300, u'x')}) {
            const Answer answer = ask(server, jane, asked);
            QCOMPARE(answer.status, 422);
            QCOMPARE(answer.field(), u"q"_s);
        }
        // What means something to the engine below means nothing here.
        for (const QString &asked :
             {u"a AND"_s, u"NEAR(a b)"_s, u"entry:x"_s, u"\"a"_s, u"a* ^b"_s, u"'; DROP"_s, u"_r1"_s})
            QCOMPARE(ask(server, jane, asked).status, 200);
    }

    void otherRulesForWordsMakeTheIndexAnew()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"Room"_s);
        post(server, jane, room, u"apple"_s);
        QVERIFY(isIndexed(server));
        server.stop();
        {
            const auto database = Database::open(server.databasePath(), dialect::Mode::ReadWrite);
            (*database)->runOnce(u"INSERT INTO message_index (message_index) VALUES ('delete-all')"_s);
            (*database)->runOnce(u"UPDATE message_index_state SET word_rules = 0"_s);
        }
        server.start();
        QVERIFY(waitFor([&] { return countInIndex(server, u"apple"_s) == 1; }, 30'000));
    }

    void theIndexFindsWhatALookAtEverythingFinds()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"Room"_s);
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo() << "seed" << seed;
        QRandomGenerator random(seed);
        const QStringList letters{u"a"_s, u"b"_s, u"é"_s,  u"е"_s, u"ё"_s, u"і"_s, u"и"_s, u"'"_s,
                                  u"-"_s, u" "_s, u"日"_s, u"🎉"_s, u"ß"_s, u"_"_s, u" "_s};
        const auto someText = [&](int length) {
            QString text = u"a"_s;
            for (int i = 0; i < length; ++i)
                text += letters[random.bounded(int(letters.size()))];
            return text;
        };
        QStringList all;
        for (int i = 0; i < 150; ++i) {
            all.prepend(someText(random.bounded(1, 20)));
            post(server, jane, room, all.first());
        }
        QVERIFY(isIndexed(server));
        for (int i = 0; i < 150; ++i) {
            const QString asked = random.bounded(3) ? someText(3) : u'"' + someText(4) + u'"';
            const auto query = SearchQuery::parse(asked);
            QVERIFY(query.has_value());
            QStringList expected = all;
            expected.removeIf([&](const QString &text) { return !query->matches({text}, 0); });
            QCOMPARE(find(server, jane, asked, u"&limit=200"_s), expected);
        }
    }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"
