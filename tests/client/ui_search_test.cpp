#include <QTextLayout>

#include "client/SearchWindow.h"
#include "client/Typing.h"
#include "features/chat/SearchDelegate.h"

using namespace rialto;
using namespace Qt::StringLiterals;

class UiSearchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void controlFFindsInTheRoom();
    void controlShiftFFindsEverywhere();
    void enterGoesToTheMessageInItsContext();
    void enterGoesOnToTheNext();
    void arrowsWalkThroughWhatWasFound();
    void escapeClosesAndGivesTheFocusBack();
    void mistakesAreToldInWords_data();
    void mistakesAreToldInWords();
    void anotherRoomClosesASearchInThisOne();
    void snippetsShowTheWords();
    void whatDoesNotFitEndsInAnEllipsis_data();
    void whatDoesNotFitEndsInAnEllipsis();
    void theEllipsisIsSeenBehindEmoji();
    void filesAreFoundAndShownByName();
};

void UiSearchTest::controlFFindsInTheRoom()
{
    Searching shown;
    QVERIFY(!shown.pane().isVisible());
    shown.press(Qt::ControlModifier);
    QVERIFY(shown.pane().isVisible());
    QVERIFY(shown.words().hasFocus());
    typeText(&shown.words(), u"наклад"_s);
    QTRY_COMPARE(texts(shown.found()).size(), 2);
    QVERIFY(shown.list().isVisible());
    QVERIFY(shown.says(u"Offline"_s));
    for (int row = 0; row < 2; ++row)
        QCOMPARE(shown.found().message(row).roomId, SampleAccount::stock);
}

void UiSearchTest::controlShiftFFindsEverywhere()
{
    Searching shown;
    shown.press(Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(shown.words().hasFocus());
    typeText(&shown.words(), u"НАКЛАД"_s);
    QTRY_COMPARE(texts(shown.found()).size(), 3);
    QCOMPARE(texts(shown.found()).first(), u"Дякую! Тоді чекаю на накладну"_s);
    typeText(&shown.words(), u" from:maya"_s);
    QTRY_VERIFY(shown.says(u"Nothing was found"_s));
    QVERIFY(!shown.list().isVisible());
}

void UiSearchTest::enterGoesToTheMessageInItsContext()
{
    // Many newer messages, so that what is found lies far above.
    Searching shown([](SampleAccount &sample) {
        Cache cache(sample.profile().cacheFile(sample.account()));
        for (int i = 0; i < 400; ++i) {
            const QString text = i == 100 ? u"the needle"_s : u"hay %1"_s.arg(i);
            cache.messages().merge(sampleMessage(1000 + i, SampleAccount::purchases, text, (400 - i) * 1000));
        }
    });
    shown.press(Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(&shown.words(), u"needle"_s);
    QTRY_COMPARE(texts(shown.found()), QStringList{u"the needle"_s});
    QTest::keyClick(&shown.words(), Qt::Key_Return);
    QTRY_COMPARE(shown.find<RoomListPane>().currentRoom(), SampleAccount::purchases);
    TimelineView &timeline = shown.timeline();
    QTRY_VERIFY(timeline.flashedRow() > 0);
    const int row = timeline.flashedRow();
    QCOMPARE(timeline.rowData(row).message.text, u"the needle"_s);
    QVERIFY(row >= timeline.firstVisibleRow() && row <= timeline.lastVisibleRow());
    QCOMPARE(timeline.rowData(row - 1).message.text, u"hay 99"_s);
    QCOMPARE(timeline.rowData(row + 1).message.text, u"hay 101"_s);
    QVERIFY(!timeline.isAtBottom());
}

void UiSearchTest::enterGoesOnToTheNext()
{
    Searching shown;
    shown.app->window().resize(1400, 800);
    shown.press(Qt::ControlModifier);
    typeText(&shown.words(), u"наклад"_s);
    QTRY_COMPARE(texts(shown.found()).size(), 2);
    const auto flashed = [&] { return shown.timeline().rowData(shown.timeline().flashedRow()).message.id; };
    for (const int row : {0, 1, 1}) {
        QTest::keyClick(&shown.words(), Qt::Key_Return);
        QTRY_VERIFY(shown.timeline().flashedRow() >= 0 && flashed() == shown.found().message(row).id);
        QCOMPARE(shown.list().currentIndex().row(), row);
    }
}

void UiSearchTest::arrowsWalkThroughWhatWasFound()
{
    Searching shown;
    shown.press(Qt::ControlModifier | Qt::ShiftModifier);
    typeText(&shown.words(), u"наклад"_s);
    QTRY_COMPARE(shown.found().rowCount(), 3);
    QTest::keyClick(&shown.words(), Qt::Key_Down);
    QTest::keyClick(&shown.words(), Qt::Key_Down);
    QCOMPARE(shown.list().currentIndex().row(), 1);
    QTest::keyClick(&shown.words(), Qt::Key_Up);
    QCOMPARE(shown.list().currentIndex().row(), 0);
    QVERIFY(shown.words().hasFocus());
    QTest::keyClick(&shown.words(), Qt::Key_Return);
    QTRY_COMPARE(shown.find<RoomListPane>().currentRoom(), RoomId{4});
}

void UiSearchTest::escapeClosesAndGivesTheFocusBack()
{
    Searching shown;
    shown.press(Qt::ControlModifier);
    QTest::keyClicks(&shown.words(), u"shelf"_s);
    QTest::keyClick(&shown.words(), Qt::Key_Escape);
    QVERIFY(!shown.pane().isVisible());
    QVERIFY(shown.find<Composer>().isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(shown.found().rowCount(), 0);
}

void UiSearchTest::mistakesAreToldInWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::newRow("day") << u"before:soon"_s << u"“soon” is no day"_s;
    QTest::newRow("person") << u"from:"_s << u"After from: comes a name"_s;
    QTest::newRow("room") << u"in:"_s << u"After in: comes the name"_s;
    QTest::newRow("has") << u"has:fish"_s << u"“link”, “file” and “image”, not “fish”"_s;
    QTest::newRow("signs") << u"?!"_s << u"Write a word"_s;
    QTest::newRow("begun") << u"has:"_s << u"has:link has:file has:image narrow it down"_s;
    QTest::newRow("nothing") << u""_s << u"has:link has:file has:image narrow it down"_s;
}

void UiSearchTest::mistakesAreToldInWords()
{
    QFETCH(QString, typed);
    QFETCH(QString, words);
    Searching shown;
    shown.press(Qt::ControlModifier);
    QTest::keyClicks(&shown.words(), typed);
    QTRY_VERIFY(typed.isEmpty() || shown.found().problem()); // Only then it was looked for.
    QTRY_VERIFY(shown.says(words));
}

void UiSearchTest::anotherRoomClosesASearchInThisOne()
{
    Searching shown;
    shown.app->window().resize(1400, 800); // In a smaller one any room that is opened takes its place.
    shown.press(Qt::ControlModifier);
    QVERIFY(shown.pane().isVisible());
    shown.find<RoomListPane>().setCurrentRoom(SampleAccount::purchases);
    QVERIFY(!shown.pane().isVisible());
    shown.press(Qt::ControlModifier | Qt::ShiftModifier);
    shown.find<RoomListPane>().setCurrentRoom(SampleAccount::stock);
    QVERIFY(shown.pane().isVisible());
}

void UiSearchTest::snippetsShowTheWords()
{
    const QString text = QString(500, u'x') + u"\nthe needle is here"_s;
    const QList<Word> places = SearchQuery::parse(u"needle"_s)->findIn(text);
    const Snippet snippet = snippetOf(text, places);
    QCOMPARE(snippet.places.size(), 1);
    QCOMPARE(snippet.text.mid(snippet.places.first().start, snippet.places.first().length), u"needle"_s);
    QVERIFY(snippet.text.startsWith(u'…') && !snippet.text.contains(u'\n'));
    QVERIFY(snippet.places.first().start < 40);
    // It begins with a word.
    const QString words = u"one two three four five six seven eight needle"_s;
    QCOMPARE(snippetOf(words, SearchQuery::parse(u"needle"_s)->findIn(words)).text, u"…five six seven eight needle"_s);
}

void UiSearchTest::whatDoesNotFitEndsInAnEllipsis_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << u"Shelf B-04 was moved on Tuesday, three lamps are still in the returns cage "_s;
    QTest::newRow("one word") << u"Доброгоранкуприйшлапалета"_s;
    QTest::newRow("from the right") << u"המדף הועבר ביום שלישי ושלוש מנורות עדיין כאן "_s;
}

void UiSearchTest::whatDoesNotFitEndsInAnEllipsis()
{
    QFETCH(QString, text);
    QFont font;
    font.setPixelSize(12);
    constexpr qreal width = 300;
    const auto laidOut = [&](const QString &words, int &cut) {
        auto layout = std::make_unique<QTextLayout>(words, font);
        cut = layOutLines(*layout, 2, width);
        return layout;
    };
    int cut = 0;
    laidOut(text.left(20), cut);
    QCOMPARE(cut, -1);
    const auto whole = laidOut(text.repeated(8), cut);
    QVERIFY(cut > 0);
    // Nearly all of the last line is kept, and with the ellipsis it fits.
    const QTextLine last = whole->lineAt(1);
    QVERIFY2(cut - last.textStart() > last.textLength() * 3 / 4, qPrintable(QString::number(cut)));
    int cutAgain = 0;
    const auto fitted = laidOut(text.repeated(8).left(cut) + u'…', cutAgain);
    QCOMPARE(cutAgain, -1);
    QCOMPARE(fitted->lineCount(), 2);
}

void UiSearchTest::theEllipsisIsSeenBehindEmoji()
{
    Searching shown([](SampleAccount &sample) {
        Cache cache(sample.profile().cacheFile(sample.account()));
        cache.messages().merge(sampleMessage(1000, SampleAccount::stock, u"zebra "_s + u"🟦"_s.repeated(100)));
    });
    if (shown.app->theme().emojiFamilies().isEmpty())
        QSKIP("no emoji font is installed");
    shown.press(Qt::ControlModifier);
    typeText(&shown.words(), u"zebra"_s);
    QTRY_COMPARE(shown.found().rowCount(), 1);
    const QRect row = shown.list().visualRect(shown.list().model()->index(0, 0));
    const QImage painted = shown.list().viewport()->grab(row).toImage();
    // Squares are all that stands in the second line, but for its end.
    const int ink = shown.app->theme().colors().textMuted.value();
    int grey = 0;
    for (int y = painted.height() * 3 / 5; y < painted.height(); ++y) {
        for (int x = painted.width() / 2; x < painted.width(); ++x) {
            const QColor color = painted.pixelColor(x, y);
            grey += color.saturation() < 90 && color.value() < ink + 60;
        }
    }
    QVERIFY(grey > 0);
}

void UiSearchTest::filesAreFoundAndShownByName()
{
    Searching shown([](SampleAccount &sample) {
        Cache cache(sample.profile().cacheFile(sample.account()));
        Message message = sampleMessage(1000, SampleAccount::stock, u"As promised"_s);
        message.attachments = {{FileId{1}, u"Zebra March.pdf"_s, 10, {}, 0, 0, false}};
        cache.messages().merge(message);
    });
    shown.press(Qt::ControlModifier);
    typeText(&shown.words(), u"zebra"_s);
    QTRY_COMPARE(texts(shown.found()), QStringList{u"As promised"_s});
    QVERIFY(shown.list()
                .model()
                ->index(0, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .endsWith(u"As promised, Zebra March.pdf"_s));
    // The word stands out below the text, where the file is named.
    const QRect row = shown.list().visualRect(shown.list().model()->index(0, 0));
    const QImage painted = shown.list().viewport()->grab(row).toImage();
    const QRgb mark = shown.app->theme().colors().accentSoft.rgb();
    int marks = 0;
    for (int y = painted.height() * 2 / 3; y < painted.height(); ++y) {
        for (int x = 0; x < painted.width(); ++x)
            marks += painted.pixel(x, y) == mark;
    }
    QVERIFY(marks > 50);
    shown.words().clear();
    typeText(&shown.words(), u"has:image"_s);
    QTRY_VERIFY(shown.says(u"Nothing was found"_s));
}

QTEST_MAIN(UiSearchTest)
#include "ui_search_test.moc"
