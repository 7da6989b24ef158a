#pragma once

#include "chaos/ChildProcess.h"
#include "chaos/Proxy.h"
#include "chaos/RawClient.h"

#include <QTemporaryDir>
#include <optional>

namespace rialto::chaos {

/// One server, its clients and what stands between them, from the first sign-in to the final states: all that the
/// nemesis may disturb. Everything waits in the event loop. Lives on: the thread of the driver.
class Arena
{
public:
    struct Setup
    {
        QString programs; ///< The folder of rialto-server, rialto-chaos-server and rialto-chaos-client.
        quint32 seed = 1;
        int rawClients = 6;
        int headlessClients = 3;
        int diskMegabytes = 128; ///< The room of the data's own file system; 0 for none of its own.
    };

    explicit Arena(const Setup &setup);
    ~Arena();

    /// Starts all and waits until everybody works in one room. False when they do not within the guard.
    bool open();
    /// Everybody stops, settles and tells the final state; the server is killed once more and its database written
    /// into the history. False when somebody does not settle within the guard.
    bool close();
    /// All that was recorded: of the driver with the server, and of each headless client.
    QStringList histories() const;

    /// Starts it and does not wait.
    void launchServer();
    /// Milliseconds until it accepted, or nothing when it does not start.
    std::optional<qint64> startServer();
    quint16 serverPort() const { return m_port; }
    QString databaseFile() const { return m_data + QStringLiteral("/rialto.db"); }
    RawClient &raw(int index) { return *m_raw[static_cast<size_t>(index)]; }
    void killServer();
    ChildProcess &server() { return m_server; }
    Proxy &proxy() { return m_proxy; }
    /// Shifts the server's wall clock, as far as the one that runs now can be shifted.
    void shiftClock(qint64 ms);
    /// Where the data lies in a small file system of its own: fills it, so that nothing can be written.
    bool canFillDisk() const { return m_mounted; }
    void fillDisk();
    void freeDisk();

    int headlessCount() const { return static_cast<int>(m_headless.size()); }
    ChildProcess &headless(int index) { return m_headless[static_cast<size_t>(index)]->process; }
    enum class Start { Working, Idle };
    void startHeadless(int index, Start how = Start::Working);
    quint32 seed() const { return m_setup.seed; }
    bool isOnline(int headless) const { return m_headless[static_cast<size_t>(headless)]->online; }
    int unsentOf(int headless) const { return m_headless[static_cast<size_t>(headless)]->unsent; }

    enum class Who { Raw, Everybody };
    /// Asks all raw clients how far they have come.
    void askHowFar();
    bool hasConverged(Who who) const;

    /// Runs the event loop until the condition holds; false after the guard of 30 seconds.
    static bool waitFor(const std::function<bool()> &condition, int guardMs = 30'000);
    static void pause(int ms);

    /// Where everything lies.
    QString folder() const { return m_folder.path(); }
    /// Leaves it there for looking into, with a copy of the database.
    void keep();
    /// What went wrong, in words.
    const QString &problem() const { return m_problem; }
    /// Sign-ins of headless clients that found a damaged cache, or that ended badly.
    const QStringList &complaints() const { return m_complaints; }

private:
    struct Headless
    {
        QString name;
        bool online = false;
        QString state; ///< The hash of what it showed last.
        int unsent = 0;
        ChildProcess process;
    };

    bool openRawClients();
    void addDevice(const QString &account);
    bool openFreshClients();
    void hear(Headless &client, const QString &line);
    bool finishClients();
    bool showTruth();
    void writeTruth();
    QString file(const QString &name) const { return m_folder.filePath(name); }
    bool fail(const QString &problem);

    const Setup m_setup;
    QTemporaryDir m_folder;
    QRandomGenerator m_random;
    QString m_data;
    bool m_mounted = false;
    HistoryWriter m_history;
    ChildProcess m_server;
    Proxy m_proxy;
    quint16 m_port = 0;
    bool m_listening = false;
    RoomId m_general;
    std::vector<std::unique_ptr<RawClient>> m_raw;
    std::vector<std::unique_ptr<RawClient>> m_fresh; ///< Who look at each account for the first time in the end.
    std::vector<std::unique_ptr<Headless>> m_headless;
    QString m_problem;
    QStringList m_complaints;
};

} // namespace rialto::chaos
