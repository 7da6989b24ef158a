#include <QLabel>
#include <QListView>
#include <QtTest>

#include "app/ClientApp.h"
#include "app/MainWindow.h"
#include "client/SampleAccount.h"
#include "features/chat/Composer.h"
#include "features/chat/RoomPane.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/ChatWriter.h"
#include "features/chat/model/RoomListModel.h"
#include "features/notify/NotificationCard.h"
#include "features/notify/NotificationFilter.h"
#include "features/notify/model/NotificationModel.h"
#include "markdown/RichText.h"
#include "net/Outbox.h"
#include "session/Session.h"
#include "ui/Button.h"
#include "ui/Chip.h"
#include "ui/MessagePreview.h"
#include "ui/Toast.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// The notification centre of somebody who is offline, used by mouse and keys.
class UiNotifyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theBellCountsWhatIsUnread();
    void choosingReads();
    void chipsNarrow();
    void allAreReadByOneClick();
    void deleteRemoves();
    void enterOpensTheRoom();
    void theMessageStandsAmongThoseAroundIt();
    void whatWasSaidIsAnswered();
    void wordsFollowTheLanguage();
    void whatHappensIsToldInTheWindow();

private:
    NotificationModel &model() { return m_app->session()->notifications(); }
    FramePage &page() { return *m_app->window().currentPage(); }
    QListView &list() { return *page().findChild<QListView *>(); }
    void choose(int row) { list().setCurrentIndex(list().model()->index(row, 0)); }
    QString spoken(int row) { return list().model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); }
    Button *button(const QString &text)
    {
        for (Button *button : page().findChildren<Button *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<SampleAccount> m_sample;
    std::unique_ptr<ClientApp> m_app;
};

void UiNotifyTest::init()
{
    m_sample = std::make_unique<SampleAccount>();
    m_sample->remember();
    m_app = std::make_unique<ClientApp>(*qApp, m_sample->profile(), Options());
    m_app->language().set(u"en"_s);
    m_app->start();
    m_app->window().showPage(u"notifications"_s);
    m_app->window().resize(1280, 800);
    QVERIFY(QTest::qWaitForWindowActive(&m_app->window()));
}

void UiNotifyTest::cleanup()
{
    m_app.reset();
    m_sample.reset();
}

void UiNotifyTest::theBellCountsWhatIsUnread()
{
    QCOMPARE(page().badgeCount(), 4);
    QVERIFY(page().badgeCalls());
    QCOMPARE(list().model()->rowCount(), 7);
    QVERIFY2(spoken(0).startsWith("Unread: Maya Lindqvist mentioned you in"_L1), qPrintable(spoken(0)));
    QVERIFY2(spoken(1).contains("sent you 3 messages"_L1), qPrintable(spoken(1)));
}

void UiNotifyTest::choosingReads()
{
    QSignalSpy badge(&page(), &FramePage::badgeChanged);
    choose(0);
    QTRY_COMPARE(model().unreadCount(), 3);
    QCOMPARE(badge.count(), 1);
    QVERIFY(!spoken(0).startsWith("Unread"_L1));
    QVERIFY(button(u"Mark as unread"_s));
    QTest::mouseClick(button(u"Mark as unread"_s), Qt::LeftButton);
    QCOMPARE(model().unreadCount(), 4);
    // A request shows what can be answered.
    choose(3);
    QVERIFY(button(u"Agree"_s) && button(u"Decline"_s));
    QVERIFY(!button(u"Open room"_s));
}

void UiNotifyTest::chipsNarrow()
{
    const QList<Chip *> chips = page().findChildren<Chip *>();
    QCOMPARE(chips.size(), 4);
    QTest::mouseClick(chips[2], Qt::LeftButton);
    QCOMPARE(list().model()->rowCount(), 2); // A mention and a reply.
    QTest::mouseClick(chips[3], Qt::LeftButton);
    QCOMPARE(list().model()->rowCount(), 3);
    QCOMPARE(model().unreadCount(), 4); // Looking around reads nothing.
    QTest::mouseClick(chips[0], Qt::LeftButton);
    QCOMPARE(list().model()->rowCount(), 7);
}

void UiNotifyTest::allAreReadByOneClick()
{
    QVERIFY(button(u"Mark all read"_s)->isEnabled());
    QTest::mouseClick(button(u"Mark all read"_s), Qt::LeftButton);
    QCOMPARE(page().badgeCount(), 0);
    QVERIFY(!button(u"Mark all read"_s)->isEnabled());
    QCOMPARE(m_app->session()->unsentCount(), 0); // Nothing that signing out would lose.
}

void UiNotifyTest::deleteRemoves()
{
    list().setFocus();
    choose(6);
    QTest::keyClick(&list(), Qt::Key_Delete);
    QCOMPARE(model().rowCount(), 6);
}

void UiNotifyTest::enterOpensTheRoom()
{
    list().setFocus();
    choose(0);
    QTest::keyClick(&list(), Qt::Key_Return);
    QTRY_COMPARE(page().pageId(), u"chat"_s);
    QCOMPARE(page().findChild<RoomPane *>()->room(), RoomId{2});
}

void UiNotifyTest::theMessageStandsAmongThoseAroundIt()
{
    const int unread = m_app->session()->rooms().totalUnread();
    const auto rowOf = [this](NotificationKind kind) {
        for (int row = 0; row < model().rowCount(); ++row) {
            if (model().at(row).kind == kind)
                return row;
        }
        return -1;
    };
    const auto says = [this](const QString &text) {
        const QList<QLabel *> labels = page().findChild<NotificationCard *>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    };
    choose(rowOf(NotificationKind::Reaction)); // To a message of the first room, which is stored here.
    QVERIFY(page().findChild<MessagePreview *>());
    auto &preview = *page().findChild<MessagePreview *>();
    QVERIFY(preview.isVisible());
    QVERIFY(!says(u"👍"_s));
    const auto &timeline = *preview.findChild<TimelineView *>();
    QVERIFY(timeline.rowCount() > 1);
    const int row = timeline.outlinedRow();
    QVERIFY(row >= 0);
    QCOMPARE(timeline.rowData(row).message.id, *model().at(rowOf(NotificationKind::Reaction)).messageId);
    QVERIFY(!timeline.bubbleRect(row).isEmpty());
    // To look is not to read the room.
    const auto &unsent = m_app->session()->chatWriter().outbox().items();
    QVERIFY(std::none_of(unsent.begin(), unsent.end(),
                         [](const OutboxItem &item) { return item.method == "chat.markRead"_L1; }));
    QCOMPARE(m_app->session()->rooms().totalUnread(), unread);
    // What belongs to no message, and what is not to be had, is told in words.
    choose(rowOf(NotificationKind::FriendRequest));
    QVERIFY(!preview.isVisible());
    choose(rowOf(NotificationKind::Reaction));
    QVERIFY(preview.isVisible());
    choose(rowOf(NotificationKind::Mention));
    QVERIFY(!preview.isVisible());
    QVERIFY(says(plainText(model().at(rowOf(NotificationKind::Mention)).text)));
}

void UiNotifyTest::whatWasSaidIsAnswered()
{
    choose(3); // Somebody asks to be a friend.
    QVERIFY(!button(u"Reply"_s));
    choose(2);
    QVERIFY(button(u"Reply"_s));
    QTest::mouseClick(button(u"Reply"_s), Qt::LeftButton);
    QTRY_COMPARE(page().pageId(), u"chat"_s);
    QCOMPARE(page().findChild<RoomPane *>()->room(), SampleAccount::stock);
    QTRY_VERIFY(page().findChild<Composer *>()->isReplying());
}

void UiNotifyTest::wordsFollowTheLanguage()
{
    m_app->language().set(u"uk"_s);
    QVERIFY2(spoken(1).contains(u"3 повідомлення"_s), qPrintable(spoken(1)));
    m_app->language().set(u"ru"_s);
    QVERIFY2(spoken(1).contains(u"3 сообщения"_s), qPrintable(spoken(1)));
}

void UiNotifyTest::whatHappensIsToldInTheWindow()
{
    // No desktop answers here, so the window tells.
    QList<Notification> all;
    for (int row = 0; row < model().rowCount(); ++row)
        all.append(model().at(row));
    Notification notification = model().at(0);
    notification.text = u"<b>Look</b>"_s;
    Q_EMIT model().posted(notification);
    auto *toast = m_app->window().findChild<Toast *>();
    QTRY_VERIFY(toast->isVisible());
    QVERIFY2(toast->text().endsWith("<b>Look</b>"_L1), qPrintable(toast->text()));
    toast->hide();
    notification.silent = true;
    Q_EMIT model().posted(notification);
    notification.silent = false;
    notification.text = u"Again"_s;
    Q_EMIT model().posted(notification);
    QTRY_VERIFY(toast->isVisible());
    QVERIFY(toast->text().endsWith("Again"_L1));
    // Not the markup, and nothing that its author hid.
    notification.text = u"**Look**: it was ||the butler||"_s;
    Q_EMIT model().posted(notification);
    QTRY_VERIFY(toast->text().contains("Look: it was"_L1));
    QVERIFY(!toast->text().contains("butler"_L1));
    notification.kind = NotificationKind::Invitation;
    notification.text.clear();
    notification.roomId = SampleAccount::purchases;
    Q_EMIT model().posted(notification);
    QTRY_VERIFY2(toast->text().endsWith(u"added you to a room\nЗакупки 2026"_s), qPrintable(toast->text()));
    notification = model().at(0);
    Q_EMIT model().posted(notification);
    // Its buttons answer and read.
    const auto press = [&](const QString &words) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // Buttons of what was told before.
        for (QAbstractButton *button : toast->findChildren<QAbstractButton *>()) {
            if (button->text() == words)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL(qPrintable(words));
    };
    QVERIFY(notification.roomId.has_value());
    const auto &unsent = m_app->session()->chatWriter().outbox().items();
    const auto isMarked = [&] {
        return std::any_of(unsent.begin(), unsent.end(),
                           [](const OutboxItem &item) { return item.method == "chat.markRead"_L1; });
    };
    QVERIFY(!isMarked());
    press(u"Mark as read"_s);
    QVERIFY(!toast->isVisible() && model().isRead(model().rowOf(notification.id)));
    QVERIFY2(isMarked(), "the message is not read");
    QCOMPARE(page().pageId(), u"notifications"_s);
    model().setRead(notification.id, false);
    Q_EMIT model().posted(notification);
    QTRY_VERIFY(toast->isVisible());
    // A click leads there, and reads.
    QTest::mouseClick(toast, Qt::LeftButton);
    QCOMPARE(page().pageId(), u"chat"_s);
    QCOMPARE(page().findChild<RoomPane *>()->room(), *notification.roomId);
    QVERIFY(model().isRead(model().rowOf(notification.id)));
    m_app->window().showPage(u"notifications"_s);
    const Notification reply = *std::find_if(
        all.cbegin(), all.cend(), [](const Notification &one) { return one.kind == NotificationKind::Reply; });
    model().setRead(reply.id, false);
    Q_EMIT model().posted(reply);
    QTRY_VERIFY(toast->isVisible() && toast->text().contains(reply.text.left(10)));
    press(u"Reply"_s);
    QCOMPARE(page().pageId(), u"chat"_s);
    QVERIFY(page().findChild<Composer *>()->isReplying());
    // What was read before its turn came is not told.
    toast->hide();
    Q_EMIT model().posted(model().at(1));
    model().setRead(model().at(1).id, true);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!toast->isVisible());
}

int main(int argc, char **argv)
{
    // The desktop of whoever runs this is left alone.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QApplication application(argc, argv);
    UiNotifyTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "ui_notify_test.moc"
