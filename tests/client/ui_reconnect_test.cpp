#include <QClipboard>
#include <QScrollBar>

#include "client/Desk.h"
#include "client/Menus.h"
#include "features/chat/JumpButton.h"
#include "features/chat/RoomPane.h"
#include "support/FakeServer.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// One window against a pretended server, which goes away, forgets its log, and refuses.
class UiReconnectTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<Desk> m_desk;
    UserId m_me;
    UserId m_other;
    RoomId m_room;

    TimelineView &timeline() { return m_desk->find<TimelineView>(); }
    TimelineEntry last() { return timeline().rowData(timeline().rowCount() - 1); }
    std::pair<QString, int> place()
    {
        if (timeline().rowCount() == 0)
            return {};
        return {timeline().rowData(timeline().firstVisibleRow()).message.text, qRound(timeline().offsetOfFirst())};
    }
    int rowWith(const QString &text)
    {
        for (int row = 0; row < timeline().rowCount(); ++row) {
            if (timeline().rowData(row).message.text == text)
                return row;
        }
        return -1;
    }
    void post(int from, int count)
    {
        for (int i = from; i < from + count; ++i)
            m_server->world.post(m_room, m_other, u"line %1"_s.arg(i));
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FakeServer>();
        m_me = m_server->world.addUser(u"anna"_s);
        m_other = m_server->world.addUser(u"boris"_s);
        m_room = m_server->world.addRoom(u"general"_s, Visibility::Public, {m_me, m_other});
        m_desk = std::make_unique<Desk>(m_server->address());
        m_desk->enter(u"anna"_s, false);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->isOnline(), patienceMs);
        m_desk->app().window().resize(1000, 700);
        m_desk->app().window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_desk->app().window()));
        m_desk->find<RoomListPane>().setCurrentRoom(m_room);
    }
    void cleanup()
    {
        m_desk.reset();
        m_server.reset();
    }

    void whoReadsFurtherUpStaysThereWhenTheConnectionComesBack()
    {
        post(0, 300);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->lastWords(), u"Boris: line 299"_s, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->world.readMarkers.value({m_room, m_me}).value, m_server->world.lastId,
                                  patienceMs);
        const MessageId read = m_server->world.readMarkers.value({m_room, m_me});
        QTRY_VERIFY((QTest::keyClick(&timeline(), Qt::Key_Home), rowWith(u"line 200"_s) >= 0));
        timeline().scrollToRow(rowWith(u"line 200"_s));
        const auto before = place();
        m_server->stop();
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk->isOnline(), patienceMs);
        QCOMPARE(place(), before);
        post(300, 150);
        m_server->world.trimLog(); // What was missed comes as a list, and the rows are made anew.
        QVERIFY(m_server->listen());
        m_desk->app().session()->retryNow();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->isOnline(), patienceMs);
        auto *jump = timeline().findChild<JumpButton *>();
        QTRY_COMPARE_WITH_TIMEOUT(jump->count(), 150, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(place(), before, patienceMs);
        // And nobody is told that all of it was read.
        QCOMPARE(m_server->world.readMarkers.value({m_room, m_me}), read);
        QVERIFY(jump->isVisible());
        QTest::mouseClick(jump, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->lastWords(), u"Boris: line 449"_s, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->world.readMarkers.value({m_room, m_me}).value, m_server->world.lastId,
                                  patienceMs);
        QTRY_COMPARE(jump->count(), 0);
    }

    void whatWasRefusedIsSentAgainOrDeletedByAClick()
    {
        const Error muted{ErrorCode::Forbidden, u"You are muted."_s, {}, {}, 0};
        const auto refuse = [&](const QString &text) {
            m_server->refuseNext(u"chat.send"_s, muted);
            m_desk->say(text);
        };
        // "Retry" and "Delete" stand below the bubble, at its right end.
        const auto clickBelow = [&](const QString &word) {
            const QFontMetrics label(m_desk->app().theme().font(TextStyle::Label));
            const int discard = label.horizontalAdvance(u"Delete"_s);
            const QRect bubble = timeline().bubbleRect(timeline().rowCount() - 1);
            const QPoint end(timeline().viewport()->width() - 25, bubble.bottom() + 14);
            QTest::mouseClick(timeline().viewport(), Qt::LeftButton, {},
                              word == u"Delete"_s ? end : end - QPoint(discard + 12, 0));
        };
        refuse(u"may I"_s);
        QTRY_COMPARE_WITH_TIMEOUT(last().state, DeliveryState::Failed, patienceMs);
        clickBelow(u"Retry"_s);
        QTRY_COMPARE_WITH_TIMEOUT(last().state, DeliveryState::Sent, patienceMs);
        QCOMPARE(m_server->world.messages.value(m_room).last().text, u"may I"_s);
        refuse(u"never mind"_s);
        QTRY_COMPARE_WITH_TIMEOUT(last().state, DeliveryState::Failed, patienceMs);
        QCOMPARE(timeline().rowCount(), 2);
        clickBelow(u"Delete"_s);
        QTRY_COMPARE(timeline().rowCount(), 1);
        QCOMPARE(m_desk->app().session()->unsentCount(), 0);
        QCOMPARE(m_server->world.messages.value(m_room).size(), 1);
    }

    void theDetailsOfWhatWasRefusedCanBeCopied()
    {
        QGuiApplication::clipboard()->clear();
        m_server->refuseNext(u"chat.send"_s, {ErrorCode::Forbidden, u"You are muted."_s, {}, {}, 0});
        m_desk->say(u"may I"_s);
        QTRY_COMPARE_WITH_TIMEOUT(last().state, DeliveryState::Failed, patienceMs);
        inMenu({u"Copy details"_s});
        Q_EMIT timeline().menuRequested(0, timeline().mapToGlobal(timeline().bubbleRect(0).center()));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"forbidden: You are muted."_s);
    }

    void whatIsTooLongStaysInTheField()
    {
        QPlainTextEdit &field = m_desk->find<Composer>().field();
        const QString text = u"word "_s.repeated(3'300); // 16,500 signs.
        field.setPlainText(text);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(field.toPlainText(), text);
        QCOMPARE(timeline().rowCount(), 0);
        const auto labels = m_desk->find<Composer>().findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith("This message has 16,"_L1) &&
                   label->text().contains("16,000 is the most"_L1);
        }));
        // Over a restart, too.
        m_desk->reopen();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->isOnline(), patienceMs);
        m_desk->find<RoomListPane>().setCurrentRoom(m_room);
        QCOMPARE(m_desk->find<Composer>().field().toPlainText(), text);
        // An edit that is too long leaves the message as it was, and the words in the field.
        m_desk->find<Composer>().field().setPlainText(u"short"_s);
        QTest::keyClick(&m_desk->find<Composer>().field(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->lastWords(), u"Anna: short"_s, patienceMs);
        QTest::keyClick(&m_desk->find<Composer>().field(), Qt::Key_Up);
        QVERIFY(m_desk->find<Composer>().isEditing());
        m_desk->find<Composer>().field().setPlainText(text);
        QTest::keyClick(&m_desk->find<Composer>().field(), Qt::Key_Return);
        QVERIFY(m_desk->find<Composer>().isEditing());
        QCOMPARE(m_desk->find<Composer>().field().toPlainText(), text);
        QCOMPARE(last().message.text, u"short"_s);
    }
};

QTEST_MAIN(UiReconnectTest)
#include "ui_reconnect_test.moc"
