#include "features/catalog/model/ProductModel.h"
#include "features/chat/model/MessageModel.h"
#include "features/chat/model/RoomListModel.h"
#include "features/people/model/PeopleModel.h"
#include "support/Person.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

class core_sign_in_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FakeServer>();
        m_jane = m_server->world.addUser(u"jane"_s);
        m_olena = m_server->world.addUser(u"olena"_s);
        m_room = m_server->world.addRoom(u"general"_s, Visibility::Public, {m_jane, m_olena});
    }
    void cleanup() { m_server.reset(); }

    void signInShowsWhatTheServerHas();
    void wrongPasswordIsSaidInWords();
    void expiredTokenIsRefreshed();
    void lostRefreshIsRepeated();
    void endedSessionSignsOut();
    void closeCodeOfAnEndedSessionSignsOut();
    void signOutForgetsEverything();

private:
    std::unique_ptr<FakeServer> m_server;
    UserId m_jane;
    UserId m_olena;
    RoomId m_room;
};

void core_sign_in_test::signInShowsWhatTheServerHas()
{
    m_server->world.post(m_room, m_olena, u"hello"_s);
    m_server->world.addProduct(widget(u"A1"_s));
    Person jane(*m_server, u"jane"_s);
    QAbstractItemModelTester rooms(&jane->rooms(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester people(&jane->people(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester products(&jane->products(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    VERIFY_ONLINE(jane);
    QCOMPARE(jane->rooms().rowCount(), 1);
    QCOMPARE(jane->people().rowCount(), 2);
    QCOMPARE(jane->products().rowCount(), 1);
    QCOMPARE(jane->me().name, u"jane"_s);
    const QModelIndex row = jane->rooms().index(0);
    QTRY_COMPARE(row.data(RoomListModel::PreviewRole).toString(), u"hello"_s);
    QCOMPARE(row.data(RoomListModel::UnreadCountRole).toInt(), 1);
    QCOMPARE(row.data(RoomListModel::TitleRole).toString(), u"general"_s);
    MessageModel *const timeline = jane->openRoom(m_room);
    QVERIFY(timeline);
    QTRY_COMPARE(texts(*timeline), QStringList{u"hello"_s});
    QCOMPARE(timeline->authorName(0), u"Olena"_s);
}

void core_sign_in_test::wrongPasswordIsSaidInWords()
{
    QTemporaryDir folder;
    SystemClock clock;
    Profile profile(folder.path());
    SignIn signIn(profile, clock);
    QSignalSpy failed(&signIn, &SignIn::failed);
    signIn.logIn(m_server->address(), u"jane"_s, u"wrong horse"_s);
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Unauthenticated);
    signIn.logIn(u"what is this?"_s, u"jane"_s, u"x"_s);
    QCOMPARE(failed.size(), 2);
    QCOMPARE(failed.last().first().value<Error>().field, u"server"_s);
    QVERIFY(!profile.account());
}

void core_sign_in_test::expiredTokenIsRefreshed()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    m_server->expireAccessTokens();
    jane->unplug();
    QCOMPARE(jane->linkState(), LinkState::Offline);
    jane->retryNow();
    VERIFY_ONLINE(jane);
    QCOMPARE(m_server->countOf(u"auth/refresh"_s), 1);
    QVERIFY(jane.profile().account()->refreshToken != "refresh-1"_L1);
}

void core_sign_in_test::lostRefreshIsRepeated()
{
    m_server->accessSeconds = 20;
    m_server->loseNextRefresh = true;
    Person jane(*m_server, u"jane"_s);
    QTRY_VERIFY(m_server->countOf(u"auth/refresh"_s) >= 2);
    VERIFY_ONLINE(jane);
    const QList<QJsonObject> sent = m_server->paramsOf(u"auth/refresh"_s);
    QCOMPARE(sent[0], sent[1]);
}

void core_sign_in_test::endedSessionSignsOut()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    QSignalSpy out(&*jane, &Session::signedOut);
    m_server->expireAccessTokens();
    m_server->refuseRefresh = true;
    jane->unplug();
    jane->retryNow();
    QTRY_COMPARE(out.size(), 1);
    QCOMPARE(jane->linkState(), LinkState::SignedOut);
    QVERIFY(!jane.profile().account());
}

void core_sign_in_test::closeCodeOfAnEndedSessionSignsOut()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    QSignalSpy out(&*jane, &Session::signedOut);
    m_server->closeAll(4100, u"The password was changed."_s);
    QTRY_COMPARE(out.size(), 1);
    QCOMPARE(out.first().first().value<Error>().code, ErrorCode::Unauthenticated);
    QCOMPARE(jane->linkState(), LinkState::SignedOut);
}

void core_sign_in_test::signOutForgetsEverything()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    const QString file = jane.cacheFile();
    QVERIFY(QFile::exists(file));
    QSignalSpy out(&*jane, &Session::signedOut);
    jane->signOut();
    QCOMPARE(jane->linkState(), LinkState::SignedOut);
    QTRY_COMPARE(out.size(), 1);
    QCOMPARE(m_server->countOf(u"auth/logout"_s), 1);
    jane.close();
    QVERIFY(!QFile::exists(file));
    QVERIFY(!jane.profile().account());
    QCOMPARE(jane.profile().lastServer(), m_server->address());
}

QTEST_GUILESS_MAIN(core_sign_in_test)
#include "core_sign_in_test.moc"
