#include "app/Serve.h"

#include "app/ServerApp.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

// A signal handler may do next to nothing: it writes a byte that the event loop reads.
int g_signalPipe[2] = {-1, -1};

void handleSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(g_signalPipe[1], &byte, 1);
}

bool catchSignals()
{
    if (::pipe2(g_signalPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return false;
    struct sigaction action = {};
    action.sa_handler = handleSignal;
    action.sa_flags = SA_RESTART;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // A file that may not grow is a full disk, not the end.
    return true;
}

// Every client is a descriptor; the usual soft limit of 1024 would be the number of clients.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace

Result<> serve(const QStringList &flags, const Clock &clock)
{
    const auto config = Config::read(flags);
    if (!config)
        return tl::unexpected(config.error());
    raiseDescriptorLimit();
    auto app = ServerApp::create(*config, clock);
    if (!app)
        return tl::unexpected(app.error());
    if (auto result = (*app)->listen(); !result)
        return result;
    if (!catchSignals())
        return fail(ErrorCode::Unavailable, u"No pipe can be made on this machine."_s);
    QSocketNotifier notifier(g_signalPipe[0], QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, app->get(), &ServerApp::stop);
    QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { notifier.setEnabled(false); });
    QObject::connect(app->get(), &ServerApp::stopped, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    QTextStream out(stdout);
    out << "Rialto is listening on " << (*app)->url() << Qt::endl;
    if (!(*app)->fingerprint().isEmpty())
        out << "Certificate fingerprint (SHA-256): " << (*app)->fingerprint() << Qt::endl;
    QCoreApplication::exec();
    return {};
}

} // namespace rialto
