#include "features/chat/model/MessageModel.h"
#include "features/chat/model/RoomListModel.h"
#include "support/Person.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

class core_chat_test : public QObject
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

    void messageAppearsAtOnceAndIsAcknowledged();
    void otherDeviceSeesTheMessage();
    void editAndDeleteShowAtOnce();
    void unreadIsCountedAndMarkedRead();
    void unreadOfALongAbsence();
    void unreadBeyondTheWindowIsNotChased();
    void olderPagesComeFromCacheThenServer();
    void boundedWindowPagesBothWays();
    void whatWasAskedLastIsShown();
    void whatIsMissedLeavesThePlace();
    void whatNobodyLooksAtIsAskedForNoMore();
    void newMemberFetchesTheRoom();
    void removedMemberDropsTheRoom();
    void directRoomHasTheOthersName();
    void draftsStay();

private:
    void postLines(int from, int to)
    {
        for (int i = from; i < to; ++i)
            m_server->world.post(m_room, m_olena, u"line %1"_s.arg(i));
    }

    std::unique_ptr<FakeServer> m_server;
    UserId m_jane;
    UserId m_olena;
    RoomId m_room;
};

void core_chat_test::messageAppearsAtOnceAndIsAcknowledged()
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

void core_chat_test::otherDeviceSeesTheMessage()
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

void core_chat_test::editAndDeleteShowAtOnce()
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

void core_chat_test::unreadIsCountedAndMarkedRead()
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

void core_chat_test::unreadOfALongAbsence()
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

void core_chat_test::unreadBeyondTheWindowIsNotChased()
{
    for (int i = 0; i < MessageModel::kMaximumRows + 300; ++i)
        m_server->world.post(m_room, m_olena, QString::number(i));
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    // As the view does, which goes to the first unread message and then asks for what lies above.
    connect(&timeline, &MessageModel::firstUnreadChanged, &timeline, &MessageModel::loadOlder, Qt::QueuedConnection);
    QTRY_VERIFY(timeline.firstUnreadId().isValid());
    timeline.loadOlder();
    QTRY_VERIFY(timeline.canLoadNewer());
    const MessageId line = timeline.firstUnreadId();
    const MessageId oldest = timeline.row(0).message.id;
    QVERIFY(line.isValid());
    timeline.loadOlder();
    QTRY_VERIFY(timeline.row(0).message.id < oldest);
    QCOMPARE(timeline.firstUnreadId(), line);
}

void core_chat_test::olderPagesComeFromCacheThenServer()
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

void core_chat_test::boundedWindowPagesBothWays()
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

void core_chat_test::whatWasAskedLastIsShown()
{
    postLines(0, 300);
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    QTRY_VERIFY(!texts(timeline).isEmpty() && texts(timeline).last() == u"line 299"_s);
    const MessageId newest = timeline.row(timeline.rowCount() - 1).message.id;
    QSignalSpy ready(&timeline, &MessageModel::placeReady);
    m_server->hold(u"chat.listMessages"_s);
    timeline.openAround(MessageId{newest.value - 250});
    timeline.openAround(newest);
    QCOMPARE(ready.count(), 1);
    const int asked = m_server->countOf(u"chat.listMessages"_s);
    m_server->release();
    QTRY_VERIFY(m_server->countOf(u"chat.listMessages"_s) > asked); // The second half of the place.
    QTRY_VERIFY(!timeline.isLoading());
    QCOMPARE(texts(timeline).last(), u"line 299"_s);
    QVERIFY(timeline.send(u"later"_s));
    QTRY_COMPARE(lastState(timeline), DeliveryState::Sent);
    QTRY_VERIFY(!timeline.isLoading());
    QCOMPARE(texts(timeline).last(), u"later"_s);
    QCOMPARE(ready.count(), 1);
}

void core_chat_test::whatIsMissedLeavesThePlace()
{
    postLines(0, 300);
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    QTRY_VERIFY(!texts(timeline).isEmpty() && texts(timeline).last() == u"line 299"_s);
    QSignalSpy before(&timeline, &MessageModel::reloading);
    QSignalSpy after(&timeline, &MessageModel::reloaded);
    // The server has forgotten what was missed: a snapshot tells it.
    jane->unplug();
    postLines(300, 500);
    m_server->world.trimLog();
    jane->retryNow();
    VERIFY_ONLINE(jane);
    QTRY_COMPARE(texts(timeline).last(), u"line 499"_s);
    QVERIFY(before.count() > 0);
    QCOMPARE(after.count(), before.count());
}

/// Two may look at a room: its page, and a preview of one of its messages.
void core_chat_test::whatNobodyLooksAtIsAskedForNoMore()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    int lists = 0; // Asked for after a gap.
    const auto losesTouch = [&] {
        const int before = m_server->countOf(u"chat.listMembers"_s);
        jane->unplug();
        postLines(0, 3);
        m_server->world.trimLog();
        jane->retryNow();
        VERIFY_ONLINE(jane);
        lists = m_server->countOf(u"chat.listMembers"_s) - before;
    };
    QVERIFY(jane->openRoom(m_room));
    auto preview = jane->makeMessages(m_room);
    QVERIFY(preview);
    losesTouch();
    QCOMPARE(lists, 1);
    jane->closeRoom(m_room);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    losesTouch();
    QCOMPARE(lists, 1);
    preview.reset();
    losesTouch();
    QCOMPARE(lists, 0);
}

void core_chat_test::newMemberFetchesTheRoom()
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

void core_chat_test::removedMemberDropsTheRoom()
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

void core_chat_test::directRoomHasTheOthersName()
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

void core_chat_test::draftsStay()
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

QTEST_GUILESS_MAIN(core_chat_test)
#include "core_chat_test.moc"
