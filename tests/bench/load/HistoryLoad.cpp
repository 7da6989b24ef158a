#include "load/HistoryLoad.h"

#include "load/Broadcasts.h"
#include "load/ServerProcess.h"

using namespace Qt::StringLiterals;

namespace rialto::load {
namespace {

/// The cursor of the page before this one in time; empty at the beginning of the history.
QByteArray nextCursor(const QByteArray &page)
{
    static const QByteArray kStart = QByteArrayLiteral(R"("nextCursor":")");
    const qsizetype at = page.lastIndexOf(kStart);
    if (at < 0)
        return {};
    const qsizetype begin = at + kStart.size();
    return page.mid(begin, page.indexOf('"', begin) - begin).toPercentEncoding();
}

} // namespace

Result<Report> loadHistory(const Options &options, const Person &person)
{
    HttpClient client(options.target);
    client.setToken(person.token);
    const QByteArray path = "rooms/" + QByteArray::number(person.room) + "/messages?limit=50";
    const ServerProcess server(options.serverPid);
    const auto seconds = [](std::int64_t from, std::int64_t to) { return static_cast<double>(to - from) / 1e9; };

    Histogram latency;
    QByteArray cursor;
    const std::int64_t begun = monotonicNow();
    const double serverBefore = server.processorSeconds();
    std::int64_t now = begun;
    while (seconds(begun, now) < options.warmUpSeconds + options.seconds) {
        const std::int64_t asked = monotonicNow();
        const auto page = client.request("GET", cursor.isEmpty() ? path : path + "&before=" + cursor);
        now = monotonicNow();
        if (!page)
            return tl::unexpected(page.error());
        if (seconds(begun, now) > options.warmUpSeconds)
            latency.add(now - asked);
        cursor = nextCursor(*page);
    }
    Report report;
    report.add("pagesPerSecond", "pages of 50", static_cast<double>(latency.count()) / options.seconds, "/s");
    report.addLatency("page", "page", latency);
    if (server.isKnown()) {
        const double used = server.processorSeconds() - serverBefore;
        report.add("serverMicroseconds", "server time per page", used * 1e6 / static_cast<double>(latency.count()),
                   "us");
    }
    return report;
}

} // namespace rialto::load
