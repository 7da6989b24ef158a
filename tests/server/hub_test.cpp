#include "net/Hub.h"

#include <QTest>

using namespace rialto;

namespace {

/// Counts what it hears, and may be told to do something when it does.
class Listener final : public Subscriber
{
public:
    void deliver(const QByteArray &) override
    {
        ++heard;
        if (onHearing)
            onHearing();
    }

    void deliverIfQuick(const QByteArray &frame) override
    {
        if (isQuick)
            deliver(frame);
    }

    int heard = 0;
    bool isQuick = true;
    std::function<void()> onHearing;
};

const UserId kJane{1};
const UserId kOmar{2};
const QByteArray kRoom = "room:3";

LoggedEvent eventAt(qint64 seq, const QByteArray &topic = kRoom)
{
    return {seq, topic, "{}"};
}

} // namespace

class HubTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsNotLiveYetIsSubscribedAllTheSame()
    {
        Hub hub(0);
        Listener jane;
        hub.add(&jane, kJane, {});
        hub.apply({kJane, kRoom, true, 0});
        QVERIFY(hub.topicsOf(&jane).contains(kRoom));
        hub.publish(eventAt(1));
        QCOMPARE(jane.heard, 0); // The log will tell.
        hub.setLive(&jane);
        hub.publish(eventAt(2));
        QCOMPARE(jane.heard, 1);
    }

    void whoLeavesBeforeGoingLiveHearsNothing()
    {
        Hub hub(0);
        Listener jane;
        hub.add(&jane, kJane, {{kRoom, 0}});
        hub.apply({kJane, kRoom, false, 0});
        QVERIFY(!hub.topicsOf(&jane).contains(kRoom));
        hub.setLive(&jane);
        hub.publish(eventAt(1));
        QCOMPARE(jane.heard, 0);
    }

    void aChangeIsOfAllDevicesOfOnePersonAndOfNobodyElse()
    {
        Hub hub(0);
        Listener phone;
        Listener desk;
        Listener omar;
        hub.add(&phone, kJane, {});
        hub.add(&desk, kJane, {});
        hub.add(&omar, kOmar, {});
        for (Listener *listener : {&phone, &desk, &omar})
            hub.setLive(listener);
        hub.apply({kJane, kRoom, true, 0});
        hub.publish(eventAt(1));
        hub.publish(eventAt(2, "catalog"));
        hub.apply({kJane, kRoom, false, 2});
        hub.publish(eventAt(3));
        QCOMPARE(phone.heard, 1);
        QCOMPARE(desk.heard, 1);
        QCOMPARE(omar.heard, 0);
        QCOMPARE(hub.head(), 3);
    }

    void whatIsNotInTheLogReachesWhoIsLiveAndQuick()
    {
        Hub hub(7);
        Listener reading;
        Listener slow;
        Listener quick;
        for (Listener *listener : {&reading, &slow, &quick})
            hub.add(listener, kJane, {{kRoom, 0}});
        hub.setLive(&slow);
        hub.setLive(&quick);
        slow.isQuick = false;
        hub.broadcast(kRoom, "{}");
        QCOMPARE(reading.heard, 0); // The log will not tell it either.
        QCOMPARE(slow.heard, 0);
        QCOMPARE(quick.heard, 1);
        QCOMPARE(hub.head(), 7);
        QVERIFY(hub.hears(&reading, kRoom));
        QVERIFY(!hub.hears(&reading, "catalog"));
    }

    void whoIsCutOffWhileHearingHurtsNobody()
    {
        Hub hub(0);
        Listener slow;
        Listener other;
        for (Listener *listener : {&slow, &other}) {
            hub.add(listener, kJane, {{kRoom, 0}});
            hub.setLive(listener);
        }
        slow.onHearing = [&] { hub.remove(&slow); };
        hub.publish(eventAt(1));
        hub.publish(eventAt(2));
        QCOMPARE(slow.heard, 1);
        QCOMPARE(other.heard, 2);
        hub.remove(&slow); // A second time changes nothing.
    }
};

QTEST_GUILESS_MAIN(HubTest)
#include "hub_test.moc"
