#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QtTest>

#include "client/ChatWindow.h"
#include "features/auth/SignInForm.h"
#include "features/auth/model/SignIn.h"
#include "features/chat/ComposerField.h"
#include "features/chat/EmojiList.h"
#include "features/chat/RoomHeader.h"
#include "features/chat/SearchPane.h"
#include "features/chat/model/SearchModel.h"
#include "ui/Dialog.h"
#include "ui/Metrics.h"
#include "ui/PlainTextEdit.h"
#include "ui/TextField.h"
#include "ui/Toast.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

/// Pastes what a clipboard would give.
class Pasting final : public PlainTextEdit
{
public:
    void paste(const QMimeData *content) { insertFromMimeData(content); }
};

int rowWith(TimelineView &timeline, const QString &text)
{
    for (int row = 0; row < timeline.rowCount(); ++row) {
        if (timeline.rowData(row).message.text.contains(text))
            return row;
    }
    return -1;
}

} // namespace

/// What went wrong for people who used the program all day.
class UiDailyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyClipboardIsPastedInPeace()
    {
        Pasting field;
        const QMimeData nothing;
        field.paste(&nothing);
        field.paste(nullptr);
        QVERIFY(field.toPlainText().isEmpty());
        QMimeData words;
        words.setText(u"words"_s);
        field.paste(&words);
        QCOMPARE(field.toPlainText(), u"words"_s);
        Shown shown;
        shown.open(SampleAccount::stock);
        QVERIFY(shown.find<Composer>().findChild<PlainTextEdit *>());
    }

    void theFieldGrowsWithWhatIsPasted()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        QPlainTextEdit &field = shown.field();
        const auto paste = [&field](const QString &text) {
            QGuiApplication::clipboard()->setText(text);
            field.paste();
        };
        const int before = field.height();
        paste(u"word "_s.repeated(25));
        QVERIFY2(field.height() > before, "one line shows a paragraph");
        QTRY_COMPARE(field.verticalScrollBar()->value(), 0);
        // Also where the long paragraph is not the one in which the cursor ends.
        field.clear();
        paste(u"first\nlast"_s);
        const int ofTwo = field.height();
        field.clear();
        paste(u"word "_s.repeated(120) + u"\nlast"_s);
        QVERIFY2(field.height() > ofTwo, "a paragraph above the cursor counts as a line");
        paste(u"word "_s.repeated(2000));
        QTRY_VERIFY(field.rect().contains(field.cursorRect().center()));
    }

    void aSearchHidesWhatItsAuthorHid()
    {
        Shown shown(Role::Member, [](SampleAccount &sample) {
            Cache cache(sample.profile().cacheFile(sample.account()));
            cache.messages().merge(
                sampleMessage(3000, SampleAccount::purchases, u"The **detective** knows: it was ||the butler||"_s));
        });
        SearchModel &found = shown.app->session()->search();
        shown.find<SearchPane>().open({});
        shown.find<SearchPane>().findChild<QLineEdit *>()->setText(u"detective"_s);
        QTRY_COMPARE(found.rowCount(), 1);
        for (const int role : {int(SearchModel::TextRole), int(Qt::AccessibleTextRole)}) {
            const QString words = found.index(0, 0).data(role).toString();
            QVERIFY2(words.contains(u"The detective knows"_s) && !words.contains(u"butler"_s), qPrintable(words));
        }
    }

    void aSearchBesideALittleRoomCoversIt()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        auto &search = shown.find<SearchPane>();
        shown.app->window().resize(950, 700);
        Q_EMIT shown.find<RoomHeader>().searchRequested();
        QTRY_VERIFY(!shown.timeline().isVisible());
        QTRY_VERIFY(search.width() > 400);
        QVERIFY(shown.find<RoomListPane>().isVisible());
        // What is chosen is seen.
        Q_EMIT search.messageChosen(SampleAccount::stock, shown.timeline().rowData(2).message.id);
        QTRY_VERIFY(shown.timeline().isVisible() && !search.isVisible());
        shown.app->window().resize(1280, 800);
        Q_EMIT shown.find<RoomHeader>().searchRequested();
        QTRY_VERIFY(shown.timeline().isVisible() && search.isVisible());
        QVERIFY(search.width() <= metrics::sidePane);
    }

    void onlyWhatIsMarkedIsForwarded()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        TimelineView &view = shown.timeline();
        const int first = rowWith(view, u"Перевірю"_s);
        QVERIFY(first >= 0);
        view.scrollToBottom();
        const auto drag = [&](QPoint from, QPoint to) {
            QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
            QMouseEvent move(QEvent::MouseMove, to, view.viewport()->mapToGlobal(to), Qt::LeftButton, Qt::LeftButton,
                             Qt::NoModifier);
            QApplication::sendEvent(view.viewport(), &move);
            QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
        };
        const QRect last = view.bubbleRect(first + 2);
        const QPoint start(view.bubbleRect(first).left() + 14, view.bubbleRect(first).top() + 14);
        // To the very beginning of the third one's words, of which nothing is marked.
        drag(start, last.topLeft() + QPoint(2, 12));
        QCOMPARE(view.selectedRows(), (QList<int>{first, first + 1}));
        drag(start, last.center());
        QCOMPARE(view.selectedRows(), (QList<int>{first, first + 1, first + 2}));
    }

    void aFewLettersFindTheUsualEmoji()
    {
        const auto found = [](const QString &typed) {
            QStringList list;
            for (const EmojiEntry &entry : EmojiList::instance().find(typed, 8))
                list.append(entry.emoji);
            return list;
        };
        QVERIFY2(found(u"hear"_s).first() == u"\u2764\uFE0F"_s, qPrintable(found(u"hear"_s).join(u' ')));
        QVERIFY(found(u"heart"_s).first() == u"\u2764\uFE0F"_s);
        QVERIFY(found(u"thumb"_s).contains(u"👍"_s));
    }

    void aToastIsAsWideAsItsEmojiNeed()
    {
        Theme theme(*qApp);
        QWidget window;
        window.resize(900, 400);
        Toast toast(theme, window);
        window.show();
        toast.say(u"Olena reacted to your message: ❤️🎉👍🔥"_s, u"bell"_s);
        const QImage whole = toast.grab().toImage();
        toast.resize(toast.width() + 40, toast.height());
        // Nothing was cut: with more room it looks the same.
        QCOMPARE(toast.grab().toImage().copy(40, 8, whole.width() - 60, whole.height() - 16),
                 whole.copy(40, 8, whole.width() - 60, whole.height() - 16));
    }

    void aPlusWithShiftEnlargesTextToo()
    {
        Shown shown;
        Theme &theme = shown.app->theme();
        theme.setTextSize(100);
        QTest::keyClick(&shown.field(), Qt::Key_Plus, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(theme.textSize() > 100);
        theme.setTextSize(100);
    }

    void anErrorFindsRoomInItsDialog()
    {
        Theme theme(*qApp);
        Dialog dialog(theme, u"Question"_s, nullptr);
        auto *field = new TextField(theme);
        auto *below = new TextField(theme);
        dialog.content().addWidget(field);
        dialog.content().addWidget(below);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        field->setError(u"This is wrong for many reasons, all of which are told here. "_s.repeated(4).trimmed());
        QTRY_VERIFY(dialog.height() >= dialog.layout()->totalHeightForWidth(dialog.width()));
        QVERIFY(below->geometry().top() > field->geometry().bottom());
    }

    void thePasswordOfOneServerIsNotOfferedToAnother()
    {
        QTemporaryDir folder;
        SystemClock clock;
        Profile profile(folder.path());
        Theme theme(*qApp);
        SignIn signIn(profile, clock);
        SignInForm form(theme, signIn);
        form.setServer(u"http://one:3000"_s, u"jane"_s);
        QLineEdit *secret = nullptr;
        for (QLineEdit *line : form.findChildren<QLineEdit *>()) {
            if (line->echoMode() == QLineEdit::Password)
                secret = line;
        }
        QVERIFY(secret);
        secret->setText(u"for one only"_s);
        form.setServer(u"http://one:3000"_s, u"jane"_s);
        QCOMPARE(secret->text(), u"for one only"_s);
        form.setServer(u"http://two:3000"_s, u"jane"_s);
        QVERIFY(secret->text().isEmpty());
    }
};

QTEST_MAIN(UiDailyTest)
#include "ui_daily_test.moc"
