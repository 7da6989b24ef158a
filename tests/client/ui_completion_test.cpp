#include <QListWidget>

#include "client/SearchWindow.h"
#include "client/Typing.h"
#include "features/chat/CompletionPopup.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// What the field of a search offers while one types.
class UiCompletionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNarrowsItDownIsCompleted();
    void whatIsCompletedTakesNothingElseAway();
};

void UiCompletionTest::whatNarrowsItDownIsCompleted()
{
    Searching shown;
    shown.press(Qt::ControlModifier | Qt::ShiftModifier);
    auto &offered = *shown.pane().findChild<CompletionPopup *>();
    typeText(&shown.words(), u"from:дм"_s);
    QVERIFY(offered.isVisible());
    QCOMPARE(offered.findChild<QListWidget *>()->item(0)->text(), u"Дмитрий Соколов  from:dmitry"_s);
    QTest::keyClick(&shown.words(), Qt::Key_Return);
    QCOMPARE(shown.words().text(), u"from:dmitry "_s);
    QVERIFY(!offered.isVisible());
    // A name of several words stands in quotes.
    typeText(&shown.words(), u"in:скл"_s);
    QVERIFY(offered.isVisible());
    QTest::keyClick(&shown.words(), Qt::Key_Tab);
    QCOMPARE(shown.words().text(), u"from:dmitry in:\"Склад і поставки\" "_s);
    QVERIFY(shown.words().hasFocus());
    QTRY_COMPARE(shown.found().rowCount(), 1);
    QVERIFY(texts(shown.found()).first().startsWith(u"По лампам"_s));
    // Three kinds; Esc closes the list alone, and so does who goes elsewhere.
    typeText(&shown.words(), u"has:"_s);
    QCOMPARE(offered.findChild<QListWidget *>()->count(), 3);
    QTest::keyClick(&shown.words(), Qt::Key_Escape);
    QVERIFY(!offered.isVisible() && shown.pane().isVisible());
    typeText(&shown.words(), u"f"_s);
    QVERIFY(offered.isVisible());
    shown.field().setFocus();
    QVERIFY(!offered.isVisible());
    // What is complete is not offered, nor anything beside the filters.
    shown.words().setFocus();
    shown.words().clear();
    typeText(&shown.words(), u"from:olena"_s);
    QVERIFY(!offered.isVisible());
    typeText(&shown.words(), u" lamp"_s);
    QVERIFY(!offered.isVisible());
}

void UiCompletionTest::whatIsCompletedTakesNothingElseAway()
{
    Searching shown;
    shown.press(Qt::ControlModifier | Qt::ShiftModifier);
    auto &offered = *shown.pane().findChild<CompletionPopup *>();
    typeText(&shown.words(), u"lamp from:дм"_s);
    QVERIFY(offered.isVisible());
    QTest::keyClick(&shown.words(), Qt::Key_Home);
    QVERIFY(!offered.isVisible());
    // All of what is completed goes, what stands behind it stays.
    shown.words().setText(u"from:дмxy lamp"_s);
    shown.words().setCursorPosition(7);
    typeText(&shown.words(), u"м"_s);
    QTest::keyClick(&shown.words(), Qt::Key_Backspace);
    QVERIFY(offered.isVisible());
    QTest::keyClick(&shown.words(), Qt::Key_Return);
    QCOMPARE(shown.words().text(), u"from:dmitry lamp"_s);
    // In quotes, names go on behind a space.
    shown.words().clear();
    typeText(&shown.words(), u"lamp in:\"склад і"_s);
    QVERIFY(offered.isVisible());
    QTest::keyClick(&shown.words(), Qt::Key_Tab);
    QCOMPARE(shown.words().text(), u"lamp in:\"Склад і поставки\" "_s);
}

QTEST_MAIN(UiCompletionTest)
#include "ui_completion_test.moc"
