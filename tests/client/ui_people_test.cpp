#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QtTest>

#include "app/AccountFrame.h"
#include "app/AccountView.h"
#include "app/ClientApp.h"
#include "app/MainWindow.h"
#include "client/SampleAccount.h"
#include "features/chat/ChatPage.h"
#include "features/chat/RoomDetailsDialog.h"
#include "features/chat/RoomHeader.h"
#include "features/people/PasswordDialog.h"
#include "features/people/PersonCard.h"
#include "features/people/ProfileDialog.h"
#include "session/Session.h"
#include "ui/Avatar.h"
#include "ui/Button.h"
#include "ui/PresenceText.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// Who people are, and one's own profile, as it is offline.
class UiPeopleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aCardSaysWhatOneIsToAnother_data();
    void aCardSaysWhatOneIsToAnother();
    void whatCannotBeDoneIsSaidInWords();
    void theHeaderOfAConversationOpensTheCard();
    void theProfileWaitsForTheAccount();
    void aNewPasswordMustBeLongAndTypedTwice();
    void presenceInWords_data();
    void presenceInWords();

private:
    static Button *button(QWidget &inside, const QString &text)
    {
        for (Button *button : inside.findChildren<Button *>()) {
            if (button->text() == text && button->isVisibleTo(&inside))
                return button;
        }
        return nullptr;
    }
    static bool shows(QWidget &inside, const QString &text)
    {
        for (const QLabel *label : inside.findChildren<QLabel *>()) {
            if (label->text() == text && label->isVisibleTo(&inside))
                return true;
        }
        return false;
    }
    PeopleContext people() { return m_app->accounts().front()->people(); }
    std::unique_ptr<PersonCard> cardOf(qint64 person)
    {
        return std::make_unique<PersonCard>(m_app->theme(), people(), UserId{person}, &m_app->window());
    }

    std::unique_ptr<SampleAccount> m_sample;
    std::unique_ptr<ClientApp> m_app;
};

void UiPeopleTest::init()
{
    m_sample = std::make_unique<SampleAccount>();
    m_sample->remember();
    m_app = std::make_unique<ClientApp>(*qApp, m_sample->profile(), Options());
    m_app->language().set(u"en"_s);
    m_app->start();
}

void UiPeopleTest::cleanup()
{
    m_app.reset();
    m_sample.reset();
}

void UiPeopleTest::aCardSaysWhatOneIsToAnother_data()
{
    QTest::addColumn<int>("person");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("action");
    QTest::newRow("friend") << 2 << u"You are friends."_s << u"End friendship"_s;
    QTest::newRow("asks") << 4 << u"Wants to be your friend."_s << u"Agree"_s;
    QTest::newRow("was asked") << 6 << u"You asked to be friends. There is no answer yet."_s << u"Take back"_s;
    QTest::newRow("nothing yet") << 3 << u"@dmitry"_s << u"Add friend"_s;
}

void UiPeopleTest::aCardSaysWhatOneIsToAnother()
{
    QFETCH(int, person);
    QFETCH(QString, words);
    QFETCH(QString, action);
    const auto card = cardOf(person);
    QVERIFY(shows(*card, words));
    QVERIFY(button(*card, action));
    QSignalSpy write(card.get(), &PersonCard::writeRequested);
    QTest::mouseClick(button(*card, u"Write"_s), Qt::LeftButton);
    QCOMPARE(write.count(), 1);
}

void UiPeopleTest::whatCannotBeDoneIsSaidInWords()
{
    const auto card = cardOf(3);
    card->show();
    const qsizetype before = card->findChildren<QLabel *>().size();
    QTest::mouseClick(button(*card, u"Add friend"_s), Qt::LeftButton);
    const auto isTold = [&] {
        for (const QLabel *label : card->findChildren<QLabel *>()) {
            if (label->property("tone").toString() == "danger"_L1 && label->isVisible() && !label->text().isEmpty())
                return true;
        }
        return false;
    };
    QTRY_VERIFY(isTold());
    QCOMPARE(card->findChildren<QLabel *>().size(), before);
}

void UiPeopleTest::theHeaderOfAConversationOpensTheCard()
{
    m_app->window().showPage(u"chat"_s);
    auto *chat = qobject_cast<ChatPage *>(m_app->window().currentPage());
    chat->openRoom(RoomId{4});
    QTest::mouseClick(chat->findChild<RoomHeader *>(), Qt::LeftButton, {}, QPoint(40, 28));
    auto *card = chat->findChild<PersonCard *>();
    QVERIFY(card && card->isVisible());
    QVERIFY(shows(*card, u"@olena"_s));
    QTest::keyClick(card, Qt::Key_Escape);
    QTRY_VERIFY(!chat->findChild<PersonCard *>());
    chat->openRoom(RoomId{1}); // A room is nobody: it shows who is in it.
    bool isShown = false;
    QTimer::singleShot(0, qApp, [&isShown] {
        auto *details = qobject_cast<RoomDetailsDialog *>(QApplication::activeModalWidget());
        isShown = details != nullptr;
        QApplication::activeModalWidget()->close();
    });
    QTest::mouseClick(chat->findChild<RoomHeader *>(), Qt::LeftButton, {}, QPoint(40, 28));
    QVERIFY(isShown && !chat->findChild<PersonCard *>());
}

void UiPeopleTest::theProfileWaitsForTheAccount()
{
    ProfileDialog dialog(m_app->theme(), people(), &m_app->window());
    QVERIFY(!button(dialog, u"Save"_s)->isEnabled()); // Offline the account is not known.
    for (const QLineEdit *line : dialog.findChildren<QLineEdit *>())
        QVERIFY(!line->accessibleName().isEmpty() || line->objectName() == "qt_spinbox_lineedit"_L1);
}

void UiPeopleTest::aNewPasswordMustBeLongAndTypedTwice()
{
    PasswordDialog dialog(m_app->theme(), m_app->session()->account(), &m_app->window());
    const QList<QLineEdit *> lines = dialog.findChildren<QLineEdit *>();
    QCOMPARE(lines.size(), 3);
    lines[0]->setText(u"correct horse"_s);
    lines[1]->setText(u"short"_s);
    QTest::mouseClick(button(dialog, u"Change password"_s), Qt::LeftButton);
    QVERIFY(shows(dialog, u"At least 8 characters."_s));
    lines[1]->setText(u"long enough"_s);
    lines[2]->setText(u"long enough?"_s);
    QTest::mouseClick(button(dialog, u"Change password"_s), Qt::LeftButton);
    QVERIFY(shows(dialog, u"The two are not the same."_s));
}

void UiPeopleTest::presenceInWords_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("words");
    QTest::newRow("just now") << u"en"_s << 0 << u"Last seen just now"_s;
    QTest::newRow("one") << u"en"_s << 1 << u"Last seen 1 minute ago"_s;
    QTest::newRow("two, Ukrainian") << u"uk"_s << 2 << u"Був (була) 2 хвилини тому"_s;
    QTest::newRow("five, Russian") << u"ru"_s << 5 << u"Был(а) 5 минут назад"_s;
}

void UiPeopleTest::presenceInWords()
{
    QFETCH(QString, language);
    QFETCH(int, minutes);
    QFETCH(QString, words);
    m_app->language().set(language);
    constexpr qint64 now = 1'800'000'000'000;
    QCOMPARE(presenceText(UserPresence{UserId{1}, Availability::Offline, now - minutes * 60'000 - 1}, now), words);
    QCOMPARE(presenceText({}, now), QString());
    QCOMPARE(presenceDot({}), Presence::Unknown);
}

QTEST_MAIN(UiPeopleTest)
#include "ui_people_test.moc"
