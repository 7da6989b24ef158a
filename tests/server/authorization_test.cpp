#include "protocol/Protocol.h"
#include "server/AuthorizationMatrix.h"
#include "support/Files.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

class AuthorizationTest : public QObject
{
    Q_OBJECT

    /// A fresh world for one request: the owner's room, message and product, and somebody to ask.
    struct World
    {
        Person owner;
        Person bystander;
        qint64 room = 0;
        qint64 message = 0;
        qint64 product = 0;
        qint64 notification = 0;
        qint64 file = 0; ///< A text that no message carries.
    };

    /// People cost a password hash each: they are used again, except by methods that use them up.
    QMap<QChar, Person> m_people;

    // A request to be a friend is made once, and what tells of it is the owner's only notification.
    static bool isAboutFriends(const QByteArray &method)
    {
        return method.startsWith("friends.") || method.startsWith("notify.");
    }

    static bool usesPeopleUp(const QByteArray &method)
    {
        return method == "auth.logout" || method == "auth.changePassword" || method == "people.deleteMe" ||
               method == "people.changeMe" || isAboutFriends(method);
    }

    Person personFor(TestServer &server, QChar who, const QByteArray &method, int number)
    {
        const Role role = who == u'g'   ? Role::Guest
                          : who == u'M' ? Role::Manager
                          : who == u'a' ? Role::Admin
                                        : Role::Member;
        if (usesPeopleUp(method))
            return server.aUser(u"fresh%1-%2"_s.arg(who).arg(number), role);
        if (!m_people.contains(who))
            m_people.insert(who, server.aUser(u"caller-"_s + (who == u'M' ? u"manager"_s : QString(who)), role));
        return m_people.value(who);
    }

    World makeWorld(TestServer &server, const QByteArray &method, int number)
    {
        World world;
        world.owner = personFor(server, u'o', method, number);
        world.bystander = personFor(server, u'b', {}, number);
        world.room = server.aRoom(world.owner, u"Room"_s);
        world.message =
            server.api("POST", u"rooms/%1/messages"_s.arg(world.room), world.owner, {{u"text"_s, u"x"_s}}).id();
        world.product = server
                            .api("POST", u"products"_s, world.owner,
                                 {{u"sku"_s, QString::number(number)},
                                  {u"name"_s, u"x"_s},
                                  {u"price"_s, 1},
                                  {u"currency"_s, u"EUR"_s}})
                            .id();
        world.file = FileClient(server, world.owner).upload(u"a.txt"_s, "text");
        if (!isAboutFriends(method))
            return world;
        server.api("PUT", u"friends/%1"_s.arg(world.owner.id), world.bystander);
        world.notification =
            server.api("GET", u"notifications"_s, world.owner).body.value("items"_L1)[0]["id"_L1].toInteger();
        return world;
    }

    static QString pathOf(const MethodInfo &info, const World &world)
    {
        QString path = QString::fromLatin1(info.path);
        path.replace(u"{roomId}"_s, QString::number(world.room));
        path.replace(u"{messageId}"_s, QString::number(world.message));
        path.replace(u"{emoji}"_s, u"%F0%9F%91%8D"_s);
        path.replace(u"{fileId}"_s, QString::number(world.file));
        path.replace(u"{productId}"_s, QString::number(world.product));
        path.replace(u"{userId}"_s, QString::number(QByteArray(info.name) == "chat.removeMember" ? world.owner.id
                                                                                                 : world.bystander.id));
        path.replace(u"{sessionId}"_s, u"999999"_s);
        path.replace(u"{notificationId}"_s, QString::number(world.notification));
        return QByteArray(info.name) == "chat.search" ? path + u"?q=x"_s : path;
    }

    static QJsonObject bodyOf(const MethodInfo &info, const World &world, int number)
    {
        const QByteArray name = info.name;
        if (name == "auth.login")
            return {{u"name"_s, world.owner.name}, {u"password"_s, TestServer::kPassword}};
        if (name == "auth.refresh")
            return {{u"refreshToken"_s, u"forged"_s}};
        if (name == "auth.logout")
            return {};
        if (name == "people.changeMe")
            return {{u"displayName"_s, u"New"_s}};
        return {{u"name"_s, u"new%1"_s.arg(number)},
                {u"password"_s, TestServer::kPassword},
                {u"text"_s, u"y"_s},
                {u"currentPassword"_s, TestServer::kPassword},
                {u"newPassword"_s, u"battery staple"_s},
                {u"messageId"_s, world.message},
                {u"toRoomId"_s, world.room},
                {u"baseVersion"_s, 1},
                {u"size"_s, 4},
                {u"sku"_s, u"new%1"_s.arg(number)},
                {u"price"_s, 2},
                {u"currency"_s, u"EUR"_s}};
    }

private Q_SLOTS:
    void init() { m_people.clear(); } // They are of one server.

    void everyMethodIsInTheMatrix()
    {
        QStringList inMatrix;
        for (const MatrixRow &row : kMatrix)
            inMatrix.append(QLatin1StringView(row.method));
        for (const MatrixRow &row : kSocketMatrix)
            inMatrix.append(QLatin1StringView(row.method));
        for (const char *method : kOperatorsOnly)
            inMatrix.append(QLatin1StringView(method));
        QStringList methods;
        Methods::forEach([&]<typename M>() { methods.append(QLatin1StringView(M::method.name)); });
        TestServer server;
        for (const Route *route : server.app().router().routes()) // One that is registered past the contract.
            methods.append(QLatin1StringView(route->info.name));
        methods.removeDuplicates();
        inMatrix.sort();
        methods.sort();
        QCOMPARE(inMatrix, methods);
    }

    void everyRouteIsAsTheMatrixSays()
    {
        TestServer server;
        int number = 0;
        for (const MatrixRow &row : kMatrix) {
            const Route *route = server.app().router().find(QString::fromLatin1(row.method));
            QVERIFY2(route, row.method);
            for (qsizetype i = 0; i < kWho.size(); ++i) {
                const World world = makeWorld(server, row.method, ++number);
                const QChar who = kWho[i];
                const Person caller = who == u'-'   ? Person{}
                                      : who == u'o' ? world.owner
                                                    : personFor(server, who, row.method, number);
                QByteArray verb;
                switch (route->info.verb) {
                case Verb::Get:
                    verb = "GET";
                    break;
                case Verb::Post:
                    verb = "POST";
                    break;
                case Verb::Put:
                    verb = "PUT";
                    break;
                case Verb::Patch:
                    verb = "PATCH";
                    break;
                default:
                    verb = "DELETE";
                    break;
                }
                const Answer answer =
                    server.api(verb, pathOf(route->info, world), caller, bodyOf(route->info, world, number));
                const bool passed = answer.status < 300;
                const bool expected = row.allowed[i] != '.';
                const QString detail = u"%1 as '%2': %3 %4"_s.arg(QLatin1StringView(row.method))
                                           .arg(who)
                                           .arg(answer.status)
                                           .arg(answer.body.value("detail"_L1).toString());
                QVERIFY2(passed == expected, qPrintable(detail));
                QVERIFY2(passed || answer.status == 401 || answer.status == 403 || answer.status == 404,
                         qPrintable(detail));
            }
        }
    }

    void everyMethodOfTheSocketIsAsTheMatrixSays()
    {
        TestServer server;
        int number = 0;
        for (const MatrixRow &row : kSocketMatrix) {
            for (qsizetype i = 0; i < kWho.size(); ++i) {
                const World world = makeWorld(server, row.method, ++number);
                const QChar who = kWho[i];
                const Person caller = who == u'-'   ? Person{}
                                      : who == u'o' ? world.owner
                                                    : personFor(server, who, row.method, number);
                TestSocket socket(server.port());
                if (who != u'-' && QLatin1StringView(row.method) != "session.start"_L1)
                    socket.start(caller);
                const QJsonObject reply = socket.call(
                    QLatin1StringView(row.method),
                    {{u"token"_s, QString::fromLatin1(caller.token)}, {u"roomId"_s, world.room}, {u"idle"_s, false}});
                const QString detail = u"%1 as '%2': %3"_s.arg(QLatin1StringView(row.method), who, codeOf(reply));
                QVERIFY2(reply.contains("result"_L1) == (row.allowed[i] != '.'), qPrintable(detail));
            }
        }
    }

    void nobodyIsServedBeforeTheSession()
    {
        TestServer server;
        TestSocket stranger(server.port());
        Methods::forEach([&]<typename M>() {
            if (M::method.webSocket)
                QCOMPARE(codeOf(stranger.call(QLatin1StringView(M::method.name))), u"unauthenticated"_s);
        });
    }

    void onlyTheCommandLineHasTheMethodsOfOperators()
    {
        TestServer server;
        const Person admin = server.aUser(u"admin"_s, Role::Admin);
        TestSocket socket(server.port());
        QVERIFY(!resultOf(socket.start(admin)).isEmpty());
        const QJsonObject params{
            {u"name"_s, u"operated"_s}, {u"password"_s, TestServer::kPassword}, {u"role"_s, u"member"_s}};
        for (const char *method : kOperatorsOnly) {
            QCOMPARE(codeOf(socket.call(QLatin1StringView(method), params)), u"notFound"_s);
            const QJsonObject reply = server.operate(QLatin1StringView(method), params);
            QVERIFY2(reply.contains("result"_L1), method);
        }
        const QStringList rest = {u"auth/addUser"_s, u"auth/setPassword"_s, u"auth/createInvite"_s, u"people/setRole"_s,
                                  u"people/setDisabled"_s};
        for (const QString &path : rest)
            QCOMPARE(server.api("POST", path, admin, params).status, 404);
    }

    void privateRoomsAreUnknownToStrangers()
    {
        TestServer server;
        const Person owner = server.aUser(u"owner"_s);
        const Person stranger = server.aUser(u"stranger"_s);
        const qint64 room = server.aRoom(owner, u"Secret"_s, u"private"_s);
        const QString path = u"rooms/%1"_s.arg(room);
        QCOMPARE(server.api("GET", path, stranger).status, 404);
        QCOMPARE(server.api("PATCH", path, stranger, {{u"name"_s, u"x"_s}}).status, 404);
        QCOMPARE(server.api("DELETE", path, stranger).status, 404);
        QCOMPARE(server.api("GET", path + u"/members"_s, stranger).status, 404);
        QCOMPARE(server.api("GET", path + u"/messages"_s, stranger).status, 404);
        QCOMPARE(server.api("POST", path + u"/messages"_s, stranger, {{u"text"_s, u"x"_s}}).status, 404);
        QCOMPARE(server.api("PUT", path + u"/members/%1"_s.arg(stranger.id), stranger).status, 404);
        QCOMPARE(server.api("PUT", path + u"/read"_s, stranger, {{u"messageId"_s, 1}}).status, 404);
        QVERIFY(server.api("GET", u"rooms"_s, stranger).body.value("items"_L1).toArray().isEmpty());
        // A manager manages it but does not read along.
        const Person manager = server.aUser(u"manager"_s, Role::Manager);
        QCOMPARE(server.api("GET", path, manager).status, 200);
        QCOMPARE(server.api("GET", path + u"/messages"_s, manager).status, 404);
    }
};

QTEST_GUILESS_MAIN(AuthorizationTest)
#include "authorization_test.moc"
