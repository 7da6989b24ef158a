#include <QListView>
#include <QtTest>

#include "client/ChatWindow.h"
#include "client/Desk.h"
#include "client/Menus.h"
#include "client/Typing.h"
#include "features/people/FriendButtons.h"
#include "features/people/PeopleDialog.h"
#include "features/people/PeopleFilter.h"
#include "features/people/model/PeopleModel.h"
#include "support/Places.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// The list of people, in which friends come first.
class UiFriendsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<RealServer> m_server;

    static PeopleDialog *people(ClientApp &app)
    {
        for (PeopleDialog *dialog : app.window().findChildren<PeopleDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    static void press(QWidget &window, Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, key, modifiers);
    }
    static QAbstractItemModel &rows(PeopleDialog *dialog) { return *dialog->findChild<QListView *>()->model(); }
    /// Each as "section: account".
    static QStringList listed(PeopleDialog *dialog)
    {
        QStringList found;
        for (int row = 0; row < rows(dialog).rowCount(); ++row) {
            const QModelIndex index = rows(dialog).index(row, 0);
            found.append(index.data(PeopleFilter::SectionTitleRole).toString() + u": "_s +
                         index.data(PeopleModel::NameRole).toString());
        }
        return found;
    }
    static void newMenu(ClientApp &app)
    {
        for (IconButton *button : app.window().findChildren<IconButton *>()) {
            if (button->isVisible() && button->accessibleName() == u"New room or message"_s)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL("There is no such button");
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
    }

    void friendsComeFirst()
    {
        Shown shown;
        shown.app->window().showPage(u"catalog"_s);
        press(shown.app->window(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        PeopleDialog *const dialog = people(*shown.app);
        QVERIFY(dialog);
        QCOMPARE(listed(dialog),
                 QStringList({u"Want to be friends with you: maya"_s, u"Friends: olena"_s, u"Asked by you: jonas"_s,
                              u"Everybody else: dmitry"_s, u"Everybody else: taras"_s}));
        // Every part has a title, and room for it.
        auto &list = *dialog->findChild<QListView *>();
        for (int row = 0; row < 5; ++row)
            QCOMPARE(rows(dialog).index(row, 0).data(PeopleFilter::StartsSectionRole).toBool(), row != 4);
        QVERIFY(list.visualRect(rows(dialog).index(3, 0)).height() >
                list.visualRect(rows(dialog).index(4, 0)).height());
        // What can be done follows the keys.
        const QList<QPair<QString, QString>> actions = {{u"Agree"_s, u"Add friend"_s},
                                                        {u"End friendship"_s, u"Agree"_s},
                                                        {u"Take back"_s, u"Agree"_s},
                                                        {u"Add friend"_s, u"Agree"_s}};
        for (const auto &[offered, notOffered] : actions) {
            QVERIFY2(Desk::findButton(*dialog, offered), qPrintable(offered));
            QVERIFY2(!Desk::findButton(*dialog, notOffered), qPrintable(notOffered));
            QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Down);
        }
        typeText(dialog->findChild<QLineEdit *>(), u"nobody at all"_s);
        QVERIFY(!Desk::findButton(*dialog, u"Add friend"_s));
    }

    void whereNobodyIsAFriendNothingIsTold()
    {
        Shown shown;
        press(shown.app->window(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        PeopleDialog *const dialog = people(*shown.app);
        QVERIFY(dialog);
        typeText(dialog->findChild<QLineEdit *>(), u"dmitry"_s);
        QCOMPARE(rows(dialog).rowCount(), 1);
        QVERIFY(!rows(dialog).index(0, 0).data(PeopleFilter::StartsSectionRole).toBool());
    }

    void twoBecomeFriendsAndPart()
    {
        Desk aaron(m_server->address());
        aaron.enter(u"aaron"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(aaron.isOnline(), patienceMs);
        Desk anna(m_server->address());
        anna.enter(u"anna"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(anna.isOnline(), patienceMs);
        Desk boris(m_server->address());
        boris.enter(u"boris"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(boris.isOnline(), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(anna.app().session()->people().findByName(u"boris"_s), patienceMs);

        inMenu({u"People and friends…"_s});
        newMenu(anna.app());
        PeopleDialog *const hers = people(anna.app());
        QVERIFY(hers);
        QCOMPARE(listed(hers), QStringList({u"Everybody else: aaron"_s, u"Everybody else: boris"_s}));
        QTest::keyClick(hers->findChild<QLineEdit *>(), Qt::Key_Down);
        Desk::click(*hers, u"Add friend"_s);
        QTRY_COMPARE_WITH_TIMEOUT(listed(hers), QStringList({u"Asked by you: boris"_s, u"Everybody else: aaron"_s}),
                                  patienceMs);

        inMenu({u"People and friends…"_s});
        newMenu(boris.app());
        PeopleDialog *const his = people(boris.app());
        QVERIFY(his);
        QTRY_COMPARE_WITH_TIMEOUT(
            listed(his), QStringList({u"Want to be friends with you: anna"_s, u"Everybody else: aaron"_s}), patienceMs);
        QTest::keyClick(Desk::findButton(*his, u"Agree"_s), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(listed(his), QStringList({u"Friends: anna"_s, u"Everybody else: aaron"_s}),
                                  patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(listed(hers), QStringList({u"Friends: boris"_s, u"Everybody else: aaron"_s}),
                                  patienceMs);

        Desk::click(*hers, u"End friendship"_s);
        QTRY_COMPARE_WITH_TIMEOUT(listed(hers), QStringList({u"Everybody else: aaron"_s, u"Everybody else: boris"_s}),
                                  patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(listed(his), QStringList({u"Everybody else: aaron"_s, u"Everybody else: anna"_s}),
                                  patienceMs);

        // Whom one chose is written to, from whatever page.
        boris.app().window().showPage(u"catalog"_s);
        QTest::keyClick(his->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(boris.find<RoomListPane>().currentRoom().isValid(), patienceMs);
        QCOMPARE(boris.app().window().currentPage()->pageId(), u"chat"_s);
        QCOMPARE(boris.find<RoomListPane>().currentRoom(), boris.roomCalled(u"anna"_s));
    }
};

QTEST_MAIN(UiFriendsTest)
#include "ui_friends_test.moc"
