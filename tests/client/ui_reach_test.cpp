#include <QListView>
#include <QtTest>

#include "client/Desk.h"
#include "features/chat/RoomPane.h"
#include "features/chat/model/ChatWriter.h"
#include "features/chat/model/MessageModel.h"
#include "features/notify/NotifyPage.h"
#include "features/notify/model/NotificationModel.h"
#include "features/people/model/FriendBook.h"
#include "features/people/model/PeopleModel.h"
#include "support/Places.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// What leads to people and to messages by a click, against the real server.
class UiReachTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<RealServer> m_server;
    std::unique_ptr<Desk> m_anna;
    std::unique_ptr<Desk> m_boris;
    RoomId m_room;

    static UserId person(Desk &desk, const QString &name)
    {
        const auto found = desk.app().session()->people().findByName(name);
        return found ? found->id : UserId();
    }
    static int rowOf(Desk &desk, const QString &text)
    {
        TimelineView &timeline = desk.find<TimelineView>();
        for (int row = 0; row < timeline.rowCount(); ++row) {
            if (timeline.rowData(row).message.text == text)
                return row;
        }
        return -1;
    }
    /// Clicks the first place of a rectangle over which the pointer becomes a hand.
    static bool clickIn(TimelineView &timeline, const QRect &place)
    {
        for (int y = place.top(); y < place.bottom(); y += 3) {
            for (int x = place.left(); x < place.right(); x += 3) {
                const QPointF at(x, y);
                QMouseEvent move(QEvent::MouseMove, at, timeline.viewport()->mapToGlobal(at), Qt::NoButton, {}, {});
                QApplication::sendEvent(timeline.viewport(), &move);
                if (timeline.viewport()->cursor().shape() != Qt::PointingHandCursor)
                    continue;
                QTest::mouseClick(timeline.viewport(), Qt::LeftButton, {}, QPoint(x, y));
                return true;
            }
        }
        return false;
    }
    /// Anna's room with `name`, once it is open.
    bool isWithInFront(const QString &name)
    {
        return m_anna->find<RoomListPane>().currentRoom() == m_anna->roomCalled(name) &&
               m_anna->roomCalled(name).isValid();
    }
    std::unique_ptr<Desk> signUp(const QString &name)
    {
        auto desk = std::make_unique<Desk>(m_server->address());
        desk->enter(name, true);
        return desk;
    }
    NotificationModel &notifications() { return m_anna->app().session()->notifications(); }
    int notificationOf(NotificationKind kind, const QString &actor)
    {
        for (int row = 0; row < notifications().rowCount(); ++row) {
            if (notifications().at(row).kind == kind && notifications().at(row).actorId == person(*m_anna, actor))
                return row;
        }
        return -1;
    }
    /// Opens the notification centre at that of a kind.
    QListView &chooseNotification(NotificationKind kind, const QString &actor)
    {
        m_anna->app().window().showPage(u"notifications"_s);
        auto &list = *m_anna->find<NotifyPage>().findChild<QListView *>();
        list.setCurrentIndex(list.model()->index(notificationOf(kind, actor), 0));
        return list;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        m_anna = signUp(u"anna"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_anna->isOnline(), patienceMs);
        m_boris = signUp(u"boris"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_boris->isOnline(), patienceMs);
        m_room = m_anna->makeRoom(u"Warehouse"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_boris->roomCalled(u"Warehouse"_s).isValid(), patienceMs);
        m_boris->find<RoomListPane>().setCurrentRoom(m_room);
        Desk::click(m_boris->app().window(), u"Join room"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_boris->find<Composer>().isVisible(), patienceMs);
    }

    void aClickOnAPersonLeadsToThem_data()
    {
        QTest::addColumn<QString>("what");
        for (const QString &what : {u"name"_s, u"picture"_s, u"mention"_s})
            QTest::newRow(qPrintable(what)) << what;
    }
    void aClickOnAPersonLeadsToThem()
    {
        QFETCH(QString, what);
        const auto clara = signUp(u"clara-"_s + what);
        QTRY_VERIFY_WITH_TIMEOUT(clara->isOnline() && clara->roomCalled(u"Warehouse"_s).isValid(), patienceMs);
        const QString name = u"clara-"_s + what;
        QTRY_VERIFY_WITH_TIMEOUT(person(*m_boris, name).isValid() && person(*m_anna, name).isValid(), patienceMs);
        m_anna->app().window().showPage(u"chat"_s);
        m_anna->find<RoomListPane>().setCurrentRoom(m_room);
        const bool isMention = what == "mention"_L1;
        const QString text = isMention ? u"Hello @"_s + name : u"Hello from "_s + name;
        if (isMention) {
            m_boris->say(text);
        } else {
            clara->find<RoomListPane>().setCurrentRoom(m_room);
            Desk::click(clara->app().window(), u"Join room"_s);
            QTRY_VERIFY_WITH_TIMEOUT(clara->find<Composer>().isVisible(), patienceMs);
            clara->say(text);
        }
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(*m_anna, text) >= 0, patienceMs);
        TimelineView &timeline = m_anna->find<TimelineView>();
        QTRY_VERIFY(!timeline.bubbleRect(rowOf(*m_anna, text)).isEmpty());
        const QRect bubble = timeline.bubbleRect(rowOf(*m_anna, text));
        const QRect beside(0, bubble.top(), bubble.left(), bubble.height());
        const QRect nameLine(bubble.left(), bubble.top(), bubble.width(), bubble.height() / 2);
        const QRect words(bubble.left(), bubble.center().y(), bubble.width(), bubble.height() / 2);
        QVERIFY(clickIn(timeline, what == "name"_L1 ? nameLine : isMention ? words : beside));
        QTRY_VERIFY_WITH_TIMEOUT(isWithInFront(name), patienceMs);
        QVERIFY(m_anna->find<RoomListPane>().currentRoom() != m_room);
    }

    void aRequestIsAnsweredInTheCentre_data()
    {
        QTest::addColumn<QString>("button");
        QTest::newRow("agree") << u"Agree"_s;
        QTest::newRow("decline") << u"Decline"_s;
    }
    void aRequestIsAnsweredInTheCentre()
    {
        QFETCH(QString, button);
        const QString name = u"dora-"_s + button.toLower();
        const auto dora = signUp(name);
        QTRY_VERIFY_WITH_TIMEOUT(dora->isOnline() && person(*dora, u"anna"_s).isValid(), patienceMs);
        FriendBook &hers = dora->app().session()->friends();
        const UserId anna = person(*dora, u"anna"_s);
        hers.ask(anna, [](const Result<> &) {});
        QTRY_VERIFY_WITH_TIMEOUT(notificationOf(NotificationKind::FriendRequest, name) >= 0, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(hers.stateOf(anna) == FriendState::Invited, patienceMs);
        m_anna->app().window().resize(1280, 800); // In a smaller one the list is all that is seen of them.
        chooseNotification(NotificationKind::FriendRequest, name);
        Desk::click(m_anna->find<NotifyPage>(), button);
        const std::optional<FriendState> wanted =
            button == "Agree"_L1 ? std::optional(FriendState::Friend) : std::nullopt;
        QTRY_VERIFY_WITH_TIMEOUT(hers.stateOf(anna) == wanted, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_anna->app().session()->friends().stateOf(person(*m_anna, name)) == wanted,
                                 patienceMs);
    }

    void aNotificationLeadsToItsMessage()
    {
        m_anna->makeRoom(u"Elsewhere"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_anna->roomCalled(u"Elsewhere"_s), m_anna->find<RoomListPane>().currentRoom(),
                                  patienceMs);
        m_boris->find<RoomListPane>().setCurrentRoom(m_room);
        m_boris->say(u"@anna this is it"_s);
        // Far enough below that it is out of sight at the end of the room.
        ChatWriter &writer = m_boris->app().session()->chatWriter();
        for (int line = 0; line < 60; ++line)
            QVERIFY(writer.send(m_room, u"line %1\nof several\nlines"_s.arg(line)));
        const RoomListModel &rooms = m_anna->app().session()->rooms();
        const auto unread = [&] {
            return rooms.index(rooms.rowOf(m_room), 0).data(RoomListModel::UnreadCountRole).toInt();
        };
        QTRY_VERIFY_WITH_TIMEOUT(unread() >= 61, patienceMs);
        // All of it is read elsewhere: what is unread is not what one is led to.
        m_anna->app().session()->chatWriter().markAllRead(m_room);
        QTRY_VERIFY_WITH_TIMEOUT(notificationOf(NotificationKind::Mention, u"boris"_s) >= 0, patienceMs);
        QTest::keyClick(&chooseNotification(NotificationKind::Mention, u"boris"_s), Qt::Key_Return);
        QCOMPARE(m_anna->app().window().currentPage()->pageId(), u"chat"_s);
        QCOMPARE(m_anna->find<RoomPane>().room(), m_room);
        TimelineView &timeline = m_anna->find<TimelineView>();
        const auto isInSight = [&] {
            const int row = rowOf(*m_anna, u"@anna this is it"_s);
            return row >= timeline.firstVisibleRow() && row <= timeline.lastVisibleRow();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isInSight(), patienceMs);
        QVERIFY(!timeline.isAtBottom());
    }
};

QTEST_MAIN(UiReachTest)
#include "ui_reach_test.moc"
