#include <QtTest>

#include "client/ChatWindow.h"
#include "features/chat/RoomDetailsDialog.h"
#include "features/chat/RoomHeader.h"
#include "features/chat/RowLayout.h"
#include "features/chat/SearchPane.h"
#include "ui/Button.h"
#include "ui/ConnectionBanner.h"
#include "ui/ElidedLabel.h"
#include "ui/Metrics.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// What stands above a room, and where it leads: by the mouse and by the keyboard.
class UiHeaderTest : public QObject
{
    Q_OBJECT

    static IconButton *search(RoomHeader &header)
    {
        for (IconButton *button : header.findChildren<IconButton *>()) {
            if (button->accessibleName().startsWith("Search in this room"_L1))
                return button;
        }
        return nullptr;
    }
    /// Closes the list of members that opens meanwhile; whether there was one.
    static bool opensMembers(const std::function<void()> &act)
    {
        bool isShown = false;
        QTimer::singleShot(0, qApp, [&isShown] {
            isShown = qobject_cast<RoomDetailsDialog *>(QApplication::activeModalWidget());
            if (QWidget *dialog = QApplication::activeModalWidget())
                dialog->close();
        });
        act();
        return isShown;
    }

private Q_SLOTS:
    void theGlassSearchesInTheRoom()
    {
        Shown shown;
        shown.app->window().resize(1280, 800);
        shown.open(SampleAccount::stock);
        auto &header = shown.find<RoomHeader>();
        QVERIFY(search(header) && !shown.find<SearchPane>().isVisible());
        QVERIFY2(search(header)->toolTip().contains("Ctrl+F"_L1), qPrintable(search(header)->toolTip()));
        QTest::mouseClick(search(header), Qt::LeftButton);
        QVERIFY(shown.find<SearchPane>().isVisible());
        QTRY_VERIFY(shown.find<SearchPane>().isAncestorOf(QApplication::focusWidget()));
    }

    void theNumberOfMembersLeadsToThem()
    {
        Shown shown;
        shown.app->window().resize(1280, 800);
        shown.open(SampleAccount::stock);
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        auto *members = shown.find<RoomHeader>().findChild<Button *>();
        QCOMPARE(members->text(), u"4 members"_s);
        QVERIFY(opensMembers([&] { QTest::mouseClick(members, Qt::LeftButton); }));
        shown.app->window().activateWindow();
        members->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(members->hasFocus());
        QVERIFY(opensMembers([&] { QTest::keyClick(members, Qt::Key_Space); }));
        // In a conversation of two there is nobody to count.
        shown.open(RoomId{4});
        QVERIFY(!members->isVisible());
    }

    void whatSomebodySaysOfThemselvesStandsBesideTheirName()
    {
        Shown shown(Role::Member, [](SampleAccount &sample) {
            Cache cache(sample.profile().cacheFile(sample.account()));
            User olena;
            olena.id = UserId{2};
            olena.name = u"olena"_s;
            olena.displayName = u"Олена Коваленко"_s;
            olena.statusText = u"На складі до обіду"_s;
            olena.version = 2;
            cache.entities().merge({u"user"_s, 2}, olena);
        });
        shown.open(RoomId{4});
        const auto words = [&] {
            QStringList all;
            for (const ElidedLabel *label : shown.find<RoomHeader>().findChildren<ElidedLabel *>())
                all.append(label->fullText());
            return all;
        };
        QCOMPARE(words().value(0), u"Олена Коваленко"_s);
        QVERIFY2(words().value(1).endsWith(u"На складі до обіду"_s), qPrintable(words().value(1)));
        shown.open(RoomId{5});
        QVERIFY(!words().value(1).contains(u"складі"_s));
    }

    void betweenTwoPeopleNobodyIsNamed()
    {
        Shown shown;
        for (const auto &[room, isNamed] : {std::pair(SampleAccount::stock, true), std::pair(RoomId{4}, false)}) {
            shown.open(room);
            const TimelineEntry first = shown.timeline().rowData(0);
            QVERIFY(!first.own && !first.author.isEmpty());
            const auto layout = RowLayouter(shown.app->theme(), 600).layout(first, {});
            QCOMPARE(!layout->name.isNull(), isNamed);
        }
    }

    void theCauseOfALostConnectionIsReadWhole()
    {
        Shown shown; // Its server listens nowhere.
        shown.app->window().resize(1280, 800);
        shown.open(SampleAccount::stock);
        auto &banner = *shown.find<RoomHeader>().parentWidget()->findChild<ConnectionBanner *>();
        QTRY_VERIFY_WITH_TIMEOUT(banner.isVisible(), 15'000);
        QTRY_COMPARE(banner.height(), metrics::banner);
        shown.app->window().resize(700, 700);
        const auto *words = banner.findChild<QLabel *>();
        QTRY_VERIFY(banner.height() > metrics::banner + 8);
        QVERIFY(words->height() >= words->heightForWidth(words->width()));
        QVERIFY(words->text().contains(u"Trying again"_s) || words->text().contains(u"Connecting"_s));
    }
};

QTEST_MAIN(UiHeaderTest)
#include "ui_header_test.moc"
