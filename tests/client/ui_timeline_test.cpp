#include <QAccessible>
#include <QClipboard>
#include <QScrollBar>
#include <QtTest>

#include "features/chat/HeightTree.h"
#include "features/chat/JumpButton.h"
#include "features/chat/TextRuns.h"
#include "features/chat/TimelineView.h"
#include "markdown/MessageLinks.h"
#include "ui/EmojiText.h"
#include "ui/Theme.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 noon = 1'700'000'000'000;

/// Rows made from their number, so that a million of them cost nothing.
class FakeMessages final : public QAbstractListModel
{
public:
    explicit FakeMessages(int count) : m_count(count) {}

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_count; }
    QVariant data(const QModelIndex &, int) const override { return {}; }

    TimelineEntry read(int row) const
    {
        const int number = row + m_first;
        const qint64 author = (number / 3) % 5;
        TimelineEntry data;
        data.message.id.value = number + 1'000'000;
        data.message.authorId.value = author;
        data.author = u"Person %1"_s.arg(author);
        data.message.text = m_text.isEmpty() ? u"Message %1 "_s.arg(number) + u"word "_s.repeated(number % 40) : m_text;
        data.message.createdAt = noon + number * 60'000LL;
        data.own = author == 0;
        if (row == m_failed) {
            data.own = true;
            data.state = DeliveryState::Failed;
            data.error.code = ErrorCode::Forbidden;
        }
        return data;
    }
    void prepend(int count)
    {
        beginInsertRows({}, 0, count - 1);
        m_first -= count;
        m_count += count;
        endInsertRows();
    }
    /// Makes the last message one's own that could not be sent.
    void failLast()
    {
        m_failed = m_count - 1;
        touch(m_failed);
    }
    void append(int count)
    {
        beginInsertRows({}, m_count, m_count + count - 1);
        m_count += count;
        endInsertRows();
    }
    void removeFirst(int count)
    {
        beginRemoveRows({}, 0, count - 1);
        m_first += count;
        m_count -= count;
        endRemoveRows();
    }
    void removeLast(int count)
    {
        beginRemoveRows({}, m_count - count, m_count - 1);
        m_count -= count;
        endRemoveRows();
    }
    void touch(int row) { Q_EMIT dataChanged(index(row), index(row)); }
    /// What all of them say from now on.
    void setText(const QString &text)
    {
        beginResetModel();
        m_text = text;
        endResetModel();
    }

private:
    int m_count;
    int m_first = 0;
    int m_failed = -1;
    QString m_text;
};

struct Shown
{
    explicit Shown(int count) : theme(*qApp), messages(count), view(theme)
    {
        view.resize(900, 700);
        view.setModel(&messages, [this](int row) { return messages.read(row); });
        view.show();
        QCoreApplication::processEvents();
    }

    Theme theme;
    FakeMessages messages;
    TimelineView view;
};

} // namespace

class UiTimelineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void heightsAddUp();
    void heightsSurviveInsertAndRemove();
    void aMillionRowsOpenAtTheEnd();
    void scrollingAMillionRowsLaysOutOnlyWhatIsSeen();
    void prependingNeverMovesWhatIsRead();
    void removingAboveNeverMovesWhatIsRead();
    void staysAtTheBottomWhenThere();
    void neighboursFollowWhatComesAndGoes();
    void countsNewMessagesBelow();
    void keysScroll();
    void fewMessagesStandAtTheBottom();
    void asksForOlderNearTheTop();
    void selectsAndCopiesOverSeveralMessages();
    void failedMessagesOfferRetryAndDelete();
    void onlyWebAddressesAreLinks();
    void emojiSequencesAreOneSign();
    void emojiAreSelectedWhole();
    void screenReadersSeeMessages();
};

void UiTimelineTest::heightsAddUp()
{
    HeightTree tree(10);
    tree.reset(5);
    tree.set(2, 50);
    tree.append(2);
    QCOMPARE(tree.total(), 110);
    QCOMPARE(tree.offset(3), 70);
    QCOMPARE(tree.rowAt(0), 0);
    QCOMPARE(tree.rowAt(19), 1);
    QCOMPARE(tree.rowAt(69), 2);
    QCOMPARE(tree.rowAt(70), 3);
    QCOMPARE(tree.rowAt(1000), 6);
}

void UiTimelineTest::heightsSurviveInsertAndRemove()
{
    HeightTree tree(10);
    tree.reset(3);
    tree.set(0, 7);
    tree.insert(0, 2);
    QCOMPARE(tree.height(2), 7);
    QCOMPARE(tree.total(), 47);
    tree.remove(0, 2);
    QCOMPARE(tree.total(), 27);
    for (int i = 0; i < 1000; ++i)
        tree.append(1);
    QCOMPARE(tree.total(), 27 + 10'000);
    QCOMPARE(tree.offset(503), 27 + 5'000);
}

void UiTimelineTest::aMillionRowsOpenAtTheEnd()
{
    Shown shown(1'000'000);
    QCOMPARE(shown.view.lastVisibleRow(), 999'999);
    QVERIFY(shown.view.isAtBottom());
    QVERIFY(shown.view.bubbleRect(999'999).bottom() <= shown.view.viewport()->height());
}

void UiTimelineTest::scrollingAMillionRowsLaysOutOnlyWhatIsSeen()
{
    Shown shown(1'000'000);
    QScrollBar *bar = shown.view.verticalScrollBar();
    for (int i = 0; i < 200; ++i)
        bar->setValue(int(qint64(bar->maximum()) * ((i * 37) % 200) / 200));
    bar->setValue(0);
    QCOMPARE(shown.view.firstVisibleRow(), 0);
    QVERIFY(!shown.view.isAtBottom());
    bar->setValue(bar->maximum());
    QCOMPARE(shown.view.lastVisibleRow(), 999'999);
}

void UiTimelineTest::prependingNeverMovesWhatIsRead()
{
    Shown shown(1000);
    shown.view.scrollToRow(3);
    const int row = shown.view.lastVisibleRow() - 1;
    const QRect before = shown.view.bubbleRect(row);
    shown.messages.prepend(200);
    QCOMPARE(shown.view.bubbleRect(row + 200), before);
    shown.messages.append(10);
    QCOMPARE(shown.view.bubbleRect(row + 200), before);
}

void UiTimelineTest::removingAboveNeverMovesWhatIsRead()
{
    Shown shown(1000);
    shown.view.scrollToRow(500);
    const int row = shown.view.firstVisibleRow() + 2;
    const QRect before = shown.view.bubbleRect(row);
    shown.messages.removeFirst(100);
    QCOMPARE(shown.view.bubbleRect(row - 100), before);
    shown.messages.touch(2);
    QCOMPARE(shown.view.bubbleRect(row - 100), before);
}

void UiTimelineTest::staysAtTheBottomWhenThere()
{
    Shown shown(50);
    shown.messages.append(3);
    QVERIFY(shown.view.isAtBottom());
    QCOMPARE(shown.view.lastVisibleRow(), 52);
    shown.view.resize(500, 400);
    QCoreApplication::processEvents();
    QVERIFY(shown.view.isAtBottom());
    QCOMPARE(shown.view.lastVisibleRow(), 52);
}

/// Rows that stay are laid out no second time, but for the one that has another neighbour.
void UiTimelineTest::neighboursFollowWhatComesAndGoes()
{
    Shown shown(7);
    const auto isAsNew = [&shown] {
        const QImage before = shown.view.viewport()->grab().toImage();
        shown.view.refresh();
        return before == shown.view.viewport()->grab().toImage();
    };
    const QImage first = shown.view.viewport()->grab().toImage();
    shown.messages.prepend(1); // By the same person as the one that was first.
    QVERIFY(isAsNew());
    shown.messages.removeFirst(2);
    QVERIFY(isAsNew());
    shown.messages.prepend(1);
    QVERIFY(shown.view.viewport()->grab().toImage() == first);
    shown.messages.removeLast(1); // The next one of the same person.
    QVERIFY(isAsNew());
    shown.messages.append(1);
    QVERIFY(shown.view.viewport()->grab().toImage() == first);
}

void UiTimelineTest::countsNewMessagesBelow()
{
    Shown shown(300);
    shown.view.scrollToRow(100);
    auto *jump = shown.view.findChild<JumpButton *>();
    QVERIFY(jump->isVisible());
    QCOMPARE(jump->count(), 0);
    shown.view.setNewBelow(3);
    QCOMPARE(jump->count(), 3);
    QTest::mouseClick(jump, Qt::LeftButton);
    QVERIFY(shown.view.isAtBottom());
    QVERIFY(!jump->isVisible());
}

void UiTimelineTest::keysScroll()
{
    Shown shown(300);
    QTest::keyClick(&shown.view, Qt::Key_PageUp);
    QVERIFY(!shown.view.isAtBottom());
    QTest::keyClick(&shown.view, Qt::Key_PageDown);
    QVERIFY(shown.view.isAtBottom());
    QTest::keyClick(&shown.view, Qt::Key_Home);
    QCOMPARE(shown.view.firstVisibleRow(), 0);
    QTest::keyClick(&shown.view, Qt::Key_End);
    QVERIFY(shown.view.isAtBottom());
    QTest::keyClick(&shown.view, Qt::Key_Up);
    QCOMPARE(shown.view.currentRow(), 299);
    for (int i = 0; i < 100; ++i)
        QTest::keyClick(&shown.view, Qt::Key_Up);
    QCOMPARE(shown.view.currentRow(), 199);
    QVERIFY(shown.view.viewport()->rect().contains(shown.view.bubbleRect(199)));
}

void UiTimelineTest::fewMessagesStandAtTheBottom()
{
    Shown shown(2);
    QVERIFY(shown.view.bubbleRect(0).top() > 400);
    QTest::keyClick(&shown.view, Qt::Key_PageUp);
    QVERIFY(shown.view.bubbleRect(0).top() > 400);
}

void UiTimelineTest::asksForOlderNearTheTop()
{
    Shown shown(1000);
    QSignalSpy older(&shown.view, &TimelineView::olderWanted);
    QTest::keyClick(&shown.view, Qt::Key_PageUp);
    QCOMPARE(older.count(), 0);
    QTest::keyClick(&shown.view, Qt::Key_Home);
    QVERIFY(older.count() > 0);
}

void UiTimelineTest::selectsAndCopiesOverSeveralMessages()
{
    Shown shown(20);
    const auto inText = [&](int row) {
        const QRect bubble = shown.view.bubbleRect(row);
        return QPoint(bubble.left() + 13, bubble.bottom() - 12);
    };
    QTest::mousePress(shown.view.viewport(), Qt::LeftButton, {}, inText(17));
    QTest::mouseMove(shown.view.viewport(), inText(18));
    QTest::mouseMove(shown.view.viewport(), shown.view.bubbleRect(19).bottomRight() - QPoint(8, 10));
    QTest::mouseRelease(shown.view.viewport(), Qt::LeftButton, {},
                        shown.view.bubbleRect(19).bottomRight() - QPoint(8, 10));
    QTest::keyClick(&shown.view, Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"Message 18"_s), qPrintable(copied));
    QVERIFY2(copied.contains(u"Person 1, ["_s), qPrintable(copied));
    QVERIFY(copied.trimmed().endsWith(u"word"_s));
    shown.messages.prepend(5);
    QCOMPARE(shown.view.selectedText(), copied);
}

/// Who selects half of an emoji selects all of it.
void UiTimelineTest::emojiAreSelectedWhole()
{
    Shown shown(1);
    const QString emoji = u"\u2764\uFE0F\u200D🔥"_s;
    shown.messages.setText(u"ab"_s + emoji + u"cd"_s);
    QCoreApplication::processEvents();
    const QRect bubble = shown.view.bubbleRect(0);
    const auto select = [&](int from, int to) {
        const int y = bubble.bottom() - 12;
        QTest::mousePress(shown.view.viewport(), Qt::LeftButton, {}, QPoint(bubble.left() + from, y));
        QTest::mouseMove(shown.view.viewport(), QPoint(bubble.left() + (from + to) / 2, y));
        QTest::mouseMove(shown.view.viewport(), QPoint(bubble.left() + to, y));
        QTest::mouseRelease(shown.view.viewport(), Qt::LeftButton, {}, QPoint(bubble.left() + to, y));
        return shown.view.selectedText();
    };
    QSet<QString> seen;
    for (int to = 14; to < 90; ++to)
        seen.insert(select(12, to));
    for (const QString &text : {u"ab"_s, u"ab"_s + emoji, u"ab"_s + emoji + u"cd"_s})
        QVERIFY2(seen.contains(text), qPrintable(text + u" not in "_s + QStringList(seen.values()).join(u'|')));
    for (const QString &text : seen) {
        const bool isCut = text.size() > 2 && text.size() < 2 + emoji.size();
        QVERIFY2(!isCut, qPrintable(text));
    }
}

void UiTimelineTest::failedMessagesOfferRetryAndDelete()
{
    Shown shown(20);
    const int before = shown.view.bubbleRect(19).bottom();
    shown.messages.failLast();
    QVERIFY(shown.view.bubbleRect(19).bottom() < before); // Its words have room below, and the end stays in sight.
    QSignalSpy retried(&shown.view, &TimelineView::retryClicked);
    QSignalSpy discarded(&shown.view, &TimelineView::discardClicked);
    const QPoint discard(shown.view.viewport()->width() - 25, shown.view.bubbleRect(19).bottom() + 14);
    const int width = QFontMetrics(shown.theme.font(TextStyle::Label)).horizontalAdvance(u"Delete"_s);
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, discard);
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, discard - QPoint(width + 12, 0));
    QCOMPARE(discarded.count(), 1);
    QCOMPARE(retried.count(), 1);
    QCOMPARE(retried.at(0).at(0).toInt(), 19);
    const QString folder = qEnvironmentVariable("RIALTO_PICTURES");
    if (!folder.isEmpty())
        shown.view.grab().save(folder + u"/timeline-failed.png"_s);
}

void UiTimelineTest::onlyWebAddressesAreLinks()
{
    const auto links =
        findLinks(u"see https://rialto.lan/a(b)?q=1. and (http://x.org/y), javascript://alert ftp://z file:///etc"_s);
    QCOMPARE(links.size(), 2);
    QCOMPARE(links.at(0).url.toString(), u"https://rialto.lan/a(b)?q=1"_s);
    QCOMPARE(links.at(1).url.toString(), u"http://x.org/y"_s);
}

void UiTimelineTest::emojiSequencesAreOneSign()
{
    const QString text =
        QString::fromUtf8("a \u2764\uFE0F b \U0001F468\u200D\U0001F469\u200D\U0001F467 c \U0001F1FA\U0001F1E6");
    const auto places = emojiPlaces(text);
    QCOMPARE(places.size(), 3);
    QCOMPARE(text.mid(places.at(1).start, places.at(1).length),
             QString::fromUtf8("\U0001F468\u200D\U0001F469\u200D\U0001F467"));
    QCOMPARE(places.at(2).length, 4);
}

void UiTimelineTest::screenReadersSeeMessages()
{
    Shown shown(30);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&shown.view);
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 30);
    QAccessibleInterface *last = list->child(29);
    QVERIFY(last->text(QAccessible::Name).contains(u"Message 29"_s));
    QVERIFY(!last->state().offscreen);
    QVERIFY(list->child(0)->state().offscreen);
    QCOMPARE(list->indexOfChild(last), 29);
}

QTEST_MAIN(UiTimelineTest)
#include "ui_timeline_test.moc"
