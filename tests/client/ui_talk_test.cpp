#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>

#include "client/Desk.h"
#include "features/chat/JumpButton.h"
#include "features/chat/NamesDialog.h"
#include "features/chat/RevisionsDialog.h"
#include "features/chat/TypingLine.h"
#include "features/chat/model/ChatWriter.h"
#include "support/Places.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// What one person does at the keys and the other sees in a window of their own, over a real server.
class UiTalkTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<RealServer> m_server;
    std::unique_ptr<Desk> m_anna;
    std::unique_ptr<Desk> m_boris;

    static void toFront(Desk &desk)
    {
        desk.app().window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.app().window()));
        desk.find<Composer>().field().setFocus();
        QTRY_VERIFY(desk.find<Composer>().field().hasFocus());
    }
    static TimelineView &timeline(Desk &desk) { return desk.find<TimelineView>(); }
    static TimelineEntry last(Desk &desk) { return timeline(desk).rowData(timeline(desk).rowCount() - 1); }
    static QString tipAt(Desk &desk, const QPoint &point)
    {
        QToolTip::hideText();
        QHelpEvent help(QEvent::ToolTip, point, timeline(desk).viewport()->mapToGlobal(point));
        QApplication::sendEvent(timeline(desk).viewport(), &help);
        return QToolTip::text();
    }
    /// Of the time in the corner of the last bubble.
    static QString tipOfLast(Desk &desk)
    {
        const QRect bubble = timeline(desk).bubbleRect(timeline(desk).rowCount() - 1);
        return tipAt(desk, bubble.bottomRight() - QPoint(24, 14));
    }
    /// Opens the menu of the last message by its key and chooses what is called so.
    static void choose(Desk &desk, const QString &words)
    {
        QTimer::singleShot(0, qApp, [words] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            for (QAction *action : menu->actions()) {
                if (action->text() == words)
                    return QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            }
            menu->close();
            QFAIL(qPrintable(words));
        });
        timeline(desk).scrollToBottom();
        timeline(desk).setFocus(Qt::TabFocusReason);
        QTest::keyClick(&timeline(desk), Qt::Key_F10, Qt::ShiftModifier);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        m_anna = std::make_unique<Desk>(m_server->address());
        m_anna->enter(u"anna"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(m_anna->isOnline(), patienceMs);
        m_boris = std::make_unique<Desk>(m_server->address());
        m_boris->enter(u"boris"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(m_boris->isOnline(), patienceMs);
        QVERIFY(m_anna->makeRoom(u"Warehouse"_s).isValid());
        QTRY_VERIFY_WITH_TIMEOUT(m_boris->roomCalled(u"Warehouse"_s).isValid(), patienceMs);
        m_boris->find<RoomListPane>().setCurrentRoom(m_boris->roomCalled(u"Warehouse"_s));
        Desk::click(m_boris->app().window(), u"Join room"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_boris->find<Composer>().isVisible(), patienceMs);
    }
    void cleanupTestCase()
    {
        m_boris.reset();
        m_anna.reset();
        m_server.reset();
    }

    void whoTypesIsSeenInTheOtherWindowUntilTheMessageComes()
    {
        const TypingLine &line = m_boris->find<TypingLine>();
        QVERIFY(!line.isVisible());
        toFront(*m_anna);
        QTest::keyClicks(&m_anna->find<Composer>().field(), u"Hel"_s);
        QTRY_VERIFY_WITH_TIMEOUT(line.isVisible(), patienceMs);
        QCOMPARE(line.words(), u"anna is typing…"_s);
        QVERIFY(!m_anna->find<TypingLine>().isVisible());
        m_anna->say(u"lo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_boris->lastWords(), u"anna: Hello"_s, patienceMs);
        QTRY_VERIFY(!line.isVisible());
    }

    void anEditIsMarkedAndItsHistoryShown()
    {
        toFront(*m_anna);
        m_anna->say(u"Six lamps"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_boris->lastWords(), u"anna: Six lamps"_s, patienceMs);
        QPlainTextEdit &field = m_anna->find<Composer>().field();
        QTest::keyClick(&field, Qt::Key_Up);
        QTRY_COMPARE(field.toPlainText(), u"Six lamps"_s);
        QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&field, u"Nine lamps"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_boris->lastWords(), u"anna: Nine lamps"_s, patienceMs);
        QVERIFY(last(*m_boris).message.editedAt);
        toFront(*m_boris);
        choose(*m_boris, u"Edit history…"_s);
        auto *dialog = m_boris->app().window().findChild<RevisionsDialog *>();
        QVERIFY(dialog);
        const auto said = [dialog] {
            QStringList texts;
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                texts.append(label->text());
            return texts;
        };
        QVERIFY(said().contains(u"Nine lamps"_s));
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"Six lamps"_s), patienceMs);
        dialog->close();
    }

    void whoHasReadIsTold()
    {
        toFront(*m_anna);
        m_anna->say(u"Read me"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_boris->lastWords(), u"anna: Read me"_s, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(last(*m_anna).state, DeliveryState::Sent, patienceMs);
        QVERIFY(!last(*m_anna).read);
        QVERIFY2(!tipOfLast(*m_anna).contains(u"Read by"_s), qPrintable(tipOfLast(*m_anna)));
        toFront(*m_boris); // What is in front of somebody is read.
        QTRY_VERIFY_WITH_TIMEOUT(last(*m_anna).read, patienceMs);
        QVERIFY2(tipOfLast(*m_anna).contains(u"Read by boris"_s), qPrintable(tipOfLast(*m_anna)));
        toFront(*m_anna);
        choose(*m_anna, u"Read by…"_s);
        auto *dialog = m_anna->app().window().findChild<NamesDialog *>();
        QVERIFY(dialog);
        const auto *names = dialog->findChild<QListWidget *>();
        QCOMPARE(names->count(), 1);
        QCOMPARE(names->item(0)->text(), u"boris"_s);
        dialog->close();
    }

    void whatComesBelowIsCountedUntilItIsSeen()
    {
        toFront(*m_boris);
        const RoomId room = m_anna->roomCalled(u"Warehouse"_s);
        for (int i = 0; i < 60; ++i)
            QVERIFY(m_anna->app().session()->chatWriter().send(room, u"line %1"_s.arg(i)));
        QTRY_COMPARE_WITH_TIMEOUT(m_boris->lastWords(), u"anna: line 59"_s, patienceMs);
        auto *jump = timeline(*m_boris).findChild<JumpButton *>();
        QVERIFY(!jump->isVisible());
        QTest::keyClick(&timeline(*m_boris), Qt::Key_Home);
        QVERIFY(jump->isVisible());
        QCOMPARE(jump->count(), 0); // All of it was in front of him.
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_anna->app().session()->chatWriter().send(room, u"below %1"_s.arg(i)));
        QTRY_COMPARE_WITH_TIMEOUT(jump->count(), 3, patienceMs);
        QVERIFY(!last(*m_anna).read);
        QTest::mouseClick(jump, Qt::LeftButton);
        QVERIFY(!jump->isVisible());
        QCOMPARE(jump->count(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(last(*m_anna).read, patienceMs);
    }
};

QTEST_MAIN(UiTalkTest)
#include "ui_talk_test.moc"
