#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QShortcut>
#include <QtTest>

#include "app/AccountFrame.h"
#include "client/ChatWindow.h"
#include "client/Steps.h"
#include "client/Typing.h"
#include "features/auth/SignInPage.h"
#include "features/chat/FilePreviewDialog.h"
#include "features/chat/RoomHeader.h"
#include "support/Places.h"
#include "ui/Button.h"
#include "ui/ComboBox.h"
#include "ui/Dialog.h"
#include "ui/Midnight.h"
#include "ui/ShortcutSheet.h"
#include "ui/Shortcuts.h"
#include "ui/Toast.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

/// Stands still until it is set.
class ManualClock final : public Clock
{
public:
    qint64 nowMs() const override { return ms; }
    qint64 monotonicMs() const override { return ms; }
    qint64 ms = 0;
};

} // namespace

/// Small things that are missed only where they are missing.
class UiComfortTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingLooksPointedAtBehindAMenu()
    {
        Shown shown;
        const auto all = shown.app->window().findChildren<IconButton *>();
        IconButton &button = **std::find_if(all.begin(), all.end(), [](IconButton *one) { return one->isVisible(); });
        QEvent enter(QEvent::Enter);
        QApplication::sendEvent(&button, &enter);
        QVERIFY(button.underMouse());
        QMenu menu(&button);
        menu.addAction(u"One"_s);
        menu.popup(button.mapToGlobal(QPoint()));
        QVERIFY(QTest::qWaitForWindowExposed(&menu));
        QVERIFY(button.underMouse());
        menu.close();
        QTRY_VERIFY(!button.underMouse());
        QApplication::sendEvent(&button, &enter);
        button.hide();
        QVERIFY(!button.underMouse());
    }

    void altAndDownOpensAListOfChoices()
    {
        QWidget window;
        Theme theme(*qApp);
        auto *choice = new ComboBox(theme, &window);
        choice->addItems({u"one"_s, u"two"_s});
        bool left = false;
        auto *keys = new QShortcut(shortcutKeys(Shortcut::NextRoom).first(), &window);
        connect(keys, &QShortcut::activated, &window, [&] { left = true; });
        window.show();
        window.activateWindow();
        choice->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(choice, Qt::Key_Down, Qt::AltModifier);
        QTRY_VERIFY(choice->view()->isVisible());
        QVERIFY(!left);
        choice->hidePopup();
    }

    void keysForTheSizeOfTextHoldInDialogsToo()
    {
        Shown shown;
        Theme &theme = shown.app->theme();
        theme.setTextSize(100);
        Dialog dialog(theme, u"Question"_s, &shown.app->window());
        auto *line = new QLineEdit;
        dialog.content().addWidget(line);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTest::keyClick(line, Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(theme.textSize(), theme.textSizeBeside(0));
        QVERIFY(theme.textSize() > 100);
        QVERIFY(line->text().isEmpty());
        QTest::keyClick(line, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(theme.textSize(), 100);
        QTest::keyClick(line, Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY(theme.textSize() < 100);
        QTest::keyClick(&shown.field(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(theme.textSize(), 100);
    }

    void theSheetNamesAllNineKeysOfAccounts()
    {
        QCOMPARE(shortcutText(Shortcut::SwitchAccount), u"Ctrl+1 … Ctrl+9"_s);
        QCOMPARE(shortcutText(Shortcut::FindRoom), u"Ctrl+K"_s);
    }

    void theLargeKeyIsCalledAsOnKeyboards()
    {
        QCOMPARE(shortcutText(Shortcut::SendMessage), u"Enter"_s); // Qt calls it Return.
        QVERIFY(shortcutText(Shortcut::BreakLine).endsWith("+Enter"_L1));
    }

    void midnightIsTold()
    {
        ManualClock clock;
        const QDate day(2026, 11, 21);
        clock.ms = day.endOfDay().toMSecsSinceEpoch() - 30;
        Midnight midnight(clock, nullptr);
        QSignalSpy passed(&midnight, &Midnight::passed);
        QTest::qWait(100); // Many looks, while the clock stands still before it.
        QCOMPARE(passed.count(), 0);
        clock.ms = day.addDays(1).startOfDay().toMSecsSinceEpoch();
        QTRY_COMPARE(passed.count(), 1);
    }

    void aToastOffersWhatCanBeDone()
    {
        Theme theme(*qApp);
        QWidget window;
        window.resize(900, 400);
        Toast toast(theme, window);
        window.show();
        int opened = 0;
        int replied = 0;
        const ToastActions actions{[&] { ++opened; }, {{u"Reply"_s, [&] { ++replied; }}}};
        const auto reply = [&] { return toast.findChildren<QAbstractButton *>().last(); };
        toast.say(u"Olena: hello"_s, u"bell"_s, actions);
        QCOMPARE(reply()->text(), u"Reply"_s);
        QTest::mouseClick(reply(), Qt::LeftButton);
        QCOMPARE(replied, 1);
        QCOMPARE(opened, 0);
        QVERIFY(!toast.isVisible());
        toast.say(u"Olena: again"_s, u"bell"_s, actions);
        QTest::mouseClick(&toast, Qt::LeftButton, {}, {20, toast.height() / 2});
        QCOMPARE(opened, 1);
        // The next one has none of the last one's buttons.
        toast.say(u"Copied"_s, u"copy"_s);
        QTRY_VERIFY(toast.findChildren<QAbstractButton *>().isEmpty());
    }

    /// However long the words are, what can be answered keeps its place, and the pages beside it stay in sight.
    void aToastWithButtonsStaysInItsCorner()
    {
        Theme theme(*qApp);
        QWidget window;
        window.resize(900, 400);
        Toast toast(theme, window);
        window.show();
        const ToastActions actions{{}, {{u"Reply"_s, [] {}}, {u"Mark as read"_s, [] {}}}};
        toast.say(u"Hi"_s, u"bell"_s, actions);
        const QRect place = toast.geometry();
        QVERIFY(place.left() > 400 && place.right() < 900);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const QRect reply = toast.findChildren<QAbstractButton *>().first()->geometry();
        QVERIFY(toast.rect().contains(reply));
        toast.say(QString(300, u'n'), u"bell"_s, actions);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(toast.geometry(), place);
        QCOMPARE(toast.findChildren<QAbstractButton *>().first()->geometry(), reply);
        window.resize(300, 400);
        QVERIFY(window.rect().contains(toast.geometry()));
    }

    void anAccountThatIsOpenIsNotOfferedOnceMore()
    {
        Shown shown;
        auto &page = shown.find<SignInPage>();
        const QString server = shown.sample.account().server.toString();
        UiSettings settings(shown.sample.profile().folder());
        settings.rememberServer(server);
        settings.setLastAccount(server, shown.sample.account().user.name);
        shown.app->addAccount();
        QVERIFY(page.isVisible());
        QCOMPARE(page.server(), server);
        for (const QLineEdit *line : page.findChildren<QLineEdit *>()) {
            if (line->accessibleName() == "Account name"_L1)
                QCOMPARE(line->text(), QString());
        }
    }

    void aPictureThatIsSentAloneIsShownOnce()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        QImage picture(40, 30, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QGuiApplication::clipboard()->setImage(picture);
        const auto timesIn = [](const FilePreviewDialog &dialog) {
            const auto labels = dialog.findChildren<QLabel *>();
            return std::count_if(labels.begin(), labels.end(), [](const QLabel *label) {
                const QImage image = label->pixmap().toImage();
                return !image.isNull() && image.pixelColor(image.rect().center()) == QColor(Qt::red);
            });
        };
        meanwhile({inDialogOf<FilePreviewDialog>(
            [&](FilePreviewDialog &dialog) {
                QTest::qWait(100); // Time for one more to come, which must not.
                QCOMPARE(timesIn(dialog), 1);
                dialog.reject();
            },
            [&](FilePreviewDialog &dialog) { return timesIn(dialog) > 0; })});
        QTest::keySequence(&shown.field(), QKeySequence::Paste);
    }

    void helpNeedsNoDisplay()
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        program.setProcessEnvironment(environment);
        for (const auto &[option, words] : {std::pair(u"--help"_s, "--profile"), {u"--version"_s, RIALTO_VERSION}}) {
            program.start(places::program(u"rialto"_s), {option});
            QVERIFY(program.waitForFinished());
            QCOMPARE(program.exitCode(), 0);
            QVERIFY2(program.readAllStandardOutput().contains(words), qPrintable(option));
        }
    }
};

QTEST_MAIN(UiComfortTest)
#include "ui_comfort_test.moc"
