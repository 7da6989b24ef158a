#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QtTest>

#include "client/Desk.h"
#include "client/Steps.h"
#include "features/chat/MemberDelegate.h"
#include "features/chat/NewRoomDialog.h"
#include "features/chat/RoomDetailsDialog.h"
#include "features/chat/RoomHeader.h"
#include "features/chat/model/ChatWriter.h"
#include "features/people/PersonDialog.h"
#include "features/people/model/PeopleModel.h"
#include "support/LiveClient.h"
#include "support/Places.h"
#include "ui/Button.h"
#include "ui/Confirm.h"
#include "ui/ElidedLabel.h"
#include "ui/Toast.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// Two people share a room, by clicks, against the real server.
class UiRoomsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<RealServer> m_server;
    std::unique_ptr<Desk> m_anna;
    std::unique_ptr<Desk> m_boris;

    static void clickIcon(QWidget &inside, const QString &name)
    {
        for (IconButton *button : inside.findChildren<IconButton *>()) {
            if (button->isVisible() && button->accessibleName() == name)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL(qPrintable(name));
    }
    static void openRoomMenu(Desk &desk) { clickIcon(desk.find<RoomHeader>(), u"Room menu"_s); }
    /// By the menu of new rooms.
    RoomId makeRoom(const QString &name, bool isPrivate)
    {
        meanwhile({inMenuOf(u"New room…"_s), inDialogOf<NewRoomDialog>([&](NewRoomDialog &dialog) {
                       m_anna->type(dialog, u"Name"_s, name);
                       if (isPrivate)
                           QTest::keyClick(dialog.findChild<QCheckBox *>(), Qt::Key_Space);
                       Desk::click(dialog, u"Create room"_s);
                   })});
        clickIcon(m_anna->find<RoomListPane>(), u"New room or message"_s);
        const auto isOpen = [&] { return m_anna->find<RoomListPane>().currentRoom() == m_anna->roomCalled(name); };
        return QTest::qWaitFor(isOpen, patienceMs) ? m_anna->roomCalled(name) : RoomId();
    }
    void addBoris(RoomId room)
    {
        meanwhile({inMenuOf(u"Add people…"_s), inDialogOf<PersonDialog>([&](PersonDialog &dialog) {
                       QTest::keyClicks(dialog.findChild<QLineEdit *>(), u"bor"_s);
                       Desk::click(dialog, u"Add"_s);
                   })});
        openRoomMenu(*m_anna);
        QTRY_VERIFY_WITH_TIMEOUT(m_boris->app().session()->rooms().isJoined(room), patienceMs);
    }
    static QListWidgetItem *member(RoomDetailsDialog &dialog, const QString &words)
    {
        const auto *list = dialog.findChild<QListWidget *>();
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->text().startsWith(words))
                return list->item(row);
        }
        return nullptr;
    }
    /// Opens the menu of a member with the keyboard, once the list says so of them.
    static Step menuOf(const QString &words)
    {
        return inDialogOf<RoomDetailsDialog>(
            [words](RoomDetailsDialog &dialog) {
                auto *list = dialog.findChild<QListWidget *>();
                list->setCurrentItem(member(dialog, words));
                QTest::keyClick(list, Qt::Key_Return);
            },
            [words](RoomDetailsDialog &dialog) { return member(dialog, words) != nullptr; });
    }
    static int roleOf(Desk &desk, RoomId room)
    {
        const RoomListModel &rooms = desk.app().session()->rooms();
        return rooms.index(rooms.rowOf(room), 0).data(RoomListModel::MyRoleRole).toInt();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        m_anna = std::make_unique<Desk>(m_server->address());
        m_anna->enter(u"anna"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(m_anna->isOnline(), patienceMs);
        m_boris = std::make_unique<Desk>(m_server->address());
        m_boris->enter(u"boris"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(m_boris->isOnline(), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_anna->app().session()->people().findByName(u"boris"_s), patienceMs);
    }

    void somebodyIsInvitedAndRemoved()
    {
        const RoomId room = makeRoom(u"Cellar"_s, true);
        QVERIFY(room.isValid());
        QCOMPARE(roleOf(*m_anna, room), int(MemberRole::Owner));
        QVERIFY(!m_boris->roomCalled(u"Cellar"_s).isValid());
        addBoris(room);
        QCOMPARE(roleOf(*m_boris, room), int(MemberRole::Member));
        const auto *toast = m_boris->app().window().findChild<Toast *>();
        QTRY_COMPARE_WITH_TIMEOUT(toast->text(), u"anna added you to a room\nCellar"_s, patienceMs);
        // Who has it open is not brought to another one: what he writes would be read by others.
        const RoomId other = m_boris->makeRoom(u"His own"_s);
        m_boris->find<RoomListPane>().setCurrentRoom(other);
        m_boris->find<RoomListPane>().setCurrentRoom(room);

        meanwhile(
            {inMenuOf(u"Members and settings…"_s), menuOf(u"boris"_s), inMenuOf(u"Remove from the room…"_s),
             inDialogOf<Confirm>([](Confirm &question) { Desk::click(question, u"Cancel"_s); }), menuOf(u"boris"_s),
             inMenuOf(u"Remove from the room…"_s), inDialogOf<Confirm>([](Confirm &question) {
                 QVERIFY2(question.windowTitle().contains(u"boris"_s), qPrintable(question.windowTitle()));
                 Desk::click(question, u"Remove"_s);
             }),
             inDialogOf<RoomDetailsDialog>([](RoomDetailsDialog &dialog) { Desk::click(dialog, u"Save"_s); },
                                           [](RoomDetailsDialog &dialog) { return !member(dialog, u"boris"_s); })});
        openRoomMenu(*m_anna);
        QTRY_VERIFY_WITH_TIMEOUT(!m_boris->roomCalled(u"Cellar"_s).isValid(), patienceMs);
        QVERIFY(!m_boris->find<RoomListPane>().currentRoom().isValid());
        QVERIFY(!m_boris->find<Composer>().isVisible());
    }

    /// Several at once, looked for one after the other with the keyboard.
    void peopleAreChosenWithTheRoom()
    {
        LiveClient clara(*m_server, u"clara"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_anna->app().session()->people().findByName(u"clara"_s), patienceMs);
        const auto choose = [](PersonDialog &dialog) {
            auto *search = dialog.findChild<QLineEdit *>();
            auto *list = dialog.findChild<QListView *>();
            for (const QString &name : {u"bor"_s, u"cla"_s}) {
                QTest::keyClicks(search, name);
                QTest::keyClick(search, Qt::Key_Return);
                QCOMPARE(search->text(), QString());
            }
            QVERIFY(Desk::findButton(dialog, u"Add (2)"_s));
            const QModelIndex second = list->model()->index(1, 0);
            QVERIFY(second.data(Qt::AccessibleTextRole).toString().endsWith(u", chosen"_s));
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(second).center());
            QCOMPARE(dialog.chosenPeople().size(), 1);
            QTest::keyClick(list, Qt::Key_Space);
            QCOMPARE(dialog.chosenPeople().size(), 2);
            QTest::keyClick(list, Qt::Key_Space);
            QTest::keyClick(list, Qt::Key_Up);
            QTest::keyClick(list, Qt::Key_Space);
            // Who was taken back is not meant although the row is there; who is looked for is, also without Enter.
            QVERIFY(dialog.chosenPeople().isEmpty());
            QTest::keyClick(list, Qt::Key_Space);
            QTest::keyClicks(search, u"nobody"_s);
            QTest::keyClick(search, Qt::Key_Return);
            QVERIFY(dialog.isVisible());
            search->setText(u"cla"_s);
            QCOMPARE(dialog.chosenPeople().size(), 2);
            Desk::click(dialog, u"Add"_s);
        };
        meanwhile({inMenuOf(u"New room…"_s), inDialogOf<NewRoomDialog>([&](NewRoomDialog &dialog) {
                       m_anna->type(dialog, u"Name"_s, u"Garden"_s);
                       Desk::click(dialog, u"Add people…"_s);
                   }),
                   inDialogOf<PersonDialog>(choose), inDialogOf<NewRoomDialog>([](NewRoomDialog &dialog) {
                       QCOMPARE(dialog.findChild<ElidedLabel *>()->fullText(), u"boris, clara"_s);
                       Desk::click(dialog, u"Create room"_s);
                   })});
        clickIcon(m_anna->find<RoomListPane>(), u"New room or message"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_boris->roomCalled(u"Garden"_s).isValid(), patienceMs);
        const RoomId room = m_boris->roomCalled(u"Garden"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_anna->app().session()->rooms().members(room).size(), 3, patienceMs);
    }

    void membersAreAddedAndManagedInTheirList()
    {
        const RoomId room = makeRoom(u"Loft"_s, true);
        QVERIFY(room.isValid());
        // Also while nothing was said.
        QVERIFY(m_anna->find<TimelineView>().accessibleDescription().contains(u"anna created the room\n"_s));
        m_anna->say(u"Empty so far"_s);
        const auto isThere = [](RoomDetailsDialog &dialog) { return member(dialog, u"boris"_s) != nullptr; };
        meanwhile(
            {inMenuOf(u"Members and settings…"_s),
             inDialogOf<RoomDetailsDialog>([](RoomDetailsDialog &dialog) { Desk::click(dialog, u"Add people…"_s); }),
             inDialogOf<PersonDialog>([](PersonDialog &dialog) {
                 QTest::keyClicks(dialog.findChild<QLineEdit *>(), u"bor"_s);
                 Desk::click(dialog, u"Add"_s);
             }),
             inDialogOf<RoomDetailsDialog>(
                 [](RoomDetailsDialog &dialog) { // The button at the end of the row.
                     auto *list = dialog.findChild<QListWidget *>();
                     const QRect row = list->visualItemRect(member(dialog, u"boris"_s));
                     QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, {row.right() - 16, row.center().y()});
                 },
                 isThere),
             inMenuOf(u"Make a moderator"_s),
             inDialogOf<RoomDetailsDialog>(
                 [](RoomDetailsDialog &dialog) { Desk::click(dialog, u"Save"_s); },
                 [](RoomDetailsDialog &dialog) { return member(dialog, u"boris · moderator"_s) != nullptr; })});
        openRoomMenu(*m_anna);
        QTRY_COMPARE_WITH_TIMEOUT(roleOf(*m_boris, room), int(MemberRole::Moderator), patienceMs);
        // Both see how it came about, among what is said; what is painted already tells it, too.
        const auto told = [](Desk &desk, int row, QList<RoomNotice> TimelineEntry::*side) {
            QStringList words;
            const TimelineEntry entry = desk.find<TimelineView>().rowData(row);
            for (const RoomNotice &notice : entry.*side)
                words.append(notice.words);
            return words;
        };
        TimelineView &timeline = m_anna->find<TimelineView>();
        QTRY_COMPARE_WITH_TIMEOUT(told(*m_anna, 0, &TimelineEntry::after), QStringList{u"anna added boris"_s},
                                  patienceMs);
        QCoreApplication::processEvents();
        const QImage painted = timeline.viewport()->grab().toImage();
        timeline.refresh();
        QCOMPARE(painted, timeline.viewport()->grab().toImage());
        m_boris->find<RoomListPane>().setCurrentRoom(room);
        m_boris->say(u"Thank you"_s);
        for (Desk *desk : {m_anna.get(), m_boris.get()}) {
            QTRY_COMPARE_WITH_TIMEOUT(desk->find<TimelineView>().rowCount(), 2, patienceMs);
            QTRY_COMPARE_WITH_TIMEOUT(told(*desk, 0, &TimelineEntry::before), QStringList{u"anna created the room"_s},
                                      patienceMs);
            QTRY_COMPARE_WITH_TIMEOUT(told(*desk, 1, &TimelineEntry::before), QStringList{u"anna added boris"_s},
                                      patienceMs);
        }
        // Who may do nothing with anybody is offered nothing: anna, the owner, stands above a moderator.
        meanwhile({inMenuOf(u"Members and settings…"_s),
                   inDialogOf<RoomDetailsDialog>(
                       [](RoomDetailsDialog &dialog) {
                           QVERIFY(!member(dialog, u"anna"_s)->data(MemberDelegate::HasMenuRole).toBool());
                           Desk::click(dialog, u"Save"_s);
                       },
                       [](RoomDetailsDialog &dialog) { return member(dialog, u"anna · owner"_s) != nullptr; })});
        openRoomMenu(*m_boris);
    }

    void rolesAndTheTopicAreChanged()
    {
        const RoomId room = makeRoom(u"Attic"_s, false);
        QVERIFY(room.isValid());
        addBoris(room);
        m_boris->find<RoomListPane>().setCurrentRoom(room);
        meanwhile({inMenuOf(u"Members and settings…"_s), menuOf(u"boris"_s), inMenuOf(u"Make a moderator"_s),
                   menuOf(u"boris · moderator"_s), inMenuOf(u"Make an ordinary member"_s),
                   inDialogOf<RoomDetailsDialog>(
                       [](RoomDetailsDialog &) {},
                       [](RoomDetailsDialog &dialog) { return !member(dialog, u"boris · moderator"_s); }),
                   menuOf(u"boris"_s), inMenuOf(u"Make an owner"_s),
                   inDialogOf<RoomDetailsDialog>(
                       [&](RoomDetailsDialog &dialog) {
                           m_anna->type(dialog, u"Topic"_s, u"Old things"_s);
                           Desk::click(dialog, u"Save"_s);
                       },
                       [](RoomDetailsDialog &dialog) { return member(dialog, u"boris · owner"_s) != nullptr; })});
        openRoomMenu(*m_anna);
        QTRY_COMPARE_WITH_TIMEOUT(roleOf(*m_boris, room), int(MemberRole::Owner), patienceMs);
        const auto showsTopic = [&] {
            const QList<ElidedLabel *> labels = m_boris->find<RoomHeader>().findChildren<ElidedLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [](const ElidedLabel *label) { return label->fullText().contains(u"Old things"_s); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(showsTopic(), patienceMs);
        // A member is offered nothing of it, an owner is.
        QVERIFY(entriesOf([&] { openRoomMenu(*m_boris); }).contains(u"Add people…"_s));
    }

    void oneLeavesOnlyWhenOneMeansIt()
    {
        const RoomId room = makeRoom(u"Yard"_s, true);
        QVERIFY(room.isValid());
        addBoris(room);
        m_boris->find<RoomListPane>().setCurrentRoom(room);
        QVERIFY(!entriesOf([&] { openRoomMenu(*m_boris); }).contains(u"Add people…"_s));
        meanwhile({inMenuOf(u"Leave room…"_s),
                   inDialogOf<Confirm>([](Confirm &question) { Desk::click(question, u"Cancel"_s); })});
        openRoomMenu(*m_boris);
        m_boris->say(u"Still here"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_anna->lastWords(), u"boris: Still here"_s, patienceMs);
        QVERIFY(m_boris->app().session()->rooms().isJoined(room));
        meanwhile({inMenuOf(u"Leave room…"_s),
                   inDialogOf<Confirm>([](Confirm &question) { Desk::click(question, u"Leave"_s); })});
        openRoomMenu(*m_boris);
        QTRY_VERIFY_WITH_TIMEOUT(!m_boris->roomCalled(u"Yard"_s).isValid(), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_anna->app().session()->rooms().members(room).size(), 1, patienceMs);
    }

    void whoLeavesTheirOwnRoomHandsItOver()
    {
        const RoomId room = makeRoom(u"Barn"_s, false);
        QVERIFY(room.isValid());
        addBoris(room);
        // In the room in which nothing was said it is told as it happens.
        QTRY_VERIFY_WITH_TIMEOUT(
            m_anna->find<TimelineView>().accessibleDescription().contains(u"\nanna added boris\n"_s), patienceMs);
        m_anna->app().window().resize(1280, 800); // Room for the number of members.
        Button &count = *m_anna->find<RoomHeader>().findChild<Button *>();
        QTRY_VERIFY_WITH_TIMEOUT(count.isVisible(), patienceMs);
        meanwhile({inMenuOf(u"Leave room…"_s), inDialogOf<Confirm>([](Confirm &question) {
                       const QList<QLabel *> labels = question.findChildren<QLabel *>();
                       QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
                           return label->text().contains(u"You are its only owner"_s);
                       }));
                       Desk::click(question, u"Leave"_s);
                   })});
        openRoomMenu(*m_anna);
        QTRY_COMPARE_WITH_TIMEOUT(roleOf(*m_boris, room), int(MemberRole::Owner), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_anna->app().session()->rooms().isJoined(room), patienceMs);
        // From outside one does not see who comes and goes.
        QTRY_VERIFY(!count.isVisible());
    }

    void whatIsReadByTheMenuIsReadOnTheServer()
    {
        const RoomId room = makeRoom(u"Office"_s, false);
        QVERIFY(room.isValid());
        addBoris(room);
        const RoomListModel &his = m_boris->app().session()->rooms();
        const auto unread = [&] { return his.index(his.rowOf(room), 0).data(RoomListModel::UnreadCountRole).toInt(); };
        m_boris->find<RoomListPane>().setCurrentRoom(makeRoom(u"Elsewhere"_s, false));
        m_anna->find<RoomListPane>().setCurrentRoom(room);
        m_anna->say(u"First"_s);
        m_anna->say(u"Second"_s);
        QTRY_COMPARE_WITH_TIMEOUT(unread(), 2, patienceMs);
        Desk phone(m_server->address());
        phone.enter(u"boris"_s, false);
        const auto onThePhone = [&] {
            const RoomListModel &rooms = phone.app().session()->rooms();
            return rooms.index(rooms.rowOf(room), 0).data(RoomListModel::UnreadCountRole).toInt();
        };
        QTRY_VERIFY_WITH_TIMEOUT(phone.isOnline() && onThePhone() == 2, patienceMs);
        m_boris->app().session()->chatWriter().markAllRead(room);
        QTRY_COMPARE_WITH_TIMEOUT(onThePhone(), 0, patienceMs);
    }
};

QTEST_MAIN(UiRoomsTest)
#include "ui_rooms_test.moc"
