#include "load/Options.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace rialto::load {
namespace {

constexpr int kMaximumConnections = 60'000;
constexpr int kMaximumText = 16'000;
constexpr double kMaximumSeconds = 3'600;

const QCommandLineOption kServer(u"server"_s, u"Address of the server, without TLS."_s, u"url"_s,
                                 u"http://127.0.0.1:3000"_s);
const QCommandLineOption kUser(u"user"_s, u"Sign in as this person; otherwise people are registered for the run."_s,
                               u"name"_s);
const QCommandLineOption kPasswordFile(u"password-file"_s, u"File with the password of --user."_s, u"file"_s);
const QCommandLineOption kRoom(u"room"_s, u"Use this room; otherwise rooms are made for the run."_s, u"id"_s, u"0"_s);
const QCommandLineOption kConnections(u"connections"_s, u"WebSocket connections to open."_s, u"n"_s, u"100"_s);
const QCommandLineOption
    kPeople(u"people"_s,
            u"People to register. Connections share them in turn: signing in costs the server a password hash."_s,
            u"n"_s, u"1"_s);
const QCommandLineOption kRooms(u"rooms"_s, u"Rooms to make; person i joins room i modulo n."_s, u"n"_s, u"1"_s);
const QCommandLineOption kSenders(u"senders"_s, u"How many of the connections send."_s, u"n"_s, u"1"_s);
const QCommandLineOption kInFlight(u"in-flight"_s, u"Closed loop: unfinished messages of each sender."_s, u"n"_s,
                                   u"1"_s);
const QCommandLineOption
    kRate(u"rate"_s, u"Open loop: messages a second of all senders; latency counts from the planned time of sending."_s,
          u"n"_s, u"0"_s);
const QCommandLineOption
    kFinish(u"finish"_s,
            u"Closed loop: a message is finished when it is 'acked', or 'delivered' to every connection."_s, u"when"_s,
            u"delivered"_s);
const QCommandLineOption kSize(u"size"_s, u"Bytes of a message's text."_s, u"bytes"_s, u"64"_s);
const QCommandLineOption kWarmUp(u"warm-up"_s, u"Seconds of load before measuring."_s, u"seconds"_s, u"1"_s);
const QCommandLineOption kSeconds(u"seconds"_s, u"Seconds to measure."_s, u"seconds"_s, u"5"_s);
const QCommandLineOption
    kServerPid(u"server-pid"_s, u"Process of the server, to report its memory and processor time."_s, u"pid"_s, u"0"_s);
const QCommandLineOption kJson(u"json"_s, u"Print the figures as JSON."_s);

Result<Scenario> scenarioNamed(const QString &word)
{
    if (word == u"chat")
        return Scenario::Chat;
    if (word == u"plain")
        return Scenario::Plain;
    if (word == u"history")
        return Scenario::History;
    return fail(ErrorCode::Invalid, u"Unknown scenario \"%1\": chat, plain or history."_s.arg(word));
}

/// Reads numbers within bounds and remembers the first that is wrong.
class Numbers
{
public:
    explicit Numbers(const QCommandLineParser &parser) : m_parser(parser) {}

    double real(const QCommandLineOption &option, double least, double most)
    {
        bool readable = false;
        const double value = m_parser.value(option).toDouble(&readable);
        if ((!readable || value < least || value > most) && m_problem.isEmpty())
            m_problem = u"--%1 must be a number from %2 to %3."_s.arg(option.names().constFirst()).arg(least).arg(most);
        return value;
    }
    int whole(const QCommandLineOption &option, int least, int most)
    {
        return static_cast<int>(real(option, least, most));
    }
    const QString &problem() const { return m_problem; }

private:
    const QCommandLineParser &m_parser;
    QString m_problem;
};

QString readNumbers(const QCommandLineParser &parser, Options &options)
{
    Numbers numbers(parser);
    options.connections = numbers.whole(kConnections, 1, kMaximumConnections);
    options.people = numbers.whole(kPeople, 1, options.connections);
    options.rooms = numbers.whole(kRooms, 1, options.people);
    options.senders = numbers.whole(kSenders, 0, options.connections);
    options.inFlight = numbers.whole(kInFlight, 1, 10'000);
    options.rate = numbers.real(kRate, 0, 10'000'000);
    options.textBytes = numbers.whole(kSize, 1, kMaximumText);
    options.warmUpSeconds = numbers.real(kWarmUp, 0, kMaximumSeconds);
    options.seconds = numbers.real(kSeconds, 0.1, kMaximumSeconds);
    options.room = static_cast<qint64>(numbers.real(kRoom, 0, 9e15));
    options.serverPid = static_cast<qint64>(numbers.real(kServerPid, 0, 1e9));
    return numbers.problem();
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Loads a Rialto server and prints how fast it is.\n\n"
        "The server should run with --no-rate-limits. Many connections may share one person; every connection still\n"
        "gets every message of the person's rooms."_s);
    parser.addPositionalArgument(u"scenario"_s, u"chat (the default), plain or history."_s, u"[scenario]"_s);
    parser.addOptions({kServer, kUser, kPasswordFile, kRoom, kConnections, kPeople, kRooms, kSenders, kInFlight, kRate,
                       kFinish, kSize, kWarmUp, kSeconds, kServerPid, kJson});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(arguments);

    Options options;
    if (const QString problem = readNumbers(parser, options); !problem.isEmpty())
        return fail(ErrorCode::Invalid, problem);
    const QString finish = parser.value(kFinish);
    if (finish != u"acked" && finish != u"delivered")
        return fail(ErrorCode::Invalid, u"--finish is 'acked' or 'delivered'."_s);
    options.finish = finish == u"acked" ? Finish::Acked : Finish::Delivered;
    options.user = parser.value(kUser);
    options.passwordFile = parser.value(kPasswordFile);
    if (options.user.isEmpty() != options.passwordFile.isEmpty())
        return fail(ErrorCode::Invalid, u"--user and --password-file go together."_s);
    if (!options.user.isEmpty() && options.people > 1)
        return fail(ErrorCode::Invalid, u"--user names one person; leave --people out."_s);
    options.json = parser.isSet(kJson);
    const auto scenario = scenarioNamed(parser.positionalArguments().value(0, u"chat"_s));
    const auto target = parseTarget(parser.value(kServer));
    if (!scenario || !target)
        return tl::unexpected(scenario ? target.error() : scenario.error());
    options.scenario = *scenario;
    options.target = *target;
    return options;
}

} // namespace rialto::load
