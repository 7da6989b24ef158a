#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QtTest>

#include "app/ClientApp.h"
#include "app/MainWindow.h"
#include "client/ChatWindow.h"
#include "client/Typing.h"
#include "features/chat/Composer.h"
#include "features/chat/RoomFilter.h"
#include "features/chat/RoomListPane.h"
#include "features/chat/RoomListView.h"
#include "features/chat/StrandedDialog.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/ChatWriter.h"
#include "features/chat/model/RoomListModel.h"
#include "session/Session.h"
#include "ui/Button.h"
#include "ui/ConnectionBanner.h"

using namespace rialto;
using namespace Qt::StringLiterals;

class UiChatTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensFromTheCacheOffline();
    void listsRoomsInSections();
    void enterSendsAndShiftEnterBreaks();
    void blankTextIsNotSent();
    void draftsStayWithTheirRooms();
    void upEditsTheLastOwnMessage();
    void escapeGivesTheDraftBack();
    void newMessagesLineStandsAtTheFirstUnread();
    void searchNarrowsTheList();
    void altArrowsWalkThroughRooms();
    void publicRoomFromOutsideOffersToJoin();
    void guestsCannotWrite();
    void composerGrowsToEightLines();
    void typingInTheTimelineGoesToTheComposer();
    void bannerCountsDown();
    void messagesToALostRoomAreShownToBeCopied();
    void lastRoomIsOpenedAgain();
    void theHintInTheFieldIsPaintedAnew();
    void switchesThemeAndLanguageLive();
};

void UiChatTest::opensFromTheCacheOffline()
{
    Shown shown;
    shown.open(SampleAccount::stock);
    QVERIFY(shown.timeline().rowCount() > 5);
    QVERIFY(shown.timeline().isAtBottom());
    QCOMPARE(shown.last().author, u"Maya Lindqvist"_s);
}

void UiChatTest::listsRoomsInSections()
{
    Shown shown;
    const QAbstractItemModel &rooms = *shown.find<RoomListView>().model();
    QList<int> sections;
    for (int row = 0; row < rooms.rowCount(); ++row)
        sections.append(rooms.index(row, 0).data(RoomFilter::SectionRole).toInt());
    QVERIFY(std::is_sorted(sections.cbegin(), sections.cend()));
    QCOMPARE(sections.count(int(RoomSection::Rooms)), 3);
    QCOMPARE(sections.count(int(RoomSection::Direct)), 2);
    QCOMPARE(sections.count(int(RoomSection::Others)), 1);
}

void UiChatTest::enterSendsAndShiftEnterBreaks()
{
    Shown shown;
    shown.open(SampleAccount::stock);
    QTest::keyClicks(&shown.field(), u"first"_s);
    QTest::keyClick(&shown.field(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(&shown.field(), u"second"_s);
    QTest::keyClick(&shown.field(), Qt::Key_Return);
    QCOMPARE(shown.last().message.text, u"first\nsecond"_s);
    QCOMPARE(shown.last().state, DeliveryState::Pending);
    QVERIFY(shown.field().toPlainText().isEmpty());
    QVERIFY(shown.timeline().isAtBottom());
}

void UiChatTest::messagesToALostRoomAreShownToBeCopied()
{
    Shown shown(Role::Member, [](SampleAccount &sample) {
        Cache cache(sample.profile().cacheFile(sample.account()));
        OutboxItem item;
        item.clientId = u"lost"_s;
        item.method = u"chat.send"_s;
        item.subject = u"new:lost"_s;
        item.params = {{u"roomId"_s, 999}, {u"clientId"_s, u"lost"_s}, {u"text"_s, u"<b>my thoughts</b>"_s}};
        item.failed = true;
        cache.outbox().add(item);
    });
    QTRY_VERIFY(shown.app->window().findChild<StrandedDialog *>());
    auto &first = shown.find<StrandedDialog>();
    QTRY_VERIFY(first.isVisible());
    QCOMPARE(first.findChild<QPlainTextEdit *>()->toPlainText(), u"<b>my thoughts</b>"_s);
    QTest::keyClick(&first, Qt::Key_Escape); // Later: nothing is forgotten.
    QCOMPARE(shown.app->session()->chatWriter().strandedTexts().size(), 1);
    Q_EMIT shown.app->session()->chatWriter().stranded();
    QTRY_VERIFY(shown.app->window().findChild<StrandedDialog *>() && shown.find<StrandedDialog>().isVisible());
    shown.find<StrandedDialog>().accept();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"<b>my thoughts</b>"_s);
    QVERIFY(shown.app->session()->chatWriter().strandedTexts().isEmpty());
}

void UiChatTest::blankTextIsNotSent()
{
    Shown shown;
    shown.open(SampleAccount::stock);
    const int before = shown.timeline().rowCount();
    QTest::keyClicks(&shown.field(), u"   "_s);
    QTest::keyClick(&shown.field(), Qt::Key_Return);
    QCOMPARE(shown.timeline().rowCount(), before);
}

void UiChatTest::draftsStayWithTheirRooms()
{
    Shown shown;
    shown.open(SampleAccount::stock);
    QTest::keyClicks(&shown.field(), u"half a thought"_s);
    shown.open(SampleAccount::purchases);
    QCOMPARE(shown.field().toPlainText(), u"Пропоную замовити ще дві палети"_s);
    shown.open(SampleAccount::stock);
    QCOMPARE(shown.field().toPlainText(), u"half a thought"_s);
    shown.app.reset();
    Cache cache(shown.sample.profile().cacheFile(shown.sample.account()));
    QCOMPARE(cache.drafts().all().value(SampleAccount::stock), u"half a thought"_s);
}

void UiChatTest::upEditsTheLastOwnMessage()
{
    Shown shown;
    shown.open(SampleAccount::stock);
    QTest::keyClick(&shown.field(), Qt::Key_Up);
    QVERIFY(shown.find<Composer>().isEditing());
    const QString before = shown.field().toPlainText();
    QTest::keyClicks(&shown.field(), u" edited"_s);
    QTest::keyClick(&shown.field(), Qt::Key_Return);
    QVERIFY(!shown.find<Composer>().isEditing());
    bool found = false;
    for (int row = 0; row < shown.timeline().rowCount(); ++row)
        found |= shown.timeline().rowData(row).message.text == before + u" edited"_s;
    QVERIFY(found);
}

void UiChatTest::escapeGivesTheDraftBack()
{
    Shown shown;
    shown.open(SampleAccount::stock);
    QTest::keyClick(&shown.field(), Qt::Key_Up);
    QTest::keyClick(&shown.field(), Qt::Key_Escape);
    QVERIFY(!shown.find<Composer>().isEditing());
    QVERIFY(shown.field().toPlainText().isEmpty());
}

void UiChatTest::newMessagesLineStandsAtTheFirstUnread()
{
    Shown shown;
    shown.open(SampleAccount::stock);
    int lines = 0;
    for (int row = 0; row < shown.timeline().rowCount(); ++row) {
        const TimelineEntry entry = shown.timeline().rowData(row);
        lines += entry.firstUnread;
        if (entry.firstUnread)
            QVERIFY(entry.message.text.startsWith(u"Shelf B-04"_s));
    }
    QCOMPARE(lines, 1);
}

void UiChatTest::searchNarrowsTheList()
{
    Shown shown;
    auto *search = shown.find<RoomListPane>().findChild<QLineEdit *>();
    typeText(search, u"ЗАКУП"_s);
    QCOMPARE(shown.find<RoomListView>().model()->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(shown.find<RoomListPane>().currentRoom(), SampleAccount::purchases);
    typeText(search, u"склад"_s);
    QCOMPARE(shown.find<RoomListView>().model()->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(shown.find<RoomListView>().model()->rowCount(), 6);
}

void UiChatTest::altArrowsWalkThroughRooms()
{
    Shown shown;
    QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
    const QAbstractItemModel &rooms = *shown.find<RoomListView>().model();
    QVERIFY(!shown.find<RoomListPane>().currentRoom().isValid());
    QTest::keyClick(&shown.app->window(), Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(&shown.app->window(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(shown.find<RoomListPane>().currentRoom().value,
             rooms.index(1, 0).data(RoomListModel::IdRole).toLongLong());
}

void UiChatTest::publicRoomFromOutsideOffersToJoin()
{
    Shown shown;
    shown.open(SampleAccount::outside);
    QVERIFY(!shown.field().isVisible());
    bool offered = false;
    for (const QPushButton *button : shown.app->window().findChildren<QPushButton *>())
        offered |= button->isVisible() && button->text() == u"Join room"_s;
    QVERIFY(offered);
}

void UiChatTest::guestsCannotWrite()
{
    Shown shown(Role::Guest);
    shown.open(SampleAccount::stock);
    QVERIFY(!shown.field().isVisible());
}

void UiChatTest::composerGrowsToEightLines()
{
    Shown shown;
    shown.open(SampleAccount::stock);
    const int one = shown.field().height();
    QCOMPARE(one, 40);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&shown.field(), Qt::Key_Return, Qt::ShiftModifier);
    const int four = shown.field().height();
    QVERIFY(four > one);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(&shown.field(), Qt::Key_Return, Qt::ShiftModifier);
    const int most = shown.field().height();
    QVERIFY(most > four && most < 180);
    QVERIFY(shown.timeline().isAtBottom());
}

void UiChatTest::typingInTheTimelineGoesToTheComposer()
{
    Shown shown;
    QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
    shown.open(SampleAccount::stock);
    shown.timeline().setFocus();
    QTest::keyClick(&shown.timeline(), Qt::Key_H);
    QCOMPARE(shown.field().toPlainText(), u"h"_s);
    QCOMPARE(QApplication::focusWidget(), &shown.field());
}

void UiChatTest::bannerCountsDown()
{
    Shown shown;
    shown.open(SampleAccount::stock);
    ConnectionBanner *banner = nullptr;
    QTRY_VERIFY([&] {
        for (auto *candidate : shown.app->window().findChildren<ConnectionBanner *>())
            banner = candidate->isVisible() ? candidate : banner;
        return banner != nullptr;
    }());
    static const QRegularExpression words(
        u"^No connection to 127\\.0\\.0\\.1:9\\. No server answers at this address\\. Trying again in (\\d) s$"_s);
    QSet<QString> seconds;
    const auto read = [&] {
        const auto match = words.match(banner->accessibleName());
        if (match.hasMatch())
            seconds.insert(match.captured(1));
        return seconds.size() >= 2;
    };
    QVERIFY2(QTest::qWaitFor(read, 20'000), qPrintable(banner->accessibleName()));
    // Whoever does not want to wait need not.
    const auto *session = shown.app->session();
    QTRY_COMPARE(session->linkState(), LinkState::Offline);
    auto *retry = banner->findChild<Button *>();
    QCOMPARE(retry->text(), u"Retry now"_s);
    QTest::mouseClick(retry, Qt::LeftButton);
    QCOMPARE(session->linkState(), LinkState::Connecting);
}

void UiChatTest::theHintInTheFieldIsPaintedAnew()
{
    struct PaintCounter : QObject
    {
        bool eventFilter(QObject *, QEvent *event) override
        {
            count += event->type() == QEvent::Paint ? 1 : 0;
            return false;
        }
        int count = 0;
    } counter;
    Shown shown;
    shown.open(SampleAccount::stock);
    shown.timeline().setFocus(); // A blinking cursor would paint, too.
    QCoreApplication::processEvents();
    shown.field().viewport()->installEventFilter(&counter);
    // Until nothing else has to be painted.
    QTRY_VERIFY((counter.count = 0, QTest::qWait(50), counter.count == 0));
    shown.find<Composer>().setPlaceholder(u"Another hint"_s);
    QTRY_VERIFY(counter.count > 0);
}

void UiChatTest::lastRoomIsOpenedAgain()
{
    Shown shown;
    shown.open(SampleAccount::purchases);
    shown.app->window().close();
    shown.app = std::make_unique<ClientApp>(*qApp, shown.sample.profile(), Options{});
    shown.app->start();
    QCOMPARE(shown.find<RoomListPane>().currentRoom(), SampleAccount::purchases);
}

void UiChatTest::switchesThemeAndLanguageLive()
{
    Shown shown;
    shown.open(SampleAccount::stock);
    shown.app->theme().setChoice(ThemeChoice::Light);
    const QColor light = shown.timeline().viewport()->grab().toImage().pixelColor(3, 3);
    shown.app->theme().setChoice(ThemeChoice::Dark);
    const QColor dark = shown.timeline().viewport()->grab().toImage().pixelColor(3, 3);
    QCOMPARE(light, QColor(u"#ECF1F1"_s));
    QCOMPARE(dark, QColor(u"#0F1618"_s));
    shown.app->language().set(u"uk"_s);
    QCoreApplication::processEvents();
    QCOMPARE(shown.timeline().accessibleName(), u"Повідомлення"_s);
    QVERIFY(shown.field().placeholderText().startsWith(u"Повідомлення"_s));
}

QTEST_MAIN(UiChatTest)
#include "ui_chat_test.moc"
