#include <QLineEdit>
#include <QListView>
#include <QSplitter>
#include <QtTest>

#include "client/ChatWindow.h"
#include "features/chat/ChatPage.h"
#include "features/chat/DetailsPane.h"
#include "features/chat/RoomPane.h"
#include "features/chat/SearchPane.h"
#include "features/notify/NotificationCard.h"
#include "ui/Button.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

IconButton *buttonNamed(QWidget &inside, const QString &name)
{
    for (IconButton *button : inside.findChildren<IconButton *>()) {
        if (button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

} // namespace

/// Windows that have no room for everything that others show side by side.
class UiNarrowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNarrowWindowShowsOnePane()
    {
        Shown shown;
        auto &window = shown.app->window();
        auto &rooms = shown.find<RoomListPane>();
        auto &room = shown.find<RoomPane>();
        shown.open(SampleAccount::stock);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(rooms.isVisible() && room.isVisible());
        window.resize(window.minimumSize());
        QTRY_VERIFY(!rooms.isVisible() && room.isVisible());
        IconButton *const back = buttonNamed(room, u"Back to the rooms"_s);
        QVERIFY(back && back->isVisible());
        QTest::mouseClick(back, Qt::LeftButton);
        QVERIFY(rooms.isVisible() && !room.isVisible());
        // The room that is still chosen opens by a click, another one too; keys go back.
        auto *list = rooms.findChild<QListView *>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->currentIndex()).center());
        QTRY_VERIFY(!rooms.isVisible() && room.isVisible());
        QTest::keyClick(&shown.field(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(rooms.isVisible() && !room.isVisible());
        shown.open(SampleAccount::purchases);
        QVERIFY(!rooms.isVisible() && room.isVisible());
        window.resize(1280, 800);
        QTRY_VERIFY(rooms.isVisible() && room.isVisible());
        QVERIFY(!back->isVisible());
    }

    void theListIsAsWideAgainAsBefore()
    {
        Shown shown;
        auto &window = shown.app->window();
        auto &rooms = shown.find<RoomListPane>();
        window.resize(1400, 800);
        shown.open(SampleAccount::stock);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto *splitter = shown.find<ChatPage>().findChild<QSplitter *>();
        splitter->setSizes({600, 640});
        Q_EMIT splitter->splitterMoved(600, 1); // As by the mouse.
        for (int width = 1400; width >= window.minimumWidth(); width -= 100) {
            window.resize(width, 800);
            QCoreApplication::processEvents();
        }
        window.resize(1400, 800);
        QTRY_COMPARE(rooms.width(), 600);
    }

    /// Notifications do, too, and one comes back to them.
    void narrowNotificationsShowOnePane()
    {
        Shown shown;
        auto &window = shown.app->window();
        window.showPage(u"notifications"_s);
        window.resize(1280, 800);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto &card = shown.find<NotificationCard>();
        QListView &list = *window.currentPage()->findChild<QListView *>();
        QVERIFY(list.isVisible() && card.isVisible());
        window.resize(window.minimumSize());
        QTRY_VERIFY(list.isVisible() && !card.isVisible());
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(0, 0)).center());
        QTRY_VERIFY(!list.isVisible() && card.isVisible());
        QVERIFY(&card == QApplication::focusWidget() || card.isAncestorOf(QApplication::focusWidget()));
        IconButton *const back = buttonNamed(card, u"Back to the notifications"_s);
        QVERIFY(back && back->isVisible());
        QTest::mouseClick(back, Qt::LeftButton);
        QVERIFY(list.isVisible() && !card.isVisible());
        QVERIFY(list.hasFocus());
        // With the keyboard: what leads to no room is shown, so that it can be answered.
        for (int row = 0; row < list.model()->rowCount(); ++row) {
            const QModelIndex request = list.model()->index(row, 0);
            if (request.data(Qt::AccessibleTextRole).toString().contains(u"wants to be your friend"_s))
                list.setCurrentIndex(request);
        }
        QTest::keyClick(&list, Qt::Key_Return);
        QVERIFY(!list.isVisible() && card.isVisible());
        QTest::mouseClick(back, Qt::LeftButton);
        window.resize(1280, 800);
        QTRY_VERIFY(list.isVisible() && card.isVisible());
        QVERIFY(!back->isVisible());
    }

    void aSearchInANarrowWindowHasAllOfIt()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        shown.app->window().resize(shown.app->window().minimumSize());
        auto &timeline = shown.timeline();
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        QTRY_VERIFY(!shown.find<RoomListPane>().isVisible());
        QTest::keyClick(&shown.field(), Qt::Key_F, Qt::ControlModifier);
        auto &search = shown.find<SearchPane>();
        QTRY_VERIFY(search.isVisible() && !timeline.isVisible());
        QTest::keyClick(search.findChild<QLineEdit *>(), Qt::Key_Escape);
        QTRY_VERIFY(!search.isVisible() && timeline.isVisible());
    }

    /// Whoever is led somewhere sees where they are.
    void whatCoversARoomGivesWayToWhoIsLedThere()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        shown.app->window().resize(1000, 700);
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        auto &page = shown.find<ChatPage>();
        auto &timeline = shown.timeline();
        QTRY_VERIFY(timeline.isVisible() && page.isReading(SampleAccount::stock));
        QTest::keyClick(&shown.field(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!timeline.isVisible());
        QVERIFY(!page.isReading(SampleAccount::stock));
        page.openRoom(SampleAccount::stock); // It is the open one already.
        QVERIFY(timeline.isVisible() && page.isReading(SampleAccount::stock));
        QTest::keyClick(&shown.field(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!timeline.isVisible());
        shown.open(SampleAccount::purchases);
        QVERIFY(timeline.isVisible());
    }

    void detailsOfNoRoomAreNotShown()
    {
        Shown shown;
        auto &window = shown.app->window();
        window.resize(window.minimumSize());
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(shown.find<RoomListPane>().isVisible());
        QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(shown.find<RoomListPane>().isVisible() && !shown.find<DetailsPane>().isVisible());
    }

    void largeTextMakesAWindowNarrow()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        shown.app->window().resize(1100, 700);
        QVERIFY(shown.find<RoomListPane>().isVisible());
        shown.app->theme().setTextSize(200);
        QTRY_VERIFY(!shown.find<RoomListPane>().isVisible());
        QVERIFY(shown.field().isVisible());
        shown.app->theme().setTextSize(100);
    }
};

QTEST_MAIN(UiNarrowTest)
#include "ui_narrow_test.moc"
