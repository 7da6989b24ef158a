#include <QPlainTextEdit>
#include <QtTest>

#include "app/CursorRest.h"
#include "features/chat/TimelineView.h"
#include "ui/Theme.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

/// Counts how often a widget is painted.
class PaintCounter final : public QObject
{
public:
    explicit PaintCounter(QWidget &watched) { watched.installEventFilter(this); }
    int count() const { return m_count; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

private:
    int m_count = 0;
};

} // namespace

/// Who does nothing pays nothing: what is told again without having changed is not painted again.
class UiIdleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameWordsPaintNoMessagesAnew();
    void cursorRestsUntilTheNextTouch();
    void cursorBlinksAgainWhenItsRestEnds();
};

void UiIdleTest::sameWordsPaintNoMessagesAnew()
{
    Theme theme(*qApp);
    TimelineView view(theme);
    view.resize(400, 300);
    view.setEmptyWords(u"Nothing yet"_s, u"Write"_s);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCoreApplication::processEvents();
    const PaintCounter paints(*view.viewport());
    view.setEmptyWords(u"Nothing yet"_s, u"Write"_s);
    QCoreApplication::processEvents();
    QCOMPARE(paints.count(), 0);
    view.setEmptyWords(u"Nothing yet at all"_s, u"Write"_s);
    QTRY_COMPARE(paints.count(), 1);
}

void UiIdleTest::cursorRestsUntilTheNextTouch()
{
    const int blinking = QApplication::cursorFlashTime();
    QVERIFY(blinking > 0);
    const CursorRest rest(*qApp, 20);
    QPlainTextEdit field;
    field.show();
    QVERIFY(QTest::qWaitForWindowExposed(&field));
    QTRY_COMPARE(QApplication::cursorFlashTime(), 0);
    QTest::keyClick(&field, Qt::Key_A);
    QCOMPARE(QApplication::cursorFlashTime(), blinking);
    QTRY_COMPARE(QApplication::cursorFlashTime(), 0);
}

void UiIdleTest::cursorBlinksAgainWhenItsRestEnds()
{
    const int blinking = QApplication::cursorFlashTime();
    {
        const CursorRest rest(*qApp, 0);
        QTRY_COMPARE(QApplication::cursorFlashTime(), 0);
    }
    QCOMPARE(QApplication::cursorFlashTime(), blinking);
}

QTEST_MAIN(UiIdleTest)
#include "ui_idle_test.moc"
