#include "support/TestServer.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

const QJsonObject kLamp = {
    {u"sku"_s, u"LMP-1"_s}, {u"name"_s, u"Lamp"_s}, {u"price"_s, 129'000}, {u"currency"_s, u"UAH"_s}};

QStringList fieldOf(const QJsonArray &items, const QString &field)
{
    QStringList values;
    for (const auto &item : items)
        values.append(item.toObject().value(field).toVariant().toString());
    return values;
}

} // namespace

class RestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registrationNamesTheOffendingField_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("field");
        const QString good = TestServer::kPassword;
        QTest::newRow("no name") << QJsonObject{{u"password"_s, good}} << 422 << u"name"_s;
        QTest::newRow("short name") << QJsonObject{{u"name"_s, u"a"_s}, {u"password"_s, good}} << 422 << u"name"_s;
        QTest::newRow("long name") << QJsonObject{{u"name"_s, QString(33, u'a')}, {u"password"_s, good}} << 422
                                   << u"name"_s;
        QTest::newRow("space") << QJsonObject{{u"name"_s, u"a b"_s}, {u"password"_s, good}} << 422 << u"name"_s;
        QTest::newRow("bidi") << QJsonObject{{u"name"_s, u"a\u202eb"_s}, {u"password"_s, good}} << 422 << u"name"_s;
        QTest::newRow("zero width") << QJsonObject{{u"name"_s, u"a\u200bb"_s}, {u"password"_s, good}} << 422
                                    << u"name"_s;
        QTest::newRow("number") << QJsonObject{{u"name"_s, 7}, {u"password"_s, good}} << 422 << u"name"_s;
        QTest::newRow("no password") << QJsonObject{{u"name"_s, u"jane"_s}} << 422 << u"password"_s;
        QTest::newRow("short password") << QJsonObject{{u"name"_s, u"jane"_s}, {u"password"_s, u"1234567"_s}} << 422
                                        << u"password"_s;
        QTest::newRow("bad e-mail") << QJsonObject{{u"name"_s, u"jane"_s}, {u"password"_s, good}, {u"email"_s, u"x"_s}}
                                    << 422 << u"email"_s;
        QTest::newRow("taken") << QJsonObject{{u"name"_s, u"TAKEN"_s}, {u"password"_s, good}} << 409 << u"name"_s;
    }
    void registrationNamesTheOffendingField()
    {
        static TestServer server;
        static const Person taken = server.aUser(u"taken"_s);
        QFETCH(QJsonObject, body);
        QFETCH(QString, field);
        const Answer answer = server.request("POST", u"/api/v1/auth/register"_s, body);
        QTEST(answer.status, "status");
        QCOMPARE(answer.field(), field);
        QCOMPARE(answer.headers.value("content-type"), QByteArray("application/problem+json"));
        QVERIFY(!answer.body.value("requestId"_L1).toString().isEmpty());
        QVERIFY(!answer.body.value("detail"_L1).toString().isEmpty());
    }

    void rolesCannotBeAskedFor()
    {
        TestServer server;
        const Answer answer =
            server.request("POST", u"/api/v1/auth/register"_s,
                           {{u"name"_s, u"jane"_s}, {u"password"_s, TestServer::kPassword}, {u"role"_s, u"admin"_s}});
        QCOMPARE(answer.body.value("user"_L1).toObject().value("role"_L1).toString(), u"member"_s);
        const Person jane = TestServer::personFrom(answer, u"jane"_s);
        QCOMPARE(server.api("PATCH", u"users/me"_s, jane, {{u"role"_s, u"admin"_s}}).body.value("role"_L1).toString(),
                 u"member"_s);
    }

    void wrongVerbsAndPathsAreToldApart()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Answer wrongVerb = server.api("DELETE", u"products"_s, jane);
        QCOMPARE(wrongVerb.status, 405);
        QCOMPARE(wrongVerb.headers.value("allow"), QByteArray("GET, HEAD, OPTIONS, POST"));
        QCOMPARE(server.api("GET", u"no/such/path"_s, jane).status, 404);
        QCOMPARE(server.request("GET", u"/elsewhere"_s).status, 404);
        QCOMPARE(server.api("OPTIONS", u"products"_s, jane).status, 204);
        const Answer head = server.api("HEAD", u"products"_s, jane);
        QCOMPARE(head.status, 200);
        QVERIFY(head.body.isEmpty());
        QCOMPARE(server.request("GET", u"/api/v1/products"_s).status, 401);
        QCOMPARE(server.request("GET", u"/api/v1/products"_s).headers.value("www-authenticate"), QByteArray("Bearer"));
        QCOMPARE(server.api("GET", u"products/abc"_s, jane).field(), u"productId"_s);
    }

    void foreignOriginsAreRefused()
    {
        TestServer server([](Config &config) { config.allowedOrigins = {u"http://shop.lan"_s}; });
        QCOMPARE(server.request("GET", u"/healthz"_s, {}, {}, {{"Origin", "http://evil.example"}}).status, 403);
        const Answer allowed = server.request("GET", u"/healthz"_s, {}, {}, {{"Origin", "http://shop.lan"}});
        QCOMPARE(allowed.status, 200);
        QCOMPARE(allowed.headers.value("access-control-allow-origin"), QByteArray("http://shop.lan"));
    }

    void productsAreChangedByVersion()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Answer made = server.api("POST", u"products"_s, jane, kLamp);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.headers.value("etag"), QByteArray("\"1\""));
        QCOMPARE(made.body.value("unit"_L1).toString(), u"pcs"_s);
        QCOMPARE(made.body.value("quantity"_L1).toDouble(), 0.0);
        const QString path = u"products/%1"_s.arg(made.id());
        QCOMPARE(server.api("PATCH", path, jane, {{u"price"_s, 1}}).status, 428);
        const Answer changed = server.api("PATCH", path, jane, {{u"price"_s, 5}, {u"baseVersion"_s, 1}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.body.value("version"_L1).toInt(), 2);
        QCOMPARE(changed.body.value("name"_L1).toString(), u"Lamp"_s);
        const Answer stale = server.api("PATCH", path, jane, {{u"price"_s, 6}, {u"baseVersion"_s, 1}});
        QCOMPARE(stale.status, 409);
        QCOMPARE(stale.body.value("current"_L1).toObject().value("price"_L1).toInt(), 5);
        const Answer precondition = server.api("PATCH", path, jane, {{u"price"_s, 6}}, {{"If-Match", "\"1\""}});
        QCOMPARE(precondition.status, 412);
        QCOMPARE(precondition.code(), u"preconditionFailed"_s);
        QCOMPARE(precondition.body.value("current"_L1).toObject().value("version"_L1).toInt(), 2);
        QCOMPARE(server.api("PATCH", path, jane, {{u"price"_s, 6}}, {{"If-Match", "\"2\""}}).status, 200);
        QCOMPARE(server.api("GET", path, jane, {}, {{"If-None-Match", "\"3\""}}).status, 304);
        QCOMPARE(server.api("DELETE", path, jane).status, 204);
        QCOMPARE(server.api("GET", path, jane).status, 404);
        QCOMPARE(server.api("POST", u"products"_s, jane, kLamp).status, 201); // The sku is free again.
        QCOMPARE(server.api("POST", u"products"_s, jane, kLamp).field(), u"sku"_s);
    }

    void quantitiesAreExactAndLeaveMovements()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        QJsonObject body = kLamp;
        body.insert(u"quantity"_s, 0.1);
        const Answer made = server.api("POST", u"products"_s, jane, body);
        const QString path = u"products/%1"_s.arg(made.id());
        const QList<double> values = {0.3, 1.005, 999'999'999'999.999, -2.5, 0};
        for (qsizetype i = 0; i < values.size(); ++i) {
            const Answer changed =
                server.api("PATCH", path, jane, {{u"quantity"_s, values[i]}, {u"baseVersion"_s, i + 1}});
            QCOMPARE(changed.body.value("quantity"_L1).toDouble(-1), values[i]);
        }
        QCOMPARE(server.api("PATCH", path, jane, {{u"quantity"_s, 1.2345}, {u"baseVersion"_s, 6}}).field(),
                 u"quantity"_s);
        auto database = Database::open(server.databasePath(), dialect::Mode::ReadOnly);
        QCOMPARE((*database)->value("SELECT count(*) FROM stock_movement").value(), 6);
        QCOMPARE((*database)->value("SELECT sum(difference) FROM stock_movement").value(), 0);
    }

    void listsArePagedByCursorsThatSurviveChanges()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        for (int i = 0; i < 9; ++i)
            server.api("POST", u"products"_s, jane,
                       {{u"sku"_s, QString::number(i)},
                        {u"name"_s, QString(QChar(u'a' + (i * 5) % 9))},
                        {u"price"_s, i / 3},
                        {u"currency"_s, u"EUR"_s}});
        for (const QString &sort : {u"id"_s, u"-id"_s, u"sku"_s, u"-sku"_s, u"name"_s, u"-name"_s, u"price"_s,
                                    u"-price"_s, u"quantity"_s, u"updatedAt"_s, u"-updatedAt"_s}) {
            const QStringList whole =
                fieldOf(server.api("GET", u"products?limit=200&sort="_s + sort, jane).body.value("items"_L1).toArray(),
                        u"id"_s);
            QCOMPARE(whole.size(), 9);
            QStringList paged;
            QString cursor;
            do {
                const Answer page = server.api("GET", u"products?limit=2&sort=%1&after=%2"_s.arg(sort, cursor), jane);
                QCOMPARE(page.status, 200);
                paged += fieldOf(page.body.value("items"_L1).toArray(), u"id"_s);
                cursor = page.body.value("nextCursor"_L1).toString();
            } while (!cursor.isEmpty());
            QCOMPARE(paged, whole);
        }
        QCOMPARE(server.api("GET", u"products?after=nonsense"_s, jane).field(), u"after"_s);
        QCOMPARE(server.api("GET", u"products?sort=colour"_s, jane).field(), u"sort"_s);
        QCOMPARE(server.api("GET", u"products?limit=201"_s, jane).field(), u"limit"_s);
        QCOMPARE(server.api("GET", u"users/%1/products?limit=3"_s.arg(jane.id), jane)
                     .body.value("items"_L1)
                     .toArray()
                     .size(),
                 3);
    }

    void historyGoesBackAndForth()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        const QString path = u"rooms/%1/messages"_s.arg(room);
        for (int i = 0; i < 7; ++i)
            QCOMPARE(server.api("POST", path, jane, {{u"text"_s, QString::number(i)}}).status, 201);
        const Answer newest = server.api("GET", path + u"?limit=3"_s, jane);
        QCOMPARE(fieldOf(newest.body.value("items"_L1).toArray(), u"text"_s), (QStringList{u"6"_s, u"5"_s, u"4"_s}));
        const QString cursor = newest.body.value("nextCursor"_L1).toString();
        const Answer older = server.api("GET", path + u"?limit=3&before="_s + cursor, jane);
        QCOMPARE(fieldOf(older.body.value("items"_L1).toArray(), u"text"_s), (QStringList{u"3"_s, u"2"_s, u"1"_s}));
        const Answer newer = server.api("GET", path + u"?after="_s + cursor, jane);
        QCOMPARE(fieldOf(newer.body.value("items"_L1).toArray(), u"text"_s), (QStringList{u"5"_s, u"6"_s}));
        QVERIFY(newer.body.value("nextCursor"_L1).isNull());
    }

    void repeatedCreationsAreOne()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const QList<QPair<QByteArray, QByteArray>> key = {{"Idempotency-Key", "k1"}};
        const Answer first = server.api("POST", u"rooms"_s, jane, {{u"name"_s, u"A"_s}}, key);
        QCOMPARE(server.api("POST", u"rooms"_s, jane, {{u"name"_s, u"A"_s}}, key).body, first.body);
        QCOMPARE(server.api("POST", u"rooms"_s, jane, {{u"name"_s, u"B"_s}}, key).status, 409);
        QCOMPARE(server.api("POST", u"products"_s, jane, kLamp, key).status, 409);
        const Person omar = server.aUser(u"omar"_s);
        QVERIFY(server.api("POST", u"rooms"_s, omar, {{u"name"_s, u"A"_s}}, key).id() != first.id());
    }

    void directRoomsAreOnePerPair()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        const Answer room = server.api("PUT", u"rooms/direct/%1"_s.arg(omar.id), jane);
        QCOMPARE(room.status, 200);
        QCOMPARE(room.body.value("name"_L1).toString(), QString());
        QCOMPARE(server.api("PUT", u"rooms/direct/%1"_s.arg(jane.id), omar).id(), room.id());
        QCOMPARE(server.api("PUT", u"rooms/direct/%1"_s.arg(jane.id), jane).status, 422);
        const Person admin = server.aUser(u"admin"_s, Role::Admin);
        QCOMPARE(server.api("GET", u"rooms/%1"_s.arg(room.id()), admin).status, 404);
    }

    void readMarkersOnlyMoveForward()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        QCOMPARE(server.api("PUT", u"rooms/%1/members/%2"_s.arg(room).arg(omar.id), omar).status, 200);
        QList<qint64> ids;
        for (int i = 0; i < 3; ++i)
            ids.append(server.api("POST", u"rooms/%1/messages"_s.arg(room), jane, {{u"text"_s, u"x"_s}}).id());
        const auto mark = [&](qint64 id) {
            return server.api("PUT", u"rooms/%1/read"_s.arg(room), omar, {{u"messageId"_s, id}}).body;
        };
        QCOMPARE(mark(ids[1]).value("unreadCount"_L1).toInt(), 1);
        QCOMPARE(mark(ids[0]).value("lastReadMessageId"_L1).toInteger(), ids[1]);
        QCOMPARE(mark(ids[2]).value("unreadCount"_L1).toInt(), 0);
    }

    void aDeletedAccountLeavesNoName()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane.unique"_s);
        const Person omar = server.aUser(u"omar"_s);
        server.api("PATCH", u"users/me"_s, jane, {{u"email"_s, u"jane@unique.lan"_s}});
        const qint64 product = server.api("POST", u"products"_s, jane, kLamp).id();
        QCOMPARE(server.api("DELETE", u"users/me"_s, jane).status, 204);
        QCOMPARE(server.api("GET", u"users/me"_s, jane).status, 401);
        QCOMPARE(server.api("GET", u"users/%1"_s.arg(jane.id), omar).status, 404);
        QVERIFY(server.api("GET", u"products/%1"_s.arg(product), omar).body.value("ownerId"_L1).isNull());
        QCOMPARE(server.request("POST", u"/api/v1/auth/refresh"_s, {{u"refreshToken"_s, jane.refreshToken}}).status,
                 401);
        auto database = Database::open(server.databasePath(), dialect::Mode::ReadOnly);
        QCOMPARE((*database)->value("SELECT count(*) FROM event_log WHERE instr(payload, 'unique') > 0").value(), 0);
        QCOMPARE(
            (*database)->value("SELECT count(*) FROM user WHERE name LIKE '%unique%' OR email LIKE '%unique%'").value(),
            0);
        QCOMPARE(server
                     .request("POST", u"/api/v1/auth/register"_s,
                              {{u"name"_s, u"jane.unique"_s}, {u"password"_s, TestServer::kPassword}})
                     .status,
                 201);
    }

    void loginsAreRateLimited()
    {
        TestServer server([](Config &config) { config.noRateLimits = false; });
        Answer answer;
        for (int i = 0; i < 30 && answer.status != 429; ++i)
            answer =
                server.request("POST", u"/api/v1/auth/login"_s, {{u"name"_s, u"nobody"_s}, {u"password"_s, u"x"_s}});
        QCOMPARE(answer.code(), u"rateLimited"_s);
        QVERIFY(answer.headers.value("retry-after").toInt() > 0);
    }

    void registrationCanBeClosedOrByInvitation()
    {
        TestServer closed([](Config &config) { config.registration = Registration::Closed; });
        const QJsonObject jane{{u"name"_s, u"jane"_s}, {u"password"_s, TestServer::kPassword}};
        QCOMPARE(closed.request("POST", u"/api/v1/auth/register"_s, jane).status, 403);
        TestServer invite([](Config &config) { config.registration = Registration::Invite; });
        QCOMPARE(invite.request("POST", u"/api/v1/auth/register"_s, jane).field(), u"inviteCode"_s);
        QJsonObject invited = jane;
        invited.insert(u"inviteCode"_s,
                       invite.operate(u"auth.createInvite"_s, {}).value("result"_L1).toObject().value("code"_L1));
        QCOMPARE(invite.request("POST", u"/api/v1/auth/register"_s, invited).status, 201);
        invited.insert(u"name"_s, u"omar"_s);
        QCOMPARE(invite.request("POST", u"/api/v1/auth/register"_s, invited).status, 403);
    }
};

QTEST_GUILESS_MAIN(RestTest)
#include "rest_test.moc"
