#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QStyleOptionViewItem>
#include <QtTest>

#include "client/ChatWindow.h"
#include "client/Typing.h"
#include "features/chat/AttachmentBlock.h"
#include "features/chat/EmojiList.h"
#include "features/chat/EmojiPicker.h"
#include "features/chat/RoomHeader.h"
#include "features/chat/RoomPane.h"
#include "features/chat/SearchPane.h"
#include "features/chat/model/MessageModel.h"
#include "features/chat/model/RoomListModel.h"
#include "features/chat/model/SearchModel.h"
#include "net/ErrorText.h"
#include "ui/Button.h"
#include "ui/Confirm.h"
#include "ui/ConnectionBanner.h"
#include "ui/EmojiText.h"
#include "ui/Language.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// What hands do without thinking: come back to the window, paste, press Enter or Escape.
class UiHabitsTest : public QObject
{
    Q_OBJECT

    static int unread(Shown &shown, RoomId room)
    {
        const RoomListModel &rooms = shown.app->session()->rooms();
        return rooms.index(rooms.rowOf(room), 0).data(RoomListModel::UnreadCountRole).toInt();
    }

private Q_SLOTS:
    void whoComesBackToTheWindowHasReadWhatCame();
    void whoComesBackToThePageHasReadWhatCame();
    void whatIsPastedOverTheMessagesGoesToTheField();
    void escapeTakesTheSelectionAway();
    void enterInASearchKeepsTheFocusThere();
    void enterDoesNotConfirmWhatCannotBeTakenBack();
    void everyEmojiOfThePickerIsShownWhole();
    void groupsOfEmojiAreReachedByAButton();
    void whatIsArrangedForDrawingIsSentAsItIs();
    void usualNamesOfEmojiAreKnown();
    void sizesHaveTheRightWord();
    void aNarrowHeaderKeepsTheName();
    void refusalsAreSaidInTheLanguageOfTheWindow();
    void theDetailsOfARefusalCanBeCopied();
    void anAttemptThatFailsAtOnceChangesNothing();
    void whoComesLaterHasNotReadWhatWasSaidBefore();
};

void UiHabitsTest::whoComesBackToTheWindowHasReadWhatCame()
{
    Shown shown;
    QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    constexpr RoomId catalogue{2};
    shown.open(catalogue);
    QVERIFY(unread(shown, catalogue) > 0);
    shown.timeline().scrollToBottom();
    QCoreApplication::processEvents();
    QVERIFY(unread(shown, catalogue) > 0);
    shown.app->window().activateWindow();
    QTRY_COMPARE(unread(shown, catalogue), 0);
}

void UiHabitsTest::whoComesBackToThePageHasReadWhatCame()
{
    Shown shown;
    QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
    shown.app->window().showPage(u"catalog"_s);
    constexpr RoomId catalogue{2};
    shown.open(catalogue);
    shown.timeline().scrollToBottom();
    QVERIFY(unread(shown, catalogue) > 0);
    shown.app->window().showPage(u"chat"_s);
    QTRY_COMPARE(unread(shown, catalogue), 0);
}

void UiHabitsTest::whatIsPastedOverTheMessagesGoesToTheField()
{
    Shown shown;
    shown.open(SampleAccount::stock);
    QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
    QGuiApplication::clipboard()->setText(u"from elsewhere"_s);
    shown.timeline().setFocus();
    QTest::keySequence(&shown.timeline(), QKeySequence::Paste);
    QCOMPARE(shown.field().toPlainText(), u"from elsewhere"_s);
    QVERIFY(shown.field().hasFocus());
}

void UiHabitsTest::escapeTakesTheSelectionAway()
{
    Shown shown;
    shown.open(SampleAccount::stock);
    shown.timeline().selectAll();
    QVERIFY(!shown.timeline().selectedText().isEmpty());
    QTest::keyClick(&shown.timeline(), Qt::Key_Escape);
    QVERIFY(shown.timeline().selectedText().isEmpty());
    shown.timeline().selectAll();
    typeText(&shown.field(), u"written"_s);
    QTest::keyClick(&shown.field(), Qt::Key_Return);
    QVERIFY(shown.timeline().selectedText().isEmpty());
}

void UiHabitsTest::enterInASearchKeepsTheFocusThere()
{
    Shown shown;
    shown.app->window().resize(1280, 800); // In a smaller one the search gives way to what was found.
    shown.open(SampleAccount::purchases);
    QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
    QTest::keyClick(&shown.field(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto &pane = shown.find<SearchPane>();
    QTRY_VERIFY(pane.isVisible());
    QWidget *const words = QApplication::focusWidget();
    QVERIFY(words && pane.isAncestorOf(words));
    typeText(words, u"накладну"_s);
    QTRY_COMPARE(shown.app->session()->search().rowCount(), 1);
    QTest::keyClick(words, Qt::Key_Return);
    QTRY_COMPARE(shown.find<RoomListPane>().currentRoom(), RoomId{4});
    QCOMPARE(QApplication::focusWidget(), words);
}

void UiHabitsTest::enterDoesNotConfirmWhatCannotBeTakenBack()
{
    Shown shown;
    for (const bool goesThere : {false, true}) {
        Confirm question(shown.app->theme(), u"Remove it?"_s, u"It is gone then."_s, u"Remove"_s, &shown.app->window());
        question.show();
        QVERIFY(QTest::qWaitForWindowActive(&question));
        if (goesThere)
            QTest::keyClick(&question, Qt::Key_Tab);
        QTest::keyClick(question.focusWidget(), Qt::Key_Return);
        QCOMPARE(question.result(), int(goesThere ? QDialog::Accepted : QDialog::Rejected));
        QVERIFY(!question.isVisible());
    }
}

void UiHabitsTest::everyEmojiOfThePickerIsShownWhole()
{
    Shown shown;
    EmojiPicker picker(shown.app->theme(), shown.app->settings(), &shown.app->window());
    picker.setAttribute(Qt::WA_DeleteOnClose, false);
    picker.popUpAt(QRect(400, 400, 20, 20));
    auto *grid = picker.findChild<QListView *>();
    QStyleOptionViewItem option;
    option.initFrom(grid);
    option.widget = grid;
    option.font = grid->font();
    option.features = QStyleOptionViewItem::HasDisplay;
    option.text = u"😀"_s;
    option.rect = grid->visualRect(grid->model()->index(0, 0));
    const QRect text = grid->style()->subElementRect(QStyle::SE_ItemViewItemText, &option, grid);
    const int margin = grid->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, grid) + 1;
    QVERIFY2(text.width() - 2 * margin >= QFontMetrics(grid->font()).horizontalAdvance(option.text),
             qPrintable(QString::number(text.width())));
}

void UiHabitsTest::groupsOfEmojiAreReachedByAButton()
{
    Shown shown;
    EmojiPicker picker(shown.app->theme(), shown.app->settings(), &shown.app->window());
    picker.setAttribute(Qt::WA_DeleteOnClose, false);
    picker.popUpAt(QRect(400, 400, 20, 20));
    const QList<IconButton *> buttons = picker.findChildren<IconButton *>();
    QCOMPARE(buttons.size(), 9);
    auto *grid = picker.findChild<QListView *>();
    const auto top = [&] { return grid->indexAt(QPoint(18, 18)).data().toString(); };
    const auto pressed = [&] {
        QStringList names;
        for (const IconButton *button : buttons) {
            if (button->isChecked())
                names.append(button->accessibleName());
        }
        return names;
    };
    QCOMPARE(pressed(), QStringList({u"Smileys and feelings"_s}));
    for (IconButton *button : buttons) {
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(pressed(), QStringList({button->accessibleName()}));
        QCOMPARE(grid->currentIndex().data(EmojiModel::EmojiRole).toString(), button->text());
        if (button != buttons.last()) // The last of all may end before its group is at the top.
            QVERIFY(grid->visualRect(grid->currentIndex()).top() < grid->gridSize().height());
    }
    auto *search = picker.findChild<QLineEdit *>();
    QTest::keyClicks(search, u"pizza"_s);
    QCOMPARE(top(), u"🍕"_s);
    QCOMPARE(pressed(), QStringList());
    QTest::mouseClick(buttons.at(4), Qt::LeftButton);
    QVERIFY(search->text().isEmpty());
    QCOMPARE(pressed(), QStringList({buttons.at(4)->accessibleName()}));
}

void UiHabitsTest::whatIsArrangedForDrawingIsSentAsItIs()
{
    Shown shown;
    EmojiPicker picker(shown.app->theme(), shown.app->settings(), &shown.app->window());
    picker.setAttribute(Qt::WA_DeleteOnClose, false);
    picker.popUpAt(QRect(400, 400, 20, 20));
    QSignalSpy chosen(&picker, &EmojiPicker::chosen);
    auto *search = picker.findChild<QLineEdit *>();
    QTest::keyClicks(search, u"heart_on_fire"_s);
    const QString heart = u"\u2764\uFE0F\u200D🔥"_s;
    const QString drawn = picker.findChild<QListView *>()->currentIndex().data().toString();
    QVERIFY(drawn != heart && drawn == joinedEmoji(heart));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), heart);
}

void UiHabitsTest::usualNamesOfEmojiAreKnown()
{
    const EmojiList &emoji = EmojiList::instance();
    QCOMPARE(emoji.find(u"heart"_s, 8).first().emoji, u"❤️"_s);
    QCOMPARE(emoji.find(u"+1"_s, 8).first().emoji, u"👍"_s);
    QCOMPARE(withEmoji(u"yes :+1: and :heart:"_s), u"yes 👍 and ❤️"_s);
    QCOMPARE(withEmoji(u"at 10:30:15"_s), u"at 10:30:15"_s);
    QCOMPARE(withEmoji(u"`:+1:` is :+1:, :-1: ```\n:heart:``` :heart: ` :wave:"_s),
             u"`:+1:` is 👍, 👎 ```\n:heart:``` ❤️ ` 👋"_s);
}

void UiHabitsTest::sizesHaveTheRightWord()
{
    Language language(*qApp);
    const std::pair<QString, QString> words[] = {
        {u"en"_s, u"905 bytes"_s}, {u"ru"_s, u"905 байт"_s}, {u"uk"_s, u"905 байтів"_s}};
    for (const auto &[code, expected] : words) {
        language.set(code);
        QCOMPARE(sizeWords(905), expected);
    }
    language.set(u"ru"_s);
    QCOMPARE(sizeWords(93), u"93 байта"_s);
    language.set(u"en"_s);
    QCOMPARE(sizeWords(1), u"1 byte"_s);
    QCOMPARE(sizeWords(1536), u"1.5 kB"_s);
}

void UiHabitsTest::aNarrowHeaderKeepsTheName()
{
    Shown shown;
    shown.app->window().resize(1280, 800);
    shown.open(SampleAccount::stock);
    auto &header = shown.find<RoomHeader>();
    const auto *members = header.findChild<Button *>();
    QVERIFY(members && members->isVisible() && members->text().contains("member"_L1));
    header.setFixedWidth(300);
    QTRY_VERIFY(!members->isVisible());
    header.setFixedWidth(700);
    QTRY_VERIFY(members->isVisible());
}

void UiHabitsTest::refusalsAreSaidInTheLanguageOfTheWindow()
{
    Language language(*qApp);
    Error taken{ErrorCode::Conflict, u"The SKU A-1 belongs to another product."_s, u"sku"_s, {}, 0};
    language.set(u"ru"_s);
    QVERIFY2(errorText(taken).contains(u"артикул"_s), qPrintable(errorText(taken)));
    taken.field.clear();
    QVERIFY2(!errorText(taken).contains(u"артикул"_s), qPrintable(errorText(taken)));
    language.set(u"en"_s);
    taken.field = u"sku"_s;
    QCOMPARE(errorDetails(taken), u"conflict (sku): The SKU A-1 belongs to another product."_s);
    taken.isLocal = true;
    QCOMPARE(errorText(taken), taken.message);
}

void UiHabitsTest::theDetailsOfARefusalCanBeCopied()
{
    Shown shown;
    Dialog dialog(shown.app->theme(), u"Change"_s, &shown.app->window());
    dialog.show();
    const auto copy = [&] {
        for (Button *button : dialog.findChildren<Button *>()) {
            if (button->text() == "Copy details"_L1 && button->isVisible())
                return button;
        }
        return static_cast<Button *>(nullptr);
    };
    QVERIFY(!copy());
    dialog.setRefusal({ErrorCode::Forbidden, u"Your role in this room does not allow that."_s, {}, {}, 0});
    QVERIFY(copy());
    QTest::mouseClick(copy(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"forbidden: Your role in this room does not allow that."_s);
    dialog.setProblem({});
    QVERIFY(!copy());
}

void UiHabitsTest::anAttemptThatFailsAtOnceChangesNothing()
{
    Shown shown; // Its server listens nowhere: each attempt is refused within a moment.
    shown.open(SampleAccount::stock);
    auto &banner = *shown.find<RoomPane>().findChild<ConnectionBanner *>();
    QTRY_VERIFY_WITH_TIMEOUT(banner.isVisible(), 15'000);
    int attempts = 0;
    bool isSteady = true;
    connect(shown.app->session(), &Session::linkChanged, this, [&] {
        attempts += shown.app->session()->linkState() == LinkState::Connecting;
        isSteady = isSteady && banner.isVisible() && banner.accessibleName().startsWith("No connection"_L1);
    });
    QTRY_VERIFY_WITH_TIMEOUT(attempts >= 2, 20'000);
    QVERIFY(isSteady);
}

void UiHabitsTest::whoComesLaterHasNotReadWhatWasSaidBefore()
{
    Message message;
    message.id = MessageId{5};
    message.authorId = UserId{1};
    message.createdAt = 1'000;
    Member member;
    member.userId = UserId{2};
    member.lastReadMessageId = MessageId{10};
    member.joinedAt = 500;
    QVERIFY(hasRead(member, message));
    member.lastReadMessageId = MessageId{4};
    QVERIFY(!hasRead(member, message));
    member.lastReadMessageId = MessageId{10};
    member.joinedAt = 2'000; // A marker at the end is what one begins with.
    QVERIFY(!hasRead(member, message));
    member.joinedAt = 500;
    member.userId = message.authorId;
    QVERIFY(!hasRead(member, message));
}

int main(int argc, char **argv)
{
    // The desktop of whoever runs this is left alone.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QApplication application(argc, argv);
    UiHabitsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ui_habits_test.moc"
