#include <QComboBox>
#include <QListWidget>
#include <QScrollArea>
#include <QtTest>

#include "client/ChatWindow.h"
#include "features/chat/JumpButton.h"
#include "features/chat/RoomHeader.h"
#include "features/settings/SettingsCard.h"
#include "features/settings/SettingsPage.h"
#include "ui/Avatar.h"
#include "ui/Badge.h"
#include "ui/Button.h"
#include "ui/Metrics.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// The windows of whoever needs text twice as large.
class UiLargeTextTest : public QObject
{
    Q_OBJECT

    /// Nothing of it lies beyond its edge or is squeezed, and its words have the size that was chosen.
    static void checkRow(const SettingRow &row, const Theme &theme)
    {
        const QString name = row.findChild<QLabel *>()->text();
        for (const QWidget *part : row.findChildren<QWidget *>()) {
            if (!part->isVisible())
                continue;
            const QRect place(part->mapTo(&row, QPoint()), part->size());
            QVERIFY2(place.left() >= 0 && place.right() < row.width(), qPrintable(name));
            const auto *label = qobject_cast<const QLabel *>(part);
            // Words of choices and buttons may end in an ellipsis.
            const bool mayShrink = label || qobject_cast<const QComboBox *>(part) || qobject_cast<const Button *>(part);
            QVERIFY2(mayShrink || part->width() >= part->minimumSizeHint().width(), qPrintable(name));
            QVERIFY2(!label || label->font().pixelSize() >= theme.font(TextStyle::Small).pixelSize(), qPrintable(name));
        }
    }

private Q_SLOTS:
    void veryLargeTextFitsIntoSmallWindows_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        for (const QString &language : {u"en"_s, u"ru"_s, u"uk"_s}) {
            QTest::addRow("900x700 %s", qPrintable(language)) << QSize(900, 700) << language;
            QTest::addRow("smallest %s", qPrintable(language))
                << QSize(metrics::windowMinWidth, metrics::windowMinHeight) << language;
        }
    }

    /// Nothing of a setting lies beyond the edge, where one could not scroll to it.
    void veryLargeTextFitsIntoSmallWindows()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        Shown shown;
        MainWindow &window = shown.app->window();
        window.resize(size);
        window.showPage(u"settings"_s);
        auto &page = shown.find<SettingsPage>();
        shown.app->language().set(language);
        const Theme &theme = shown.app->theme();
        shown.app->theme().setTextSize(200);
        const auto *area = page.findChild<QScrollArea *>();
        auto &sections = *page.findChild<QListWidget *>();
        for (int section = 0; section < sections.count(); ++section) {
            sections.setCurrentRow(section);
            QCoreApplication::processEvents();
            QTRY_COMPARE(area->widget()->width(), area->viewport()->width());
            for (const SettingRow *row : page.findChildren<SettingRow *>()) {
                if (row->isVisible())
                    checkRow(*row, theme);
            }
            if (const QString folder = qEnvironmentVariable("RIALTO_PICTURES"); !folder.isEmpty())
                window.grab().save(u"%1/settings-%2-%3-%4.png"_s.arg(folder, language).arg(size.width()).arg(section));
        }
        shown.app->theme().setTextSize(100);
        shown.app->language().set(u"en"_s);
    }

    void iconsAndCountersGrowWithTheText()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        Theme &theme = shown.app->theme();
        auto &button = *shown.find<RoomHeader>().findChild<IconButton *>();
        const QSize before = button.size();
        const int badge = badgeWidth(theme, 12, theme.grown(metrics::badge));
        const auto &picture = *shown.find<RoomHeader>().findChild<Avatar *>();
        const auto &jump = shown.find<JumpButton>();
        shown.app->window().resize(1280, 800);
        QCoreApplication::processEvents();
        const auto &rooms = shown.find<RoomListPane>();
        const int list = rooms.width();
        theme.setTextSize(200);
        QCOMPARE(button.size(), before * 2);
        QCOMPARE(picture.width(), metrics::avatar * 2);
        QCOMPARE(jump.width(), metrics::jumpButton * 2);
        QVERIFY(rooms.width() > list * 4 / 3); // No more than two fifths of the page.
        QVERIFY(badgeWidth(theme, 12, theme.grown(metrics::badge)) >= badge * 3 / 2);
        theme.setTextSize(100);
        QCOMPARE(button.size(), before);
        QCOMPARE(picture.width(), metrics::avatar);
        QCOMPARE(jump.width(), metrics::jumpButton);
        QVERIFY(qAbs(rooms.width() - list) <= 2);
    }
};

QTEST_MAIN(UiLargeTextTest)
#include "ui_large_text_test.moc"
