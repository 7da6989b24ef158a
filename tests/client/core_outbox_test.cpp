#include "features/chat/model/ChatWriter.h"
#include "features/chat/model/MessageModel.h"
#include "support/Person.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

class core_outbox_test : public QObject
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

    void offlineWritesSurviveARestartAndLeaveOnce();
    void lostReplyDoesNotDoubleTheMessage();
    void refusedMessageIsParkedAndBlocksNothing();
    void passingRefusalKeepsTheOrder();
    void longestMessagesFitIntoAFrame();
    void editOfAnUnsentMessageFoldsIntoIt();
    void editOfAMessageOnItsWayFollowsIt();
    void refusedEditGoesWithTheMessage();
    void refusedMessageIsMendedAndSent();
    void refusedMessageCanBeDiscarded();
    void unsentStaysWhenOneIsPutOut();
    void unsentToALostRoomIsKeptAndTold();
    void deletionEndsAsTheServerHasIt();

private:
    std::unique_ptr<FakeServer> m_server;
    UserId m_jane;
    UserId m_olena;
    RoomId m_room;
};

void core_outbox_test::offlineWritesSurviveARestartAndLeaveOnce()
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

void core_outbox_test::lostReplyDoesNotDoubleTheMessage()
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

void core_outbox_test::refusedMessageIsParkedAndBlocksNothing()
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
    QCOMPARE(timeline.row(1).error.message, u"You are muted."_s);
    QCOMPARE(jane->unsentCount(), 1);
    jane.close();
    jane.open();
    MessageModel &again = *jane->openRoom(m_room);
    QCOMPARE(lastState(again), DeliveryState::Failed);
    again.retry(again.rowCount() - 1);
    QTRY_COMPARE(jane->unsentCount(), 0);
    QCOMPARE(texts(again), (QStringList{u"yes"_s, u"no"_s}));
}

void core_outbox_test::longestMessagesFitIntoAFrame()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    // 16,000 characters of four bytes are a message; written as JSON they must still fit into a frame.
    QVERIFY(timeline.send(QString::fromUcs4(U"\U0001F600").repeated(16'000)));
    QTRY_COMPARE(jane->unsentCount(), 0);
    QVERIFY(timeline.send(QString(16'000, QChar(1))));
    QTRY_COMPARE(jane->unsentCount(), 0);
    QCOMPARE(timeline.rowCount(), 2);
}

void core_outbox_test::passingRefusalKeepsTheOrder()
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

void core_outbox_test::editOfAnUnsentMessageFoldsIntoIt()
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

void core_outbox_test::editOfAMessageOnItsWayFollowsIt()
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

void core_outbox_test::refusedEditGoesWithTheMessage()
{
    const Message message = m_server->world.post(m_room, m_jane, u"mine"_s);
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    QTRY_COMPARE(timeline.rowCount(), 1);
    m_server->refuseNext(u"chat.edit"_s, {ErrorCode::Forbidden, u"Too late."_s, {}, {}, 0});
    QVERIFY(timeline.edit(0, u"other"_s));
    QTRY_COMPARE(timeline.row(0).state, DeliveryState::Failed);
    QCOMPARE(texts(timeline), QStringList{u"mine"_s});
    m_server->world.deleteMessage(m_room, message.id);
    QTRY_COMPARE(jane->unsentCount(), 0);
    QCOMPARE(timeline.row(0).state, DeliveryState::Sent);
}

void core_outbox_test::refusedMessageIsMendedAndSent()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    m_server->refuseNext(u"chat.send"_s, {ErrorCode::Forbidden, u"No such words."_s, {}, {}, 0});
    QVERIFY(timeline.send(u"rude"_s));
    QTRY_COMPARE(lastState(timeline), DeliveryState::Failed);
    QVERIFY(timeline.send(u"behind it"_s));
    QTRY_COMPARE(jane->unsentCount(), 1);
    QVERIFY(timeline.edit(1, u"polite"_s));
    QTRY_COMPARE(jane->unsentCount(), 0);
    QCOMPARE(texts(timeline), (QStringList{u"behind it"_s, u"polite"_s}));
    QCOMPARE(m_server->world.messages.value(m_room).last().text, u"polite"_s);
}

void core_outbox_test::refusedMessageCanBeDiscarded()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    m_server->refuseNext(u"chat.send"_s, {ErrorCode::Forbidden, u"No."_s, {}, {}, 0});
    QVERIFY(timeline.send(u"no"_s));
    QTRY_COMPARE(lastState(timeline), DeliveryState::Failed);
    timeline.discard(0);
    QCOMPARE(timeline.rowCount(), 0);
    QCOMPARE(jane->unsentCount(), 0);
    jane.close();
    jane.open();
    QCOMPARE(jane->unsentCount(), 0);
    QVERIFY(m_server->world.messages.value(m_room).isEmpty());
}

// Somebody is put out of a public room while writing offline: the words are refused and shown, not thrown away.
void core_outbox_test::unsentStaysWhenOneIsPutOut()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    m_server->stop();
    QTRY_COMPARE(jane->linkState(), LinkState::Offline);
    QVERIFY(jane->openRoom(m_room)->send(u"my long thoughts"_s));
    m_server->world.removeMember(m_room, m_jane);
    m_server->refuseNext(u"chat.send"_s, {ErrorCode::Forbidden, u"Join the room to write in it."_s, {}, {}, 0});
    m_server->listen();
    jane->retryNow();
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    QTRY_COMPARE(timeline.rowCount(), 1);
    QTRY_COMPARE(lastState(timeline), DeliveryState::Failed);
    QCOMPARE(timeline.row(0).error.message, u"Join the room to write in it."_s);
    QCOMPARE(timeline.row(0).message.text, u"my long thoughts"_s);
}

// Nothing can show a message to a room that is out of sight, so its author is told and may copy it.
void core_outbox_test::unsentToALostRoomIsKeptAndTold()
{
    const RoomId secret = m_server->world.addRoom(u"secret"_s, Visibility::Private, {m_jane});
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    m_server->stop();
    QTRY_COMPARE(jane->linkState(), LinkState::Offline);
    QVERIFY(jane->openRoom(secret)->send(u"first thought"_s));
    QVERIFY(jane->openRoom(secret)->send(u"second thought"_s));
    QVERIFY(jane->openRoom(m_room)->send(u"for all"_s));
    m_server->world.removeMember(secret, m_jane);
    m_server->refuseNext(u"chat.send"_s, {ErrorCode::NotFound, u"There is no such room."_s, {}, {}, 0});
    m_server->refuseNext(u"chat.send"_s, {ErrorCode::NotFound, u"There is no such room."_s, {}, {}, 0});
    QSignalSpy stranded(&jane->chatWriter(), &ChatWriter::stranded);
    m_server->listen();
    jane->retryNow();
    VERIFY_ONLINE(jane);
    QTRY_COMPARE(jane->unsentCount(), 2);
    QTRY_COMPARE(stranded.size(), 2);
    QCOMPARE(jane->chatWriter().strandedTexts(), (QStringList{u"first thought"_s, u"second thought"_s}));
    jane.close();
    jane.open();
    jane->chatWriter().discardStranded(1);
    QCOMPARE(jane->chatWriter().strandedTexts(), QStringList{u"second thought"_s});
}

// The client shows its deletion before the server's event comes, with a time of its own; in the end the server's
// stands.
void core_outbox_test::deletionEndsAsTheServerHasIt()
{
    const Message message = m_server->world.post(m_room, m_jane, u"mine"_s);
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    QTRY_COMPARE(timeline.rowCount(), 1);
    timeline.remove(0);
    QTRY_COMPARE(jane->unsentCount(), 0);
    QVERIFY(timeline.row(0).message.deletedAt);
    QTRY_COMPARE(timeline.row(0).message.deletedAt, m_server->world.messages.value(m_room).value(message.id).deletedAt);
    QCOMPARE(timeline.row(0).message.version, 2);
}

QTEST_GUILESS_MAIN(core_outbox_test)
#include "core_outbox_test.moc"
