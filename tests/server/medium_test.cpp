#include "support/TestServer.h"

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

/// The server while its disk fails under it, and after.
class MediumTest : public QObject
{
    Q_OBJECT

    // While it lives no file of this process can grow, which SQLite reports as an I/O error, not as a full disk.
    class BrokenMedium
    {
    public:
        BrokenMedium()
        {
            std::signal(SIGXFSZ, SIG_IGN);
            getrlimit(RLIMIT_FSIZE, &m_before);
            const rlimit none{1, m_before.rlim_max};
            setrlimit(RLIMIT_FSIZE, &none);
        }
        ~BrokenMedium() { setrlimit(RLIMIT_FSIZE, &m_before); }
        Q_DISABLE_COPY_MOVE(BrokenMedium)

    private:
        rlimit m_before{};
    };

private Q_SLOTS:
    void whoIsConnectedWhenTheMediumFailsResumesAndMissesNothing()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"General"_s);
        TestSocket before(server.port());
        const QJsonObject started = resultOf(before.start(jane));
        QCOMPARE(codeOf(before.call(u"chat.send"_s, message(room, u"one"_s, u"one"_s))), QString());
        const QString messages = u"rooms/%1/messages"_s.arg(room);
        {
            const BrokenMedium broken;
            before.send(900, u"chat.send"_s, message(room, u"two"_s, u"two"_s));
            QVERIFY(waitFor([&] { return !before.isOpen(); }));
            QCOMPARE(before.closeCode(), static_cast<int>(CloseCode::Resume));
            const Answer refused = server.api("POST", messages, jane, message(room, u"three"_s, u"three"_s));
            QCOMPARE(refused.status, 503);
            QCOMPARE(refused.code(), u"unavailable"_s);
            QCOMPARE(server.api("GET", messages, jane).body.value("items"_L1).toArray().size(), 1);
        }
        TestSocket after(server.port());
        const QJsonObject resumed =
            resultOf(after.start(jane, {{u"seq"_s, started.value("seq"_L1)}, {u"epoch"_s, started.value("epoch"_L1)}}));
        QCOMPARE(resumed.value("snapshotRequired"_L1), false);
        QCOMPARE(codeOf(after.call(u"chat.send"_s, message(room, u"two"_s, u"two"_s))), QString());
        QVERIFY(waitFor([&] { return after.events(u"chat.messagePosted"_s).size() >= 2; }, 30'000));
        QCOMPARE(textsOf(after.events(u"chat.messagePosted"_s)), (QStringList{u"one"_s, u"two"_s}));
    }

    void aSessionThatEndedUnseenIsEndedAfterwards()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const Person phone = server.login(u"jane"_s);
        // Behind the server's back, as a commit whose outcome it never learned.
        auto database = Database::open(server.databasePath(), dialect::Mode::ReadWrite);
        QVERIFY(database.has_value());
        QCOMPARE((*database)->run("DELETE FROM session WHERE id = (SELECT max(id) FROM session)"), 1);
        database->reset();
        {
            const BrokenMedium broken;
            QCOMPARE(server.api("PATCH", u"users/me"_s, jane, {{u"displayName"_s, u"Jane"_s}}).status, 503);
        }
        QVERIFY(waitFor([&] { return server.api("GET", u"users/me"_s, phone).status == 401; }));
        QCOMPARE(server.api("GET", u"users/me"_s, jane).status, 200);
    }
};

QTEST_GUILESS_MAIN(MediumTest)
#include "medium_test.moc"
