#include "features/auth/model/SignIn.h"
#include "features/catalog/model/ProductModel.h"
#include "features/chat/model/MessageModel.h"
#include "features/chat/model/RoomListModel.h"
#include "features/people/model/PeopleModel.h"
#include "session/Session.h"
#include "support/FakeServer.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

/// A person at a client: a profile of its own, signed in at the pretended server.
class Person
{
public:
    Person(FakeServer &server, const QString &name) : m_profile(m_folder.path()), m_signIn(m_profile, m_clock)
    {
        QSignalSpy done(&m_signIn, &SignIn::succeeded);
        m_signIn.logIn(server.address(), name, u"correct horse"_s);
        if (done.wait())
            open();
    }

    void open()
    {
        m_session = std::make_unique<Session>(m_profile, *m_profile.account(), m_clock);
        m_session->start();
    }
    void close() { m_session.reset(); }

    Session &operator*() { return *m_session; }
    Session *operator->() { return m_session.get(); }
    Profile &profile() { return m_profile; }
    QString cacheFile() { return m_profile.cacheFile(*m_profile.account()); }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    Profile m_profile;
    SignIn m_signIn;
    std::unique_ptr<Session> m_session;
};

QStringList texts(const MessageModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.row(row).message.text);
    return all;
}

DeliveryState lastState(const MessageModel &model)
{
    return model.row(model.rowCount() - 1).state;
}

Product widget(const QString &sku)
{
    Product product;
    product.sku = sku;
    product.name = u"Widget "_s + sku;
    product.price = 1250;
    product.currency = u"EUR"_s;
    product.unit = u"pcs"_s;
    return product;
}

} // namespace

#define VERIFY_ONLINE(person) QTRY_COMPARE_WITH_TIMEOUT((person)->linkState(), LinkState::Online, 10'000)

class core_session_test : public QObject
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
    void messageAppearsAtOnceAndIsAcknowledged();
    void otherDeviceSeesTheMessage();
    void offlineWritesSurviveARestartAndLeaveOnce();
    void lostReplyDoesNotDoubleTheMessage();
    void refusedMessageIsParkedAndBlocksNothing();
    void passingRefusalKeepsTheOrder();
    void editOfAnUnsentMessageFoldsIntoIt();
    void editOfAMessageOnItsWayFollowsIt();
    void editAndDeleteShowAtOnce();
    void unreadIsCountedAndMarkedRead();
    void unreadOfALongAbsence();
    void olderPagesComeFromCacheThenServer();
    void newMemberFetchesTheRoom();
    void removedMemberDropsTheRoom();
    void resumeBringsWhatWasMissed();
    void snapshotReplacesWhatIsGone();
    void newEpochWithLowerVersionsWins();
    void opensOffline();
    void productsCreateChangeDelete();
    void conflictShowsBothSides();
    void laterChangeGetsTheNewBaseVersion();
    void changeOfAProductOnItsWayWaitsForItsId();
    void takenSkuIsMendedAndSent();
    void expiredTokenIsRefreshed();
    void lostRefreshIsRepeated();
    void endedSessionSignsOut();
    void closeCodeOfAnEndedSessionSignsOut();
    void signOutForgetsEverything();
    void directRoomHasTheOthersName();
    void draftsStay();
    void boundedWindowPagesBothWays();

private:
    std::unique_ptr<FakeServer> m_server;
    UserId m_jane;
    UserId m_olena;
    RoomId m_room;
};

void core_session_test::signInShowsWhatTheServerHas()
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

void core_session_test::wrongPasswordIsSaidInWords()
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

void core_session_test::messageAppearsAtOnceAndIsAcknowledged()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    QAbstractItemModelTester tester(&timeline, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(timeline.canWrite());
    QVERIFY(timeline.send(u"one"_s));
    QCOMPARE(timeline.rowCount(), 1);
    QCOMPARE(lastState(timeline), DeliveryState::Pending);
    QTRY_COMPARE(lastState(timeline), DeliveryState::Sent);
    QCOMPARE(timeline.rowCount(), 1);
    QVERIFY(timeline.row(0).message.id.isValid());
    QCOMPARE(jane->unsentCount(), 0);
    QVERIFY(!timeline.send(u"   "_s));
}

void core_session_test::otherDeviceSeesTheMessage()
{
    Person jane(*m_server, u"jane"_s);
    Person olena(*m_server, u"olena"_s);
    VERIFY_ONLINE(jane);
    VERIFY_ONLINE(olena);
    MessageModel &hers = *olena->openRoom(m_room);
    QVERIFY(jane->openRoom(m_room)->send(u"hi"_s));
    QTRY_COMPARE(texts(hers), QStringList{u"hi"_s});
    QCOMPARE(hers.row(0).own, false);
}

void core_session_test::offlineWritesSurviveARestartAndLeaveOnce()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    m_server->stop();
    QTRY_COMPARE(jane->linkState(), LinkState::Offline);
    QVERIFY(jane->retryAtMs() > 0);
    QVERIFY(!jane->linkError().isEmpty());
    MessageModel *timeline = jane->openRoom(m_room);
    for (const QString &text : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(timeline->send(text));
    QCOMPARE(jane->unsentCount(), 3);
    jane.close();
    jane.open();
    timeline = jane->openRoom(m_room);
    QCOMPARE(texts(*timeline), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QVERIFY(m_server->listen());
    jane->retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(jane->unsentCount(), 0, 40'000);
    QCOMPARE(texts(*timeline), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(m_server->world.messages.value(m_room).size(), 3);
}

void core_session_test::lostReplyDoesNotDoubleTheMessage()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    m_server->loseReplyOf(u"chat.send"_s);
    QVERIFY(timeline.send(u"once"_s));
    QTRY_COMPARE(jane->linkState(), LinkState::Offline);
    jane->retryNow();
    QTRY_COMPARE(jane->unsentCount(), 0);
    QCOMPARE(texts(timeline), QStringList{u"once"_s});
    QCOMPARE(m_server->world.messages.value(m_room).size(), 1);
}

void core_session_test::refusedMessageIsParkedAndBlocksNothing()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    QAbstractItemModelTester tester(&timeline, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_server->refuseNext(u"chat.send"_s, {ErrorCode::Forbidden, u"You are muted."_s, {}, {}, 0});
    QVERIFY(timeline.send(u"no"_s));
    QVERIFY(timeline.send(u"yes"_s));
    QTRY_COMPARE(texts(timeline), (QStringList{u"yes"_s, u"no"_s}));
    QTRY_COMPARE(lastState(timeline), DeliveryState::Failed);
    QCOMPARE(timeline.row(1).error, u"You are muted."_s);
    QCOMPARE(jane->unsentCount(), 1);
    jane.close();
    jane.open();
    MessageModel &again = *jane->openRoom(m_room);
    QCOMPARE(lastState(again), DeliveryState::Failed);
    again.retry(again.rowCount() - 1);
    QTRY_COMPARE(jane->unsentCount(), 0);
    QCOMPARE(texts(again), (QStringList{u"yes"_s, u"no"_s}));
}

void core_session_test::passingRefusalKeepsTheOrder()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    m_server->refuseNext(u"chat.send"_s, {ErrorCode::Unavailable, u"Later."_s, {}, {}, 0});
    QVERIFY(timeline.send(u"first"_s));
    QVERIFY(timeline.send(u"second"_s));
    QTRY_COMPARE(jane->unsentCount(), 0);
    QCOMPARE(texts(timeline), (QStringList{u"first"_s, u"second"_s}));
}

void core_session_test::editOfAnUnsentMessageFoldsIntoIt()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    m_server->stop();
    QTRY_COMPARE(jane->linkState(), LinkState::Offline);
    MessageModel &timeline = *jane->openRoom(m_room);
    QVERIFY(timeline.send(u"helo"_s));
    QVERIFY(timeline.send(u"never"_s));
    QVERIFY(timeline.edit(0, u"hello"_s));
    timeline.remove(1);
    QCOMPARE(texts(timeline), QStringList{u"hello"_s});
    m_server->listen();
    jane->retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(jane->unsentCount(), 0, 40'000);
    QCOMPARE(m_server->countOf(u"chat.send"_s), 1);
    QCOMPARE(m_server->countOf(u"chat.edit"_s), 0);
    QCOMPARE(texts(timeline), QStringList{u"hello"_s});
}

void core_session_test::editOfAMessageOnItsWayFollowsIt()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    m_server->hold(u"chat.send"_s);
    QVERIFY(timeline.send(u"helo"_s));
    QVERIFY(timeline.edit(0, u"hello"_s));
    QCOMPARE(texts(timeline), QStringList{u"hello"_s});
    QCOMPARE(lastState(timeline), DeliveryState::Pending);
    m_server->release();
    QTRY_COMPARE(m_server->countOf(u"chat.edit"_s), 1);
    QTRY_COMPARE(jane->unsentCount(), 0);
    QCOMPARE(texts(timeline), QStringList{u"hello"_s});
    QCOMPARE(m_server->world.messages.value(m_room).first().text, u"hello"_s);
}

void core_session_test::editAndDeleteShowAtOnce()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    QVERIFY(timeline.send(u"one"_s));
    QTRY_COMPARE(jane->unsentCount(), 0);
    QVERIFY(timeline.edit(0, u"two"_s));
    QCOMPARE(texts(timeline), QStringList{u"two"_s});
    QTRY_COMPARE(lastState(timeline), DeliveryState::Sent);
    QVERIFY(timeline.row(0).message.editedAt.has_value());
    timeline.remove(0);
    QVERIFY(timeline.row(0).message.deletedAt.has_value());
    QTRY_COMPARE(jane->unsentCount(), 0);
    QVERIFY(timeline.row(0).message.deletedAt.has_value());
    QVERIFY(timeline.row(0).message.text.isEmpty());
    // Deleted by somebody else meanwhile: nothing to be told.
    QVERIFY(timeline.send(u"three"_s));
    QTRY_COMPARE(lastState(timeline), DeliveryState::Sent);
    m_server->refuseNext(u"chat.delete"_s, {ErrorCode::NotFound, u"Gone."_s, {}, {}, 0});
    timeline.remove(1);
    QTRY_COMPARE(jane->unsentCount(), 0);
}

void core_session_test::unreadIsCountedAndMarkedRead()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    const Message first = m_server->world.post(m_room, m_olena, u"one"_s);
    m_server->world.post(m_room, m_olena, u"two"_s);
    QTRY_COMPARE(jane->rooms().totalUnread(), 2);
    MessageModel &timeline = *jane->openRoom(m_room);
    QTRY_COMPARE(timeline.firstUnreadId(), first.id);
    timeline.markRead();
    QCOMPARE(jane->rooms().totalUnread(), 0);
    QCOMPARE(timeline.firstUnreadId(), first.id);
    timeline.forgetFirstUnread();
    QVERIFY(!timeline.firstUnreadId().isValid());
    QTRY_COMPARE(m_server->countOf(u"chat.markRead"_s), 1);
    timeline.markRead();
    m_server->world.post(m_room, m_olena, u"three"_s);
    QTRY_COMPARE(jane->rooms().totalUnread(), 1);
    QCOMPARE(m_server->countOf(u"chat.markRead"_s), 1);
}

void core_session_test::unreadOfALongAbsence()
{
    for (int i = 0; i < 120; ++i)
        m_server->world.post(m_room, m_olena, QString::number(i));
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    QTRY_VERIFY(jane->openRoom(m_room)->rowCount() > 0);
    QCOMPARE(jane->rooms().totalUnread(), 120);
    m_server->world.post(m_room, m_olena, u"one more"_s);
    QTRY_COMPARE(jane->rooms().totalUnread(), 121);
}

void core_session_test::olderPagesComeFromCacheThenServer()
{
    for (int i = 0; i < 130; ++i)
        m_server->world.post(m_room, m_olena, QString::number(i));
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel *timeline = jane->openRoom(m_room);
    QAbstractItemModelTester tester(timeline, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(timeline->rowCount(), 50);
    QVERIFY(timeline->canLoadOlder());
    timeline->loadOlder();
    QTRY_COMPARE(timeline->rowCount(), 100);
    timeline->loadOlder();
    QTRY_COMPARE(timeline->rowCount(), 130);
    QVERIFY(!timeline->canLoadOlder());
    QCOMPARE(texts(*timeline).first(), u"0"_s);
    QCOMPARE(texts(*timeline).last(), u"129"_s);
    const int asked = m_server->countOf(u"chat.listMessages"_s);
    jane.close();
    m_server->stop();
    jane.open();
    timeline = jane->openRoom(m_room);
    QCOMPARE(timeline->rowCount(), 50);
    timeline->loadOlder();
    timeline->loadOlder();
    QCOMPARE(timeline->rowCount(), 130);
    QCOMPARE(m_server->countOf(u"chat.listMessages"_s), asked);
}

void core_session_test::newMemberFetchesTheRoom()
{
    const RoomId secret = m_server->world.addRoom(u"secret"_s, Visibility::Private, {m_olena});
    m_server->world.post(secret, m_olena, u"before"_s);
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    QVERIFY(!jane->openRoom(secret));
    m_server->world.addMember(secret, m_jane);
    QTRY_VERIFY(jane->rooms().isJoined(secret) && jane->rooms().rowOf(secret) >= 0);
    MessageModel &timeline = *jane->openRoom(secret);
    QTRY_COMPARE(texts(timeline), QStringList{u"before"_s});
    m_server->world.post(secret, m_olena, u"after"_s);
    QTRY_COMPARE(texts(timeline), (QStringList{u"before"_s, u"after"_s}));
    QTRY_COMPARE(jane->rooms().members(secret).size(), 2);
}

void core_session_test::removedMemberDropsTheRoom()
{
    const RoomId secret = m_server->world.addRoom(u"secret"_s, Visibility::Private, {m_jane, m_olena});
    m_server->world.post(secret, m_olena, u"text"_s);
    m_server->world.post(m_room, m_olena, u"public text"_s);
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(secret);
    QTRY_COMPARE(timeline.rowCount(), 1);
    QSignalSpy gone(&timeline, &MessageModel::roomGone);
    m_server->world.removeMember(secret, m_jane);
    QTRY_COMPARE(gone.size(), 1);
    QCOMPARE(timeline.rowCount(), 0);
    QVERIFY(!jane->rooms().find(secret));
    QVERIFY(m_server->world.rooms.contains(m_room));
    // A public room stays in sight, and what is in it can be read as by any stranger.
    MessageModel &open = *jane->openRoom(m_room);
    m_server->world.removeMember(m_room, m_jane);
    QTRY_VERIFY(!jane->rooms().isJoined(m_room));
    QVERIFY(jane->rooms().rowOf(m_room) >= 0);
    QVERIFY(!open.canWrite());
    QTRY_COMPARE(texts(open), QStringList{u"public text"_s});
}

void core_session_test::resumeBringsWhatWasMissed()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    const Message first = m_server->world.post(m_room, m_olena, u"one"_s);
    MessageModel &timeline = *jane->openRoom(m_room);
    QTRY_COMPARE(timeline.rowCount(), 1);
    const int lists = m_server->countOf(u"chat.listRooms"_s);
    m_server->stop();
    QTRY_COMPARE(jane->linkState(), LinkState::Offline);
    m_server->world.editMessage(m_room, first.id, u"uno"_s);
    m_server->world.post(m_room, m_olena, u"two"_s);
    m_server->listen();
    jane->retryNow();
    QTRY_COMPARE(texts(timeline), (QStringList{u"uno"_s, u"two"_s}));
    VERIFY_ONLINE(jane);
    QCOMPARE(m_server->countOf(u"chat.listRooms"_s), lists);
}

void core_session_test::snapshotReplacesWhatIsGone()
{
    const RoomId other = m_server->world.addRoom(u"other"_s, Visibility::Public, {m_jane});
    const Product gone = m_server->world.addProduct(widget(u"A1"_s));
    const Product kept = m_server->world.addProduct(widget(u"A2"_s));
    const Message deleted = m_server->world.post(m_room, m_olena, u"deleted later"_s);
    m_server->world.post(m_room, m_olena, u"kept"_s);
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    QTRY_COMPARE(timeline.rowCount(), 2);
    m_server->stop();
    QTRY_COMPARE(jane->linkState(), LinkState::Offline);
    QVERIFY(timeline.send(u"mine"_s));
    timeline.setDraft(u"half a thought"_s);
    m_server->world.messages[m_room].remove(deleted.id);
    m_server->world.products.remove(gone.id);
    m_server->world.rooms.remove(other);
    m_server->world.members.remove({other, m_jane});
    Product changed = kept;
    changed.name = u"Changed"_s;
    m_server->world.changeProduct(changed);
    m_server->world.trimLog();
    m_server->listen();
    jane->retryNow();
    QTRY_COMPARE(jane->unsentCount(), 0);
    QCOMPARE(texts(timeline), (QStringList{u"kept"_s, u"mine"_s}));
    QCOMPARE(timeline.draft(), u"half a thought"_s);
    QCOMPARE(jane->products().rowCount(), 1);
    QCOMPARE(jane->products().row(0).product.name, u"Changed"_s);
    QCOMPARE(jane->rooms().rowOf(other), -1);
}

void core_session_test::newEpochWithLowerVersionsWins()
{
    Product product = m_server->world.addProduct(widget(u"A1"_s));
    product.name = u"Newer"_s;
    product = m_server->world.changeProduct(product);
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    QCOMPARE(jane->products().row(0).product.version, 2);
    m_server->stop();
    product.name = u"From the backup"_s;
    product.version = 1;
    m_server->world.products.insert(product.id, product);
    m_server->world.newEpoch();
    m_server->listen();
    jane->retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(jane->products().row(0).product.name, u"From the backup"_s, 40'000);
    VERIFY_ONLINE(jane);
}

void core_session_test::opensOffline()
{
    m_server->world.post(m_room, m_olena, u"hello"_s);
    m_server->world.addProduct(widget(u"A1"_s));
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    QTRY_COMPARE(jane->openRoom(m_room)->rowCount(), 1);
    jane.close();
    m_server->stop();
    jane.open();
    QCOMPARE(jane->rooms().rowCount(), 1);
    QCOMPARE(jane->rooms().index(0).data(RoomListModel::PreviewRole).toString(), u"hello"_s);
    QCOMPARE(jane->products().rowCount(), 1);
    QCOMPARE(jane->people().rowCount(), 2);
    QCOMPARE(texts(*jane->openRoom(m_room)), QStringList{u"hello"_s});
    QCOMPARE(jane->me().displayName, u"Jane"_s);
}

void core_session_test::productsCreateChangeDelete()
{
    Person jane(*m_server, u"jane"_s);
    Person olena(*m_server, u"olena"_s);
    VERIFY_ONLINE(jane);
    VERIFY_ONLINE(olena);
    ProductModel &products = jane->products();
    QAbstractItemModelTester tester(&products, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Result<QString> localId = products.createProduct(widget(u"A1"_s));
    QVERIFY(localId);
    QCOMPARE(products.rowCount(), 1);
    QCOMPARE(products.row(0).state, DeliveryState::Pending);
    QTRY_VERIFY(products.rowCount() == 1 && products.row(0).state == DeliveryState::Sent);
    QTRY_COMPARE(olena->products().rowCount(), 1);
    Product edited = products.row(0).product;
    edited.quantity = Quantity{12'500};
    QVERIFY(products.changeProduct(edited, edited.version));
    QCOMPARE(products.row(0).product.quantity, Quantity{12'500});
    QTRY_COMPARE(olena->products().row(0).product.quantity, Quantity{12'500});
    QTRY_COMPARE(products.row(0).state, DeliveryState::Sent);
    products.deleteProduct(edited.id, products.row(0).product.version);
    QCOMPARE(products.rowCount(), 0);
    QTRY_COMPARE(olena->products().rowCount(), 0);
    const Result<QString> bad = products.createProduct(Product());
    QVERIFY(!bad);
    QCOMPARE(bad.error().field, u"sku"_s);
}

void core_session_test::conflictShowsBothSides()
{
    Product product = m_server->world.addProduct(widget(u"A1"_s));
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    m_server->stop();
    QTRY_COMPARE(jane->linkState(), LinkState::Offline);
    ProductModel &products = jane->products();
    QSignalSpy found(&products, &ProductModel::conflictFound);
    Product mine = products.row(0).product;
    mine.name = u"Mine"_s;
    QVERIFY(products.changeProduct(mine, mine.version));
    product.name = u"Theirs"_s;
    m_server->world.changeProduct(product);
    m_server->listen();
    jane->retryNow();
    QTRY_COMPARE(found.size(), 1);
    const std::optional<ProductConflict> conflict = products.conflict(product.id);
    QVERIFY(conflict);
    QCOMPARE(conflict->mine.name, u"Mine"_s);
    QCOMPARE(conflict->current.name, u"Theirs"_s);
    QVERIFY(products.resolveConflict(product.id, conflict->mine));
    QTRY_COMPARE(jane->unsentCount(), 0);
    QCOMPARE(m_server->world.products.value(product.id).name, u"Mine"_s);
    QVERIFY(!products.row(0).inConflict);
}

void core_session_test::laterChangeGetsTheNewBaseVersion()
{
    m_server->world.addProduct(widget(u"A1"_s));
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    ProductModel &products = jane->products();
    m_server->hold(u"catalog.changeProduct"_s);
    Product edited = products.row(0).product;
    edited.name = u"First"_s;
    QVERIFY(products.changeProduct(edited, edited.version));
    edited.price = 99;
    QVERIFY(products.changeProduct(edited, edited.version));
    edited.unit = u"kg"_s;
    QVERIFY(products.changeProduct(edited, edited.version));
    m_server->release();
    QTRY_COMPARE(jane->unsentCount(), 0);
    const QList<QJsonObject> sent = m_server->paramsOf(u"catalog.changeProduct"_s);
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[0].value("baseVersion"_L1).toInt(), 1);
    QCOMPARE(sent[1].value("baseVersion"_L1).toInt(), 2);
    QCOMPARE(sent[1].value("unit"_L1).toString(), u"kg"_s);
    const Product stored = m_server->world.products.first();
    QCOMPARE(stored.name, u"First"_s);
    QCOMPARE(stored.price, 99);
    QCOMPARE(stored.unit, u"kg"_s);
}

void core_session_test::changeOfAProductOnItsWayWaitsForItsId()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    ProductModel &products = jane->products();
    m_server->hold(u"catalog.createProduct"_s);
    const QString localId = *products.createProduct(widget(u"A1"_s));
    Product edited = products.row(0).product;
    edited.name = u"Renamed"_s;
    QVERIFY(products.changeUnsent(localId, edited));
    QCOMPARE(products.row(products.rowOf(localId)).product.name, u"Renamed"_s);
    m_server->release();
    QTRY_COMPARE(jane->unsentCount(), 0);
    QCOMPARE(m_server->world.products.first().name, u"Renamed"_s);
    QCOMPARE(products.rowCount(), 1);
    QCOMPARE(products.row(0).product.name, u"Renamed"_s);
}

void core_session_test::takenSkuIsMendedAndSent()
{
    m_server->world.addProduct(widget(u"A1"_s));
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    ProductModel &products = jane->products();
    const QString localId = *products.createProduct(widget(u"A1"_s));
    QTRY_COMPARE(products.row(products.rowOf(localId)).state, DeliveryState::Failed);
    QCOMPARE(products.row(products.rowOf(localId)).errorField, u"sku"_s);
    Product mended = products.row(products.rowOf(localId)).product;
    mended.sku = u"A2"_s;
    QVERIFY(products.changeUnsent(localId, mended));
    QTRY_COMPARE(jane->unsentCount(), 0);
    QCOMPARE(products.rowCount(), 2);
    QCOMPARE(m_server->world.products.size(), 2);
}

void core_session_test::expiredTokenIsRefreshed()
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

void core_session_test::lostRefreshIsRepeated()
{
    m_server->accessSeconds = 20;
    m_server->loseNextRefresh = true;
    Person jane(*m_server, u"jane"_s);
    QTRY_VERIFY(m_server->countOf(u"auth/refresh"_s) >= 2);
    VERIFY_ONLINE(jane);
    const QList<QJsonObject> sent = m_server->paramsOf(u"auth/refresh"_s);
    QCOMPARE(sent[0], sent[1]);
}

void core_session_test::endedSessionSignsOut()
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

void core_session_test::closeCodeOfAnEndedSessionSignsOut()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    QSignalSpy out(&*jane, &Session::signedOut);
    m_server->closeAll(4100, u"The password was changed."_s);
    QTRY_COMPARE(out.size(), 1);
    QCOMPARE(out.first().first().value<Error>().message, u"The password was changed."_s);
    QCOMPARE(jane->linkState(), LinkState::SignedOut);
}

void core_session_test::signOutForgetsEverything()
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

void core_session_test::directRoomHasTheOthersName()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    std::optional<Room> opened;
    jane->rooms().openDirect(m_olena, [&](const Result<Room> &room) { opened = *room; });
    QTRY_VERIFY(opened);
    const int row = jane->rooms().rowOf(opened->id);
    QVERIFY(row >= 0);
    QCOMPARE(jane->rooms().index(row).data().toString(), u"Olena"_s);
    QVERIFY(jane->rooms().isJoined(opened->id));
    QVERIFY(jane->openRoom(opened->id)->canWrite());
    bool left = false;
    jane->rooms().leaveRoom(m_room, [&](const Result<> &result) { left = result.has_value(); });
    QTRY_VERIFY(left);
    QVERIFY(!jane->rooms().isJoined(m_room));
    // Offline it is refused in words, and not from inside the call.
    m_server->stop();
    QTRY_COMPARE(jane->linkState(), LinkState::Offline);
    std::optional<Error> error;
    jane->rooms().joinRoom(m_room, [&](const Result<> &result) { error = result.error(); });
    QVERIFY(!error);
    QTRY_VERIFY(error);
    QCOMPARE(error->code, ErrorCode::Unavailable);
    QVERIFY(!error->message.isEmpty());
}

void core_session_test::draftsStay()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    jane->openRoom(m_room)->setDraft(u"to be continued"_s);
    jane.close();
    jane.open();
    QCOMPARE(jane->rooms().index(0).data(RoomListModel::DraftRole).toString(), u"to be continued"_s);
    QVERIFY(jane->openRoom(m_room)->send(u"done"_s));
    QVERIFY(jane->openRoom(m_room)->draft().isEmpty());
}

void core_session_test::boundedWindowPagesBothWays()
{
    constexpr int kMessages = MessageModel::kMaximumRows + 200;
    for (int i = 0; i < kMessages; ++i)
        m_server->world.post(m_room, m_olena, QString::number(i));
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    QAbstractItemModelTester tester(&timeline, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(timeline.rowCount() > 0);
    while (timeline.canLoadOlder()) {
        timeline.loadOlder();
        QTRY_VERIFY(!timeline.isLoading());
    }
    QCOMPARE(timeline.rowCount(), MessageModel::kMaximumRows);
    QCOMPARE(timeline.row(0).message.text, u"0"_s);
    QVERIFY(timeline.canLoadNewer());
    m_server->world.post(m_room, m_olena, u"new"_s);
    QTRY_COMPARE(jane->rooms().index(0).data(RoomListModel::PreviewRole).toString(), u"new"_s);
    QCOMPARE(timeline.rowCount(), MessageModel::kMaximumRows);
    while (timeline.canLoadNewer())
        timeline.loadNewer();
    QCOMPARE(timeline.row(timeline.rowCount() - 1).message.text, u"new"_s);
    QVERIFY(timeline.rowCount() <= MessageModel::kMaximumRows);
    QVERIFY(timeline.canLoadOlder());
}

QTEST_GUILESS_MAIN(core_session_test)
#include "core_session_test.moc"
