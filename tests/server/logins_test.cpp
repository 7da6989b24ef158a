#include "support/TestServer.h"

#include <QTcpSocket>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

/// One keep-alive connection that asks and reads by itself, so that hundreds can wait for an answer at once.
class RawClient
{
public:
    explicit RawClient(quint16 port, const QHostAddress &from = QHostAddress::LocalHost)
    {
        m_socket.setProxy(QNetworkProxy::NoProxy);
        m_socket.bind(from);
        m_socket.connectToHost(QHostAddress::LocalHost, port);
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { m_received += m_socket.readAll(); });
    }

    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

    void post(const QString &path, const QJsonObject &body)
    {
        m_received.clear();
        const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
        m_socket.write("POST /api/v1/" + path.toLatin1() +
                       " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
                       QByteArray::number(json.size()) + "\r\n\r\n" + json);
    }

    bool isAnswered() const
    {
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        const qsizetype length = header("content-length").toLongLong();
        return end >= 0 && m_received.size() >= end + 4 + length;
    }
    int status() const { return m_received.mid(9, 3).toInt(); }
    QByteArray header(const QByteArray &name) const
    {
        const qsizetype at = m_received.toLower().indexOf("\r\n" + name + ':');
        return at < 0 ? QByteArray() : m_received.mid(at + name.size() + 3).split('\r').first().trimmed();
    }
    QJsonObject body() const
    {
        return QJsonDocument::fromJson(m_received.mid(m_received.indexOf("\r\n\r\n") + 4)).object();
    }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

using RawClients = std::vector<std::unique_ptr<RawClient>>;

RawClients connectClients(quint16 port, int count)
{
    RawClients clients;
    for (int i = 0; i < count; ++i)
        clients.push_back(std::make_unique<RawClient>(port));
    return clients;
}

bool areConnected(const RawClients &clients)
{
    return std::all_of(clients.begin(), clients.end(), [](const auto &client) { return client->isConnected(); });
}

qsizetype countUnanswered(const RawClients &clients)
{
    return std::count_if(clients.begin(), clients.end(), [](const auto &client) { return !client->isAnswered(); });
}

/// Seconds of this process's processor time that some logins take.
double costOfLogins(TestServer &server, const QString &name)
{
    const std::clock_t before = std::clock();
    for (int i = 0; i < 5; ++i)
        server.login(name, u"wrong password"_s);
    return static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
}

} // namespace

class LoginsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parallelRefreshesHaveOneSuccessor()
    {
        TestServer server;
        QString token = server.aUser(u"jane"_s).refreshToken;
        const RawClients clients = connectClients(server.port(), 100);
        QVERIFY(waitFor([&] { return areConnected(clients); }));
        for (int round = 0; round < 100; ++round) {
            for (const auto &client : clients)
                client->post(u"auth/refresh"_s, {{u"refreshToken"_s, token}});
            QVERIFY(waitFor([&] { return countUnanswered(clients) == 0; }));
            QSet<QString> successors;
            for (const auto &client : clients) {
                QCOMPARE(client->status(), 200);
                successors.insert(client->body().value("refreshToken"_L1).toString());
            }
            QCOMPARE(successors.size(), 1);
            QVERIFY(!successors.contains(token));
            token = *successors.begin();
        }
    }

    void floodsOfLoginsAreBoundedAndChatGoesOn()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        TestSocket chat(server.port());
        chat.start(jane);
        const RawClients clients = connectClients(server.port(), 500);
        QVERIFY(waitFor([&] { return areConnected(clients); }));
        for (const auto &client : clients)
            client->post(u"auth/login"_s, {{u"name"_s, u"jane"_s}, {u"password"_s, TestServer::kPassword}});

        int sent = 0;
        while (countUnanswered(clients) > 0 && sent < 2000) {
            const QJsonObject reply = chat.call(u"chat.send"_s, {{u"roomId"_s, room}, {u"text"_s, u"hello"_s}});
            QVERIFY(reply.contains("result"_L1));
            ++sent;
        }
        QVERIFY2(sent >= 10, "messages were stored while logins waited");
        QVERIFY(waitFor([&] { return countUnanswered(clients) == 0; }, 30'000));
        int refused = 0;
        for (const auto &client : clients) {
            QVERIFY(client->status() == 200 || client->status() == 503);
            if (client->status() == 503) {
                ++refused;
                QVERIFY(client->header("retry-after").toInt() > 0);
                QCOMPARE(client->body().value("code"_L1).toString(), u"unavailable"_s);
            }
        }
        QVERIFY2(refused > 0, "the queue of password checks has an end");
        QVERIFY2(refused < 500, "those within the queue are let in");
        QCOMPARE(server
                     .request("POST", u"/api/v1/auth/login"_s,
                              {{u"name"_s, u"jane"_s}, {u"password"_s, TestServer::kPassword}})
                     .status,
                 200);
    }

    void wrongPasswordsAreLimitedByName()
    {
        TestServer server([](Config &config) { config.noRateLimits = false; });
        server.aUser(u"jane"_s);
        server.aUser(u"omar"_s);
        const auto login = [&](const QString &name, const QString &password) {
            return server.request("POST", u"/api/v1/auth/login"_s, {{u"name"_s, name}, {u"password"_s, password}});
        };
        for (int i = 0; i < static_cast<int>(rates::kLoginPerName.burst); ++i)
            QCOMPARE(login(i % 2 ? u"JANE"_s : u"jane"_s, u"wrong password"_s).status, 401);
        const Answer tooMany = login(u"jane"_s, TestServer::kPassword);
        QCOMPARE(tooMany.status, 429);
        const int wait = tooMany.headers.value("retry-after").toInt();
        QVERIFY(wait > 0);
        QCOMPARE(login(u"omar"_s, TestServer::kPassword).status, 200);
        server.clock.advance(wait * 1000);
        QCOMPARE(login(u"jane"_s, TestServer::kPassword).status, 200);
    }

    void whoIsRefusedByAddressLocksNobodyOut()
    {
        TestServer server([](Config &config) { config.noRateLimits = false; });
        server.aUser(u"jane"_s);
        RawClient stranger(server.port(), QHostAddress(u"127.0.0.2"_s));
        QVERIFY(waitFor([&] { return stranger.isConnected(); }));
        const auto guess = [&](const QString &name) {
            stranger.post(u"auth/login"_s, {{u"name"_s, name}, {u"password"_s, u"wrong password"_s}});
            return waitFor([&] { return stranger.isAnswered(); }) ? stranger.status() : 0;
        };
        for (int i = 0; i < static_cast<int>(rates::kLoginPerAddress.burst); ++i)
            QCOMPARE(guess(u"nobody%1"_s.arg(i)), 401);
        for (int i = 0; i < static_cast<int>(rates::kLoginPerName.burst); ++i)
            QCOMPARE(guess(u"jane"_s), 429);
        QVERIFY(!server.login(u"jane"_s).token.isEmpty());
    }

    void whoHoldsAStolenTokenCannotGuessThePassword()
    {
        TestServer server([](Config &config) { config.noRateLimits = false; });
        const Person jane = server.aUser(u"jane"_s);
        const QJsonObject guess = {{u"currentPassword"_s, u"wrong guess"_s}, {u"newPassword"_s, u"battery staple"_s}};
        TestSocket socket(server.port());
        socket.start(jane);
        int guesses = 0;
        while (guesses < 100 && server.api("PUT", u"users/me/password"_s, jane, guess).status == 403)
            ++guesses;
        QCOMPARE(guesses, static_cast<int>(rates::kPasswordsPerPerson.burst));
        QCOMPARE(server.api("PUT", u"users/me/password"_s, jane, guess).status, 429);
        const QJsonObject error = socket.call(u"auth.changePassword"_s, guess).value("error"_L1).toObject();
        QCOMPARE(error.value("code"_L1).toString(), u"rateLimited"_s);
    }

    void unknownNamesAreAnsweredAndCostLikeKnownOnes()
    {
        TestServer server;
        server.aUser(u"jane"_s);
        const auto answerTo = [&](const QString &name) {
            Answer answer = server.request("POST", u"/api/v1/auth/login"_s,
                                           {{u"name"_s, name}, {u"password"_s, u"wrong password"_s}});
            answer.body.remove(u"requestId"_s);
            return answer;
        };
        const Answer known = answerTo(u"jane"_s);
        const Answer unknown = answerTo(u"nobody.here"_s);
        QCOMPARE(unknown.status, known.status);
        QCOMPARE(unknown.body, known.body);
        // Work, not time: a check that was left out would cost a hundredth.
        const double ratio = costOfLogins(server, u"nobody.here"_s) / costOfLogins(server, u"jane"_s);
        QVERIFY2(ratio > 0.3 && ratio < 3, qPrintable(QString::number(ratio)));
    }
};

QTEST_GUILESS_MAIN(LoginsTest)
#include "logins_test.moc"
