#include <QSplitter>
#include <QtTest>

#include "app/AccountFrame.h"
#include "app/AccountView.h"
#include "app/ActivityWatch.h"
#include "client/ChatWindow.h"
#include "features/chat/ChatPage.h"
#include "net/PresenceBook.h"
#include "support/LiveClient.h"
#include "support/Places.h"
#include "ui/ElidedLabel.h"
#include "ui/Language.h"
#include "ui/Spelling.h"
#include "ui/UiSettings.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

/// A room of 200 messages that were all read.
void fillLongRoom(SampleAccount &sample)
{
    Cache cache(sample.profile().cacheFile(sample.account()));
    for (int i = 0; i < 200; ++i) {
        cache.messages().merge(
            sampleMessage(1000 + i, SampleAccount::purchases, u"line %1"_s.arg(i), (200 - i) * 1000));
    }
    Membership membership;
    membership.roomId = SampleAccount::purchases;
    membership.userId = SampleAccount::me;
    membership.lastReadMessageId = MessageId{2000};
    membership.version = 2;
    cache.entities().merge({u"membership"_s, SampleAccount::purchases.value}, membership);
}

} // namespace

/// What the program finds again when it is started anew, and that it notices when nobody is there.
class UiRestartTest : public QObject
{
    Q_OBJECT

    static constexpr int patienceMs = 15'000;

    static void restart(Shown &shown)
    {
        shown.app->window().close();
        shown.app.reset();
        shown.app = std::make_unique<ClientApp>(*qApp, shown.sample.profile(), Options{});
        shown.app->start();
        QVERIFY(QTest::qWaitForWindowExposed(&shown.app->window()));
    }
    static QSplitter &splitter(Shown &shown) { return *shown.find<ChatPage>().findChild<QSplitter *>(); }

private Q_SLOTS:
    void theWindowStandsWhereItStood()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowExposed(&shown.app->window()));
        const QRect wanted(24, 60, 730, 610);
        QVERIFY(shown.app->window().geometry() != wanted);
        const QByteArray before = shown.app->settings().windowGeometry();
        shown.app->window().setGeometry(wanted);
        // Before it is closed, too: the machine may go off without asking.
        QTRY_VERIFY(shown.app->settings().windowGeometry() != before);
        QCOMPARE(shown.app->settings().windowGeometry(), shown.app->window().saveGeometry());
        restart(shown);
        QCOMPARE(shown.app->window().geometry(), wanted);
    }

    void theListKeepsItsWidth()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowExposed(&shown.app->window()));
        QWidget *const handle = splitter(shown).handle(1);
        const int before = splitter(shown).sizes().first();
        const QPoint grip(0, handle->height() / 2);
        QTest::mousePress(handle, Qt::LeftButton, {}, grip);
        const QPointF to = grip - QPoint(40, 0);
        QMouseEvent drag(QEvent::MouseMove, to, handle->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(handle, &drag);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, grip);
        const int after = splitter(shown).sizes().first();
        QVERIFY2(after < before, qPrintable(u"%1 %2"_s.arg(before).arg(after)));
        restart(shown);
        QCOMPARE(splitter(shown).sizes().first(), after);
    }

    /// Offline, too, as it was said last; by its address until then.
    void theServerIsCalledByItsName()
    {
        const auto name = [](Shown &shown) {
            return shown.find<RoomListPane>().findChild<ElidedLabel *>()->fullText();
        };
        Shown unknown;
        QCOMPARE(name(unknown), u"127.0.0.1:9"_s);
        Shown known(Role::Member, [](SampleAccount &sample) {
            Cache(sample.profile().cacheFile(sample.account())).state().setServerName(u"office-server"_s);
        });
        QCOMPARE(name(known), u"office-server"_s);
    }

    void oneReadsOnWhereOneWas()
    {
        Shown shown(Role::Member, fillLongRoom);
        shown.open(SampleAccount::purchases);
        QVERIFY(shown.timeline().isAtBottom());
        for (int row = 0; row < shown.timeline().rowCount(); ++row) {
            if (shown.timeline().rowData(row).message.text == "line 170"_L1)
                shown.timeline().scrollToRow(row);
        }
        const auto place = [&] {
            TimelineView &timeline = shown.timeline();
            return std::pair(timeline.rowData(timeline.firstVisibleRow()).message.text,
                             qRound(timeline.offsetOfFirst()));
        };
        const auto before = place();
        QVERIFY(!shown.timeline().isAtBottom());
        restart(shown);
        QCOMPARE(shown.find<RoomListPane>().currentRoom(), SampleAccount::purchases);
        QTRY_COMPARE(place(), before);
    }

    void thePageIsTheSame()
    {
        Shown shown;
        shown.app->window().showPage(u"catalog"_s);
        restart(shown);
        QCOMPARE(shown.app->window().currentPage()->pageId(), u"catalog"_s);
    }

    void whoTouchesNothingIsAway()
    {
        RealServer server(places::program(u"rialto-server"_s));
        QVERIFY2(server.start(), qPrintable(server.output()));
        LiveClient boris(server, u"boris"_s);
        QVERIFY(boris);
        LiveClient anna(server, u"anna"_s);
        QVERIFY(anna);
        const UserId id = anna->me().id;
        anna.close();

        Theme theme(*qApp);
        Language language(*qApp);
        UiSettings settings(anna.profile().folder());
        const SystemClock clock;
        const ActivityWatch activity(*qApp, 300);
        Spelling spelling(settings, {});
        AccountView view({theme, language, settings, spelling, anna.profile(), clock, activity},
                         *anna.profile().account());
        view.frame().show();
        const auto seen = [&] { return boris->presence().find(id).value_or(UserPresence{}).availability; };
        QTRY_COMPARE_WITH_TIMEOUT(seen(), Availability::Away, patienceMs);
        // Touched again and again, until it is heard of.
        const auto touch = [&] {
            QTest::keyClick(&view.frame(), Qt::Key_Shift);
            return seen() == Availability::Online;
        };
        QTRY_VERIFY_WITH_TIMEOUT(touch(), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(seen(), Availability::Away, patienceMs);
    }
};

QTEST_MAIN(UiRestartTest)
#include "ui_restart_test.moc"
