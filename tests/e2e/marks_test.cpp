#include "features/chat/model/ChatWriter.h"
#include "features/chat/model/MarkWriter.h"
#include "support/LiveClient.h"
#include "support/Places.h"

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

constexpr int kPatience = 30'000;

QStringList reactionsOf(const TimelineRow &row)
{
    QStringList lines;
    for (const Reaction &reaction : row.message.reactions)
        lines.append(reaction.emoji + QString::number(reaction.userIds.size()));
    return lines;
}

} // namespace

/// Two people hang things on messages: each sees the other's at once, and after having been away.
class marks_test : public QObject
{
    Q_OBJECT

    std::unique_ptr<RealServer> m_server;
    std::unique_ptr<LiveClient> m_jane;
    std::unique_ptr<LiveClient> m_olena;
    RoomId m_room;

    MessageModel &janes() { return *(*m_jane)->openRoom(m_room); }
    MessageModel &olenas() { return *(*m_olena)->openRoom(m_room); }
    /// Both see `count` messages, all of them stored.
    bool bothHave(int count)
    {
        return QTest::qWaitFor(
            [&] {
                return janes().rowCount() == count && olenas().rowCount() == count && m_jane->isSettled() &&
                       m_olena->isSettled();
            },
            kPatience);
    }
    void goAway(LiveClient &client)
    {
        client.close();
        QVERIFY(!client);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        m_jane = std::make_unique<LiveClient>(*m_server, u"jane"_s);
        m_olena = std::make_unique<LiveClient>(*m_server, u"olena"_s);
        QVERIFY(*m_jane && *m_olena);
        QTRY_VERIFY_WITH_TIMEOUT(m_jane->isSettled() && m_olena->isSettled(), kPatience);
        m_room = makeRoom(*m_jane, u"general"_s);
        QTRY_VERIFY_WITH_TIMEOUT((*m_olena)->rooms().rowOf(m_room) >= 0, kPatience);
        QVERIFY(joinRoom(*m_olena, m_room));
    }
    void cleanup()
    {
        m_jane.reset();
        m_olena.reset();
        m_server.reset();
    }

    void aReplyShowsWhatItAnswers()
    {
        QVERIFY(janes().send(u"Where is\nthe key?"_s));
        QVERIFY(bothHave(1));
        QVERIFY(olenas().send(u"Under the mat"_s, olenas().row(0).message.id));
        QCOMPARE(olenas().row(1).quoteText, u"Where is the key?"_s);
        QVERIFY(bothHave(2));
        QCOMPARE(janes().row(1).quoteAuthor, u"jane"_s);
        QCOMPARE(janes().row(1).quoteText, u"Where is the key?"_s);
        // The quote follows the message.
        QVERIFY(janes().edit(0, u"Where is it?"_s));
        QTRY_COMPARE_WITH_TIMEOUT(olenas().row(1).quoteText, u"Where is it?"_s, kPatience);
        janes().remove(0);
        QTRY_COMPARE_WITH_TIMEOUT(olenas().row(1).quoteText, QString(), kPatience);
        QVERIFY(olenas().row(1).message.replyToId);
    }

    void reactionsShowAtOnceAndSurviveARestart()
    {
        QVERIFY(janes().send(u"Done"_s));
        QVERIFY(bothHave(1));
        QVERIFY(olenas().toggleReaction(0, u"👍"_s));
        QCOMPARE(reactionsOf(olenas().row(0)), QStringList{u"👍1"_s});
        QTRY_COMPARE_WITH_TIMEOUT(reactionsOf(janes().row(0)), QStringList{u"👍1"_s}, kPatience);
        QVERIFY(janes().toggleReaction(0, u"👍"_s));
        QTRY_COMPARE_WITH_TIMEOUT(reactionsOf(olenas().row(0)), QStringList{u"👍2"_s}, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_jane->isSettled(), kPatience);
        // Away, the cache shows them; what is done meanwhile is there on return.
        goAway(*m_jane);
        QVERIFY(olenas().toggleReaction(0, u"👍"_s));
        QVERIFY(olenas().toggleReaction(0, u"🎉"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_olena->isSettled(), kPatience);
        m_jane->open();
        QCOMPARE(reactionsOf(janes().row(0)), QStringList{u"👍2"_s});
        QTRY_COMPARE_WITH_TIMEOUT(reactionsOf(janes().row(0)), (QStringList{u"👍1"_s, u"🎉1"_s}), kPatience);
    }

    void reactingOfflineArrivesOnce()
    {
        QVERIFY(janes().send(u"Done"_s));
        QVERIFY(bothHave(1));
        m_server->kill();
        QTRY_VERIFY_WITH_TIMEOUT((*m_jane)->linkState() != LinkState::Online, kPatience);
        QVERIFY(janes().toggleReaction(0, u"❤️"_s));
        QVERIFY(janes().toggleReaction(0, u"❤️"_s));
        QVERIFY(reactionsOf(janes().row(0)).isEmpty());
        QVERIFY(janes().toggleReaction(0, u"👍"_s));
        QVERIFY(m_server->start());
        QTRY_COMPARE_WITH_TIMEOUT(reactionsOf(olenas().row(0)), QStringList{u"👍1"_s}, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_jane->isSettled(), kPatience);
        QCOMPARE(reactionsOf(janes().row(0)), QStringList{u"👍1"_s});
    }

    void whatTheServerRefusesIsTakenBackAndTold()
    {
        QVERIFY(janes().send(u"Done"_s));
        QVERIFY(bothHave(1));
        QSignalSpy taken(&(*m_jane)->markWriter(), &MarkWriter::taken);
        QVERIFY(janes().toggleReaction(0, u"no emoji"_s));
        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, kPatience);
        QVERIFY(reactionsOf(janes().row(0)).isEmpty());
        QCOMPARE(janes().row(0).state, DeliveryState::Sent);
    }

    void pinsMentionsAndReadersAreSeen()
    {
        QVERIFY(janes().send(u"Read this, @olena"_s));
        QVERIFY(bothHave(1));
        QVERIFY(olenas().row(0).addressesMe);
        QVERIFY(!janes().row(0).addressesMe);
        const QModelIndex room = (*m_olena)->rooms().index((*m_olena)->rooms().rowOf(m_room), 0);
        QCOMPARE(room.data(RoomListModel::MentionCountRole).toInt(), 1);
        QVERIFY(!janes().row(0).read);
        olenas().markRead();
        QCOMPARE(room.data(RoomListModel::MentionCountRole).toInt(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(janes().row(0).read, kPatience);
        QVERIFY(olenas().setPinned(0, true));
        QTRY_VERIFY_WITH_TIMEOUT(janes().row(0).message.pinnedAt, kPatience);
        QVERIFY(janes().setPinned(0, false));
        QTRY_VERIFY_WITH_TIMEOUT(!olenas().row(0).message.pinnedAt, kPatience);
    }

    void forwardingNamesTheAuthor()
    {
        QVERIFY(janes().send(u"Original"_s));
        QVERIFY(bothHave(1));
        const RoomId other = makeRoom(*m_olena, u"other"_s);
        MessageModel &target = *(*m_olena)->openRoom(other);
        QVERIFY((*m_olena)->markWriter().forward(olenas().row(0).message, other));
        QTRY_COMPARE_WITH_TIMEOUT(target.rowCount(), 1, kPatience);
        QCOMPARE(target.row(0).message.text, u"Original"_s);
        QCOMPARE(target.row(0).forwardedFrom, u"jane"_s);
    }

    void wishesForARoomHoldOnEveryDevice()
    {
        auto phone = LiveClient::secondDevice(*m_server, u"jane"_s);
        QTRY_VERIFY_WITH_TIMEOUT(phone->isSettled(), kPatience);
        const auto pinned = [&](LiveClient &client) {
            RoomListModel &rooms = client->rooms();
            return rooms.index(rooms.rowOf(m_room), 0).data(RoomListModel::PinnedRole).toBool();
        };
        ChangeMembership wishes;
        wishes.roomId = m_room;
        wishes.pinned = true;
        QVERIFY((*m_jane)->markWriter().changeMembership(wishes));
        QVERIFY(pinned(*m_jane));
        QTRY_VERIFY_WITH_TIMEOUT(pinned(*phone), kPatience);
        // One after the other while away: both hold.
        m_server->kill();
        wishes = {m_room, {}, {}, true, {}, {}};
        QVERIFY((*m_jane)->markWriter().changeMembership(wishes));
        wishes = {m_room, {}, {}, {}, false, {}};
        QVERIFY((*m_jane)->markWriter().changeMembership(wishes));
        QVERIFY(!pinned(*m_jane));
        m_jane->close();
        m_jane->open();
        QVERIFY(!pinned(*m_jane));
        QVERIFY(m_server->start());
        QTRY_VERIFY_WITH_TIMEOUT(!pinned(*phone), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_jane->isSettled(), kPatience);
        const QModelIndex room = (*phone)->rooms().index((*phone)->rooms().rowOf(m_room), 0);
        QVERIFY(room.data(RoomListModel::MutedRole).toBool());
    }

    void aMessageFarBackOpensAmongItsNeighbours()
    {
        constexpr int kMessages = 330;
        for (int i = 0; i < kMessages; ++i)
            QVERIFY(janes().send(QString::number(i)));
        QTRY_VERIFY_WITH_TIMEOUT(m_jane->isSettled(), 2 * kPatience);
        const MessageId early = janes().row(100).message.id;
        auto fresh = LiveClient::secondDevice(*m_server, u"olena"_s);
        QTRY_VERIFY_WITH_TIMEOUT(fresh->isSettled(), kPatience);
        MessageModel &timeline = *(*fresh)->openRoom(m_room);
        QTRY_COMPARE_WITH_TIMEOUT(timeline.rowCount(), MessageModel::kPageRows, kPatience);
        QSignalSpy ready(&timeline, &MessageModel::placeReady);
        timeline.openAround(early);
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, kPatience);
        QCOMPARE(timeline.row(timeline.rowOf(early)).message.text, u"100"_s);
        QVERIFY(timeline.canLoadNewer() && timeline.canLoadOlder());
        // Events reach it, and both ends lead to all the rest without a gap.
        QVERIFY(janes().toggleReaction(janes().rowOf(early), u"👍"_s));
        QTRY_COMPARE_WITH_TIMEOUT(reactionsOf(timeline.row(timeline.rowOf(early))), QStringList{u"👍1"_s}, kPatience);
        while (timeline.canLoadNewer() || timeline.canLoadOlder()) {
            timeline.canLoadNewer() ? timeline.loadNewer() : timeline.loadOlder();
            QTRY_VERIFY_WITH_TIMEOUT(!timeline.isLoading(), kPatience);
        }
        QCOMPARE(timeline.rowCount(), kMessages);
        for (int i = 0; i < kMessages; ++i)
            QCOMPARE(timeline.row(i).message.text, QString::number(i));
        timeline.openAround(MessageId{early.value - 1000});
        QCOMPARE(ready.size(), 1);
    }
};

QTEST_GUILESS_MAIN(marks_test)
#include "marks_test.moc"
