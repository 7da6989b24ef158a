#include <QClipboard>
#include <QListWidget>
#include <QPushButton>
#include <QtTest>

#include "client/ShownSignIn.h"
#include "features/auth/CertificateStrip.h"
#include "features/auth/SignInForm.h"
#include "ui/TextField.h"

using namespace rialto;
using namespace Qt::StringLiterals;

class UiSignInTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksForAnAddressFirst();
    void refusesWhatIsNoAddress();
    void asksForNameAndPassword();
    void refusesShortPasswordWhenRegistering();
    void saysThatNobodyAnswers();
    void detailsOfARefusalCanBeCopied();
    void correctingTakesTheErrorAway();
    void showsAndHidesThePassword();
    void remembersServers();
    void tabGoesThroughTheForm();
    void speaksAnotherLanguageAtOnce();
    void changedCertificateIsLoud();
};

void UiSignInTest::asksForAnAddressFirst()
{
    ShownSignIn shown;
    QTest::keyClicks(&shown.line(u"Account name"_s), u"jane"_s);
    QTest::mouseClick(&shown.button(u"Sign in"_s), Qt::LeftButton);
    QCOMPARE(shown.errorOf(u"Another address"_s), u"Type the address of a server first."_s);
    QVERIFY(!shown.signIn.isBusy());
}

void UiSignInTest::refusesWhatIsNoAddress()
{
    ShownSignIn shown;
    QTest::keyClicks(&shown.line(u"Another address"_s), u"ftp://somewhere"_s);
    QTest::keyClick(&shown.line(u"Another address"_s), Qt::Key_Return);
    QVERIFY(!shown.errorOf(u"Another address"_s).isEmpty());
    QVERIFY(shown.page->server().isEmpty());
}

void UiSignInTest::asksForNameAndPassword()
{
    ShownSignIn shown;
    shown.page->setServer(u"http://127.0.0.1:9"_s);
    QTest::keyClick(&shown.line(u"Account name"_s), Qt::Key_Return);
    QCOMPARE(shown.errorOf(u"Account name"_s), u"Type your account name."_s);
    QCOMPARE(shown.errorOf(u"Password"_s), u"Type your password."_s);
    QVERIFY(!shown.signIn.isBusy());
}

void UiSignInTest::refusesShortPasswordWhenRegistering()
{
    ShownSignIn shown;
    shown.page->setServer(u"http://127.0.0.1:9"_s);
    QTest::mouseClick(&shown.button(u"Create an account"_s), Qt::LeftButton);
    QTest::keyClicks(&shown.line(u"Account name"_s), u"jane doe"_s);
    QTest::keyClicks(&shown.line(u"Password"_s), u"short"_s);
    QTest::mouseClick(&shown.button(u"Create account"_s), Qt::LeftButton);
    QCOMPARE(shown.errorOf(u"Password"_s), u"The password needs at least 8 characters."_s);
    QVERIFY(shown.errorOf(u"Account name"_s).startsWith(u"Use 2 to 32 letters"_s));
}

void UiSignInTest::saysThatNobodyAnswers()
{
    ShownSignIn shown;
    shown.page->setServer(u"http://127.0.0.1:9"_s);
    QSignalSpy failed(&shown.signIn, &SignIn::failed);
    QTest::keyClicks(&shown.line(u"Account name"_s), u"jane"_s);
    QTest::keyClicks(&shown.line(u"Password"_s), u"long enough"_s);
    QTest::keyClick(&shown.line(u"Password"_s), Qt::Key_Return);
    QTRY_COMPARE(failed.count(), 1);
    QStringList said;
    for (const QLabel *label : shown.page->findChildren<QLabel *>()) {
        if (label->isVisible() && label->property("tone") == u"danger"_s)
            said.append(label->text());
    }
    QCOMPARE(said.size(), 1);
    QVERIFY(!said.first().isEmpty());
    QVERIFY(!shown.button(u"Sign in"_s).isBusy());
}

void UiSignInTest::detailsOfARefusalCanBeCopied()
{
    ShownSignIn shown;
    const auto copy = [&] {
        for (Button *button : shown.page->findChildren<Button *>()) {
            if (button->text() == "Copy details"_L1 && button->isVisible())
                return button;
        }
        return static_cast<Button *>(nullptr);
    };
    QVERIFY(!copy());
    Q_EMIT shown.signIn.failed({ErrorCode::Unavailable, u"The server is stopping."_s, {}, {}, 0});
    QVERIFY(copy());
    QTest::mouseClick(copy(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"unavailable: The server is stopping."_s);
    // What is said beside its field needs none.
    Q_EMIT shown.signIn.failed({ErrorCode::Invalid, u"Too long."_s, u"name"_s, {}, 0});
    QVERIFY(!copy());
}

void UiSignInTest::correctingTakesTheErrorAway()
{
    ShownSignIn shown;
    shown.page->setServer(u"http://127.0.0.1:9"_s);
    QTest::keyClick(&shown.line(u"Account name"_s), Qt::Key_Return);
    QVERIFY(!shown.errorOf(u"Account name"_s).isEmpty());
    QTest::keyClicks(&shown.line(u"Account name"_s), u"j"_s);
    QVERIFY(shown.errorOf(u"Account name"_s).isEmpty());
}

void UiSignInTest::showsAndHidesThePassword()
{
    ShownSignIn shown;
    QLineEdit &password = shown.line(u"Password"_s);
    QCOMPARE(password.echoMode(), QLineEdit::Password);
    QAction *eye = password.actions().last();
    QCOMPARE(eye->text(), u"Show password"_s);
    eye->trigger();
    QCOMPARE(password.echoMode(), QLineEdit::Normal);
    QCOMPARE(eye->text(), u"Hide password"_s);
    shown.language.set(u"uk"_s);
    QCoreApplication::processEvents();
    QCOMPARE(password.echoMode(), QLineEdit::Normal);
    QCOMPARE(eye->text(), u"Приховати пароль"_s);
}

void UiSignInTest::remembersServers()
{
    ShownSignIn shown;
    shown.settings.rememberServer(u"http://10.0.0.5:3000"_s);
    shown.settings.rememberServer(u"https://store.lan:3000"_s);
    shown.settings.setLastAccount(u"http://10.0.0.5:3000"_s, u"jane"_s);
    shown.page->setServer(u"https://store.lan:3000"_s);
    auto *list = shown.page->findChild<QListWidget *>();
    QCOMPARE(list->count(), 2);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
    QCOMPARE(shown.page->server(), u"http://10.0.0.5:3000"_s);
    QCOMPARE(shown.line(u"Account name"_s).text(), u"jane"_s);
}

void UiSignInTest::tabGoesThroughTheForm()
{
    ShownSignIn shown;
    QVERIFY(QTest::qWaitForWindowActive(shown.page.get()));
    shown.line(u"Account name"_s).setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), &shown.line(u"Password"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), &shown.button(u"Sign in"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), &shown.button(u"Create an account"_s));
}

void UiSignInTest::speaksAnotherLanguageAtOnce()
{
    ShownSignIn shown;
    shown.language.set(u"ru"_s);
    QCoreApplication::processEvents();
    QVERIFY(shown.line(u"Имя учётной записи"_s).isVisible());
    QVERIFY(shown.button(u"Войти"_s).isVisible());
    shown.language.set(u"en"_s);
    QCoreApplication::processEvents();
    QVERIFY(shown.button(u"Sign in"_s).isVisible());
}

void UiSignInTest::changedCertificateIsLoud()
{
    ShownSignIn shown;
    auto *strip = shown.page->findChild<CertificateStrip *>();
    QVERIFY(!strip->isVisible());
    Q_EMIT shown.signIn.fingerprintUnknown(u"AA:BB"_s);
    QVERIFY(strip->isVisible());
    QVERIFY(!strip->isAlarm());
    Q_EMIT shown.signIn.fingerprintChanged(u"AA:BB"_s, u"CC:DD"_s);
    QVERIFY(strip->isAlarm());
    QVERIFY(shown.button(u"I have asked: trust the new one"_s).isVisible());
    const QString folder = qEnvironmentVariable("RIALTO_PICTURES");
    if (folder.isEmpty())
        return;
    QStringList pairs;
    for (int i = 0; i < 32; ++i)
        pairs.append(QString::number(16 + 7 * i, 16).right(2).toUpper());
    Q_EMIT shown.signIn.fingerprintChanged(pairs.join(u':'), pairs.join(u':'));
    QCoreApplication::processEvents();
    shown.page->grab().save(folder + u"/certificate-changed.png"_s);
    Q_EMIT shown.signIn.fingerprintUnknown(pairs.join(u':'));
    QCoreApplication::processEvents();
    shown.page->grab().save(folder + u"/certificate-unknown.png"_s);
}

QTEST_MAIN(UiSignInTest)
#include "ui_signin_test.moc"
