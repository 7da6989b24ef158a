#include <QAccessible>
#include <QLineEdit>
#include <QListView>
#include <QtTest>

#include "client/ChatWindow.h"
#include "features/chat/RoomListView.h"
#include "features/chat/RoomSwitcher.h"
#include "features/chat/SearchPane.h"
#include "features/chat/model/MarkWriter.h"
#include "features/chat/model/RoomListModel.h"
#include "features/chat/model/SearchModel.h"
#include "features/people/PeopleDialog.h"
#include "features/people/model/PeopleModel.h"
#include "ui/TimeText.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// What a screen reader hears of the rows of lists, by the interface that it uses.
class UiWordsTest : public QObject
{
    Q_OBJECT

    static QString heard(QAbstractItemView &list, int row)
    {
        QAccessibleInterface *const view = QAccessible::queryAccessibleInterface(&list);
        return view && view->child(row) ? view->child(row)->text(QAccessible::Name) : QString();
    }
    static QString heardOf(QAbstractItemView &list, int idRole, qint64 id)
    {
        const QAbstractItemModel &rows = *list.model();
        return heard(list, rows.match(rows.index(0, 0), idRole, id, 1, Qt::MatchExactly).value(0).row());
    }
    static QString timeOf(Shown &shown, RoomId room)
    {
        const RoomListModel &rooms = shown.app->session()->rooms();
        return shortMoment(rooms.index(rooms.rowOf(room), 0).data(RoomListModel::LastTimeRole).toLongLong(),
                           QDate::currentDate());
    }

private Q_SLOTS:
    void ofARoom()
    {
        Shown shown(Role::Member, [](SampleAccount &sample) {
            Membership called;
            called.roomId = RoomId{2};
            called.userId = SampleAccount::me;
            called.mentionCount = 1;
            called.version = 2;
            Cache(sample.profile().cacheFile(sample.account())).entities().merge({u"membership"_s, 2}, called);
        });
        QVERIFY(shown.app->session()->markWriter().changeMembership({SampleAccount::stock, {}, {}, true, true, {}}));
        auto &list = shown.find<RoomListView>();
        const auto of = [&](RoomId room) { return heardOf(list, RoomListModel::IdRole, room.value); };
        const RoomId showcase{2};
        const RoomListModel &rooms = shown.app->session()->rooms();
        const QModelIndex room = rooms.index(rooms.rowOf(showcase), 0);
        const int unread = room.data(RoomListModel::UnreadCountRole).toInt();
        const int mentions = room.data(RoomListModel::MentionCountRole).toInt();
        QVERIFY(unread > 0 && mentions == 1);
        QCOMPARE(of(showcase),
                 u"Вітрина та каталог, %1 unread, 1 mention of you, %2: %3, %4"_s.arg(unread).arg(
                     room.data(RoomListModel::PreviewAuthorRole).toString(),
                     room.data(RoomListModel::PreviewRole).toString().simplified(), timeOf(shown, showcase)));
        QVERIFY2(of(SampleAccount::purchases).contains(u", Draft: Пропоную замовити ще дві палети, "_s),
                 qPrintable(of(SampleAccount::purchases)));
        QCOMPARE(of(SampleAccount::outside),
                 u"it-help, you are not in it, Printers, passwords, everything that blinks, %1"_s.arg(
                     timeOf(shown, SampleAccount::outside)));
        QVERIFY2(of(SampleAccount::stock).contains(u", pinned, muted, "_s), qPrintable(of(SampleAccount::stock)));
    }

    void ofARoomInTheSwitcher()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        QTest::keyClick(&shown.app->window(), Qt::Key_K, Qt::ControlModifier);
        auto &list = *shown.find<RoomSwitcher>().findChild<QListView *>();
        QCOMPARE(heardOf(list, RoomListModel::IdRole, SampleAccount::stock.value),
                 heardOf(shown.find<RoomListView>(), RoomListModel::IdRole, SampleAccount::stock.value));
    }

    void ofAPerson()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        QTest::keyClick(&shown.app->window(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        auto &list = *shown.find<PeopleDialog>().findChild<QListView *>();
        QCOMPARE(heardOf(list, PeopleModel::IdRole, 2), u"Олена Коваленко, olena, Friends"_s);
        QCOMPARE(heardOf(list, PeopleModel::IdRole, 3), u"Дмитрий Соколов, dmitry"_s);
    }

    void ofAFoundMessage()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        QTest::keyClick(&shown.app->window(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto &pane = shown.find<SearchPane>();
        QTest::keyClicks(pane.findChild<QLineEdit *>(), u"forklift"_s);
        auto &list = *pane.findChild<QListView *>();
        QTRY_COMPARE(list.model()->rowCount(), 1);
        const Message &found = shown.app->session()->search().message(0);
        const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(found.createdAt), QLocale::ShortFormat);
        QCOMPARE(heard(list, 0), u"Maya Lindqvist, Склад і поставки, %1, %2"_s.arg(time, found.text));
    }
};

QTEST_MAIN(UiWordsTest)
#include "ui_words_test.moc"
