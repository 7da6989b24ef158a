#include "crowd/Crowd.h"

#include "load/Peer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThread>

#include <sys/resource.h>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::load;

namespace {

constexpr int kTurnMs = 1000 / Crowd::kStepsPerRound;

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// Somebody who talks without a pause in the room that the deaf listen to.
class Talker
{
public:
    Talker(const Target &target, const Person &person) : m_peer(Peer::open(target)), m_person(person) {}

    void say(int number)
    {
        if (!m_peer)
            return;
        m_peer->receive(m_buffer);
        if (number == 0)
            m_peer->queue(Opcode::Text, R"({"id":0,"method":"session.start","params":{"token":")" +
                                            m_person.token.toStdString() + "\"}}");
        m_peer->queue(Opcode::Text, R"({"id":1,"method":"chat.send","params":{"roomId":)" +
                                        std::to_string(m_person.room) + R"(,"text":")" + std::string(3000, 'x') +
                                        "\"}}");
        m_peer->flush();
    }

private:
    Result<Peer> m_peer;
    const Person m_person;
    std::string m_buffer = std::string(1 << 20, '\0');
};

int fail(const QString &message)
{
    std::fprintf(stderr, "rialto-crowd: %s\n", qPrintable(message));
    return 1;
}

} // namespace

/// Surrounds a server with slow and deaf connections for a while and keeps their number up. Says "ready" when all are
/// there, and at the end how many were dropped.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    raiseDescriptorLimit();
    QCommandLineParser parser;
    parser.addOptions(
        {{u"server"_s, u"Address of the server."_s, u"url"_s},
         {u"slow"_s, u"Connections that send a byte a second."_s, u"n"_s, u"1000"_s},
         {u"deaf-http"_s, u"Connections that ask on and on and read nothing."_s, u"n"_s, u"500"_s},
         {u"deaf-websocket"_s, u"Connections that listen to a loud room and read nothing."_s, u"n"_s, u"500"_s},
         {u"seconds"_s, u"How long."_s, u"n"_s, u"20"_s}});
    parser.addHelpOption();
    parser.process(application);
    const auto target = parseTarget(parser.value(u"server"_s));
    if (!target)
        return fail(target.error().message);
    Options options;
    options.target = *target;
    const auto people = preparePeople(options);
    if (!people)
        return fail(people.error().message);
    Crowd crowd(*target, people->front(), Crowd::WhenDropped::ComeAgain);
    const int slow = parser.value(u"slow"_s).toInt();
    for (const auto &[kind, count] : {std::pair{Crowd::Kind::SlowHead, slow / 3},
                                      {Crowd::Kind::SlowBody, slow / 3},
                                      {Crowd::Kind::SlowFrame, slow - slow / 3 * 2},
                                      {Crowd::Kind::DeafHttp, parser.value(u"deaf-http"_s).toInt()},
                                      {Crowd::Kind::DeafWebSocket, parser.value(u"deaf-websocket"_s).toInt()}}) {
        if (const auto added = crowd.add(kind, count); !added)
            return fail(added.error().message);
    }
    std::printf("ready\n");
    std::fflush(stdout);
    Talker talker(*target, people->front());
    const QDeadlineTimer end(parser.value(u"seconds"_s).toInt() * 1000);
    for (int turn = 0; !end.hasExpired(); ++turn) {
        talker.say(turn);
        crowd.step();
        QThread::msleep(kTurnMs);
    }
    std::printf("alive %d, dropped %d\n", crowd.alive(), crowd.dropped());
    return 0;
}
