#include <QCloseEvent>
#include <QLocalSocket>
#include <QtTest>

#include "app/AccountView.h"
#include "app/OneInstance.h"
#include "app/Tray.h"
#include "client/Desk.h"
#include "features/auth/SignInPage.h"
#include "net/ServerLinks.h"
#include "support/Places.h"
#include "ui/Toast.h"
#include "ui/UiSettings.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// What comes to the program from outside: a second start, a rialto:// link, the tray.
class UiLinksTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<RealServer> m_first;
    std::unique_ptr<RealServer> m_second;

    static QString linkTo(const RealServer &server, RoomId room)
    {
        return u"rialto://%1/rooms/%2"_s.arg(server.address().section(u'/', -1)).arg(room.value);
    }

    /// Makes an account and a room of it; invalid when one of them could not be had.
    static RoomId begin(Desk &desk, const QString &name, const QString &room)
    {
        desk.enter(name, true);
        return QTest::qWaitFor([&desk] { return desk.isOnline(); }, patienceMs) ? desk.makeRoom(room) : RoomId();
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (auto *server : {&m_first, &m_second}) {
            *server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
            QVERIFY2((*server)->start(), qPrintable((*server)->output()));
        }
    }

    void commandLinesTakeOneLink()
    {
        const auto options = Options::parse({u"rialto"_s, u"rialto://box:3000/rooms/7"_s});
        QVERIFY(options.has_value());
        QCOMPARE(options->link, QUrl(u"rialto://box:3000/rooms/7"_s));
        for (const QString &other : {u"https://box/rooms/7"_s, u"rialto:"_s, u"rooms"_s})
            QVERIFY2(!Options::parse({u"rialto"_s, other}).has_value(), qPrintable(other));
        QVERIFY(!Options::parse({u"rialto"_s, u"rialto://a/rooms/1"_s, u"rialto://a/rooms/2"_s}).has_value());
    }

    void aSecondStartHandsOverAndGoes()
    {
        const QTemporaryDir folder;
        OneInstance first(folder.path());
        QVERIFY(first.acquire());
        QSignalSpy wanted(&first, &OneInstance::wanted);
        // As another process does, which waits for the answer.
        std::unique_ptr<QThread> second(QThread::create([path = folder.path()] {
            OneInstance late(path);
            if (!late.acquire())
                late.handOver(u"rialto://box/rooms/7"_s);
        }));
        second->start();
        QTRY_COMPARE(wanted.size(), 1);
        QVERIFY(second->wait(patienceMs));
        QCOMPARE(wanted.first().first().toString(), u"rialto://box/rooms/7"_s);
        OneInstance elsewhere(folder.path() + u"/other"_s);
        QVERIFY(QDir().mkpath(folder.path() + u"/other"_s) && elsewhere.acquire());
    }

    void whoSendsRubbishIsCutOff()
    {
        const QTemporaryDir folder;
        OneInstance first(folder.path());
        QVERIFY(first.acquire());
        QSignalSpy wanted(&first, &OneInstance::wanted);
        QLocalSocket other;
        other.connectToServer(first.name());
        QVERIFY(other.waitForConnected(patienceMs));
        other.write(QByteArray(100'000, 'x'));
        QTRY_COMPARE(other.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(wanted.size(), 0);
    }

    void linksLeadToTheAccountOfTheirServer()
    {
        Desk desk(m_first->address());
        const RoomId first = begin(desk, u"anna"_s, u"First"_s);
        QVERIFY(first.isValid());
        // Nobody is signed in to the other one yet: one may, and comes to the room then.
        Desk owner(m_second->address());
        const RoomId second = begin(owner, u"hanna"_s, u"Second"_s);
        QVERIFY(second.isValid());
        desk.app().come(linkTo(*m_second, second));
        QVERIFY(!desk.app().window().frame());
        desk.enter(u"hanna"_s, false);
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().accounts().size(), size_t(2), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.find<RoomListPane>().currentRoom(), second, patienceMs);
        // And back, from wherever one is.
        desk.app().window().showPage(u"settings"_s);
        desk.app().come(linkTo(*m_first, first));
        QCOMPARE(desk.app().session()->serverName(), m_first->address().section(u'/', -1));
        QCOMPARE(desk.app().window().currentPage()->pageId(), u"chat"_s);
        QCOMPARE(desk.find<RoomListPane>().currentRoom(), first);
        desk.app().come(u"https://example.org/rooms/1"_s);
        QCOMPARE(desk.find<RoomListPane>().currentRoom(), first);
        // To a server as such: there, and no further.
        desk.app().come(u"rialto://"_s + m_second->address().section(u'/', -1));
        QCOMPARE(desk.app().session()->serverName(), m_second->address().section(u'/', -1));
        QCOMPARE(desk.find<RoomListPane>().currentRoom(), second);
    }

    void aLinkWorksForWhoeverCameByAnotherAddress()
    {
        Desk desk(m_first->address());
        const RoomId room = begin(desk, u"boris"_s, u"Harbour"_s);
        QVERIFY(room.isValid());
        desk.say(u"Here it is"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.lastWords(), u"boris: Here it is"_s, patienceMs);
        const QString link = desk.app().session()->links().to(u"rooms/%1"_s.arg(room.value)).toString();
        // Not signed in, the link in hand, another address typed: known again once the server has said who it is.
        Desk other(u"http://localhost:%1"_s.arg(m_first->port()));
        other.app().come(link);
        other.app().window().findChild<SignInPage *>()->setServer(u"http://localhost:%1"_s.arg(m_first->port()));
        other.enter(u"boris"_s, false);
        QTRY_VERIFY_WITH_TIMEOUT(other.isOnline(), patienceMs);
        QCOMPARE(other.app().session()->serverName(), u"localhost:%1"_s.arg(m_first->port()));
        QTRY_COMPARE_WITH_TIMEOUT(other.find<RoomListPane>().currentRoom(), room, patienceMs);
        // Signed in: in place, without another account.
        const RoomId second = other.makeRoom(u"Quay"_s);
        QTRY_COMPARE_WITH_TIMEOUT(other.find<RoomListPane>().currentRoom(), second, patienceMs);
        other.app().come(link);
        QCOMPARE(other.find<RoomListPane>().currentRoom(), room);
        QCOMPARE(other.app().accounts().size(), size_t(1));
    }

    void anotherServerAtTheAddressIsNotTakenForTheLinks()
    {
        Desk desk(m_first->address());
        const RoomId room = begin(desk, u"clara"_s, u"Tower"_s);
        const RoomId open = desk.makeRoom(u"Bridge"_s);
        QCOMPARE(desk.find<RoomListPane>().currentRoom(), open);
        desk.app().come(linkTo(*m_first, room) + u"?server=0123456789abcdef"_s);
        QCOMPARE(desk.find<RoomListPane>().currentRoom(), open);
        QCOMPARE(desk.app().window().findChild<Toast *>()->text(),
                 u"This link leads to a server that is not at its address any more."_s);
    }

    void whoThinksBetterOfALinkIsNotTakenThereLater()
    {
        Desk owner(m_second->address());
        const RoomId hidden = begin(owner, u"ivan"_s, u"Cellar"_s);
        const RoomId shown = owner.makeRoom(u"Roof"_s);
        QVERIFY(hidden.isValid() && shown.isValid());
        Desk desk(m_first->address());
        QVERIFY(begin(desk, u"dora"_s, u"Gate"_s).isValid());
        desk.app().come(linkTo(*m_second, hidden));
        auto *page = desk.app().window().findChild<SignInPage *>();
        Desk::click(*page, u"Back"_s);
        QVERIFY(desk.app().window().frame());
        // Signed in there some time later.
        Q_EMIT desk.app().accounts().front()->anotherAccountWanted();
        page->setServer(m_second->address());
        desk.enter(u"ivan"_s, false);
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().accounts().size(), size_t(2), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOnline() && desk.roomCalled(u"Cellar"_s).isValid(), patienceMs);
        QVERIFY(desk.find<RoomListPane>().currentRoom() != hidden);
    }

    void withATrayClosingHides()
    {
        Desk desk(m_first->address());
        MainWindow &window = desk.app().window();
        QSignalSpy closed(&window, &MainWindow::closed);
        window.setHasTray(true);
        window.close();
        QVERIFY(!window.isVisible());
        QCOMPARE(closed.size(), 0);
        Q_EMIT desk.app().tray().activated();
        QVERIFY(window.isVisible());
        desk.app().settings().setStaysInTray(false);
        window.close();
        QVERIFY(!window.isVisible());
        QCOMPARE(closed.size(), 1);
    }

    void theTrayHasAMenu()
    {
        Desk desk(m_first->address());
        Tray &tray = desk.app().tray();
        QSignalSpy wanted(&tray, &Tray::activated);
        QSignalSpy quit(&tray, &Tray::quitRequested);
        desk.app().language().set(u"uk"_s);
        QTRY_COMPARE(tray.menu().actions().first()->text(), u"Відкрити Rialto"_s);
        desk.app().language().set(u"en"_s);
        tray.menu().actions().first()->trigger();
        tray.menu().actions().last()->trigger();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(quit.size(), 1);
    }
};

int main(int argc, char **argv)
{
    // The desktop of whoever runs this is left alone.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    UiLinksTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ui_links_test.moc"
