#include "features/chat/model/TypingBook.h"
#include "features/people/model/PeopleModel.h"
#include "net/PresenceBook.h"
#include "support/LiveClient.h"
#include "support/Places.h"

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

constexpr int kPatienceMs = 30'000;

std::optional<Availability> seen(LiveClient &by, LiveClient &who)
{
    const auto presence = by->presence().find(who->me().id);
    return presence ? std::optional(presence->availability) : std::nullopt;
}

} // namespace

/// Two people at two clients see one another come, rest, type and go.
class PresenceE2eTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
    }

    void comingRestingAndGoing()
    {
        LiveClient anna(*m_server, u"anna"_s);
        LiveClient bohdan(*m_server, u"bohdan"_s);
        QVERIFY(anna && bohdan);
        QTRY_COMPARE_WITH_TIMEOUT(seen(anna, bohdan), Availability::Online, kPatienceMs);
        bohdan->presence().setIdle(true);
        QTRY_COMPARE_WITH_TIMEOUT(seen(anna, bohdan), Availability::Away, kPatienceMs);
        // A reconnect is no sign of life.
        bohdan->unplug();
        QTRY_VERIFY_WITH_TIMEOUT(bohdan->linkState() == LinkState::Online, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(seen(bohdan, bohdan), Availability::Away, kPatienceMs);
        bohdan->presence().setIdle(false);
        QTRY_COMPARE_WITH_TIMEOUT(seen(anna, bohdan), Availability::Online, kPatienceMs);
        const UserId gone = bohdan->me().id;
        bohdan.close();
        QTRY_VERIFY_WITH_TIMEOUT(!anna->presence().isHere(gone), kPatienceMs);
        QVERIFY(anna->presence().find(gone)->lastSeenAt > 0);
    }

    void offlineNothingIsKnown()
    {
        LiveClient anna(*m_server, u"anna"_s);
        QTRY_VERIFY_WITH_TIMEOUT(anna->presence().isHere(anna->me().id), kPatienceMs);
        m_server->kill();
        QTRY_VERIFY_WITH_TIMEOUT(anna->linkState() != LinkState::Online, kPatienceMs);
        QVERIFY(!anna->presence().find(anna->me().id));
    }

    void typingIsSeenAndForgotten()
    {
        LiveClient anna(*m_server, u"anna"_s);
        LiveClient bohdan(*m_server, u"bohdan"_s);
        QTRY_VERIFY_WITH_TIMEOUT(anna.isSettled() && bohdan.isSettled(), kPatienceMs);
        const RoomId room = makeRoom(anna, u"General"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bohdan->rooms().rowOf(room) >= 0, kPatienceMs);
        QVERIFY(joinRoom(bohdan, room));
        QVERIFY(anna->typing().words(room).isEmpty());
        bohdan->typing().typed(room);
        QTRY_COMPARE_WITH_TIMEOUT(anna->typing().words(room), u"bohdan is typing…"_s, kPatienceMs);
        QVERIFY(bohdan->typing().words(room).isEmpty());
        // What was typed has come.
        QVERIFY(bohdan->openRoom(room)->send(u"Hello"_s));
        QTRY_COMPARE_WITH_TIMEOUT(anna->typing().words(room), QString(), kPatienceMs);
        // Whoever stops without a word is forgotten after a while.
        bohdan->typing().stopped();
        bohdan->typing().typed(room);
        QTRY_VERIFY_WITH_TIMEOUT(!anna->typing().words(room).isEmpty(), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(anna->typing().words(room), QString(), kPatienceMs);
    }

private:
    std::unique_ptr<RealServer> m_server;
};

QTEST_GUILESS_MAIN(PresenceE2eTest)
#include "presence_test.moc"
