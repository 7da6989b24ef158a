#include "support/TestServer.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

class TokensTest : public QObject
{
    Q_OBJECT

    static Answer refresh(TestServer &server, const QString &token)
    {
        return server.request("POST", u"/api/v1/auth/refresh"_s, {{u"refreshToken"_s, token}});
    }
    /// The signature somebody makes who knows how, but has only guessed the server's secret.
    static QByteArray selfSigned(const QByteArrayList &parts, const QByteArray &guess)
    {
        return QMessageAuthenticationCode::hash(parts[0] + '.' + parts[1], guess, QCryptographicHash::Sha256)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    }
    static QString refreshTokenOf(const Answer &answer) { return answer.body.value("refreshToken"_L1).toString(); }

private Q_SLOTS:
    void aRepeatedRefreshGetsTheSameSuccessor()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const QString next = refreshTokenOf(refresh(server, jane.refreshToken));
        QVERIFY(!next.isEmpty());
        QCOMPARE(refreshTokenOf(refresh(server, jane.refreshToken)), next);
        server.clock.advance(29'000);
        QCOMPARE(refreshTokenOf(refresh(server, jane.refreshToken)), next);
        QCOMPARE(refresh(server, next).status, 200);
    }

    void reuseOfAnOldTokenEndsTheSession_data()
    {
        QTest::addColumn<int>("rotations");
        QTest::addColumn<int>("waitMs");
        QTest::newRow("after the successor was used") << 2 << 0;
        QTest::newRow("after half a minute") << 1 << 31'000;
        QTest::newRow("long ago") << 5 << 0;
    }
    void reuseOfAnOldTokenEndsTheSession()
    {
        QFETCH(int, rotations);
        QFETCH(int, waitMs);
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        TestSocket socket(server.port());
        socket.start(jane);
        QString current = jane.refreshToken;
        for (int i = 0; i < rotations; ++i)
            current = refreshTokenOf(refresh(server, current));
        server.clock.advance(waitMs);
        QCOMPARE(refresh(server, jane.refreshToken).status, 401);
        QVERIFY(waitFor([&] { return !socket.isOpen(); }));
        QCOMPARE(socket.closeCode(), static_cast<int>(CloseCode::SessionEnded));
        QCOMPARE(refresh(server, current).status, 401);
        QCOMPARE(server.api("GET", u"users/me"_s, jane).status, 401);
    }

    void accessTokensEndAfterFifteenMinutesButConnectionsLiveOn()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        TestSocket socket(server.port());
        socket.start(jane);
        server.clock.advance(16 * 60 * 1000);
        QCOMPARE(server.api("GET", u"users/me"_s, jane).status, 401);
        QVERIFY(!socket.call(u"people.getMe"_s).contains("error"_L1));
        const Answer renewed = refresh(server, jane.refreshToken);
        QVERIFY(!socket.call(u"session.renew"_s, {{u"token"_s, renewed.body.value("accessToken"_L1)}})
                     .contains("error"_L1));
    }

    void forgedTokensAreRefused()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const QByteArrayList parts = jane.token.split('.');
        const auto encode = [](const QByteArray &json) {
            return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        };
        const QByteArray header = QByteArray::fromBase64(parts[0], QByteArray::Base64UrlEncoding);
        const QByteArray kid = parseObject(header)->value("kid"_L1).toString().toLatin1();
        TestServer elsewhere;
        const Person stranger = elsewhere.aUser(u"jane"_s);
        const QByteArrayList forged = {
            "",
            ".",
            "..",
            "a.b.c",
            parts[0] + '.' + parts[1],
            parts[0] + '.' + parts[1] + '.',
            parts[0] + '.' + parts[1] + '.' + parts[2] + '.',
            jane.token + 'x',
            jane.token.chopped(1),
            encode("{\"alg\":\"none\"}") + '.' + parts[1] + '.',
            encode("{\"alg\":\"none\"}") + '.' + parts[1] + '.' + parts[2],
            encode(QByteArray(header).replace("HS256", "HS512")) + '.' + parts[1] + '.' + parts[2],
            encode(QByteArray(header).replace("HS256", "RS256")) + '.' + parts[1] + '.' + parts[2],
            encode("{\"alg\":\"HS256\",\"kid\":\"1\"}") + '.' + parts[1] + '.' + parts[2],
            encode("{\"alg\":\"HS256\",\"kid\":\"../../etc/passwd\"}") + '.' + parts[1] + '.' + parts[2],
            parts[0] + '.' + encode("{\"sub\":\"2\",\"sid\":\"1\",\"exp\":9999999999}") + '.' + parts[2],
            QByteArray(5000, 'a'),
            encode("{\"kid\":\"" + kid + "\"}") + '.' + parts[1] + '.' + parts[2],
            encode("{\"alg\":\"\",\"kid\":\"" + kid + "\"}") + '.' + parts[1] + '.' + parts[2],
            encode("{\"alg\":\"hs256\",\"kid\":\"" + kid + "\"}") + '.' + parts[1] + '.' + parts[2],
            encode("{\"alg\":[\"HS256\"],\"kid\":\"" + kid + "\"}") + '.' + parts[1] + '.' + parts[2],
            encode("{\"alg\":\"HS256\",\"kid\":\"-9223372036854775808\"}") + '.' + parts[1] + '.' + parts[2],
            encode("{\"alg\":\"HS256\",\"kid\":\"9223372036854775807\"}") + '.' + parts[1] + '.' + parts[2],
            encode("{\"alg\":\"HS256\"}") + '.' + parts[1] + '.' + parts[2],
            encode("[]") + '.' + parts[1] + '.' + parts[2],
            encode("not json") + '.' + parts[1] + '.' + parts[2],
            parts[0] + '.' + encode("{}") + '.' + parts[2],
            parts[0] + '.' + parts[1] + '.' + QByteArray(parts[2]).replace(0, 1, parts[2][0] == 'A' ? "B" : "A"),
            parts[0] + '.' + parts[1] + '.' + parts[2].toUpper(),
            parts[0] + '.' + parts[1] + '.' + parts[2] + "==",
            parts[1] + '.' + parts[0] + '.' + parts[2],
            parts[0] + '.' + parts[1] + '.' + selfSigned(parts, {}),
            parts[0] + '.' + parts[1] + '.' + selfSigned(parts, "secret"),
            parts[0] + '.' + parts[1] + '.' + selfSigned(parts, QByteArray(32, '\0')),
            stranger.token};
        QVERIFY(forged.size() >= 30);
        for (const QByteArray &token : forged) {
            QCOMPARE(server.request("GET", u"/api/v1/users/me"_s, {}, token.isEmpty() ? "x" : token).status, 401);
            const QJsonObject reply =
                TestSocket(server.port()).call(u"session.start"_s, {{u"token"_s, QString::fromLatin1(token)}});
            QVERIFY2(reply.contains("error"_L1) && !reply.contains("result"_L1), token.constData());
        }
        QCOMPARE(server.api("GET", u"users/me"_s, jane).status, 200);
    }

    void changingThePasswordEndsEverySession()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person phone = server.login(u"jane"_s);
        TestSocket here(server.port());
        here.start(jane);
        TestSocket there(server.port());
        there.start(phone);
        QCOMPARE(server
                     .api("PUT", u"users/me/password"_s, jane,
                          {{u"currentPassword"_s, u"wrong horse"_s}, {u"newPassword"_s, u"battery staple"_s}})
                     .status,
                 403);
        const Answer changed =
            server.api("PUT", u"users/me/password"_s, jane,
                       {{u"currentPassword"_s, TestServer::kPassword}, {u"newPassword"_s, u"battery staple"_s}});
        QCOMPARE(changed.status, 200);
        QVERIFY(waitFor([&] { return !here.isOpen() && !there.isOpen(); }));
        QCOMPARE(server.api("GET", u"users/me"_s, TestServer::personFrom(changed, u"jane"_s)).status, 200);
        QCOMPARE(server.api("GET", u"users/me"_s, phone).status, 401);
        QVERIFY(server.login(u"jane"_s).token.isEmpty());
        QVERIFY(!server.login(u"jane"_s, u"battery staple"_s).token.isEmpty());
    }

    void oneSeesAndEndsOnlyOnesOwnSessions()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person phone = server.login(u"jane"_s);
        const Person omar = server.aUser(u"omar"_s);
        const QJsonArray sessions = server.api("GET", u"auth/sessions"_s, jane).body.value("items"_L1).toArray();
        QCOMPARE(sessions.size(), 2);
        QVERIFY(sessions[0].toObject().value("current"_L1).toBool());
        const QString path = u"auth/sessions/%1"_s.arg(sessions[1].toObject().value("id"_L1).toInteger());
        QCOMPARE(server.api("DELETE", path, omar).status, 404);
        QCOMPARE(server.api("DELETE", path, jane).status, 204);
        QCOMPARE(server.api("GET", u"users/me"_s, phone).status, 401);
    }
};

QTEST_GUILESS_MAIN(TokensTest)
#include "tokens_test.moc"
