#include "cache/Cache.h"
#include "features/notify/model/NotificationModel.h"
#include "net/ApiClient.h"
#include "net/EventBus.h"
#include "net/LinkStatus.h"
#include "net/Socket.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

Notification notice(qint64 id, qint64 at)
{
    Notification notification;
    notification.id = NotificationId{id};
    notification.actorId = UserId{2};
    notification.roomId = RoomId{3};
    notification.messageId = MessageId{id};
    notification.text = u"Line %1"_s.arg(id);
    notification.createdAt = notification.updatedAt = at;
    return notification;
}

/// One client's notifications without a server; what the server would say is published by hand.
struct Desk
{
    explicit Desk(const QString &folder)
        : profile(folder),
          cache(folder + u"/cache.db"_s),
          socket(*ServerAddress::parse(u"http://127.0.0.1:9"_s), profile, clock),
          api(socket, clock),
          outbox(cache.database(), cache.outbox(), api, clock),
          model(cache, bus, api, outbox, link, clock)
    {
    }

    template <Event E> void tell(const typename E::Data &data)
    {
        ServerFrame frame;
        frame.type = QString::fromLatin1(E::event.type);
        frame.body = *parseObject(toJson(data));
        bus.publish(frame);
    }
    QList<qint64> ids() const
    {
        QList<qint64> all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.at(row).id.value);
        return all;
    }

    SystemClock clock;
    Profile profile;
    Cache cache;
    EventBus bus;
    LinkStatus link;
    Socket socket;
    ApiClient api;
    Outbox outbox;
    NotificationModel model;
};

} // namespace

class CoreNotifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHappenedLastStandsFirst()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        const qint64 now = desk.clock.nowMs();
        desk.tell<NotificationPosted>(notice(1, now - 3000));
        desk.tell<NotificationPosted>(notice(2, now - 2000));
        QCOMPARE(desk.ids(), (QList<qint64>{2, 1}));
        Notification again = notice(1, now);
        again.version = 2;
        again.count = 2;
        desk.tell<NotificationPosted>(again);
        QCOMPARE(desk.ids(), (QList<qint64>{1, 2}));
        QCOMPARE(desk.model.at(0).count, 2);
        QCOMPARE(desk.model.unreadCount(), 2);
        desk.tell<NotificationPosted>(notice(1, now)); // Of before.
        QCOMPARE(desk.model.at(0).count, 2);
    }

    void onlyWhatHappensNowIsTold()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        QSignalSpy posted(&desk.model, &NotificationModel::posted);
        desk.tell<NotificationPosted>(notice(1, desk.clock.nowMs()));
        QCOMPARE(posted.count(), 0); // Missed while away.
        desk.link.set(LinkState::Online);
        desk.tell<NotificationPosted>(notice(2, desk.clock.nowMs()));
        QCOMPARE(posted.count(), 1);
    }

    void readingShowsAtOnceAndSurvivesARestart()
    {
        QTemporaryDir folder;
        {
            Desk desk(folder.path());
            QSignalSpy settled(&desk.model, &NotificationModel::settled);
            for (qint64 id = 1; id <= 3; ++id)
                desk.tell<NotificationPosted>(notice(id, desk.clock.nowMs()));
            desk.model.setRead(NotificationId{1}, true);
            QCOMPARE(desk.model.unreadCount(), 2);
            QCOMPARE(settled.count(), 1);
            desk.model.remove(NotificationId{2});
            QCOMPARE(desk.model.rowCount(), 2);
            QCOMPARE(desk.outbox.items().size(), 2);
        }
        Desk desk(folder.path());
        QCOMPARE(desk.model.rowCount(), 2);
        QCOMPARE(desk.model.unreadCount(), 1);
        // The server's word takes the wish's place.
        Notification unread = notice(1, desk.clock.nowMs());
        unread.version = 5;
        desk.tell<NotificationChanged>(unread);
        QCOMPARE(desk.model.unreadCount(), 2);
    }

    void allAreReadHereAndElsewhere()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        for (qint64 id = 1; id <= 3; ++id)
            desk.tell<NotificationPosted>(notice(id, desk.clock.nowMs()));
        desk.tell<AllNotificationsRead>({NotificationId{2}, 7, 9});
        QCOMPARE(desk.model.unreadCount(), 1);
        // They have its version now: what was said of them before comes too late.
        Notification older = notice(1, desk.clock.nowMs());
        older.version = 8;
        desk.tell<NotificationChanged>(older);
        QCOMPARE(desk.model.unreadCount(), 1);
        desk.model.readAll();
        QCOMPARE(desk.model.unreadCount(), 0);
        QCOMPARE(desk.outbox.items().last().params.value("throughId"_L1).toInteger(), 3);
    }

    void readingAllDoesNotMeanWhatChangedSince()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        desk.tell<NotificationPosted>(notice(1, desk.clock.nowMs()));
        desk.model.readAll();
        const OutboxItem item = desk.outbox.items().first();
        desk.tell<AllNotificationsRead>({NotificationId{1}, 7, 9});
        QCOMPARE(desk.model.unreadCount(), 0);
        Notification again = notice(1, desk.clock.nowMs());
        again.version = 12;
        desk.tell<NotificationChanged>(again);
        QCOMPARE(desk.model.unreadCount(), 1);
        // The reply, asked for once more after the connection was lost.
        desk.model.acknowledged(item, *parseObject(toJson(NotificationsRead{NotificationId{1}, 7, 9})));
        QCOMPARE(desk.model.unreadCount(), 1);
        // A page, or a log from which a text was taken out, is ahead of the event.
        Notification ahead = notice(2, desk.clock.nowMs());
        ahead.version = 20;
        desk.tell<NotificationPosted>(ahead);
        desk.tell<AllNotificationsRead>({NotificationId{2}, 7, 15});
        QCOMPARE(desk.model.unreadCount(), 1);
        QVERIFY(!desk.model.isRead(desk.model.rowOf(NotificationId{2})));
        // What comes then is not taken for old.
        ahead.version = 21;
        ahead.readAt = 8;
        desk.tell<NotificationChanged>(ahead);
        QCOMPARE(desk.model.unreadCount(), 0);
    }

    void whatWasRemovedStaysAwayWhileThatIsUnderWay()
    {
        QTemporaryDir folder;
        {
            Desk desk(folder.path());
            desk.tell<NotificationPosted>(notice(1, desk.clock.nowMs()));
            desk.model.remove(NotificationId{1});
        }
        Desk desk(folder.path());
        Notification again = notice(1, desk.clock.nowMs());
        again.version = 2;
        desk.tell<NotificationPosted>(again);
        QCOMPARE(desk.model.rowCount(), 0);
    }

    void whatTheServerNoLongerHasGoes()
    {
        QTemporaryDir folder;
        Desk desk(folder.path());
        desk.tell<NotificationPosted>(notice(1, desk.clock.nowMs()));
        Notification erased = notice(1, desk.clock.nowMs());
        erased.version = 2;
        erased.deletedAt = 5;
        desk.tell<NotificationChanged>(erased);
        QCOMPARE(desk.model.rowCount(), 0);
        desk.tell<NotificationPosted>(notice(2, desk.clock.nowMs()));
        desk.model.setRead(NotificationId{2}, true);
        (void)desk.model.refused(desk.outbox.items().first(), {ErrorCode::NotFound, {}, {}, {}, 0});
        QCOMPARE(desk.model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(CoreNotifyTest)
#include "core_notify_test.moc"
