#include "app/AccountFrame.h"
#include "app/AccountMenu.h"
#include "app/AccountView.h"
#include "app/ProfileButton.h"
#include "client/Desk.h"
#include "features/auth/InviteDialog.h"
#include "features/auth/SignInPage.h"
#include "features/chat/model/ChatWriter.h"
#include "features/notify/model/NotificationModel.h"
#include "features/people/ProfileDialog.h"
#include "features/people/model/AccountBook.h"
#include "support/LiveClient.h"
#include "support/Places.h"
#include "ui/QrCode.h"
#include "ui/Toast.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// Several accounts in one window, by real keys and clicks, against two real servers.
class UiAccountsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<RealServer> m_first;
    std::unique_ptr<RealServer> m_second;

    static MainWindow &window(Desk &desk) { return desk.app().window(); }
    static AccountMenu *menu(Desk &desk)
    {
        QTest::mouseClick(&window(desk).frame()->profileButton(), Qt::LeftButton);
        for (AccountMenu *menu : window(desk).findChildren<AccountMenu *>()) {
            if (menu->isVisible())
                return menu;
        }
        return nullptr;
    }
    static void choose(Desk &desk, const QString &words)
    {
        AccountMenu *const open = menu(desk);
        QVERIFY(open);
        for (QAction *action : open->actions()) {
            if (!action->text().contains(words))
                continue;
            QTest::mouseClick(open, Qt::LeftButton, {}, open->actionGeometry(action).center());
            return;
        }
        QFAIL(qPrintable(words));
    }
    static bool allOnline(Desk &desk)
    {
        const auto &accounts = desk.app().accounts();
        return std::all_of(accounts.begin(), accounts.end(),
                           [](const auto &account) { return account->session().linkState() == LinkState::Online; });
    }
    /// Signed in as anna on the first server and as hanna on the second, which is shown.
    void signInTwice(Desk &desk)
    {
        desk.enter(u"anna"_s, desk.app().accounts().empty() && !m_isRegistered);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOnline(), patienceMs);
        choose(desk, u"Add account"_s);
        QVERIFY(!window(desk).frame());
        desk.type(window(desk), u"Another address"_s, m_second->address());
        QTest::keyClick(&Desk::line(window(desk), u"Another address"_s), Qt::Key_Return);
        desk.enter(u"hanna"_s, !m_isRegistered);
        m_isRegistered = true;
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().accounts().size(), size_t(2), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(allOnline(desk), patienceMs);
        window(desk).activateWindow(); // Offscreen, a menu that closes gives this back to nobody.
        QVERIFY(QTest::qWaitForWindowActive(&window(desk)));
        QCOMPARE(desk.app().session()->serverName(), m_second->address().section(u'/', -1));
    }
    static QString serverOf(Desk &desk, size_t account)
    {
        return desk.app().accounts().at(account)->session().serverName();
    }

    bool m_isRegistered = false;

private Q_SLOTS:
    void initTestCase()
    {
        for (auto *server : {&m_first, &m_second}) {
            *server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
            QVERIFY2((*server)->start(), qPrintable((*server)->output()));
        }
    }

    void oneWindowHasTwoServers()
    {
        Desk desk(m_first->address());
        signInTwice(desk);
        desk.picture(u"accounts-second"_s);
        QVERIFY2(window(desk).windowTitle().startsWith("hanna"_L1), qPrintable(window(desk).windowTitle()));
        QTest::keyClick(&window(desk), Qt::Key_1, Qt::ControlModifier);
        QVERIFY2(window(desk).windowTitle().startsWith("anna"_L1), qPrintable(window(desk).windowTitle()));
        QCOMPARE(desk.app().session()->serverName(), serverOf(desk, 0));
        // Each has its own room with the same number, its draft and its messages.
        const RoomId here = desk.makeRoom(u"Here"_s);
        QVERIFY(here.isValid());
        desk.say(u"said here"_s);
        if (AccountMenu *const open = menu(desk)) {
            if (const QString folder = qEnvironmentVariable("RIALTO_PICTURES"); !folder.isEmpty())
                open->grab().save(folder + u"/accounts-menu.png"_s);
            open->close();
        }
        choose(desk, u"hanna"_s);
        QCOMPARE(desk.app().session()->serverName(), serverOf(desk, 1));
        QVERIFY(desk.app().session()->rooms().rowOf(here) < 0);
        choose(desk, u"anna · "_s + serverOf(desk, 0));
        QTRY_COMPARE_WITH_TIMEOUT(desk.lastWords(), u"anna: said here"_s, patienceMs);
        desk.picture(u"accounts-first"_s);
    }

    /// By the account that is shown, and only by that.
    void oneIsLeftAloneByTheMenu()
    {
        Desk desk(m_first->address());
        signInTwice(desk);
        const auto isQuiet = [&](size_t index) { return desk.app().accounts()[index]->doNotDisturb(); };
        QTRY_VERIFY_WITH_TIMEOUT(isQuiet(0).has_value() && isQuiet(1).has_value(), patienceMs);
        choose(desk, u"Do not disturb"_s);
        QTRY_COMPARE_WITH_TIMEOUT(isQuiet(1), std::optional(true), patienceMs);
        QCOMPARE(isQuiet(0), std::optional(false));
        choose(desk, u"Do not disturb"_s);
        QTRY_COMPARE_WITH_TIMEOUT(isQuiet(1), std::optional(false), patienceMs);
    }

    void othersAreInvitedToTheServerThatIsShown()
    {
        Desk desk(m_first->address());
        signInTwice(desk);
        choose(desk, u"Invite to this server"_s);
        auto *invitation = window(desk).findChild<InviteDialog *>();
        QVERIFY(invitation && invitation->isVisible());
        const QStringList codes = readQrCodes(invitation->grab().toImage());
        QCOMPARE(codes, {u"rialto://"_s + serverOf(desk, 1)});
        // Loopback, and plain, as the address says.
        QCOMPARE(ServerAddress::parse(codes.first())->toString(), m_second->address());
        Desk::click(*invitation, u"Close"_s);
    }

    void whatHappensElsewhereIsSeen()
    {
        Desk desk(m_first->address());
        signInTwice(desk);
        QVERIFY(desk.app().accounts().at(0)->session().rooms().rowCount() > 0);
        auto other = std::make_unique<LiveClient>(*m_first, u"boris"_s);
        QVERIFY(*other);
        QTRY_VERIFY_WITH_TIMEOUT(other->isSettled(), patienceMs);
        ProfileButton &button = window(desk).frame()->profileButton();
        const QWidget *dot = nullptr;
        for (const QWidget *child : button.findChildren<QWidget *>()) {
            if (child != &button.avatar())
                dot = child;
        }
        QVERIFY(dot && !dot->isVisible());
        const UserId anna = desk.app().accounts().at(0)->session().me().id;
        std::optional<Result<Room>> room;
        (*other)->rooms().openDirect(anna, [&](const Result<Room> &opened) { room = opened; });
        QTRY_VERIFY_WITH_TIMEOUT(room && *room, patienceMs);
        QVERIFY((*other)->chatWriter().send((*room)->id, u"are you there?"_s));
        auto *toast = window(desk).findChild<Toast *>();
        QTRY_VERIFY_WITH_TIMEOUT(toast->isVisible(), patienceMs);
        QVERIFY2(toast->text().startsWith(serverOf(desk, 0)), qPrintable(toast->text()));
        QTRY_VERIFY_WITH_TIMEOUT(dot->isVisible(), patienceMs);
        desk.picture(u"accounts-called"_s);
        // One message is one, though a notification tells of it as well.
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().accounts().at(0)->unreadCount(), 1, patienceMs);
        QTest::keyClick(&window(desk), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!window(desk).frame()->profileButton().findChildren<QWidget *>().last()->isVisible());
    }

    void eachAccountHasPlacesOfItsOwn()
    {
        QTemporaryDir folder;
        UiSettings settings(folder.path());
        Places here = settings.places(u"here"_s);
        Places there = settings.places(u"there"_s);
        here.setLastRoom(7);
        here.setLastPage(u"catalog"_s);
        here.setReadingPlace(7, 1005, -3);
        QCOMPARE(there.lastRoom(), 0);
        QCOMPARE(there.lastPage(), QString());
        QCOMPARE(there.readingPlace(7).first, 0);
        there.setReadingPlace(7, 1, 2);
        QCOMPARE(here.readingPlace(7), std::pair(qint64(1005), -3));
        here.forget();
        QCOMPARE(here.readingPlace(7).first, 0);
        QCOMPARE(there.readingPlace(7).first, 1);
    }

    void aStartComesBackToBoth()
    {
        QTemporaryDir folder;
        const auto start = [&] {
            Options options;
            options.server = QString();
            auto app = std::make_unique<ClientApp>(*qApp, Profile(folder.path()), options);
            app->language().set(u"en"_s);
            app->start();
            return app;
        };
        SystemClock clock;
        Profile profile(folder.path());
        SignIn signIn(profile, clock);
        QSignalSpy done(&signIn, &SignIn::succeeded);
        signIn.logIn(m_first->address(), u"anna"_s, u"correct horse"_s);
        QVERIFY(done.wait(patienceMs));
        signIn.logIn(m_second->address(), u"hanna"_s, u"correct horse"_s);
        QVERIFY(done.wait(patienceMs));
        auto app = start();
        QCOMPARE(app->session()->me().name, u"anna"_s);
        QTRY_COMPARE(app->accounts().size(), size_t(2));
        app->showAccount(1);
        app->showAccount(7); // There is none.
        QCOMPARE(app->session()->me().name, u"hanna"_s);
        app.reset();
        app = start();
        QCOMPARE(app->session()->me().name, u"hanna"_s);
        QTRY_COMPARE(app->accounts().size(), size_t(2));
        QCOMPARE(app->accounts().front()->session().me().name, u"anna"_s);
        QTRY_VERIFY_WITH_TIMEOUT(app->accounts().front()->session().linkState() == LinkState::Online, patienceMs);
    }

    void signingOutOfOneLeavesTheOther()
    {
        Desk desk(m_first->address());
        signInTwice(desk);
        // Going back from the page to sign in changes nothing.
        desk.app().addAccount();
        QVERIFY(!window(desk).frame());
        QTest::keyClick(window(desk).findChild<SignInPage *>(), Qt::Key_Escape);
        QVERIFY(window(desk).frame());
        QCOMPARE(desk.app().session()->me().name, u"hanna"_s);
        inDialog([&](QWidget &dialog) { Desk::click(dialog, u"Sign out"_s); });
        desk.app().askToSignOut();
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().accounts().size(), size_t(1), patienceMs);
        QCOMPARE(desk.app().session()->me().name, u"anna"_s);
        QVERIFY(window(desk).frame());
        QVERIFY(desk.isOnline());
    }

    void whatTheServerEndsIsSaidWithItsName()
    {
        Desk desk(m_first->address());
        signInTwice(desk);
        const QString server = serverOf(desk, 0);
        // What hanna is doing is not her business.
        desk.app().accounts().at(1)->showProfile();
        auto *profile = window(desk).findChild<ProfileDialog *>();
        QVERIFY(profile && profile->isVisible());
        // All devices of anna are signed out by another one, while hanna is shown.
        auto other = LiveClient::secondDevice(*m_first, u"anna"_s, u"correct horse"_s);
        QVERIFY(*other);
        QTRY_VERIFY_WITH_TIMEOUT(other->isSettled(), patienceMs);
        std::optional<Result<>> changed;
        (*other)->account().changePassword(u"correct horse"_s, u"battery staple"_s,
                                           [&](const Result<> &done) { changed = done; });
        QTRY_VERIFY_WITH_TIMEOUT(changed && *changed, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().accounts().size(), size_t(1), patienceMs);
        QCOMPARE(desk.app().session()->me().name, u"hanna"_s);
        QVERIFY(profile->isVisible());
        auto *toast = window(desk).findChild<Toast *>();
        QVERIFY(toast->isVisible());
        QVERIFY2(toast->text().startsWith(server), qPrintable(toast->text()));
    }
};

int main(int argc, char **argv)
{
    // The desktop of whoever runs this is left alone.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QApplication application(argc, argv);
    UiAccountsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "ui_accounts_test.moc"
