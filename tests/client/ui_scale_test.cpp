#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QtTest>

#include "client/ChatWindow.h"
#include "client/PaintRecord.h"
#include "features/auth/SignInPage.h"
#include "features/chat/RoomSwitcher.h"
#include "features/people/PeopleDialog.h"
#include "ui/ShortcutSheet.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// Screens of 125 and 150 per cent (U81): everything is drawn for their pixels, nothing is blown up. Each look is tried
/// as the machine is, and again by this program started anew with a scale.
class UiScaleTest : public QObject
{
    Q_OBJECT

    static constexpr auto kScale = "QT_SCALE_FACTOR";

    static void save(const QPixmap &picture, const QString &name, qreal ratio)
    {
        const QString folder = qEnvironmentVariable("RIALTO_PICTURES");
        if (!folder.isEmpty())
            picture.save(u"%1/scale-%2-%3.png"_s.arg(folder, QString::number(ratio), name));
    }
    static qreal scale() { return qEnvironmentVariableIsSet(kScale) ? qEnvironmentVariable(kScale).toDouble() : 1; }
    /// Looks at one window: it has the pixels of its screen, and each picture on it has, too.
    static void look(QWidget &window, const QString &name)
    {
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (int turn = 0; turn < 10; ++turn) // Layouts ask one another for room.
            QCoreApplication::processEvents();
        const qreal ratio = window.devicePixelRatioF();
        QCOMPARE(ratio, scale());
        const QPixmap picture = window.grab();
        save(picture, name, ratio);
        QVERIFY(qAbs(picture.width() - window.width() * ratio) <= 1);
        QVERIFY(qAbs(picture.height() - window.height() * ratio) <= 1);
        const QList<PaintRecord::Picture> parts = picturesOf(window);
        for (const PaintRecord::Picture &part : parts) {
            const QByteArray what = (name + u": %1x%2 pixels on %3x%4"_s.arg(part.has.width())
                                                .arg(part.has.height())
                                                .arg(part.fills.width())
                                                .arg(part.fills.height()))
                                        .toUtf8();
            QVERIFY2(part.has.width() >= part.fills.width() - 0.75, what);
            QVERIFY2(part.has.height() >= part.fills.height() - 0.75, what);
            const bool isExact = qAbs(part.has.width() - part.fills.width()) < 0.75;
            QVERIFY2(isExact || part.isSmooth, what);
        }
        QVERIFY2(!parts.isEmpty(), qPrintable(name));
    }

private Q_SLOTS:
    void thePagesAreDrawnForTheScreen()
    {
        Shown shown;
        MainWindow &window = shown.app->window();
        window.resize(1280, 800);
        shown.open(SampleAccount::stock);
        look(window, u"chat"_s);
        shown.open(RoomId{2});
        look(window, u"chat-unread"_s);
        shown.open(SampleAccount::purchases);
        look(window, u"chat-markdown"_s);
        QTest::keyClicks(&shown.field(), u"On its way"_s);
        QTest::keyClick(&shown.field(), Qt::Key_Return);
        look(window, u"chat-sent"_s);
        for (const QString &page : {u"catalog"_s, u"notifications"_s, u"settings"_s}) {
            window.showPage(page);
            look(window, page);
        }
    }

    void theSettingsAreDrawnForTheScreen()
    {
        Shown shown;
        MainWindow &window = shown.app->window();
        window.resize(1280, 800);
        window.showPage(u"settings"_s);
        auto *sections = window.currentPage()->findChild<QListWidget *>();
        for (int row = 0; row < sections->count(); ++row) {
            sections->setCurrentRow(row);
            look(window, u"settings-%1"_s.arg(row));
        }
        window.currentPage()->findChild<QLineEdit *>()->setText(u"s"_s);
        look(window, u"settings-found"_s);
        ShortcutSheet sheet(shown.app->theme(), &window);
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        save(sheet.grab(), u"shortcuts"_s, sheet.devicePixelRatioF());
    }

    void theSignInIsDrawnForTheScreen()
    {
        QTemporaryDir folder;
        Options options;
        options.server = u"http://127.0.0.1:9"_s;
        ClientApp app(*qApp, Profile(folder.path()), options);
        app.language().set(u"en"_s);
        app.start();
        app.window().resize(1100, 760);
        QVERIFY(app.window().findChild<SignInPage *>());
        look(app.window(), u"sign-in"_s);
    }

    void theSwitcherIsDrawnForTheScreen()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        QTest::keyClick(&shown.app->window(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(shown.find<RoomSwitcher>().isVisible());
        look(shown.find<RoomSwitcher>(), u"switcher"_s);
    }

    void theListOfPeopleIsDrawnForTheScreen()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        QTest::keyClick(&shown.app->window(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(shown.app->window().findChild<PeopleDialog *>());
        look(shown.find<PeopleDialog>(), u"people"_s);
    }

    void itIsSoOnOtherScreens_data()
    {
        QTest::addColumn<QString>("scale");
        for (const char *scale : {"1.25", "1.5", "2"})
            QTest::newRow(scale) << QString::fromLatin1(scale);
    }
    void itIsSoOnOtherScreens()
    {
        QFETCH(QString, scale);
        QProcess other;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(kScale), scale);
        other.setProcessEnvironment(environment);
        other.setProcessChannelMode(QProcess::MergedChannels);
        other.start(QCoreApplication::applicationFilePath(),
                    {u"thePagesAreDrawnForTheScreen"_s, u"theSettingsAreDrawnForTheScreen"_s,
                     u"theSignInIsDrawnForTheScreen"_s, u"theSwitcherIsDrawnForTheScreen"_s,
                     u"theListOfPeopleIsDrawnForTheScreen"_s});
        QVERIFY(other.waitForFinished(120'000));
        const QByteArray said = other.readAll();
        QVERIFY2(other.exitStatus() == QProcess::NormalExit && other.exitCode() == 0, said.constData());
        QVERIFY2(said.contains("Totals: 7 passed"), said.constData());
    }
};

QTEST_MAIN(UiScaleTest)
#include "ui_scale_test.moc"
