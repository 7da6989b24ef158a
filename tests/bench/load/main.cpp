#include "load/ChatLoad.h"
#include "load/HistoryLoad.h"

#include <QCoreApplication>

#include <sys/resource.h>

#include <cstdio>

using namespace rialto;
using namespace rialto::load;

namespace {

/// Every connection is a descriptor; the soft limit is usually 1,024.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

Result<Report> runScenario(const Options &options)
{
    if (options.scenario == Scenario::Plain)
        return ChatLoad(options, {Person{}}).run();
    auto people = preparePeople(options);
    if (!people)
        return tl::unexpected(people.error());
    if (options.scenario == Scenario::History)
        return loadHistory(options, people->front());
    return ChatLoad(options, std::move(*people)).run();
}

int fail(const Error &error)
{
    std::fprintf(stderr, "rialto-load: %s\n", qPrintable(error.message));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rialto-load"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RIALTO_VERSION));
    raiseDescriptorLimit();
    const auto options = parseOptions(QCoreApplication::arguments());
    if (!options)
        return fail(options.error());
    const auto report = runScenario(*options);
    if (!report)
        return fail(report.error());
    const QByteArray printed = options->json ? report->toJson() : report->toTable();
    std::fwrite(printed.constData(), 1, static_cast<std::size_t>(printed.size()), stdout);
    return 0;
}
