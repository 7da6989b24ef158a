#include "features/notify/model/NotificationModel.h"
#include "features/people/model/AccountBook.h"
#include "features/people/model/FriendBook.h"
#include "features/people/model/PeopleModel.h"
#include "net/PresenceBook.h"
#include "support/LiveClient.h"
#include "support/Places.h"

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

constexpr int kPatienceMs = 30'000;

/// Waits for the answer that `ask` is given a way to hand out; null when none came.
template <typename T = void, typename Ask> std::optional<Result<T>> answerTo(Ask ask)
{
    auto answer = std::make_shared<std::optional<Result<T>>>(); // The answer may come after one has stopped waiting.
    ask([answer](const Result<T> &result) { *answer = result; });
    (void)QTest::qWaitFor([&] { return answer->has_value(); }, kPatienceMs);
    return *answer;
}

RoomId directRoom(LiveClient &from, UserId to)
{
    const auto room = answerTo<Room>([&](auto done) { from->rooms().openDirect(to, done); });
    return room && *room ? (*room)->id : RoomId{};
}

} // namespace

/// Notifications, friends and the account of two people at real clients of a real server.
class SocialE2eTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
    }

    void whatIsReadOnOneDeviceIsReadOnAll()
    {
        LiveClient anna(*m_server, u"anna"_s);
        LiveClient bohdan(*m_server, u"bohdan"_s);
        const auto phone = LiveClient::secondDevice(*m_server, u"bohdan"_s);
        QTRY_VERIFY_WITH_TIMEOUT(anna.isSettled() && bohdan.isSettled() && phone->isSettled(), kPatienceMs);
        QSignalSpy told(&bohdan->notifications(), &NotificationModel::posted);
        const RoomId room = directRoom(anna, bohdan->me().id);
        QTRY_VERIFY_WITH_TIMEOUT(anna->rooms().rowOf(room) >= 0, kPatienceMs);
        for (int i = 1; i <= 3; ++i)
            QVERIFY(anna->openRoom(room)->send(u"Line %1"_s.arg(i)));
        QTRY_VERIFY_WITH_TIMEOUT(bohdan->notifications().rowCount() == 1 && bohdan->notifications().at(0).count == 3,
                                 kPatienceMs);
        QCOMPARE(told.count(), 3);
        QTRY_COMPARE_WITH_TIMEOUT((*phone)->notifications().unreadCount(), 1, kPatienceMs);
        (*phone)->notifications().setRead((*phone)->notifications().at(0).id, true);
        QCOMPARE((*phone)->notifications().unreadCount(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(bohdan->notifications().unreadCount(), 0, kPatienceMs);
        // Reading the room reads what called there.
        QVERIFY(anna->openRoom(room)->send(u"Line 4"_s));
        QTRY_COMPARE_WITH_TIMEOUT((*phone)->notifications().unreadCount(), 1, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(bohdan->openRoom(room)->rowCount(), 4, kPatienceMs);
        bohdan->openRoom(room)->markRead();
        QTRY_COMPARE_WITH_TIMEOUT((*phone)->notifications().unreadCount(), 0, kPatienceMs);
    }

    void whatHappenedWhileAwayIsThereButNotTold()
    {
        LiveClient anna(*m_server, u"anna"_s);
        LiveClient bohdan(*m_server, u"bohdan"_s);
        QTRY_VERIFY_WITH_TIMEOUT(anna.isSettled() && bohdan.isSettled(), kPatienceMs);
        const RoomId room = directRoom(anna, bohdan->me().id);
        bohdan.close();
        QTRY_VERIFY_WITH_TIMEOUT(anna->rooms().rowOf(room) >= 0, kPatienceMs);
        QVERIFY(anna->openRoom(room)->send(u"Are you there?"_s));
        QTRY_VERIFY_WITH_TIMEOUT(anna.isSettled(), kPatienceMs);
        bohdan.open();
        QSignalSpy told(&bohdan->notifications(), &NotificationModel::posted);
        QTRY_COMPARE_WITH_TIMEOUT(bohdan->notifications().unreadCount(), 1, kPatienceMs);
        QCOMPARE(told.count(), 0);
    }

    void friendsAskAndAgree()
    {
        LiveClient anna(*m_server, u"anna"_s);
        LiveClient bohdan(*m_server, u"bohdan"_s);
        QTRY_VERIFY_WITH_TIMEOUT(anna.isSettled() && bohdan.isSettled(), kPatienceMs);
        const UserId annaId = anna->me().id;
        const UserId bohdanId = bohdan->me().id;
        QVERIFY(*answerTo([&](auto done) { anna->friends().ask(bohdanId, done); }));
        QCOMPARE(anna->friends().stateOf(bohdanId), FriendState::Invited);
        QTRY_VERIFY_WITH_TIMEOUT(bohdan->friends().stateOf(annaId) == FriendState::Asked, kPatienceMs);
        QVERIFY(*answerTo([&](auto done) { bohdan->friends().ask(annaId, done); }));
        QTRY_VERIFY_WITH_TIMEOUT(anna->friends().stateOf(bohdanId) == FriendState::Friend, kPatienceMs);
        // It is known at once after a restart, and ends for both.
        anna.close();
        anna.open();
        QCOMPARE(anna->friends().stateOf(bohdanId), FriendState::Friend);
        QTRY_VERIFY_WITH_TIMEOUT(anna.isSettled(), kPatienceMs);
        QVERIFY(*answerTo([&](auto done) { anna->friends().end(bohdanId, done); }));
        QTRY_VERIFY_WITH_TIMEOUT(!anna->friends().stateOf(bohdanId) && !bohdan->friends().stateOf(annaId), kPatienceMs);
    }

    void aNewPasswordKeepsThisDeviceAndEndsTheOthers()
    {
        LiveClient anna(*m_server, u"anna"_s);
        const auto phone = LiveClient::secondDevice(*m_server, u"anna"_s);
        QTRY_VERIFY_WITH_TIMEOUT(anna.isSettled() && phone->isSettled(), kPatienceMs);
        QSignalSpy annaOut(&*anna, &Session::signedOut);
        QSignalSpy phoneOut(&**phone, &Session::signedOut);
        const auto wrong =
            answerTo([&](auto done) { anna->account().changePassword(u"not it at all"_s, u"another one"_s, done); });
        QVERIFY(wrong && !*wrong);
        QCOMPARE(wrong->error().field, u"currentPassword"_s);
        QVERIFY(*answerTo(
            [&](auto done) { anna->account().changePassword(u"correct horse battery"_s, u"another one"_s, done); }));
        QTRY_COMPARE_WITH_TIMEOUT(phoneOut.count(), 1, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(anna.isSettled(), kPatienceMs);
        QCOMPARE(annaOut.count(), 0);
        const auto devices = answerTo<QList<DeviceSession>>([&](auto done) { anna->account().listDevices(done); });
        QVERIFY(devices && *devices);
        QCOMPARE((*devices)->size(), 1);
        QVERIFY((*devices)->first().current);
        // The new tokens are kept for the next start.
        anna.close();
        anna.open();
        QTRY_VERIFY_WITH_TIMEOUT(anna.isSettled(), kPatienceMs);
    }

    void anotherDeviceIsSignedOutFromHere()
    {
        LiveClient anna(*m_server, u"anna"_s);
        const auto phone = LiveClient::secondDevice(*m_server, u"anna"_s);
        QTRY_VERIFY_WITH_TIMEOUT(anna.isSettled() && phone->isSettled(), kPatienceMs);
        QSignalSpy phoneOut(&**phone, &Session::signedOut);
        const auto devices = answerTo<QList<DeviceSession>>([&](auto done) { anna->account().listDevices(done); });
        QCOMPARE((*devices)->size(), 2);
        for (const DeviceSession &device : **devices) {
            if (!device.current)
                QVERIFY(*answerTo([&](auto done) { anna->account().endDevice(device.id, done); }));
        }
        QTRY_COMPARE_WITH_TIMEOUT(phoneOut.count(), 1, kPatienceMs);
    }

    void whatOneSaysIsSeenByOthers()
    {
        LiveClient anna(*m_server, u"anna"_s);
        LiveClient bohdan(*m_server, u"bohdan"_s);
        QTRY_VERIFY_WITH_TIMEOUT(anna->account().account().has_value() && bohdan.isSettled(), kPatienceMs);
        ChangeMe change;
        change.statusText = u"At the warehouse"_s;
        change.doNotDisturb = true;
        QVERIFY(*answerTo([&](auto done) { anna->account().change(change, done); }));
        const UserId id = anna->me().id;
        QTRY_COMPARE_WITH_TIMEOUT(bohdan->people().find(id)->statusText, u"At the warehouse"_s, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(bohdan->presence().find(id) &&
                                     bohdan->presence().find(id)->availability == Availability::DoNotDisturb,
                                 kPatienceMs);
    }

private:
    std::unique_ptr<RealServer> m_server;
};

QTEST_GUILESS_MAIN(SocialE2eTest)
#include "social_test.moc"
