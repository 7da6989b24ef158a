#include <QLineEdit>
#include <QListView>
#include <QtTest>

#include "client/ChatWindow.h"
#include "client/Typing.h"
#include "features/chat/RoomListView.h"
#include "features/chat/RoomSwitcher.h"
#include "features/chat/SearchPane.h"
#include "features/chat/model/MarkWriter.h"
#include "features/chat/model/RoomListModel.h"
#include "ui/EmptyState.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// The keys that lead to a room, wherever one is.
class UiSwitcherTest : public QObject
{
    Q_OBJECT

    static void press(Shown &shown, Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        QTest::keyClick(&shown.app->window(), key, modifiers);
    }
    static RoomSwitcher *switcher(Shown &shown)
    {
        for (RoomSwitcher *dialog : shown.app->window().findChildren<RoomSwitcher *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    static QLineEdit *field(RoomSwitcher *dialog) { return dialog->findChild<QLineEdit *>(); }
    static QString page(Shown &shown) { return shown.app->window().currentPage()->pageId(); }
    static RoomId current(Shown &shown) { return shown.find<RoomListPane>().currentRoom(); }
    static QLineEdit *listField(Shown &shown) { return shown.find<RoomListPane>().findChild<QLineEdit *>(); }
    static RoomId roomAt(Shown &shown, int row)
    {
        return RoomId{shown.find<RoomListView>().model()->index(row, 0).data(RoomListModel::IdRole).toLongLong()};
    }
    static int rowOf(Shown &shown, RoomId room)
    {
        const int rows = shown.find<RoomListView>().model()->rowCount();
        for (int row = 0; row < rows; ++row) {
            if (roomAt(shown, row) == room)
                return row;
        }
        return -1;
    }
    static void everyPage()
    {
        QTest::addColumn<QString>("from");
        for (const QString &from : {u"chat"_s, u"catalog"_s, u"notifications"_s, u"settings"_s})
            QTest::newRow(qPrintable(from)) << from;
    }

private Q_SLOTS:
    void aFewLettersLeadToARoom_data() { everyPage(); }
    void aFewLettersLeadToARoom()
    {
        QFETCH(QString, from);
        Shown shown;
        shown.open(SampleAccount::stock);
        shown.app->window().showPage(from);
        press(shown, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(switcher(shown));
        QCOMPARE(page(shown), from); // Until one has chosen.
        typeText(field(switcher(shown)), u"ЗАКУП"_s);
        QTest::keyClick(field(switcher(shown)), Qt::Key_Return);
        QCOMPARE(page(shown), u"chat"_s);
        QCOMPARE(current(shown), SampleAccount::purchases);
        QTRY_COMPARE(QApplication::focusWidget(), &shown.field());
        QCOMPARE(shown.find<RoomListView>().model()->rowCount(), 6);
    }

    void accountNamesLeadToPeople()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        press(shown, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(switcher(shown));
        typeText(field(switcher(shown)), u"olena"_s); // She is shown as Олена.
        QCOMPARE(switcher(shown)->findChild<QListView *>()->model()->rowCount(), 1);
        QTest::keyClick(field(switcher(shown)), Qt::Key_Return);
        QCOMPARE(current(shown), RoomId{4});
        typeText(listField(shown), u"taras"_s);
        QCOMPARE(shown.find<RoomListView>().model()->rowCount(), 1);
        QCOMPARE(roomAt(shown, 0), RoomId{5});
    }

    /// With whom one has not talked yet, too: the talk is begun then.
    void peopleAreFoundBeforeScatteredLetters()
    {
        Shown shown(Role::Member, [](SampleAccount &sample) {
            Cache cache(sample.profile().cacheFile(sample.account()));
            User amara;
            amara.id = UserId{77};
            amara.name = u"amara.o"_s;
            amara.displayName = u"Amara Okafor"_s;
            cache.entities().merge({u"user"_s, amara.id.value}, amara);
            Room scattered;
            scattered.id = RoomId{50};
            scattered.name = u"A memory of a rare afternoon"_s;
            scattered.visibility = Visibility::Public;
            cache.entities().merge({u"room"_s, scattered.id.value}, scattered);
        });
        press(shown, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(switcher(shown));
        const QAbstractItemModel &found = *switcher(shown)->findChild<QListView *>()->model();
        QCOMPARE(found.rowCount(), shown.app->session()->rooms().rowCount()); // Nobody, until one types.
        typeText(field(switcher(shown)), u"amara"_s);
        QCOMPARE(found.rowCount(), 2);
        QCOMPARE(found.index(0, 0).data(Qt::DisplayRole).toString(), u"Amara Okafor"_s);
        QVERIFY(found.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"@amara.o"_s));
        QCOMPARE(switcher(shown)->chosenPerson(), UserId{77});
        QVERIFY(!switcher(shown)->chosen().isValid());
        // What is chosen stays so while rooms come and go, for which all is found anew.
        QTest::keyClick(field(switcher(shown)), Qt::Key_Down);
        QCOMPARE(switcher(shown)->chosen(), RoomId{50});
        auto *matches = qobject_cast<RoomMatches *>(switcher(shown)->findChild<QListView *>()->model());
        matches->setText(u"amara"_s);
        QCOMPARE(switcher(shown)->chosen(), RoomId{50});
        typeText(field(switcher(shown)), u"x"_s);
        QCOMPARE(found.rowCount(), 0);
        // Oneself, and with whom one talks already, are not there twice.
        field(switcher(shown))->setText(u"olena"_s);
        QCOMPARE(found.rowCount(), 1);
        QVERIFY(switcher(shown)->chosen().isValid());
    }

    /// What is no room's name may have been said.
    void whatNoRoomIsCalledIsLookedForInMessages()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        auto &pane = shown.find<RoomListPane>();
        auto *nothing = pane.findChild<EmptyState *>();
        typeText(listField(shown), u"qqqq"_s);
        QVERIFY(nothing->isVisible() && !shown.find<RoomListView>().isVisible());
        QTest::keyClick(listField(shown), Qt::Key_Return);
        QVERIFY(!nothing->isVisible() && shown.find<RoomListView>().isVisible());
        auto &search = shown.find<SearchPane>();
        QVERIFY(search.isVisible() && !search.room().isValid());
        QCOMPARE(search.findChild<QLineEdit *>()->text(), u"qqqq"_s);
    }

    void whatIsNotFoundIsSaid()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        press(shown, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(switcher(shown));
        auto *nothing = switcher(shown)->findChild<EmptyState *>();
        auto *list = switcher(shown)->findChild<QListView *>();
        QVERIFY(!nothing->isVisible() && list->isVisible());
        const QSize size = switcher(shown)->size();
        typeText(field(switcher(shown)), u"qqqq"_s);
        QVERIFY(nothing->isVisible() && !list->isVisible());
        QTest::keyClick(field(switcher(shown)), Qt::Key_Down);
        QTest::keyClick(field(switcher(shown)), Qt::Key_Return);
        QVERIFY(switcher(shown) && switcher(shown)->size() == size);
        field(switcher(shown))->clear();
        QVERIFY(!nothing->isVisible() && list->isVisible());
    }

    void whoThinksBetterOfItStays()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        shown.app->window().showPage(u"catalog"_s);
        press(shown, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(switcher(shown));
        QTest::keyClick(switcher(shown), Qt::Key_Escape);
        QCOMPARE(page(shown), u"catalog"_s);
        QCOMPARE(current(shown), SampleAccount::stock);
    }

    void theEmptyFieldOffersTheNewestFirst()
    {
        Shown shown;
        press(shown, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(switcher(shown));
        const QAbstractItemModel &offered = *switcher(shown)->findChild<QListView *>()->model();
        QCOMPARE(offered.rowCount(), 6);
        qint64 before = std::numeric_limits<qint64>::max();
        for (int row = 0; row < 5; ++row) {
            QVERIFY(offered.index(row, 0).data(RoomListModel::JoinedRole).toBool());
            const qint64 time = offered.index(row, 0).data(RoomListModel::LastTimeRole).toLongLong();
            QVERIFY(time <= before);
            before = time;
        }
        QVERIFY(!offered.index(5, 0).data(RoomListModel::JoinedRole).toBool());
        QTest::keyClick(field(switcher(shown)), Qt::Key_Down);
        const RoomId second{offered.index(1, 0).data(RoomListModel::IdRole).toLongLong()};
        QTest::keyClick(field(switcher(shown)), Qt::Key_Return);
        QCOMPARE(current(shown), second);
    }

    void theRoomThatIsOpenGetsTheFocus()
    {
        Shown shown;
        shown.open(SampleAccount::purchases);
        shown.find<RoomListView>().setFocus();
        press(shown, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(switcher(shown));
        typeText(field(switcher(shown)), u"закуп"_s);
        QTest::keyClick(field(switcher(shown)), Qt::Key_Return);
        QVERIFY(!switcher(shown));
        QTRY_COMPARE(QApplication::focusWidget(), &shown.field());
        QCOMPARE(current(shown), SampleAccount::purchases);
    }

    void theListIsWholeAgainAfterAChoice_data()
    {
        QTest::addColumn<RoomId>("open");
        QTest::newRow("another room") << SampleAccount::stock;
        QTest::newRow("the open room") << SampleAccount::purchases;
    }
    void theListIsWholeAgainAfterAChoice()
    {
        QFETCH(RoomId, open);
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        shown.open(open);
        for (const bool byMouse : {false, true}) {
            listField(shown)->setFocus();
            typeText(listField(shown), u"закуп"_s);
            QCOMPARE(shown.find<RoomListView>().model()->rowCount(), 1);
            if (byMouse) {
                auto &list = shown.find<RoomListView>();
                const QRect row = list.visualRect(list.model()->index(0, 0));
                QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, QPoint(row.center().x(), row.bottom() - 10));
            } else {
                QTest::keyClick(listField(shown), Qt::Key_Return);
            }
            QCOMPARE(current(shown), SampleAccount::purchases);
            QTRY_COMPARE(shown.find<RoomListView>().model()->rowCount(), 6);
            QCOMPARE(QApplication::focusWidget(), &shown.field());
            shown.open(open);
        }
    }

    void theOpenRoomStandsOutAgainWhenTheListIsWhole()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        shown.open(SampleAccount::stock);
        listField(shown)->setFocus();
        typeText(listField(shown), u"закуп"_s);
        QVERIFY(!current(shown).isValid());
        QTest::keyClick(listField(shown), Qt::Key_Escape);
        QCOMPARE(current(shown), SampleAccount::stock);
        QCOMPARE(QApplication::focusWidget(), listField(shown));
    }

    void altArrowsWalkFromEveryPage_data() { everyPage(); }
    void altArrowsWalkFromEveryPage()
    {
        QFETCH(QString, from);
        Shown shown;
        shown.open(roomAt(shown, 1));
        const RoomId above = roomAt(shown, 0);
        const RoomId below = roomAt(shown, 2);
        shown.app->window().showPage(from);
        press(shown, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(page(shown), u"chat"_s);
        QCOMPARE(current(shown), above);
        press(shown, Qt::Key_Down, Qt::AltModifier);
        shown.app->window().showPage(from);
        press(shown, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(page(shown), u"chat"_s);
        QCOMPARE(current(shown), below);
    }

    void withShiftTheyLeadToWhatIsUnread_data() { everyPage(); }
    void withShiftTheyLeadToWhatIsUnread()
    {
        QFETCH(QString, from);
        Shown shown;
        QVERIFY(shown.app->session()->markWriter().changeMembership({SampleAccount::purchases, {}, {}, {}, true, {}}));
        QList<RoomId> unread;
        const QAbstractItemModel &rooms = *shown.find<RoomListView>().model();
        for (int row = 0; row < rooms.rowCount(); ++row) {
            if (rooms.index(row, 0).data(RoomListModel::UnreadCountRole).toInt() > 0)
                unread.append(roomAt(shown, row));
        }
        // Rooms without news stand before and behind.
        QVERIFY(!unread.isEmpty() && rowOf(shown, unread.first()) > 0);
        QVERIFY(rowOf(shown, unread.last()) < rooms.rowCount() - 2);
        shown.app->window().showPage(from);
        press(shown, Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(page(shown), u"chat"_s);
        QCOMPARE(current(shown), unread.first());
        shown.open(roomAt(shown, rooms.rowCount() - 1));
        shown.app->window().showPage(from);
        press(shown, Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(page(shown), u"chat"_s);
        QCOMPARE(current(shown), unread.last());
    }

    void messagesAreSearchedFromEveryPage_data() { everyPage(); }
    void messagesAreSearchedFromEveryPage()
    {
        QFETCH(QString, from);
        Shown shown;
        shown.open(SampleAccount::stock);
        shown.app->window().showPage(from);
        press(shown, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(page(shown), u"chat"_s);
        QVERIFY(shown.find<SearchPane>().isVisible());
        QVERIFY(!shown.find<SearchPane>().room().isValid());
        QCOMPARE(QApplication::focusWidget(), shown.find<SearchPane>().findChild<QLineEdit *>());
    }
};

QTEST_MAIN(UiSwitcherTest)
#include "ui_switcher_test.moc"
