#include "support/TestServer.h"

#include <QDirIterator>
#include <QLoggingCategory>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

/// Everything that was logged while this lives, at every level.
class LogCapture
{
public:
    LogCapture()
    {
        QLoggingCategory::setFilterRules(u"rialto.*=true"_s);
        s_lines.clear();
        m_previous = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
            const std::lock_guard lock(s_mutex);
            s_lines.append(text);
        });
    }
    ~LogCapture()
    {
        qInstallMessageHandler(m_previous);
        QLoggingCategory::setFilterRules({});
    }
    Q_DISABLE_COPY_MOVE(LogCapture)

    static QString text()
    {
        const std::lock_guard lock(s_mutex);
        return s_lines.join(u'\n');
    }

private:
    QtMessageHandler m_previous;
    static inline std::mutex s_mutex;
    static inline QStringList s_lines;
};

const QString kPassword = u"planted-password-one"_s;
const QString kNewPassword = u"planted-password-two"_s;
const QString kGuess = u"planted-wrong-guess"_s;
const QString kInvite = u"planted-invitation"_s;
const QString kText = u"planted-message-text"_s;

} // namespace

/// Secrets are planted everywhere a client can put one; none may come out where it does not belong.
class SecretsTest : public QObject
{
    Q_OBJECT

    QString m_refusals;
    QStringList m_secrets{kPassword, kNewPassword, kGuess, kInvite, kText};

    Answer refused(const Answer &answer)
    {
        if (answer.status < 400)
            qFatal("This was to be refused");
        m_refusals += QString::fromUtf8(QJsonDocument(answer.body).toJson());
        return answer;
    }
    QJsonObject refused(const QJsonObject &reply)
    {
        if (!reply.contains("error"_L1))
            qFatal("This was to be refused");
        m_refusals += QString::fromUtf8(QJsonDocument(reply).toJson());
        return reply;
    }

    void tryWrongSignIns(TestServer &server)
    {
        const auto post = [&](const QString &path, const QJsonObject &body) {
            refused(server.request("POST", u"/api/v1/auth/"_s + path, body));
        };
        post(u"login"_s, {{u"name"_s, u"jane"_s}, {u"password"_s, kGuess}});
        post(u"login"_s, {{u"name"_s, QJsonObject{{kGuess, kGuess}}}, {u"password"_s, kGuess}});
        post(u"login"_s, {{u"name"_s, u"jane"_s}, {u"password"_s, QJsonArray{kGuess}}});
        post(u"login"_s, {{u"name"_s, u"jane"_s}, {u"password"_s, kGuess.repeated(1000)}});
        post(u"register"_s, {{u"name"_s, u"jane"_s}, {u"password"_s, kPassword}});
        post(u"register"_s, {{u"name"_s, u"omar"_s}, {u"password"_s, kGuess.repeated(1000)}});
        post(u"refresh"_s, {{u"refreshToken"_s, kGuess}});
    }

    void tryWrongTokens(TestServer &server, const Person &jane)
    {
        refused(server.request("GET", u"/api/v1/users/me"_s, {}, jane.token + 'x'));
        refused(server.request("GET", u"/api/v1/users/me"_s, {}, kGuess.toLatin1()));
        TestSocket socket(server.port());
        refused(socket.call(u"session.start"_s, {{u"token"_s, QString::fromLatin1(jane.token) + u'x'}}));
        socket.sendText(u"{\"id\":1,\"method\":\"session.start\",\"params\":{\"token\":\""_s + kGuess);
        QVERIFY(waitFor([&] { return socket.frames.size() >= 2; }));
        refused(socket.frames.last());
    }

    void tryWrongRequests(TestServer &server, const Person &jane)
    {
        refused(server.api("PUT", u"users/me/password"_s, jane,
                           {{u"currentPassword"_s, kGuess}, {u"newPassword"_s, kNewPassword}}));
        refused(server.api("POST", u"rooms/999/messages"_s, jane, {{u"text"_s, kText}}));
        const qint64 room = server.aRoom(jane, u"General"_s);
        const QString path = u"rooms/%1/messages"_s.arg(room);
        refused(server.api("POST", path, jane, {{u"text"_s, kText.repeated(10'000)}}));
        refused(server.api("POST", path, jane, {{u"text"_s, QJsonArray{kText}}}));
        QCOMPARE(server.api("POST", path, jane, {{u"text"_s, kText}}).status, 201);
    }

    QByteArray everythingOnDisk(const QString &folder)
    {
        QByteArray bytes;
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QFile::ReadOnly))
                bytes += file.readAll();
        }
        return bytes;
    }

private Q_SLOTS:
    void plantedSecretsComeOutNowhere()
    {
        const LogCapture log;
        TestServer server;
        const Answer registered =
            server.request("POST", u"/api/v1/auth/register"_s, {{u"name"_s, u"jane"_s}, {u"password"_s, kPassword}});
        QCOMPARE(registered.status, 201);
        const Person jane = TestServer::personFrom(registered, u"jane"_s);
        const Person renewed = TestServer::personFrom(
            server.request("POST", u"/api/v1/auth/refresh"_s, {{u"refreshToken"_s, jane.refreshToken}}), u"jane"_s);
        QVERIFY(!renewed.refreshToken.isEmpty());
        m_secrets += {QString::fromLatin1(jane.token), jane.refreshToken, QString::fromLatin1(renewed.token),
                      renewed.refreshToken};
        tryWrongSignIns(server);
        tryWrongTokens(server, jane);
        tryWrongRequests(server, jane);
        server.clock.advance(60'000);
        refused(server.request("POST", u"/api/v1/auth/refresh"_s, {{u"refreshToken"_s, jane.refreshToken}}));

        QVERIFY(!m_refusals.isEmpty());
        const QByteArray disk = everythingOnDisk(QFileInfo(server.databasePath()).path());
        QVERIFY2(disk.contains(kText.toUtf8()), "the search would find what is there");
        for (const QString &secret : std::as_const(m_secrets)) {
            QVERIFY2(!m_refusals.contains(secret), qPrintable(u"in an answer: "_s + secret));
            QVERIFY2(!LogCapture::text().contains(secret), qPrintable(u"in the log: "_s + secret));
            QVERIFY2(secret == kText || !disk.contains(secret.toUtf8()), qPrintable(u"on disk: "_s + secret));
        }
    }

    void aWrongInvitationIsNotRepeated()
    {
        const LogCapture log;
        TestServer server([](Config &config) { config.registration = Registration::Invite; });
        refused(server.request("POST", u"/api/v1/auth/register"_s,
                               {{u"name"_s, u"jane"_s}, {u"password"_s, kPassword}, {u"inviteCode"_s, kInvite}}));
        const QString code =
            server.operate(u"auth.createInvite"_s, {}).value("result"_L1).toObject().value("code"_L1).toString();
        QVERIFY(!code.isEmpty());
        QVERIFY(!m_refusals.contains(kInvite) && !LogCapture::text().contains(kInvite));
        QVERIFY(!everythingOnDisk(QFileInfo(server.databasePath()).path()).contains(code.toUtf8()));
    }

    void whatIsSecretOnDiskIsTheOwnersAlone()
    {
        TestServer server;
        const QString folder = QFileInfo(server.databasePath()).path();
        constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        int looked = 0;
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System);
        const bool isFolderClosed = !(QFile::permissions(folder) & (QFile::ExeGroup | QFile::ExeOther));
        while (files.hasNext()) {
            const QString path = files.next();
            QVERIFY2(isFolderClosed || !(QFile::permissions(path) & kOthers), qPrintable(path));
            ++looked;
        }
        QVERIFY(looked > 0);
        QVERIFY(!(QFile::permissions(folder + u"/SECRET"_s) & kOthers));
    }
};

QTEST_GUILESS_MAIN(SecretsTest)
#include "secrets_test.moc"
