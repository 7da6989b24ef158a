#include <QtTest>

#include "client/ChatWindow.h"
#include "features/chat/RoomDelegate.h"
#include "features/chat/RoomListView.h"
#include "features/chat/RowLayout.h"
#include "ui/Mirror.h"
#include "ui/RailButton.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

/// Until the window has its size and its place.
void wait(Shown &shown)
{
    shown.app->window().resize(1280, 800);
    QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
}

} // namespace

/// Windows for languages that are written from right to left.
class UiMirrorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }
    void theWindowIsMirrored();
    void rowsOfListsAreMirrored();
    void textKeepsItsOwnDirection_data();
    void textKeepsItsOwnDirection();
};

void UiMirrorTest::theWindowIsMirrored()
{
    Shown shown;
    wait(shown);
    shown.open(SampleAccount::stock);
    TimelineView &timeline = shown.timeline();
    int own = -1;
    int other = -1;
    for (int row = timeline.firstVisibleRow(); row <= timeline.lastVisibleRow(); ++row)
        (timeline.rowData(row).own ? own : other) = row;
    QVERIFY(own >= 0 && other >= 0);
    const auto middle = [&](int row) { return timeline.bubbleRect(row).center().x(); };
    const int half = timeline.viewport()->width() / 2;
    const auto *rail = shown.app->window().findChild<RailButton *>();
    const auto railLeft = [&] { return rail->mapTo(&shown.app->window(), QPoint()).x(); };
    const QRect before = timeline.bubbleRect(own);
    QVERIFY(middle(own) > half && middle(other) < half && railLeft() < 100);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QTRY_VERIFY(railLeft() > shown.app->window().width() - 100);
    QVERIFY(middle(own) < half && middle(other) > half);
    QCOMPARE(timeline.bubbleRect(own).left(), timeline.viewport()->width() - before.right() - 1);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QTRY_COMPARE(timeline.bubbleRect(own).left(), before.left());
    QCOMPARE(timeline.bubbleRect(own).width(), before.width());
}

void UiMirrorTest::rowsOfListsAreMirrored()
{
    Shown shown;
    wait(shown);
    auto &list = shown.find<RoomListView>();
    const auto tileColor = [&](bool mirrored) {
        const QRect row = list.visualRect(list.model()->index(1, 0));
        const QRect room = qobject_cast<RoomDelegate *>(list.itemDelegate())->roomRect(row);
        const QRect inTile(room.left() + 12, room.center().y() + 12, 1, 1);
        const QPoint point = Mirror(mirrored ? Qt::RightToLeft : Qt::LeftToRight, room)(inTile).topLeft();
        return list.viewport()->grab().toImage().pixelColor(point);
    };
    const QColor tile = tileColor(false);
    const QColor ground = shown.app->theme().colors().panel;
    QVERIFY(tile != ground);
    QVERIFY(tileColor(true) != tile);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QTRY_COMPARE(tileColor(true), tile);
    QVERIFY(tileColor(false) != tile);
}

void UiMirrorTest::textKeepsItsOwnDirection_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("mirrored");
    for (const bool mirrored : {false, true}) {
        const char *const where = mirrored ? "in a mirrored window" : "in a window";
        QTest::addRow("Hebrew %s", where) << u"שלום לכולם"_s << mirrored;
        QTest::addRow("English %s", where) << u"Good morning"_s << mirrored;
        QTest::addRow("much Hebrew %s", where) << u"שלום לכולם "_s.repeated(40) << mirrored;
        QTest::addRow("Hebrew code %s", where) << u"שלום\n```\ncode\n```"_s << mirrored;
    }
}

void UiMirrorTest::textKeepsItsOwnDirection()
{
    QFETCH(QString, text);
    QFETCH(bool, mirrored);
    const Theme theme(*qApp);
    TimelineEntry entry;
    entry.message.text = text;
    entry.message.createdAt = 1'700'000'000'000;
    entry.author = u"Dov"_s;
    const auto row = RowLayouter(theme, 700, mirrored ? Qt::RightToLeft : Qt::LeftToRight).layout(entry, {});
    QCOMPARE(row->isMirrored, mirrored);
    const QTextLayout &lines = *row->text.layout;
    for (int i = 0; i < lines.lineCount(); ++i) {
        const QRectF words = lines.lineAt(i).naturalTextRect().translated(row->textPosition);
        QVERIFY(row->bubble.adjusted(-1, 0, 1, 0).contains(words));
        QVERIFY(!words.adjusted(0, 4, 0, -4).intersects(row->metaRect.adjusted(0, 4, 0, -4)));
    }
    for (const RowText::CodeBox &box : row->text.codeBoxes)
        QVERIFY(box.rect.contains(box.copy));
}

QTEST_MAIN(UiMirrorTest)
#include "ui_mirror_test.moc"
