#include <QCheckBox>
#include <QLabel>
#include <QTimeEdit>
#include <QtTest>

#include "client/Desk.h"
#include "features/people/DevicesDialog.h"
#include "features/people/PasswordDialog.h"
#include "features/people/ProfileDialog.h"
#include "features/people/model/AccountBook.h"
#include "net/PresenceBook.h"
#include "support/Places.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// One's own account, by the dialogs of the settings page, against the real server.
class UiOwnAccountTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<RealServer> m_server;

    /// The dialog that a button of the settings page opens, in the row of that title.
    template <typename Wanted> static Wanted *openDialog(Desk &desk, const QString &title, const QString &button)
    {
        desk.app().window().showPage(u"settings"_s);
        QWidget &page = *desk.app().window().currentPage();
        page.findChild<QLineEdit *>()->clear();
        QTest::keyClicks(page.findChild<QLineEdit *>(), title);
        Desk::click(page, button);
        for (Wanted *dialog : desk.app().window().findChildren<Wanted *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    static bool shows(QWidget &inside, const QString &text)
    {
        const QList<QLabel *> labels = inside.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text() == text && label->isVisible(); });
    }
    static qsizetype rowsThatEnd(QWidget &dialog)
    {
        const QList<Button *> buttons = dialog.findChildren<Button *>();
        return std::count_if(buttons.begin(), buttons.end(), [](const Button *button) {
            return button->isVisible() && button->text() == "Sign out"_L1;
        });
    }
    std::unique_ptr<Desk> signIn(const QString &name, const QString &password = u"correct horse"_s)
    {
        auto desk = std::make_unique<Desk>(m_server->address());
        QWidget &window = desk->app().window();
        desk->type(window, u"Account name"_s, name);
        desk->type(window, u"Password"_s, password);
        Desk::click(window, u"Sign in"_s);
        return desk;
    }
    std::unique_ptr<Desk> signUp(const QString &name)
    {
        auto desk = std::make_unique<Desk>(m_server->address());
        desk->enter(name, true);
        return desk;
    }
    static bool isOut(Desk &desk) { return !desk.app().window().frame(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
    }

    void devicesAreSignedOutOneByOneAndAllAtOnce()
    {
        const auto here = signUp(u"anna"_s);
        QTRY_VERIFY_WITH_TIMEOUT(here->isOnline(), patienceMs);
        auto *alone = openDialog<DevicesDialog>(*here, u"Devices"_s, u"Show…"_s);
        QVERIFY(alone);
        QTRY_VERIFY_WITH_TIMEOUT(alone->findChildren<QLabel *>().size() > 3, patienceMs);
        QVERIFY(!Desk::findButton(*alone, u"Sign out all others"_s));
        alone->close();

        std::vector<std::unique_ptr<Desk>> others;
        for (int i = 0; i < 3; ++i) {
            others.push_back(signIn(u"anna"_s));
            QTRY_VERIFY_WITH_TIMEOUT(others.back()->isOnline(), patienceMs);
        }
        auto *devices = openDialog<DevicesDialog>(*here, u"Devices"_s, u"Show…"_s);
        QVERIFY(devices);
        QTRY_COMPARE_WITH_TIMEOUT(rowsThatEnd(*devices), 3, patienceMs);
        Desk::click(*devices, u"Sign out"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rowsThatEnd(*devices), 2, patienceMs);
        const auto countOut = [&] {
            return std::count_if(others.begin(), others.end(), [](const auto &desk) { return isOut(*desk); });
        };
        QTRY_COMPARE_WITH_TIMEOUT(countOut(), 1, patienceMs);
        Desk::click(*devices, u"Sign out all others"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rowsThatEnd(*devices), 0, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(countOut(), 3, patienceMs);
        QVERIFY(!Desk::findButton(*devices, u"Sign out all others"_s));
        QVERIFY(here->isOnline());
    }

    void theWrongPasswordLeavesWhatWasTyped()
    {
        const auto here = signUp(u"boris"_s);
        QTRY_VERIFY_WITH_TIMEOUT(here->isOnline(), patienceMs);
        const auto other = signIn(u"boris"_s);
        QTRY_VERIFY_WITH_TIMEOUT(other->isOnline(), patienceMs);
        QPointer<PasswordDialog> dialog = openDialog<PasswordDialog>(*here, u"Password"_s, u"Change…"_s);
        QVERIFY(dialog);
        const QList<QLineEdit *> lines = dialog->findChildren<QLineEdit *>();
        QCOMPARE(lines.size(), 3);
        QTest::keyClicks(lines[0], u"wrong horse"_s);
        QTest::keyClicks(lines[1], u"staple battery"_s);
        QTest::keyClicks(lines[2], u"staple battery"_s);
        QTest::keyClick(lines[2], Qt::Key_Return);
        const QString refusal = u"This is not your present password."_s;
        QTRY_VERIFY_WITH_TIMEOUT(shows(*dialog, refusal), patienceMs);
        QCOMPARE(lines[0]->text(), u"wrong horse"_s);
        QCOMPARE(lines[1]->text(), u"staple battery"_s);
        QCOMPARE(lines[2]->text(), u"staple battery"_s);
        QVERIFY(other->isOnline());

        lines[0]->selectAll();
        QTest::keyClicks(lines[0], u"correct horse"_s);
        QTest::keyClick(lines[0], Qt::Key_Return);
        QVERIFY(!dialog || !shows(*dialog, refusal)); // It is tried anew.
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(isOut(*other), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(here->isOnline(), patienceMs);
        const auto again = signIn(u"boris"_s, u"staple battery"_s);
        QTRY_VERIFY_WITH_TIMEOUT(again->isOnline(), patienceMs);
    }

    void quietHoursAreKeptAndShownAgain()
    {
        const auto here = signUp(u"clara"_s);
        QTRY_VERIFY_WITH_TIMEOUT(here->isOnline() && here->app().session()->account().account(), patienceMs);
        const auto other = signIn(u"clara"_s);
        QTRY_VERIFY_WITH_TIMEOUT(other->isOnline() && other->app().session()->account().account(), patienceMs);
        QPointer<ProfileDialog> dialog = openDialog<ProfileDialog>(*here, u"Do not disturb"_s, u"Choose times…"_s);
        QVERIFY(dialog);
        const auto boxCalled = [](QWidget &inside, const QString &text) {
            for (QCheckBox *box : inside.findChildren<QCheckBox *>()) {
                if (box->text() == text)
                    return box;
            }
            qFatal("no box %s", qPrintable(text));
        };
        const auto times = [](QWidget &inside) { return inside.findChildren<QTimeEdit *>(); };
        QVERIFY(!times(*dialog).at(0)->isEnabled());
        const auto tick = [](QCheckBox *box) { QTest::keyClick(box, Qt::Key_Space); };
        tick(boxCalled(*dialog, u"Do not disturb"_s));
        tick(boxCalled(*dialog, u"Quiet every day from"_s));
        QVERIFY(times(*dialog).at(0)->isEnabled() && times(*dialog).at(1)->isEnabled());
        const auto typeTime = [](QTimeEdit *edit, const QString &digits) {
            edit->setFocus();
            edit->setSelectedSection(QDateTimeEdit::HourSection);
            QTest::keyClicks(edit, digits);
        };
        typeTime(times(*dialog).at(0), u"2130"_s);
        typeTime(times(*dialog).at(1), u"0645"_s);
        Desk::click(*dialog, u"Save"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
        const auto account = [&] { return *other->app().session()->account().account(); };
        QTRY_VERIFY_WITH_TIMEOUT(account().quietHours, patienceMs);
        QVERIFY(account().doNotDisturb);
        QCOMPARE(account().quietFrom, 21 * 60 + 30);
        QCOMPARE(account().quietTo, 6 * 60 + 45);
        QTRY_COMPARE_WITH_TIMEOUT(
            other->app().session()->presence().find(account().id).value_or(UserPresence{}).availability,
            Availability::DoNotDisturb, patienceMs);

        auto *there = openDialog<ProfileDialog>(*other, u"Do not disturb"_s, u"Choose times…"_s);
        QVERIFY(there);
        QVERIFY(boxCalled(*there, u"Do not disturb"_s)->isChecked());
        QVERIFY(boxCalled(*there, u"Quiet every day from"_s)->isChecked());
        QCOMPARE(times(*there).at(0)->time(), QTime(21, 30));
        QCOMPARE(times(*there).at(1)->time(), QTime(6, 45));
        tick(boxCalled(*there, u"Do not disturb"_s));
        Desk::click(*there, u"Save"_s);
        const auto mine = [&] { return *here->app().session()->account().account(); };
        QTRY_VERIFY_WITH_TIMEOUT(!mine().doNotDisturb, patienceMs);
        QVERIFY(mine().quietHours);
    }
};

QTEST_MAIN(UiOwnAccountTest)
#include "ui_own_account_test.moc"
