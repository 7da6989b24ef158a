#include <QClipboard>
#include <QListWidget>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolTip>
#include <QtTest>

#include "client/ChatWindow.h"
#include "features/chat/CompletionPopup.h"
#include "features/chat/JumpButton.h"
#include "features/chat/NamesDialog.h"
#include "features/chat/RoomPane.h"
#include "features/chat/RowLayout.h"
#include "features/chat/model/MessageModel.h"
#include "ui/Shortcuts.h"
#include "ui/Theme.h"
#include "ui/TimeText.h"
#include "ui/Toast.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kFirst = 1000;
constexpr int kCount = 200;

/// A room of 200 messages by one person, a minute apart, of which the first so many are read.
auto longRoom(int read)
{
    return [read](SampleAccount &sample) {
        Cache cache(sample.profile().cacheFile(sample.account()));
        for (int i = 0; i < kCount; ++i) {
            Message message =
                sampleMessage(kFirst + i, SampleAccount::purchases, u"line %1"_s.arg(i), (kCount - i) * 60'000LL);
            if (i == kCount - 1)
                message.replyToId = MessageId{kFirst + 5};
            cache.messages().merge(message);
        }
        Membership membership;
        membership.roomId = SampleAccount::purchases;
        membership.userId = SampleAccount::me;
        membership.lastReadMessageId = MessageId{kFirst + read - 1};
        membership.version = 2;
        cache.entities().merge({u"membership"_s, SampleAccount::purchases.value}, membership);
    };
}

struct Reader : Shown
{
    using Shown::Shown;

    void toFront()
    {
        app->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&app->window()));
    }
    QString textAt(int row) { return timeline().rowData(row).message.text; }
    int rowWith(const QString &text)
    {
        for (int row = 0; row < timeline().rowCount(); ++row) {
            if (textAt(row).contains(text))
                return row;
        }
        return -1;
    }
    JumpButton &jump() { return *timeline().findChild<JumpButton *>(); }
    QString tipAt(const QPoint &point)
    {
        QToolTip::hideText();
        QHelpEvent help(QEvent::ToolTip, point, timeline().viewport()->mapToGlobal(point));
        QApplication::sendEvent(timeline().viewport(), &help);
        return QToolTip::text();
    }
    /// The colours of the pixels of a line across the timeline.
    bool hasColour(const QRect &area, const QColor &colour)
    {
        const QImage shown = timeline().viewport()->grab().toImage();
        for (int y = qMax(0, area.top()); y <= qMin(area.bottom(), shown.height() - 1); ++y) {
            for (int x = qMax(0, area.left()); x <= qMin(area.right(), shown.width() - 1); ++x) {
                if (shown.pixelColor(x, y) == colour)
                    return true;
            }
        }
        return false;
    }
};

} // namespace

/// Where one is in a room and what the rows tell; by real keys and clicks, offline.
class UiReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRoomOpensAtTheFirstUnread_data()
    {
        QTest::addColumn<int>("unread");
        QTest::newRow("more than fits the window") << 40;
        QTest::newRow("more than the rows that are loaded first") << 120;
    }
    void aRoomOpensAtTheFirstUnread()
    {
        QFETCH(int, unread);
        Reader reader(Role::Member, longRoom(kCount - unread));
        reader.toFront();
        reader.open(SampleAccount::purchases);
        const int row = reader.rowWith(u"line %1"_s.arg(kCount - unread));
        QVERIFY(row > 0 && reader.timeline().rowData(row).firstUnread);
        const QRect bubble = reader.timeline().bubbleRect(row);
        QVERIFY2(bubble.isValid() && bubble.top() > 0 && bubble.bottom() < reader.timeline().viewport()->height() / 2,
                 qPrintable(QString::number(bubble.top())));
        // The line stands above it, across the whole width.
        const QColor warm = reader.app->theme().colors().warm;
        const QRect above(30, bubble.top() - 40, 60, 40);
        QVERIFY(reader.hasColour(above, warm));
        QVERIFY(!reader.hasColour(above.translated(0, 60), warm));
        // What lies below is counted, and is not read yet.
        const int below = reader.jump().count();
        const qint64 last = reader.timeline().rowData(reader.timeline().lastVisibleRow()).message.id.value - kFirst;
        QVERIFY(reader.jump().isVisible());
        QCOMPARE(qint64{below}, kCount - 1 - last);
        // Further down there are fewer; at the end none, and the number stays away when one goes up again.
        QTest::keyClick(&reader.timeline(), Qt::Key_PageDown);
        QVERIFY(reader.jump().count() < below && reader.jump().count() > 0);
        QTest::mouseClick(&reader.jump(), Qt::LeftButton);
        QTRY_VERIFY(reader.timeline().isAtBottom() && !reader.jump().isVisible());
        QTest::keyClick(&reader.timeline(), Qt::Key_Home);
        QVERIFY(reader.jump().isVisible());
        QCOMPARE(reader.jump().count(), 0);
    }

    void whatIsUnreadBelowIsCountedFarFromTheNewest()
    {
        Reader reader(Role::Member, longRoom(150));
        reader.toFront();
        reader.open(SampleAccount::purchases);
        QVERIFY(reader.jump().count() > 0);
        const int below = reader.jump().count();
        MessageModel &model = *reader.app->session()->openRoom(SampleAccount::purchases);
        model.openAround(MessageId{kFirst + 3});
        QVERIFY(model.canLoadNewer());
        QVERIFY(reader.jump().isVisible());
        QCOMPARE(reader.jump().count(), below);
        QTest::mouseClick(&reader.jump(), Qt::LeftButton);
        QTRY_COMPARE(reader.jump().count(), 0);
    }

    void aClickAtAQuoteScrollsToTheMessage()
    {
        Reader reader(Role::Member, longRoom(kCount));
        reader.open(SampleAccount::purchases);
        QVERIFY(reader.timeline().isAtBottom());
        QCOMPARE(reader.rowWith(u"line 5"_s) >= 0 &&
                     reader.timeline().bubbleRect(reader.rowWith(u"line 5"_s)).isValid(),
                 false);
        const QRect bubble = reader.timeline().bubbleRect(reader.timeline().rowCount() - 1);
        QTest::mouseClick(reader.timeline().viewport(), Qt::LeftButton, {}, bubble.topLeft() + QPoint(40, 26));
        const auto answered = [&] {
            for (int row = 0; row < reader.timeline().rowCount(); ++row) {
                if (reader.textAt(row) == u"line 5"_s)
                    return row;
            }
            return -1;
        };
        QTRY_VERIFY(answered() >= 0 && reader.timeline().bubbleRect(answered()).isValid());
        QCOMPARE(reader.timeline().flashedRow(), answered());
        QVERIFY(!reader.timeline().isAtBottom());
    }

    void daysAreToldApartAndTheDayStaysInSight()
    {
        Reader reader;
        reader.open(SampleAccount::stock);
        QStringList days;
        const Theme &theme = reader.app->theme();
        const int width = reader.timeline().viewport()->width();
        const auto layoutOf = [&](int row) {
            const TimelineEntry entry = reader.timeline().rowData(row);
            const TimelineEntry before = row > 0 ? reader.timeline().rowData(row - 1) : TimelineEntry();
            return RowLayouter(theme, width).layout(entry, {row > 0 ? &before : nullptr, nullptr});
        };
        for (int row = 0; row < reader.timeline().rowCount(); ++row) {
            if (const auto layout = layoutOf(row); !layout->day.isEmpty())
                days.append(layout->day.section(u',', 0, 0));
        }
        QCOMPARE(days, (QStringList{u"Yesterday"_s, u"Today"_s}));
        // The pill of the day is painted above its first message.
        const int first = reader.rowWith(u"Доброго ранку"_s);
        reader.timeline().scrollToPlace(first, -100); // On whole pixels.
        const QColor line = theme.colors().separator;
        const QRect bubble = reader.timeline().bubbleRect(first);
        QVERIFY2(reader.hasColour({width / 2 - 60, bubble.top() - 60, 120, 56}, line),
                 qPrintable(u"%1 of %2"_s.arg(bubble.top()).arg(reader.timeline().viewport()->height())));
    }

    void theDayOfWhatIsReadStaysAtTheTop()
    {
        Reader reader(Role::Member, longRoom(kCount));
        reader.open(SampleAccount::purchases);
        const QColor line = reader.app->theme().colors().separator;
        const int width = reader.timeline().viewport()->width();
        const QRect top(width / 2 - 60, 6, 120, 30);
        reader.timeline().scrollToRow(reader.timeline().rowCount() - 1);
        QVERIFY(reader.timeline().isAtBottom());
        QVERIFY(!reader.hasColour(top, line)); // One knows where the end is.
        QTest::keyClick(&reader.timeline(), Qt::Key_PageUp);
        QVERIFY(!reader.timeline().isAtBottom());
        QVERIFY(reader.hasColour(top, line));
    }

    void messagesWithinFiveMinutesAreGrouped()
    {
        TimelineEntry first;
        first.message.authorId = UserId{3};
        first.message.createdAt = QDateTime(QDate(2026, 3, 4), QTime(12, 0)).toMSecsSinceEpoch();
        TimelineEntry next = first;
        next.message.createdAt += 5 * 60'000 - 1;
        QVERIFY(continuesGroup(first, next));
        next.message.createdAt += 1;
        QVERIFY(!continuesGroup(first, next));
        next.message.createdAt = first.message.createdAt + 1000;
        next.message.authorId = UserId{4};
        QVERIFY(!continuesGroup(first, next));
        next.message.authorId = UserId{3};
        next.firstUnread = true;
        QVERIFY(!continuesGroup(first, next));
        next.firstUnread = false;
        first.message.createdAt = QDateTime(QDate(2026, 3, 4), QTime(23, 59)).toMSecsSinceEpoch();
        next.message.createdAt = first.message.createdAt + 2 * 60'000;
        QVERIFY(!continuesGroup(first, next));
        // In the window: the second of a pair stands closer and has no name, and no picture stands beside the first.
        Reader reader;
        reader.open(SampleAccount::stock);
        const int one = reader.rowWith(u"Доброго ранку"_s);
        reader.timeline().scrollToRow(one);
        const QRect upper = reader.timeline().bubbleRect(one);
        const QRect lower = reader.timeline().bubbleRect(one + 1);
        QCOMPARE(reader.timeline().rowData(one + 1).message.authorId, reader.timeline().rowData(one).message.authorId);
        QVERIFY(lower.top() - upper.bottom() < 6);
        const QRect next2 = reader.timeline().bubbleRect(one + 2);
        QVERIFY(next2.top() - lower.bottom() > lower.top() - upper.bottom());
    }

    void theTimeIsLocalAndInFullInTheTip()
    {
        const QByteArray zone = qgetenv("TZ");
        const qint64 moment = QDateTime(QDate(2026, 3, 4), QTime(21, 30, 15), Qt::UTC).toMSecsSinceEpoch();
        qputenv("TZ", "Asia/Tokyo");
        tzset();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        const QString clock = clockTime(moment);
        const QString full = fullMoment(moment);
        const QDate day = localDay(moment);
        zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", zone);
        tzset();
        QCOMPARE(clock, u"06:30"_s);
        QCOMPARE(day, QDate(2026, 3, 5));
        QVERIFY2(full.endsWith(u"06:30:15"_s) && full.contains(u"5 March 2026"_s), qPrintable(full));
        Reader reader;
        reader.open(SampleAccount::stock);
        const int row = reader.rowWith(u"накладна в мене"_s);
        reader.timeline().scrollToRow(row);
        const Message message = reader.timeline().rowData(row).message;
        const QRect bubble = reader.timeline().bubbleRect(row);
        const QString tip = reader.tipAt(bubble.bottomRight() - QPoint(40, 14));
        QVERIFY2(tip.contains(fullMoment(message.createdAt)), qPrintable(tip));
        QVERIFY2(tip.contains(u"Edited: "_s + fullMoment(*message.editedAt)), qPrintable(tip));
        // And the row says that it was edited.
        const auto layout = RowLayouter(reader.app->theme(), 800).layout(reader.timeline().rowData(row), {});
        QCOMPARE(layout->meta, u"edited "_s + clockTime(message.createdAt));
        const auto other = RowLayouter(reader.app->theme(), 800).layout(reader.timeline().rowData(row - 1), {});
        QVERIFY(!other->meta.contains(u"edited"_s));
    }

    void whoReactedIsTold()
    {
        Reader reader;
        reader.open(SampleAccount::stock);
        const int row = reader.rowWith(u"накладна в мене"_s);
        reader.timeline().scrollToRow(row);
        const QRect bubble = reader.timeline().bubbleRect(row);
        const QString tip = reader.tipAt(bubble.bottomLeft() + QPoint(30, -18));
        QVERIFY2(tip.contains(u"Андрій Мельник, Олена Коваленко, Дмитрий Соколов"_s), qPrintable(tip));
        QVERIFY(!tip.contains(u"Maya"_s));
    }

    void roomsAreCompletedAfterASign()
    {
        Reader reader;
        reader.toFront();
        reader.open(SampleAccount::stock);
        reader.field().setFocus();
        QTest::keyClicks(&reader.field(), u"see #it-h"_s);
        auto &popup = reader.find<CompletionPopup>();
        QVERIFY(popup.isVisible());
        QCOMPARE(popup.findChild<QListWidget *>()->item(0)->text(), u"#it-help"_s);
        QTest::keyClick(&reader.field(), Qt::Key_Tab);
        QCOMPARE(reader.field().toPlainText(), u"see [#it-help](rialto://127.0.0.1:9/rooms/6) "_s);
        // Rooms that others cannot see are not offered.
        QTest::keyClicks(&reader.field(), u"#"_s);
        const auto *list = popup.findChild<QListWidget *>();
        for (int i = 0; popup.isVisible() && i < list->count(); ++i)
            QVERIFY(list->item(i)->text() != u"#Закупки 2026"_s);
    }
};

QTEST_MAIN(UiReadingTest)
#include "ui_reading_test.moc"
