#include <QClipboard>
#include <QtTest>

#include "client/ChatWindow.h"
#include "client/Menus.h"
#include "features/chat/ChatPage.h"
#include "features/chat/RoomFilter.h"
#include "features/chat/RoomHeader.h"
#include "features/chat/RoomListView.h"
#include "features/chat/model/RoomListModel.h"
#include "features/people/PersonCard.h"
#include "ui/Button.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// What can be done with a room, on its row and behind the button of its header.
class UiRoomMenuTest : public QObject
{
    Q_OBJECT

    static constexpr RoomId showcase{2}; ///< Where something is unread.
    static constexpr RoomId withOlena{4};

    static QModelIndex row(Shown &shown, RoomId room)
    {
        const QAbstractItemModel &rooms = *shown.find<RoomListView>().model();
        return rooms.match(rooms.index(0, 0), RoomListModel::IdRole, room.value, 1, Qt::MatchExactly).value(0);
    }
    static RoomSection section(Shown &shown, RoomId room)
    {
        return RoomSection(row(shown, room).data(RoomFilter::SectionRole).toInt());
    }
    static QPoint placeOf(Shown &shown, RoomId room)
    {
        const QRect rect = shown.find<RoomListView>().visualRect(row(shown, room));
        return {rect.center().x(), rect.bottom() - 10};
    }
    /// As the window gets it from the desktop.
    static void rightClick(Shown &shown, RoomId room)
    {
        QWidget *const list = shown.find<RoomListView>().viewport();
        QTest::mouseClick(shown.app->window().windowHandle(), Qt::RightButton, {},
                          list->mapTo(&shown.app->window(), placeOf(shown, room)));
    }
    static void pressMenuKey(Shown &shown)
    {
        auto &list = shown.find<RoomListView>();
        const QPoint at = list.inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, at, list.viewport()->mapToGlobal(at));
        QApplication::sendEvent(&list, &event);
    }
    static void clickHeader(Shown &shown)
    {
        for (IconButton *button : shown.find<RoomHeader>().findChildren<IconButton *>()) {
            if (button->accessibleName() == u"Room menu"_s)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL("The header has no menu");
    }
    static void choose(Shown &shown, RoomId room, const QStringList &path)
    {
        inMenu(path);
        rightClick(shown, room);
    }

private Q_SLOTS:
    void theRowOffersWhatTheHeaderOffers_data()
    {
        QTest::addColumn<RoomId>("room");
        QTest::newRow("room") << SampleAccount::stock;
        QTest::newRow("private room") << SampleAccount::purchases;
        QTest::newRow("conversation") << withOlena;
        QTest::newRow("from outside") << SampleAccount::outside;
    }
    void theRowOffersWhatTheHeaderOffers()
    {
        QFETCH(RoomId, room);
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        shown.open(room);
        const QStringList behindTheHeader = entriesOf([&] { clickHeader(shown); });
        QCOMPARE(entriesOf([&] { rightClick(shown, room); }), behindTheHeader);
    }

    void whatAppliesIsOffered()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        shown.open(SampleAccount::purchases);
        const QStringList room = entriesOf([&] { rightClick(shown, showcase); });
        QCOMPARE(room, QStringList({u"Mark as read"_s, u"Pin to the top"_s, u"Mute"_s, u"Notifications"_s,
                                    u"Move to the archive"_s, u"Members and settings…"_s, u"Copy link"_s, u"Export…"_s,
                                    u"Leave room…"_s}));
        const QStringList direct = entriesOf([&] { rightClick(shown, withOlena); });
        QCOMPARE(direct, QStringList({u"Pin to the top"_s, u"Mute"_s, u"Notifications"_s, u"Move to the archive"_s,
                                      u"Export…"_s, u"Show profile…"_s, u"Only the two of you read this"_s}));
        const QStringList outside = entriesOf([&] { rightClick(shown, SampleAccount::outside); });
        QCOMPARE(outside, QStringList({u"Members and settings…"_s, u"Copy link"_s, u"Join room"_s}));
        // Nothing was opened by it.
        QCOMPARE(shown.find<RoomListPane>().currentRoom(), SampleAccount::purchases);
    }

    void aRoomIsPinnedAndUnpinned()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        choose(shown, showcase, {u"Pin to the top"_s});
        QCOMPARE(section(shown, showcase), RoomSection::Pinned);
        QCOMPARE(row(shown, showcase).row(), 0);
        choose(shown, showcase, {u"Unpin from the top"_s});
        QCOMPARE(section(shown, showcase), RoomSection::Rooms);
    }

    void aMutedRoomIsNotCounted()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        const int before = shown.find<ChatPage>().badgeCount();
        const int here = row(shown, showcase).data(RoomListModel::UnreadCountRole).toInt();
        const int calls = row(shown, showcase).data(RoomListModel::MentionCountRole).toInt();
        QVERIFY(here > calls);
        choose(shown, showcase, {u"Mute"_s});
        QVERIFY(row(shown, showcase).data(RoomListModel::MutedRole).toBool());
        QCOMPARE(shown.find<ChatPage>().badgeCount(), before - here + calls);
        choose(shown, showcase, {u"Unmute"_s});
        QVERIFY(!row(shown, showcase).data(RoomListModel::MutedRole).toBool());
        QCOMPARE(shown.find<ChatPage>().badgeCount(), before);
    }

    void theLevelIsChosen()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        QCOMPARE(row(shown, showcase).data(RoomListModel::NotifyLevelRole).toInt(), int(NotifyLevel::All));
        choose(shown, showcase, {u"Notifications"_s, u"Only mentions and answers"_s});
        QCOMPARE(row(shown, showcase).data(RoomListModel::NotifyLevelRole).toInt(), int(NotifyLevel::Mentions));
        shown.open(showcase);
        inMenu({u"Notifications"_s, u"Nothing"_s});
        clickHeader(shown);
        QCOMPARE(row(shown, showcase).data(RoomListModel::NotifyLevelRole).toInt(), int(NotifyLevel::None));
    }

    void theArchiveIsTheLastSection()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        choose(shown, withOlena, {u"Move to the archive"_s});
        QCOMPARE(section(shown, withOlena), RoomSection::Archived);
        const QAbstractItemModel &rooms = *shown.find<RoomListView>().model();
        QCOMPARE(row(shown, withOlena).row(), rooms.rowCount() - 1);
        choose(shown, withOlena, {u"Take out of the archive"_s});
        QCOMPARE(section(shown, withOlena), RoomSection::Direct);
    }

    void aRoomIsReadWithoutBeingOpened()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        shown.open(SampleAccount::purchases);
        const int before = shown.find<ChatPage>().badgeCount();
        const int here = row(shown, showcase).data(RoomListModel::UnreadCountRole).toInt();
        choose(shown, showcase, {u"Mark as read"_s});
        QCOMPARE(row(shown, showcase).data(RoomListModel::UnreadCountRole).toInt(), 0);
        QCOMPARE(shown.find<ChatPage>().badgeCount(), before - here);
        QCOMPARE(shown.find<RoomListPane>().currentRoom(), SampleAccount::purchases);
    }

    void theLinkLeadsToTheRoom()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        choose(shown, SampleAccount::stock, {u"Copy link"_s});
        QCOMPARE(QGuiApplication::clipboard()->text(), u"rialto://127.0.0.1:9/rooms/1"_s);
        shown.open(SampleAccount::purchases);
        Q_EMIT shown.timeline().linkClicked(QUrl(QGuiApplication::clipboard()->text()));
        QCOMPARE(shown.find<RoomListPane>().currentRoom(), SampleAccount::stock);
    }

    void theOtherOneIsShown()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        choose(shown, withOlena, {u"Show profile…"_s});
        QTRY_VERIFY(shown.app->window().findChild<PersonCard *>());
        QCOMPARE(shown.find<PersonCard>().windowTitle(), u"Олена Коваленко"_s);
    }

    void theMenuKeyOpensTheMenuOfTheRow()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        shown.open(showcase);
        shown.find<RoomListView>().setFocus();
        inMenu({u"Pin to the top"_s});
        pressMenuKey(shown);
        QCOMPARE(section(shown, showcase), RoomSection::Pinned);
    }
};

QTEST_MAIN(UiRoomMenuTest)
#include "ui_room_menu_test.moc"
