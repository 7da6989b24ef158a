#include "chaos/Arena.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <sys/mount.h>

using namespace Qt::StringLiterals;

namespace rialto::chaos {

Arena::Arena(const Setup &setup)
    : m_setup(setup),
      m_random(setup.seed),
      m_data(file(u"data"_s)),
      m_history(file(u"driver.jsonl"_s), u"driver"_s),
      m_proxy(setup.seed + 1)
{
    QDir().mkdir(m_data);
    // A file system of its own can be filled; where mounting is not permitted the rest is tried all the same.
    const QByteArray size = "size=" + QByteArray::number(setup.diskMegabytes) + 'm';
    m_mounted =
        setup.diskMegabytes > 0 && ::mount("none", m_data.toUtf8().constData(), "tmpfs", 0, size.constData()) == 0;
    QFile clock(file(u"clock"_s));
    if (!clock.open(QIODevice::WriteOnly) || clock.write(QByteArray(sizeof(qint64), '\0')) != sizeof(qint64))
        qFatal("No file can be written in %ls", qUtf16Printable(m_folder.path()));
    QObject::connect(&m_server, &ChildProcess::lineRead, &m_server, [this](const QString &line) {
        static const QRegularExpression listening(u"Rialto is listening on http://127.0.0.1:(\\d+)"_s);
        if (const auto match = listening.match(line); match.hasMatch()) {
            m_port = static_cast<quint16>(match.captured(1).toUInt());
            m_listening = true;
        }
    });
    QObject::connect(&m_server, &ChildProcess::ended, &m_server, [this](int code) {
        m_complaints.append(u"The server ended by itself with %1: %2"_s.arg(code).arg(m_server.complaints()));
    });
}

Arena::~Arena()
{
    m_raw.clear();
    m_fresh.clear();
    m_headless.clear();
    m_server.kill();
    if (m_mounted)
        ::umount2(m_data.toUtf8().constData(), MNT_DETACH);
}

bool Arena::waitFor(const std::function<bool()> &condition, int guardMs)
{
    QTimer wake; // So that the guard is looked at even when nothing happens.
    wake.start(10);
    const QDeadlineTimer deadline(guardMs);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void Arena::pause(int ms)
{
    const QDeadlineTimer deadline(ms);
    waitFor([&] { return deadline.hasExpired(); });
}

void Arena::keep()
{
    m_folder.setAutoRemove(false);
    for (const QString &suffix : {u""_s, u"-wal"_s})
        QFile::copy(databaseFile() + suffix, file(u"rialto.db"_s) + suffix);
}

bool Arena::fail(const QString &problem)
{
    m_problem = problem;
    return false;
}

void Arena::launchServer()
{
    m_listening = false;
    // The program that people run, and the same with a clock that can be set, in turn; now and then on the stock
    // engine.
    const bool jumping = m_random.bounded(2) == 0;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"RIALTO_CHAOS_CLOCK"_s, file(u"clock"_s));
    m_server.start(m_setup.programs + (jumping ? u"/rialto-chaos-server"_s : u"/rialto-server"_s),
                   {u"serve"_s, u"--data"_s, m_data, u"--host"_s, u"127.0.0.1"_s, u"--port"_s, QString::number(m_port),
                    u"--no-rate-limits"_s, u"--websocket-engine"_s, m_random.bounded(3) == 0 ? u"stock"_s : u"own"_s},
                   environment);
}

std::optional<qint64> Arena::startServer()
{
    QElapsedTimer timer;
    timer.start();
    launchServer();
    if (!waitFor([&] { return m_listening || !m_server.isRunning(); }) || !m_listening)
        return std::nullopt;
    m_proxy.setUpstream(m_port);
    return timer.elapsed();
}

void Arena::killServer()
{
    m_server.kill();
}

void Arena::shiftClock(qint64 ms)
{
    QFile clock(file(u"clock"_s));
    if (clock.open(QIODevice::ReadWrite))
        clock.write(reinterpret_cast<const char *>(&ms), sizeof ms);
}

void Arena::fillDisk()
{
    QFile ballast(m_data + u"/ballast"_s);
    if (!ballast.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return;
    for (qint64 step : {1 << 20, 1 << 12, 1}) {
        const QByteArray bytes(static_cast<qsizetype>(step), '\0');
        while (ballast.write(bytes) == step) {
        }
    }
}

void Arena::freeDisk()
{
    QFile::remove(m_data + u"/ballast"_s);
}

bool Arena::open()
{
    if (!m_proxy.listen() || !startServer())
        return fail(u"The server did not start: "_s + m_server.complaints());
    if (!openRawClients())
        return false;
    for (int i = 0; i < m_setup.headlessClients; ++i) {
        auto client = std::make_unique<Headless>();
        client->name = u"outbox%1"_s.arg(i);
        QObject::connect(&client->process, &ChildProcess::lineRead, &client->process,
                         [this, told = client.get()](const QString &line) { hear(*told, line); });
        QObject::connect(
            &client->process, &ChildProcess::ended, &client->process, [this, told = client.get()](int code) {
                if (code != 0)
                    m_complaints.append(
                        u"%1 ended with %2: %3"_s.arg(told->name).arg(code).arg(told->process.complaints()));
            });
        m_headless.push_back(std::move(client));
        startHeadless(i);
    }
    // Some have another device, which does what only another device can do to them.
    if (m_setup.rawClients > 1) {
        addDevice(m_raw.front()->name());
        for (const auto &client : m_headless)
            addDevice(client->name);
    }
    for (const auto &client : m_raw)
        client->setWorking(true);
    return waitFor([this] { return hasConverged(Who::Everybody); }) || fail(u"Not everybody came online."_s);
}

bool Arena::openRawClients()
{
    for (int i = 0; i < m_setup.rawClients; ++i) {
        const RawClient::Setup setup{u"raw%1"_s.arg(i), m_proxy.serverPort(), m_setup.seed * 100 + quint32(i), {}, {}};
        m_raw.push_back(std::make_unique<RawClient>(setup, m_history));
        m_raw.back()->begin();
    }
    const auto allSettled = [this] {
        return std::all_of(m_raw.begin(), m_raw.end(), [](const auto &client) { return client->isSettled(); });
    };
    if (!waitFor(allSettled))
        return fail(u"Not everybody could register."_s);
    m_raw.front()->createRoom();
    if (!waitFor([&] { return allSettled() && !m_raw.back()->world().rooms().isEmpty(); }))
        return fail(u"The first room did not come."_s);
    m_general = m_raw.front()->world().rooms().firstKey();
    for (const auto &client : m_raw) {
        client->setGeneral(m_general);
        if (!client->world().isJoined(m_general))
            client->join(m_general);
    }
    return waitFor(allSettled) || fail(u"Not everybody could join."_s);
}

void Arena::addDevice(const QString &account)
{
    m_raw.push_back(
        std::make_unique<RawClient>(RawClient::Setup{account + u"-second"_s, m_proxy.serverPort(),
                                                     m_setup.seed * 100 + quint32(m_raw.size()), m_general, account},
                                    m_history));
    m_raw.back()->begin();
}

void Arena::startHeadless(int index, Start how)
{
    Headless &client = *m_headless[static_cast<size_t>(index)];
    client.online = false;
    client.process.start(m_setup.programs + u"/rialto-chaos-client"_s,
                         {file(client.name), u"http://127.0.0.1:%1"_s.arg(m_proxy.serverPort()), client.name,
                          file(client.name + u".jsonl"_s), QString::number(m_random.generate())},
                         QProcessEnvironment::systemEnvironment());
    client.process.writeLine(u"room %1"_s.arg(m_general.value));
    if (how == Start::Working)
        client.process.writeLine(u"work"_s);
}

void Arena::hear(Headless &client, const QString &line)
{
    const QString word = line.section(u' ', 0, 0);
    if (word == "link"_L1) {
        client.online = line.section(u' ', 1, 1) == "online"_L1;
        client.unsent = line.section(u' ', 2, 2).toInt();
    } else if (word == "state"_L1) {
        client.state = line.section(u' ', 1, 1);
    } else if (word == "problem"_L1) {
        m_complaints.append(client.name + u": "_s + line);
    }
}

void Arena::askHowFar()
{
    for (const auto &client : m_raw)
        client->askHowFar();
}

bool Arena::hasConverged(Who who) const
{
    return std::all_of(m_raw.begin(), m_raw.end(), [](const auto &client) { return client->isCaughtUp(); }) &&
           (who == Who::Raw ||
            std::all_of(m_headless.begin(), m_headless.end(), [](const auto &client) { return client->online; }));
}

QStringList Arena::histories() const
{
    QStringList files{file(u"driver.jsonl"_s)};
    for (const auto &client : m_headless)
        files.append(file(client->name + u".jsonl"_s));
    return files;
}

} // namespace rialto::chaos
