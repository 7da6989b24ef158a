#include "features/catalog/model/ProductModel.h"
#include "features/chat/model/MessageModel.h"
#include "features/chat/model/RoomListModel.h"
#include "features/people/model/PeopleModel.h"
#include "support/Person.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

class core_sync_test : public QObject
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

    void resumeBringsWhatWasMissed();
    void snapshotReplacesWhatIsGone();
    void newEpochWithLowerVersionsWins();
    void opensOffline();
    void lossInTheMiddleOfTheListsStartsThemAgain();
    void anotherVersionIsSaidAndNotTriedForEver_data();
    void anotherVersionIsSaidAndNotTriedForEver();

private:
    std::unique_ptr<FakeServer> m_server;
    UserId m_jane;
    UserId m_olena;
    RoomId m_room;
};

void core_sync_test::resumeBringsWhatWasMissed()
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

void core_sync_test::snapshotReplacesWhatIsGone()
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

void core_sync_test::newEpochWithLowerVersionsWins()
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

void core_sync_test::lossInTheMiddleOfTheListsStartsThemAgain()
{
    m_server->world.addProduct(widget(u"A1"_s));
    m_server->hold(u"catalog.listProducts"_s);
    Person jane(*m_server, u"jane"_s);
    QTRY_COMPARE(jane->rooms().rowCount(), 1);
    QCOMPARE(jane->linkState(), LinkState::Syncing);
    jane->unplug();
    QCOMPARE(jane->linkState(), LinkState::Offline);
    QVERIFY(jane->linkError().contains(u"lost"_s));
    m_server->release();
    jane.close();
    jane.open();
    VERIFY_ONLINE(jane);
    QCOMPARE(jane->products().rowCount(), 1);
    // Known by its place in the log now: nothing is listed again.
    const int lists = m_server->countOf(u"catalog.listProducts"_s);
    jane->unplug();
    jane->retryNow();
    VERIFY_ONLINE(jane);
    QCOMPARE(m_server->countOf(u"catalog.listProducts"_s), lists);
}

void core_sync_test::anotherVersionIsSaidAndNotTriedForEver_data()
{
    QTest::addColumn<bool>("refused");
    QTest::newRow("the server refuses") << true;
    QTest::newRow("the client sees it") << false;
}

void core_sync_test::anotherVersionIsSaidAndNotTriedForEver()
{
    QFETCH(bool, refused);
    m_server->protocol = kProtocolVersion + 1;
    m_server->checksProtocol = refused;
    Person jane(*m_server, u"jane"_s);
    QTRY_VERIFY(jane->linkError().contains(u"bring both to the same version"_s));
    QCOMPARE(jane->linkState(), LinkState::Offline);
    QCOMPARE(jane->retryAtMs(), 0);
    QCOMPARE(m_server->countOf(u"session.start"_s), 1);
    QCOMPARE(m_server->paramsOf(u"session.start"_s).first().value(u"protocol"_s).toInt(), kProtocolVersion);
    QTRY_COMPARE(m_server->connectionCount(), 0);
    QVERIFY(jane->serverVersion().isEmpty());
    // Who has updated the server asks for an attempt.
    m_server->protocol = kProtocolVersion;
    jane->retryNow();
    VERIFY_ONLINE(jane);
    QVERIFY(jane->linkError().isEmpty());
    QCOMPARE(jane->serverVersion(), u"7.8.9"_s);
}

void core_sync_test::opensOffline()
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

QTEST_GUILESS_MAIN(core_sync_test)
#include "core_sync_test.moc"
