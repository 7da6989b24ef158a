#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSlider>
#include <QTableView>
#include <QtTest>

#include "client/ActiveWindow.h"
#include "features/chat/RoomHeader.h"
#include "features/chat/RoomListView.h"
#include "features/settings/ThemeTile.h"
#include "ui/ElidedLabel.h"
#include "ui/EmptyState.h"
#include "ui/RailButton.h"
#include "ui/ShortcutSheet.h"
#include "ui/Shortcuts.h"
#include "ui/Switch.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

int rowHeight(const QAbstractItemView &view)
{
    return view.visualRect(view.model()->index(1, view.model()->columnCount() > 1 ? 1 : 0)).height();
}

/// The first label, button or field whose text is higher than itself.
QString firstCut(QWidget &window)
{
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const Button *>(widget);
        const auto *line = qobject_cast<const QLineEdit *>(widget);
        const QString text = label    ? label->text()
                             : button ? button->text()
                             : line   ? line->placeholderText()
                                      : QString();
        if (!text.isEmpty() && widget->isVisible() && widget->height() < widget->fontMetrics().height())
            return text;
    }
    return {};
}

} // namespace

class UiSettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keysChangeTheSizeOfAllText();
    void theSizeIsKeptAndHasEnds();
    void noTextIsCut_data();
    void noTextIsCut();
    void theRailAndAKeyOpenTheSettings();
    void whatIsChosenActsAtOnce();
    void habitsOfWritingActAtOnceAndStay();
    void aControlIsWorkedByKeys();
    void theLanguageChangesUnderThePage();
    void settingsAreSearched();
    void everyControlHasAName();
    void theSheetListsEveryShortcut();
    void keysOfOnePlaceDiffer();
};

void UiSettingsTest::keysChangeTheSizeOfAllText()
{
    Active shown;
    QVERIFY(shown.isActive);
    shown.open(SampleAccount::stock);
    auto &rooms = shown.find<RoomListView>();
    auto &products = shown.find<QTableView>();
    const auto measure = [&] {
        return QList<int>{shown.field().font().pixelSize(),
                          rowHeight(rooms),
                          shown.find<RoomHeader>().height(),
                          shown.timeline().bubbleRect(shown.timeline().rowCount() - 1).height(),
                          products.verticalHeader()->defaultSectionSize(),
                          shown.window().findChild<RailButton *>()->height(),
                          shown.find<RoomHeader>().findChild<ElidedLabel *>()->font().pixelSize()};
    };
    const QList<int> before = measure();
    for (int i = 0; i < 3; ++i)
        shown.press(i == 0 ? Qt::Key_Equal : Qt::Key_Plus);
    QCOMPARE(shown.app->theme().textSize(), 150);
    QTRY_VERIFY(rowHeight(rooms) > before[1]); // Lists are laid out from the event loop.
    const QList<int> larger = measure();
    for (qsizetype i = 0; i < before.size(); ++i)
        QVERIFY2(larger[i] > before[i] * 11 / 10, qPrintable(QString::number(i)));
    shown.app->theme().setChoice(shown.app->theme().isDark() ? ThemeChoice::Light : ThemeChoice::Dark);
    QCOMPARE(measure(), larger); // A new style sheet does not bring the old fonts back.
    shown.press(Qt::Key_Minus);
    QCOMPARE(shown.app->theme().textSize(), 125);
    shown.press(Qt::Key_0);
    QTRY_COMPARE(measure(), before);
}

void UiSettingsTest::theSizeIsKeptAndHasEnds()
{
    Active shown;
    QVERIFY(shown.isActive);
    for (int i = 0; i < 10; ++i)
        shown.press(Qt::Key_Plus);
    QCOMPARE(shown.app->theme().textSize(), 200);
    QCOMPARE(shown.stored().textSize(), 200);
    for (int i = 0; i < 10; ++i)
        shown.press(Qt::Key_Minus);
    QCOMPARE(shown.app->theme().textSize(), 80);
    shown.app.reset();
    ClientApp next(*qApp, shown.sample.profile(), Options{});
    QCOMPARE(next.theme().textSize(), 80);
    next.theme().setTextSize(137); // Whatever a file says, a step is taken.
    QCOMPARE(next.theme().textSize(), 125);
}

void UiSettingsTest::noTextIsCut_data()
{
    QTest::addColumn<int>("percent");
    for (const int percent : textSizes)
        QTest::addRow("%d", percent) << percent;
}

void UiSettingsTest::noTextIsCut()
{
    QFETCH(int, percent);
    Active shown;
    QVERIFY(shown.isActive);
    shown.open(SampleAccount::stock);
    shown.app->theme().setTextSize(percent);
    for (const QString &page : {u"chat"_s, u"catalog"_s, u"notifications"_s, u"settings"_s}) {
        shown.window().showPage(page);
        QCoreApplication::processEvents();
        QCOMPARE(firstCut(shown.window()), QString());
    }
}

void UiSettingsTest::theRailAndAKeyOpenTheSettings()
{
    Active shown;
    QVERIFY(shown.isActive);
    shown.press(Qt::Key_Comma);
    QCOMPARE(shown.window().currentPage()->pageId(), u"settings"_s);
    QCOMPARE(shown.stored().places(Profile::keyOf(shown.sample.account())).lastPage(),
             u"chat"_s); // A start goes back to where one works.
    shown.window().showPage(u"chat"_s);
    const QList<RailButton *> rail = shown.window().findChildren<RailButton *>();
    const auto foot = std::max_element(rail.begin(), rail.end(), [](RailButton *above, RailButton *below) {
        return above->mapTo(above->window(), QPoint()).y() < below->mapTo(below->window(), QPoint()).y();
    });
    QCOMPARE((*foot)->accessibleName(), u"Settings"_s);
    QTest::mouseClick(*foot, Qt::LeftButton);
    QCOMPARE(shown.window().currentPage()->pageId(), u"settings"_s);
    QVERIFY((*foot)->isChecked());
}

void UiSettingsTest::whatIsChosenActsAtOnce()
{
    Active shown;
    QVERIFY(shown.isActive);
    shown.settings();
    for (ThemeTile *tile : shown.find<SettingsPage>().findChildren<ThemeTile *>()) {
        QTest::mouseClick(tile, Qt::LeftButton);
        QCOMPARE(shown.app->theme().choice(), tile->choice());
        QCOMPARE(shown.stored().theme(), tile->choice());
    }
    shown.sections().setCurrentRow(3);
    QVERIFY(shown.stored().showsNotificationText());
    QTest::mouseClick(shown.row(u"Show what was written"_s)->findChild<Switch *>(), Qt::LeftButton);
    QVERIFY(!shown.stored().showsNotificationText());
}

void UiSettingsTest::habitsOfWritingActAtOnceAndStay()
{
    Active shown;
    QVERIFY(shown.isActive);
    shown.settings();
    shown.sections().setCurrentRow(2);
    QTest::mouseClick(shown.row(u"Check the spelling"_s)->findChild<Switch *>(), Qt::LeftButton);
    QVERIFY(!shown.stored().checksSpelling());
    QTest::mouseClick(shown.row(u"Enter sends the message"_s)->findChild<Switch *>(), Qt::LeftButton);
    QVERIFY(!shown.stored().enterSends());
    QCOMPARE(shortcutText(Shortcut::SendMessage), u"Ctrl+Enter"_s);
    // And after the next start.
    shown.app.reset();
    setEnterSends(true);
    shown.app = std::make_unique<ClientApp>(*qApp, shown.sample.profile(), Options{});
    QCOMPARE(shortcutText(Shortcut::SendMessage), u"Ctrl+Enter"_s);
    QVERIFY(!shown.app->settings().checksSpelling());
    setEnterSends(true);
}

void UiSettingsTest::aControlIsWorkedByKeys()
{
    Active shown;
    QVERIFY(shown.isActive);
    auto *slider = shown.settings().findChild<QSlider *>();
    slider->setFocus(Qt::TabFocusReason);
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(shown.app->theme().textSize(), 110);
    QCOMPARE(shown.stored().textSize(), 110);
    shown.press(Qt::Key_0);
    QCOMPARE(slider->value(), 2); // The page follows the keys.
    shown.sections().setCurrentRow(3);
    auto *quote = shown.row(u"Show what was written"_s)->findChild<Switch *>();
    quote->setFocus(Qt::TabFocusReason);
    QTest::keyClick(quote, Qt::Key_Space);
    QVERIFY(!shown.stored().showsNotificationText());
    auto *sound = shown.row(u"Sound"_s)->findChild<QComboBox *>();
    QCOMPARE(sound->currentData().toString(), u"message-new-instant"_s);
    sound->setFocus(Qt::TabFocusReason);
    QTest::keyClick(sound, Qt::Key_Home);
    // Who goes on to another section by a click stays among the sections.
    const QRect next = shown.sections().visualItemRect(shown.sections().item(0));
    QTest::mouseClick(shown.sections().viewport(), Qt::LeftButton, {}, next.center());
    QCOMPARE(shown.sections().currentRow(), 0);
    QVERIFY(shown.sections().hasFocus());
    shown.sections().setCurrentRow(3);
    QCOMPARE(shown.stored().notificationSound(), QString());
    // A page of another account shows it, too, once one comes to it.
    shown.window().showPage(u"chat"_s);
    shown.app->settings().setShowsNotificationText(true);
    shown.app->settings().setNotificationSound(u"bell"_s);
    shown.window().showPage(u"settings"_s);
    QVERIFY(quote->isChecked());
    QCOMPARE(sound->currentData().toString(), u"bell"_s);
}

void UiSettingsTest::theLanguageChangesUnderThePage()
{
    Active shown;
    QVERIFY(shown.isActive);
    auto *choice = shown.settings().findChild<QComboBox *>();
    shown.sections().setCurrentRow(1);
    const QString before = shown.sections().item(0)->text();
    QVERIFY(choice->currentIndex() >= 0);
    choice->setFocus(Qt::TabFocusReason);
    choice->setCurrentIndex(choice->findData(u"en"_s));
    QTest::keyClick(choice, Qt::Key_End);
    QCOMPARE(shown.app->language().current(), u"uk"_s);
    QCOMPARE(shown.stored().language(), u"uk"_s);
    QTRY_VERIFY(shown.sections().item(0)->text() != before); // Windows are told through the event loop.
    QCOMPARE(choice->currentData().toString(), u"uk"_s);
    shown.app->language().set(u"en"_s);
}

void UiSettingsTest::settingsAreSearched()
{
    Active shown;
    QVERIFY(shown.isActive);
    shown.settings();
    shown.press(Qt::Key_F);
    QVERIFY(shown.search().hasFocus());
    QTest::keyClicks(&shown.search(), u"PASS"_s);
    QVERIFY(shown.row(u"Password"_s)->isVisible());
    QVERIFY(!shown.row(u"Devices"_s)->isVisible());
    QVERIFY(!shown.row(u"Theme"_s)->isVisible());
    shown.search().clear();
    QTest::keyClicks(&shown.search(), u"night"_s); // A word that is not shown.
    QVERIFY(shown.row(u"Theme"_s)->isVisible());
    QTest::keyClicks(&shown.search(), u" zzz"_s);
    QVERIFY(shown.find<SettingsPage>().findChild<EmptyState *>()->isVisible());
    QTest::keyClick(&shown.search(), Qt::Key_Escape);
    QVERIFY(shown.row(u"Theme"_s)->isVisible());
    QVERIFY(!shown.row(u"Password"_s)->isVisible()); // Of another section.
    QTest::keyClick(&shown.search(), Qt::Key_Down);
    QTest::keyClick(&shown.sections(), Qt::Key_End);
    QVERIFY(shown.row(u"Version"_s)->isVisible());
}

void UiSettingsTest::everyControlHasAName()
{
    Active shown;
    SettingsPage &page = shown.settings();
    int controls = 0;
    for (const QWidget *widget : page.findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QSlider *>(widget) ||
                               qobject_cast<const QComboBox *>(widget);
        if (!isControl || widget->parentWidget()->inherits("QLineEdit"))
            continue;
        ++controls;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 widget->metaObject()->className());
        QVERIFY2(widget->focusPolicy() & Qt::TabFocus, widget->metaObject()->className());
    }
    QVERIFY(controls >= 13);
}

void UiSettingsTest::theSheetListsEveryShortcut()
{
    Active shown;
    QVERIFY(shown.isActive);
    QStringList texts;
    bool closed = false;
    QTimer::singleShot(0, &shown.window(), [&] {
        auto *sheet = shown.window().findChild<ShortcutSheet *>();
        for (const QLabel *label : sheet->findChildren<QLabel *>())
            texts.append(label->text());
        QTest::keyClick(sheet, Qt::Key_Escape);
        closed = !sheet->isVisible();
    });
    shown.press(Qt::Key_Slash);
    QVERIFY(closed);
    int listed = 0;
    for (int group = 0; group < shortcutGroupCount; ++group) {
        QVERIFY(texts.contains(shortcutGroupName(ShortcutGroup(group))));
        for (const Shortcut shortcut : shortcutsOf(ShortcutGroup(group))) {
            const qsizetype at = texts.indexOf(shortcutWords(shortcut));
            QVERIFY2(at >= 0, qPrintable(shortcutWords(shortcut)));
            QVERIFY2(texts.contains(shortcutText(shortcut)), qPrintable(shortcutWords(shortcut)));
            ++listed;
        }
    }
    QCOMPARE(listed, int(Shortcut::RoomDetails) + 1);
}

void UiSettingsTest::keysOfOnePlaceDiffer()
{
    for (int group = 0; group < shortcutGroupCount; ++group) {
        QList<Shortcut> together = shortcutsOf(ShortcutGroup(group));
        if (ShortcutGroup(group) != ShortcutGroup::Everywhere) {
            for (const Shortcut everywhere : shortcutsOf(ShortcutGroup::Everywhere)) {
                if (everywhere != Shortcut::FindSetting) // Heard on its own page only.
                    together.append(everywhere);
            }
        }
        QSet<QString> seen;
        for (const Shortcut shortcut : std::as_const(together)) {
            QVERIFY(!shortcutKeys(shortcut).isEmpty());
            for (const QKeySequence &keys : shortcutKeys(shortcut)) {
                QVERIFY2(!seen.contains(keys.toString()), qPrintable(shortcutWords(shortcut)));
                seen.insert(keys.toString());
            }
        }
    }
}

QTEST_MAIN(UiSettingsTest)
#include "ui_settings_test.moc"
