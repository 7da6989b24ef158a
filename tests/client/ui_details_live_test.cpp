#include <QLabel>
#include <QListView>

#include "client/Desk.h"
#include "client/Steps.h"
#include "features/chat/DetailsPane.h"
#include "features/chat/MemberList.h"
#include "features/chat/model/UploadQueue.h"
#include "features/people/model/AccountBook.h"
#include "support/LiveClient.h"
#include "support/Places.h"
#include "ui/Chip.h"
#include "ui/Confirm.h"
#include "ui/RowButton.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// The pane beside a room follows what others do there.
class UiDetailsLiveTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<RealServer> m_server;
    std::unique_ptr<LiveClient> m_boris;
    std::unique_ptr<Desk> m_anna;

    template <typename Kind> Kind *named(const QString &name)
    {
        for (Kind *widget : m_anna->app().window().findChildren<Kind *>()) {
            const QString text = widget->property("text").toString();
            if (widget->isVisible() && (text == name || widget->accessibleName().startsWith(name)))
                return widget;
        }
        return nullptr;
    }
    MemberList &members() { return m_anna->find<MemberList>(); }
    QStringList people()
    {
        QStringList words;
        for (int row = 0; row < members().count(); ++row)
            words.append(members().item(row)->text().section(u" · "_s, 0, 0));
        return words;
    }
    bool says(const QString &words)
    {
        const auto labels = m_anna->find<DetailsPane>().findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text() == words; });
    }
    RoomId boris(const QString &room)
    {
        RoomId id;
        (*m_boris)->rooms().createRoom(room, {}, Visibility::Public, [&](const Result<Room> &made) { id = made->id; });
        return QTest::qWaitFor([&] { return id.isValid(); }, patienceMs) ? id : RoomId();
    }
    void annaComesTo(RoomId room)
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_anna->app().session()->rooms().rowOf(room) >= 0, patienceMs);
        m_anna->app().session()->rooms().joinRoom(room, {});
        QTRY_VERIFY_WITH_TIMEOUT(m_anna->app().session()->rooms().isJoined(room), patienceMs);
        m_anna->find<RoomListPane>().setCurrentRoom(room);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        m_boris = std::make_unique<LiveClient>(*m_server, u"boris"_s);
        QVERIFY(*m_boris);
        m_anna = std::make_unique<Desk>(m_server->address());
        m_anna->enter(u"anna"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(m_anna->isOnline(), patienceMs);
        m_anna->app().window().resize(1400, 800);
    }

    void whoLeavesSeesThePublicRoomFromOutside()
    {
        const RoomId room = boris(u"Dock"_s);
        annaComesTo(room);
        QTest::mouseClick(named<IconButton>(u"Details"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(people(), (QStringList{u"boris"_s, u"anna"_s}), patienceMs);
        QVERIFY(says(u"Members · 2"_s) && named<RowButton>(u"Leave room…"_s));
        m_anna->app().session()->rooms().leaveRoom(room, {});
        QTRY_COMPARE_WITH_TIMEOUT(people(), QStringList{u"boris"_s}, patienceMs);
        QVERIFY(says(u"Members"_s) && !named<RowButton>(u"Leave room…"_s));
        annaComesTo(room);
        QTRY_COMPARE_WITH_TIMEOUT(people(), (QStringList{u"boris"_s, u"anna"_s}), patienceMs);
        QVERIFY(says(u"Members · 2"_s));
    }

    void whoIsCalledOtherwiseIsListedSo()
    {
        QTRY_COMPARE_WITH_TIMEOUT(people().value(0), u"boris"_s, patienceMs);
        ChangeMe change;
        change.displayName = u"Boris the Second"_s;
        (*m_boris)->account().change(change, [](const Result<> &) {});
        QTRY_COMPARE_WITH_TIMEOUT(people().value(0), u"Boris the Second"_s, patienceMs);
    }

    /// While one thinks, another room may come to be shown.
    void whoIsRemovedIsRemovedFromTheRoomThatTheMenuWasOpenedIn()
    {
        const RoomId other = m_anna->makeRoom(u"Attic"_s);
        const RoomId room = m_anna->makeRoom(u"Cellar"_s);
        auto &rooms = m_anna->app().session()->rooms();
        const UserId boris = (*m_boris)->me().id;
        for (const RoomId one : {other, room})
            rooms.addMember(one, boris, {});
        const auto inside = [&](RoomId one) {
            const QList<Member> all = rooms.members(one);
            return std::any_of(all.begin(), all.end(), [&](const Member &member) { return member.userId == boris; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(inside(room) && inside(other), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(members().count(), 2, patienceMs);
        (*m_boris)->openRoom(room)->setDraft(u"half a thought"_s);
        const qsizetype row = people().indexOf(u"Boris the Second"_s);
        QVERIFY(row >= 0);
        QString asked;
        meanwhile({{u"the menu"_s, [] { return openMenu() != nullptr; },
                    [&] { m_anna->find<RoomListPane>().setCurrentRoom(other); }},
                   inMenuOf(u"Remove from the room…"_s),
                   inDialogOf<Confirm>([&](Confirm &question) {
                       asked = question.windowTitle();
                       Desk::click(question, u"Remove"_s);
                   })});
        Q_EMIT members().customContextMenuRequested(members().visualItemRect(members().item(int(row))).center());
        QCOMPARE(asked, u"Remove Boris the Second from “Cellar”?"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!inside(room), patienceMs);
        QVERIFY(inside(other));
        // What he was about to say is there again when he is.
        QTRY_VERIFY_WITH_TIMEOUT(!(*m_boris)->rooms().isJoined(room), patienceMs);
        rooms.addMember(room, boris, {});
        QTRY_VERIFY_WITH_TIMEOUT((*m_boris)->rooms().isJoined(room), patienceMs);
        QCOMPARE((*m_boris)->openRoom(room)->draft(), u"half a thought"_s);
    }

    /// So far back that no cache but its author's has the message.
    void whatIsDeletedFarBackGoesFromTheFiles()
    {
        const RoomId room = boris(u"Archive"_s);
        MessageModel *const timeline = (*m_boris)->openRoom(room);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"plan.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly) && file.write("a plan") == 6);
        file.close();
        for (const QString &one : {u"plan.txt"_s, u"second.txt"_s})
            QVERIFY(timeline->sendFiles({}, {LocalFile{path, one, 6}}));
        QTRY_VERIFY_WITH_TIMEOUT(m_boris->isSettled(), patienceMs);
        for (int i = 0; i < 60; ++i)
            QVERIFY(timeline->send(QString::number(i)));
        QTRY_VERIFY_WITH_TIMEOUT(m_boris->isSettled(), patienceMs);
        annaComesTo(room);
        QTest::mouseClick(named<RowButton>(u"Files and photos"_s), Qt::LeftButton);
        QTest::mouseClick(named<Chip>(u"Files"_s), Qt::LeftButton);
        const auto names = [&] {
            QStringList found;
            const QListView *const list = named<QListView>(u"Files"_s);
            for (int row = 0; list && row < list->model()->rowCount(); ++row)
                found.append(list->model()->index(row, 0).data().toString());
            return found;
        };
        QTRY_COMPARE_WITH_TIMEOUT(names(), (QStringList{u"second.txt"_s, u"plan.txt"_s}), patienceMs);
        timeline->remove(0);
        QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{u"second.txt"_s}, patienceMs);
    }
};

QTEST_MAIN(UiDetailsLiveTest)
#include "ui_details_live_test.moc"
