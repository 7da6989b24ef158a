#include "crowd/Crowd.h"
#include "support/Places.h"
#include "support/RawWebSocket.h"
#include "support/RealServer.h"

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;
using load::Crowd;

namespace {

const QString kProgram = places::program(u"rialto-server"_s);

/// Somebody who talks in the room and wants answers.
class Talker
{
public:
    Talker(quint16 port, const load::Person &person)
        : m_socket(port, "Authorization: Bearer " + person.token + "\r\n"), m_room(person.room)
    {
        m_socket.send(RawWebSocket::text("{\"id\":1,\"method\":\"session.start\",\"params\":{}}"));
        m_isStarted = m_socket.nextObject().contains("result"_L1);
    }
    bool isStarted() const { return m_isStarted; }
    /// Whether the message was stored and acknowledged.
    bool say()
    {
        m_socket.send(RawWebSocket::text("{\"id\":2,\"method\":\"chat.send\",\"params\":{\"roomId\":" +
                                         QByteArray::number(m_room) + ",\"text\":\"" + QByteArray(3500, 'x') + "\"}}"));
        QJsonObject frame = m_socket.nextObject();
        while (frame.contains("type"_L1))
            frame = m_socket.nextObject();
        return frame.contains("result"_L1);
    }

private:
    RawWebSocket m_socket;
    const qint64 m_room;
    bool m_isStarted = false;
};

} // namespace

/// A thousand connections that read nothing and a thousand that send nothing to speak of: the others are served, the
/// thousands are dropped. How fast the others are served, `./dev bench hostile` measures.
class HostileCrowdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCrowdIsDroppedAndOthersAreServed()
    {
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
        limit.rlim_cur = limit.rlim_max;
        if (limit.rlim_max < 5000 || setrlimit(RLIMIT_NOFILE, &limit) != 0)
            QSKIP("A process may not have enough descriptors here");
        RealServer server(kProgram);
        QVERIFY2(server.start(), qPrintable(server.output()));
        load::Options options;
        options.target.port = server.port();
        const auto people = load::preparePeople(options);
        QVERIFY(people.has_value());
        Crowd crowd(options.target, people->front(), Crowd::WhenDropped::Leave);
        for (const auto &[kind, count] : {std::pair{Crowd::Kind::SlowHead, 400},
                                          {Crowd::Kind::SlowBody, 300},
                                          {Crowd::Kind::SlowFrame, 300},
                                          {Crowd::Kind::DeafHttp, 500},
                                          {Crowd::Kind::DeafWebSocket, 500}})
            QVERIFY(crowd.add(kind, count).has_value());
        Talker talker(server.port(), people->front());
        QVERIFY(talker.isStarted());
        QElapsedTimer sinceStep;
        sinceStep.start();
        QVERIFY(waitFor(
            [&] {
                if (sinceStep.elapsed() >= 1000 / Crowd::kStepsPerRound) {
                    crowd.step();
                    sinceStep.start();
                }
                return !talker.say() || crowd.alive() == 0;
            },
            120'000));
        QCOMPARE(crowd.alive(), 0);
        QCOMPARE(crowd.dropped(), 2000);
        QVERIFY(talker.say());
    }
};

QTEST_GUILESS_MAIN(HostileCrowdTest)
#include "crowd_test.moc"
