#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QtTest>

#include "client/ChatWindow.h"
#include "client/Menus.h"
#include "client/Typing.h"
#include "features/chat/CompletionPopup.h"
#include "features/chat/EmojiPicker.h"
#include "features/chat/MessageToolbar.h"
#include "features/chat/PinBar.h"
#include "features/chat/RoomListView.h"
#include "features/chat/RoomMatches.h"
#include "features/chat/RoomPane.h"
#include "features/chat/model/MarkWriter.h"
#include "features/chat/model/RoomListModel.h"
#include "ui/Banner.h"
#include "ui/Button.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

QStringList reactionsOf(const TimelineEntry &row)
{
    QStringList lines;
    for (const Reaction &reaction : row.message.reactions)
        lines.append(reaction.emoji + QString::number(reaction.userIds.size()));
    return lines;
}

int rowWith(TimelineView &timeline, const QString &text)
{
    for (int row = 0; row < timeline.rowCount(); ++row) {
        if (timeline.rowData(row).message.text.contains(text))
            return row;
    }
    return -1;
}

void hover(TimelineView &timeline, int row)
{
    timeline.scrollToRow(row);
    QTest::mouseMove(timeline.viewport(), timeline.bubbleRect(row).center());
    QMouseEvent move(QEvent::MouseMove, timeline.bubbleRect(row).center(),
                     timeline.viewport()->mapToGlobal(timeline.bubbleRect(row).center()), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QApplication::sendEvent(timeline.viewport(), &move);
}

} // namespace

void clickTool(const MessageToolbar &toolbar, const QString &name)
{
    for (IconButton *button : toolbar.findChildren<IconButton *>()) {
        if (button->accessibleName() == name && button->isVisible())
            return QTest::mouseClick(button, Qt::LeftButton);
    }
    QFAIL(qPrintable(name));
}

/// Real keys and clicks on what one does with messages besides writing them; offline, as everything of it works there.
class UiMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theToolbarRepliesWithAQuote()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        const int row = rowWith(shown.timeline(), u"4821"_s);
        hover(shown.timeline(), row);
        auto &toolbar = shown.find<MessageToolbar>();
        QVERIFY(toolbar.isVisible());
        clickTool(toolbar, u"Reply"_s);
        QVERIFY(shown.find<Composer>().isReplying());
        QTest::keyClicks(&shown.field(), u"In the mail"_s);
        QTest::keyClick(&shown.field(), Qt::Key_Return);
        QCOMPARE(shown.last().message.replyToId, shown.timeline().rowData(row).message.id);
        QVERIFY(shown.last().quoteText.contains(u"4821"_s));
        QVERIFY(!shown.find<Composer>().isReplying());
        // Escape takes an answer back, and the next message answers nothing.
        hover(shown.timeline(), row);
        clickTool(toolbar, u"Reply"_s);
        QTest::keyClick(&shown.field(), Qt::Key_Escape);
        QTest::keyClicks(&shown.field(), u"Alone"_s);
        QTest::keyClick(&shown.field(), Qt::Key_Return);
        QVERIFY(!shown.last().message.replyToId);
    }

    void theToolbarHidesNothingOfTheMessage()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        shown.app->window().resize(shown.app->window().minimumSize());
        auto &toolbar = shown.find<MessageToolbar>();
        const auto pointAt = [&](int row) {
            hover(shown.timeline(), row);
            return shown.timeline().bubbleRect(row);
        };
        bool isAbove = false;
        for (int row = shown.timeline().rowCount() - 1; row > shown.timeline().rowCount() - 6; --row) {
            const QRect bubble = pointAt(row);
            if (!toolbar.isVisible() || bubble.top() < toolbar.height())
                continue;
            QVERIFY(toolbar.geometry().intersected(bubble).height() <= 12 || !toolbar.geometry().intersects(bubble));
            isAbove = isAbove || toolbar.geometry().intersects(bubble); // So that the pointer gets there.
        }
        QVERIFY(isAbove);
        // Its place is another one when the window has another size.
        shown.app->window().resize(1280, 800);
        QTRY_VERIFY(!toolbar.isVisible());
    }

    void aClickAtTheQuoteGoesToTheMessage()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        QSignalSpy clicked(&shown.timeline(), &TimelineView::quoteClicked);
        const int row = rowWith(shown.timeline(), u"накладна в мене"_s);
        shown.timeline().scrollToRow(row);
        const QRect bubble = shown.timeline().bubbleRect(row);
        QTest::mouseClick(shown.timeline().viewport(), Qt::LeftButton, {}, bubble.topLeft() + QPoint(40, 20));
        QCOMPARE(clicked.size(), 1);
        const int answered = rowWith(shown.timeline(), u"4821"_s);
        QVERIFY(shown.timeline().bubbleRect(answered).isValid());
    }

    void whatIsPinnedStandsAboveTheMessages()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        PinBar &bar = shown.find<PinBar>();
        QVERIFY(bar.isVisible());
        QVERIFY2(bar.accessibleName().startsWith(u"Pinned: Так, накладна"_s), qPrintable(bar.accessibleName()));
        QTest::mouseClick(&bar, Qt::LeftButton);
        QTRY_COMPARE(shown.timeline().flashedRow(), rowWith(shown.timeline(), u"накладна в мене"_s));
        const auto askForMenu = [&] { Q_EMIT bar.menuRequested(bar.mapToGlobal(QPoint())); };
        const QStringList entries = entriesOf(askForMenu);
        QVERIFY2(entries.size() == 2 && entries.first().startsWith(u"Так, накладна"_s), qPrintable(entries.join(u'/')));
        inMenu({u"Unpin"_s});
        askForMenu();
        QCOMPARE(shown.app->session()->unsentCount(), 1);
        shown.open(SampleAccount::purchases);
        QVERIFY(!bar.isVisible());
    }

    void whereOneWasReadingIsKept()
    {
        Shown shown(Role::Member, [](SampleAccount &sample) {
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
        });
        shown.open(SampleAccount::purchases);
        QVERIFY(shown.timeline().isAtBottom());
        shown.timeline().scrollToRow(rowWith(shown.timeline(), u"line 170"_s));
        const auto place = [&] {
            TimelineView &timeline = shown.timeline();
            return std::pair(timeline.rowData(timeline.firstVisibleRow()).message.text,
                             qRound(timeline.offsetOfFirst()));
        };
        const auto before = place();
        shown.open(SampleAccount::stock);
        shown.open(SampleAccount::purchases);
        QTRY_COMPARE(place(), before);
        shown.timeline().scrollToBottom();
        shown.open(SampleAccount::stock);
        shown.open(SampleAccount::purchases);
        QVERIFY(shown.timeline().isAtBottom());
    }

    void reactionsAreToggledByAClick()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        const int row = rowWith(shown.timeline(), u"накладна в мене"_s);
        QCOMPARE(reactionsOf(shown.timeline().rowData(row)), (QStringList{u"👍3"_s, u"❤️1"_s}));
        shown.timeline().scrollToRow(row);
        const QRect bubble = shown.timeline().bubbleRect(row);
        QTest::mouseClick(shown.timeline().viewport(), Qt::LeftButton, {}, bubble.bottomLeft() + QPoint(30, -18));
        QCOMPARE(reactionsOf(shown.timeline().rowData(row)), (QStringList{u"👍2"_s, u"❤️1"_s}));
        QTest::mouseClick(shown.timeline().viewport(), Qt::LeftButton, {}, bubble.bottomLeft() + QPoint(30, -18));
        QCOMPARE(reactionsOf(shown.timeline().rowData(row)), (QStringList{u"👍3"_s, u"❤️1"_s}));
    }

    void oneClickReactsWithWhatWasUsedLast()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        const int row = rowWith(shown.timeline(), u"Ок"_s);
        hover(shown.timeline(), row);
        clickTool(shown.find<MessageToolbar>(), u"React with ❤️"_s);
        QCOMPARE(reactionsOf(shown.timeline().rowData(row)), QStringList{u"❤️1"_s});
        hover(shown.timeline(), row);
        clickTool(shown.find<MessageToolbar>(), u"React with ❤️"_s); // Again takes it back.
        QVERIFY(reactionsOf(shown.timeline().rowData(row)).isEmpty());
        UiSettings(shown.sample.profile().folder()).rememberEmoji(u"🚀"_s);
        hover(shown.timeline(), rowWith(shown.timeline(), u"4821"_s));
        hover(shown.timeline(), row);
        clickTool(shown.find<MessageToolbar>(), u"React with 🚀"_s);
        QCOMPARE(reactionsOf(shown.timeline().rowData(row)), QStringList{u"🚀1"_s});
    }

    void thePickerFindsInThreeLanguagesAndReacts()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        const int row = rowWith(shown.timeline(), u"Ок"_s);
        hover(shown.timeline(), row);
        clickTool(shown.find<MessageToolbar>(), u"React"_s);
        auto *picker = shown.app->window().findChild<EmojiPicker *>();
        QVERIFY(picker);
        auto *search = picker->findChild<QLineEdit *>();
        auto *grid = picker->findChild<QListView *>();
        for (const QString &word : {u"rocket"_s, u"ракета"_s}) {
            search->setText(word);
            QCOMPARE(grid->currentIndex().data().toString(), u"🚀"_s);
        }
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(reactionsOf(shown.timeline().rowData(row)), QStringList{u"🚀1"_s});
    }

    void namesAndEmojiAreCompleted()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        shown.field().setFocus();
        QTest::keyClicks(&shown.field(), u"hi @ole"_s);
        auto &popup = shown.find<CompletionPopup>();
        QVERIFY(popup.isVisible());
        QTest::keyClick(&shown.field(), Qt::Key_Tab);
        QCOMPARE(shown.field().toPlainText(), u"hi @olena "_s);
        QTest::keyClicks(&shown.field(), u":party_p"_s);
        QVERIFY(popup.isVisible());
        QTest::keyClick(&shown.field(), Qt::Key_Return);
        QVERIFY2(shown.field().toPlainText().contains(u"🎉"_s), qPrintable(shown.field().toPlainText()));
        QTest::keyClicks(&shown.field(), u"@zzz"_s);
        QVERIFY(!popup.isVisible());
        QTest::keyClicks(&shown.field(), u" :rocket:"_s);
        QTest::keyClick(&shown.field(), Qt::Key_Escape);
        QTest::keyClick(&shown.field(), Qt::Key_Return);
        QVERIFY2(shown.last().message.text.endsWith(u"🚀"_s), qPrintable(shown.last().message.text));
    }

    void spoilersOpenAndCodeIsCopied()
    {
        Shown shown;
        shown.open(SampleAccount::purchases);
        const int row = rowWith(shown.timeline(), u"64,00"_s);
        shown.timeline().scrollToRow(row);
        const QImage hidden = shown.timeline().grab().toImage();
        const QRect bubble = shown.timeline().bubbleRect(row);
        // The last line ends with the spoiler.
        QTest::mouseClick(shown.timeline().viewport(), Qt::LeftButton, {},
                          QPoint(bubble.left() + 130, bubble.bottom() - 18));
        QVERIFY(shown.timeline().grab().toImage() != hidden);
        QSignalSpy copied(&shown.timeline(), &TimelineView::codeCopied);
        const int code = rowWith(shown.timeline(), u"```"_s);
        shown.timeline().scrollToRow(code);
        const QRect block = shown.timeline().bubbleRect(code);
        for (int y = block.top(); y < block.bottom() && copied.isEmpty(); y += 6)
            QTest::mouseClick(shown.timeline().viewport(), Qt::LeftButton, {}, QPoint(block.right() - 28, y));
        QCOMPARE(copied.size(), 1);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"[shelf]\npattern"_s));
    }

    void selectedTextIsWhatOneSees()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        shown.timeline().selectAll();
        QVERIFY(shown.timeline().selectedText().contains(u"check the price too? I think we agreed on 1 290."_s));
    }

    void deletingCanBeUndone()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        RoomPane &pane = shown.find<RoomPane>();
        const int row = rowWith(shown.timeline(), u"Перевірю"_s);
        const auto deleteRow = [&] {
            QTimer::singleShot(0, qApp, [] {
                auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
                QVERIFY(menu);
                QTest::keyClick(menu, Qt::Key_Up);
                QTest::keyClick(menu, Qt::Key_Return);
            });
            Q_EMIT shown.timeline().menuRequested(row, pane.mapToGlobal(QPoint(50, 50)));
        };
        deleteRow();
        QVERIFY(shown.timeline().rowData(row).message.deletedAt);
        QCOMPARE(shown.app->session()->unsentCount(), 0);
        auto *const strip = pane.findChildren<Banner *>().last();
        QVERIFY(strip->isVisible());
        QTest::mouseClick(strip->findChild<Button *>(), Qt::LeftButton);
        QVERIFY(!shown.timeline().rowData(row).message.deletedAt);
        // Whoever goes on means it.
        deleteRow();
        shown.open(SampleAccount::purchases);
        QCOMPARE(shown.app->session()->unsentCount(), 1);
        shown.open(SampleAccount::stock);
        QVERIFY(shown.timeline().rowData(row).message.deletedAt);
    }

    void searchFindsRoomsByAFewLetters()
    {
        Shown shown;
        typeText(shown.find<RoomListPane>().findChild<QLineEdit *>(), u"зак"_s);
        const QAbstractItemModel &rooms = *shown.find<RoomListView>().model();
        QCOMPARE(rooms.index(0, 0).data().toString(), u"Закупки 2026"_s);
        QCOMPARE(RoomMatches::score(u"Склад і поставки"_s, u"сп"_s), 1);
        QVERIFY(RoomMatches::score(u"Склад і поставки"_s, u"пост"_s) > RoomMatches::score(u"Недопост"_s, u"пост"_s));
        QCOMPARE(RoomMatches::score(u"Склад"_s, u"зак"_s), 0);
    }

    void wishesForARoomShowAtOnce()
    {
        Shown shown;
        RoomListModel &rooms = shown.app->session()->rooms();
        const auto room = [&](int role) { return rooms.index(rooms.rowOf(SampleAccount::purchases), 0).data(role); };
        QVERIFY(!room(RoomListModel::PinnedRole).toBool());
        ChangeMembership wishes;
        wishes.roomId = SampleAccount::purchases;
        wishes.pinned = true;
        QVERIFY(shown.app->session()->markWriter().changeMembership(wishes));
        QVERIFY(room(RoomListModel::PinnedRole).toBool());
        QCOMPARE(rooms.rowOf(SampleAccount::purchases), 0);
        QCOMPARE(shown.find<RoomListView>().model()->index(0, 0).data().toString(), u"Закупки 2026"_s);
    }
};

QTEST_MAIN(UiMarksTest)
#include "ui_marks_test.moc"
