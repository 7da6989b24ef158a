#include <QLabel>
#include <QListView>
#include <QtTest>

#include "client/ChatWindow.h"
#include "client/Steps.h"
#include "features/chat/AttachmentPane.h"
#include "features/chat/DetailsPane.h"
#include "features/chat/MemberList.h"
#include "features/chat/PictureViewer.h"
#include "features/chat/SearchPane.h"
#include "ui/Button.h"
#include "ui/Chip.h"
#include "ui/RowButton.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;

Attachment file(qint64 id, const QString &name, int side = 0)
{
    Attachment attachment;
    attachment.fileId = FileId{id};
    attachment.name = name;
    attachment.size = 2048 * id;
    attachment.width = attachment.height = side;
    return attachment;
}

/// Three messages with files in the first room, among others; one of them has both kinds.
void sendFiles(SampleAccount &sample)
{
    Cache cache(sample.profile().cacheFile(sample.account()));
    Message early = sampleMessage(500, SampleAccount::stock, u"two"_s, 50 * minuteMs);
    early.attachments = {file(1, u"shelf.png"_s, 64), file(2, u"Накладна.pdf"_s)};
    Message late = sampleMessage(501, SampleAccount::stock, {}, 40 * minuteMs);
    late.attachments = {file(3, u"lamp.png"_s, 64)};
    Message elsewhere = sampleMessage(502, SampleAccount::purchases, {}, 30 * minuteMs);
    elsewhere.attachments = {file(4, u"secret.png"_s, 64)};
    for (const Message &message : {early, late, elsewhere})
        cache.messages().merge(message);
    for (int i = 0; i < 60; ++i)
        cache.messages().merge(sampleMessage(600 + i, SampleAccount::stock, u"line %1"_s.arg(i), (29 - i) * 1000));
}

struct Details : Shown
{
    explicit Details(const std::function<void(SampleAccount &)> &prepare = {}) : Shown(Role::Member, prepare)
    {
        app->window().resize(1400, 800);
        open(SampleAccount::stock);
        (void)QTest::qWaitForWindowActive(&app->window()); // Shortcuts and the focus are of the active window.
    }

    DetailsPane &pane() { return find<DetailsPane>(); }
    AttachmentPane &files() { return find<AttachmentPane>(); }
    template <typename Kind> Kind *named(const QString &name)
    {
        for (Kind *widget : app->window().findChildren<Kind *>()) {
            if (widget->isVisible() && (widget->text() == name || widget->accessibleName().startsWith(name)))
                return widget;
        }
        return nullptr;
    }
    template <typename Kind> void click(const QString &name)
    {
        Kind *const widget = named<Kind>(name);
        QVERIFY2(widget, qPrintable(name));
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    bool says(const QString &words)
    {
        const auto labels = pane().findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    /// Of the list that is to be seen.
    QListView *list()
    {
        for (QListView *list : files().findChildren<QListView *>()) {
            if (list->isVisible())
                return list;
        }
        return nullptr;
    }
    QStringList names()
    {
        QStringList names;
        for (int row = 0; list() && row < list()->model()->rowCount(); ++row)
            names.append(list()->model()->index(row, 0).data().toString());
        return names;
    }
    QPoint place(int row) { return list()->visualRect(list()->model()->index(row, 0)).center(); }
    void showFiles()
    {
        click<IconButton>(u"Details"_s);
        click<RowButton>(u"Files and photos"_s);
    }
};

} // namespace

/// What is told about a room beside its messages: who is in it, and all that was sent there.
class UiDetailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theButtonShowsAndHidesThem();
    void theyStayUntilOneTakesThemAway();
    void inANarrowWindowTheyCoverTheRoom();
    void theSearchTakesTheirPlaceForATime();
    void aConversationOfTwoTellsOfTheOther();
    void fromOutsideNothingIsOffered();
    void membersAreShownByAClick();
    void filesAndPicturesAreApart();
    void whatLiesFarBackIsFound();
    void aPictureIsEnlarged();
    void aFileLeadsToItsMessage();
    void whereNothingWasSentWordsSaySo();
    void escapeGoesBackStepByStep();
};

void UiDetailsTest::theButtonShowsAndHidesThem()
{
    Details shown;
    QVERIFY(!shown.pane().isVisible());
    shown.click<IconButton>(u"Details"_s);
    QVERIFY(shown.pane().isVisible() && shown.timeline().isVisible());
    QVERIFY(shown.says(u"Приймання, накладні"_s));
    QVERIFY(shown.says(u"Members · 4"_s));
    QCOMPARE(shown.find<MemberList>().count(), 4);
    QCOMPARE(shown.named<RowButton>(u"Notifications"_s)->value(), u"What concerns me"_s);
    shown.open(SampleAccount::purchases);
    QVERIFY(shown.pane().isVisible());
    QVERIFY(shown.says(u"Закрытая комната отдела"_s));
    shown.click<IconButton>(u"Close details"_s);
    QVERIFY(!shown.pane().isVisible());
    QVERIFY(shown.find<Composer>().isAncestorOf(QApplication::focusWidget()));
    // Who clicks goes on writing, who asks by a key is in the pane.
    shown.click<IconButton>(u"Details"_s);
    QVERIFY(shown.field().hasFocus());
    QTest::keyClick(&shown.field(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!shown.pane().isVisible());
    QTest::keyClick(&shown.field(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(shown.pane().isVisible() && shown.pane().isAncestorOf(QApplication::focusWidget()));
}

void UiDetailsTest::theyStayUntilOneTakesThemAway()
{
    Details shown;
    shown.click<IconButton>(u"Details"_s);
    const auto restart = [&shown] {
        shown.app.reset();
        shown.app = std::make_unique<ClientApp>(*qApp, shown.sample.profile(), Options{});
        shown.app->language().set(u"en"_s);
        shown.app->start();
        shown.app->window().resize(1400, 800);
        shown.app->window().showPage(u"chat"_s);
        shown.open(SampleAccount::stock);
    };
    restart();
    QTRY_VERIFY(shown.pane().isVisible());
    shown.click<IconButton>(u"Details"_s);
    restart();
    QVERIFY(shown.timeline().isVisible() && !shown.pane().isVisible());
}

void UiDetailsTest::inANarrowWindowTheyCoverTheRoom()
{
    Details shown;
    shown.click<IconButton>(u"Details"_s);
    shown.app->window().resize(1000, 700);
    QTRY_VERIFY(!shown.pane().isVisible()); // Nobody asked for them here.
    QVERIFY(shown.timeline().isVisible());
    shown.click<IconButton>(u"Details"_s);
    QVERIFY(shown.pane().isVisible() && !shown.timeline().isVisible());
    shown.open(SampleAccount::purchases);
    QVERIFY(!shown.pane().isVisible() && shown.timeline().isVisible());
    shown.app->window().resize(1400, 800);
    QTRY_VERIFY(shown.pane().isVisible() && shown.timeline().isVisible());
}

void UiDetailsTest::theSearchTakesTheirPlaceForATime()
{
    Details shown;
    shown.click<IconButton>(u"Details"_s);
    QTest::keyClick(&shown.field(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(shown.find<SearchPane>().isVisible() && !shown.pane().isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!shown.find<SearchPane>().isVisible() && shown.pane().isVisible());
    QVERIFY(shown.says(u"Приймання, накладні"_s));
}

void UiDetailsTest::aConversationOfTwoTellsOfTheOther()
{
    Details shown;
    shown.open(RoomId{4});
    shown.click<IconButton>(u"Details"_s);
    QVERIFY(shown.named<RowButton>(u"Олена Коваленко"_s));
    QVERIFY(!shown.find<MemberList>().isVisible() && !shown.named<RowButton>(u"Leave room…"_s));
}

void UiDetailsTest::fromOutsideNothingIsOffered()
{
    Details shown;
    shown.open(SampleAccount::outside);
    shown.click<IconButton>(u"Details"_s);
    QVERIFY(shown.says(u"Printers, passwords"_s) && shown.says(u"Members"_s) && !shown.says(u"Members ·"_s));
    QVERIFY(!shown.named<RowButton>(u"Leave room…"_s) && !shown.named<RowButton>(u"Notifications"_s));
    QVERIFY(!shown.named<Button>(u"Add"_s));
}

void UiDetailsTest::membersAreShownByAClick()
{
    Details shown;
    shown.click<IconButton>(u"Details"_s);
    disconnect(&shown.pane(), &DetailsPane::personRequested, nullptr, nullptr); // What follows is tested elsewhere.
    QSignalSpy asked(&shown.pane(), &DetailsPane::personRequested);
    auto &members = shown.find<MemberList>();
    QVERIFY(members.item(1)->text().contains(u"Олена Коваленко"_s));
    QTest::mouseClick(members.viewport(), Qt::LeftButton, {}, members.visualItemRect(members.item(1)).center());
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<UserId>(), UserId{2});
    // Who may do nothing with anybody can look at them all the same.
    members.setCurrentRow(1);
    QCOMPARE(entriesOf([&] { QTest::keyClick(&members, Qt::Key_Return); }), QStringList{u"Show profile…"_s});
}

void UiDetailsTest::filesAndPicturesAreApart()
{
    Details shown(sendFiles);
    shown.showFiles();
    QTRY_COMPARE(shown.names(), (QStringList{u"lamp.png"_s, u"shelf.png"_s})); // The newest first.
    QVERIFY(shown.says(u"Offline: only what is stored here is shown."_s));
    // As a grid.
    QCOMPARE(shown.place(0).y(), shown.place(1).y());
    QVERIFY(shown.place(0).x() < shown.place(1).x());
    const QSize cell = shown.list()->visualRect(shown.list()->model()->index(0, 0)).size();
    QVERIFY2(cell.width() == cell.height() && cell.width() > 80, qPrintable(QString::number(cell.height())));
    shown.click<Chip>(u"Files"_s);
    QTRY_COMPARE(shown.names(), QStringList{u"Накладна.pdf"_s});
    const QString words = shown.list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(words.startsWith(u"Накладна.pdf, 4"_s) && words.contains(u"Дмитрий Соколов"_s), qPrintable(words));
    // Another room has others.
    shown.open(SampleAccount::purchases);
    QVERIFY(!shown.files().isVisible());
    shown.click<RowButton>(u"Files and photos"_s);
    shown.click<Chip>(u"Photos"_s);
    QTRY_COMPARE(shown.names(), QStringList{u"secret.png"_s});
}

/// Pages of messages with files may hold nothing but pictures.
void UiDetailsTest::whatLiesFarBackIsFound()
{
    Details shown([](SampleAccount &sample) {
        Cache cache(sample.profile().cacheFile(sample.account()));
        for (int i = 0; i < 120; ++i) {
            Message message = sampleMessage(500 + i, SampleAccount::stock, {}, (120 - i) * minuteMs);
            message.attachments = {i == 0 ? file(1, u"first.pdf"_s) : file(2 + i, u"%1.png"_s.arg(i), 64)};
            cache.messages().merge(message);
        }
    });
    shown.showFiles();
    shown.click<Chip>(u"Files"_s);
    QTRY_COMPARE(shown.names(), QStringList{u"first.pdf"_s});
    shown.click<Chip>(u"Photos"_s);
    QTRY_VERIFY(shown.names().size() >= 30);
    for (int page = 0; page < 10; ++page)
        shown.list()->scrollToBottom();
    QTRY_COMPARE(shown.names().size(), 119);
    QCOMPARE(shown.names().last(), u"1.png"_s);
}

void UiDetailsTest::aPictureIsEnlarged()
{
    Details shown(sendFiles);
    shown.showFiles();
    QTRY_COMPARE(shown.names().size(), 2);
    QTest::mouseClick(shown.list()->viewport(), Qt::LeftButton, {}, shown.place(0));
    auto *viewer = shown.app->window().findChild<PictureViewer *>();
    QVERIFY(viewer);
    viewer->activateWindow(); // As a desktop does; until then keys are those of the window below.
    QTRY_COMPARE(QApplication::activeWindow(), viewer);
    QCOMPARE(viewer->current().name, u"lamp.png"_s);
    QTest::keyClick(viewer, Qt::Key_Right);
    QCOMPARE(viewer->current().name, u"shelf.png"_s);
    QCOMPARE(shown.app->window().findChildren<PictureViewer *>().size(), 1);
    QTest::keyClick(viewer, Qt::Key_Escape);
    QTRY_COMPARE(shown.app->window().findChildren<PictureViewer *>().size(), 0);
    // By the keyboard, too.
    shown.list()->setCurrentIndex(shown.list()->model()->index(1, 0));
    QTest::keyClick(shown.list(), Qt::Key_Return);
    viewer = shown.app->window().findChild<PictureViewer *>();
    QVERIFY(viewer);
    QCOMPARE(viewer->current().name, u"shelf.png"_s);
}

void UiDetailsTest::aFileLeadsToItsMessage()
{
    Details shown(sendFiles);
    shown.showFiles();
    shown.click<Chip>(u"Files"_s);
    QTRY_COMPARE(shown.names().size(), 1);
    inMenu({u"Show in the chat"_s});
    Q_EMIT shown.list()->customContextMenuRequested(shown.place(0));
    QTRY_VERIFY(shown.timeline().flashedRow() >= 0);
    QCOMPARE(shown.timeline().rowData(shown.timeline().flashedRow()).message.id, MessageId{500});
    QVERIFY(shown.files().isVisible()); // One may look at the next.
}

void UiDetailsTest::whereNothingWasSentWordsSaySo()
{
    Details shown;
    shown.showFiles();
    QTRY_VERIFY(shown.says(u"No pictures were sent here yet."_s));
    shown.click<Chip>(u"Files"_s);
    QTRY_VERIFY(shown.says(u"No files were sent here yet."_s));
    QVERIFY(!shown.list());
}

void UiDetailsTest::escapeGoesBackStepByStep()
{
    Details shown(sendFiles);
    shown.showFiles();
    QVERIFY(shown.files().isVisible() && !shown.find<MemberList>().isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!shown.files().isVisible() && shown.find<MemberList>().isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!shown.pane().isVisible());
}

QTEST_MAIN(UiDetailsTest)
#include "ui_details_test.moc"
