// The half of Arena that brings everybody to rest and writes down what each shows and what the server holds.
#include "chaos/Arena.h"
#include "chaos/ServerData.h"

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

constexpr int kQuietMs = 60'000;
constexpr int kShowMs = 30'000;

} // namespace

bool Arena::close()
{
    if (!finishClients())
        return false;
    // What was promised must have been on the disk by now.
    killServer();
    const QString integrity = ServerData(databaseFile()).integrity();
    writeTruth();
    return integrity == "ok"_L1 || fail(u"integrity_check: "_s + integrity);
}

bool Arena::finishClients()
{
    for (const auto &client : m_raw)
        client->setWorking(false);
    for (const auto &client : m_headless) {
        client->process.writeLine(u"pause"_s);
        client->process.writeLine(u"settle"_s);
    }
    const auto isQuiet = [](const auto &client) { return client->online && client->unsent == 0; };
    if (!waitFor([&] { return std::all_of(m_headless.begin(), m_headless.end(), isQuiet); }, kQuietMs))
        return fail(u"Not all headless clients settled."_s);
    const auto rawSettled = [this] {
        return std::all_of(m_raw.begin(), m_raw.end(), [](const auto &client) { return client->isSettled(); });
    };
    if (!waitFor(rawSettled))
        return fail(u"Not all raw clients settled."_s);
    // Nobody writes any more; what was written is on its way to all.
    askHowFar();
    if (!waitFor(rawSettled))
        return fail(u"The raw clients did not hear the end."_s);
    // One that ends in another state is found by the checker; it has had its time to get there.
    const QDeadlineTimer guard(kShowMs);
    while (!showTruth() && !guard.hasExpired())
        ;
    return openFreshClients() || fail(u"Not everybody could look once more."_s);
}

// Read markers of headless clients may still be on their way: only when nothing moved meanwhile is it the end.
bool Arena::showTruth()
{
    const auto truths = [this] {
        const ServerData data(databaseFile());
        QStringList digests;
        for (const auto &client : m_headless)
            digests.append(data.worldOf(data.userNamed(client->name)).digest());
        return digests;
    };
    const QStringList expected = truths();
    QStringList shown;
    for (const auto &client : m_headless) {
        client->state.clear();
        client->process.writeLine(u"show"_s);
        (void)waitFor([&] { return !client->state.isEmpty(); });
        shown.append(client->state);
    }
    return shown == expected && truths() == expected;
}

void Arena::writeTruth()
{
    const ServerData data(databaseFile());
    data.write(m_history);
    const auto truth = [&](const QString &name, UserId user, const World *shown) {
        const World world = data.worldOf(user);
        m_history.writeFor(name, Record::Kind::Truth, 0, {{u"sections"_s, world.sections()}});
        if (shown)
            m_history.writeFor(name, Record::Kind::Final, 0, {{u"sections"_s, shown->sections()}});
        if (shown)
            shown->save(file(name + u".jsonl.state"_s));
        world.save(file(name + u".truth"_s));
    };
    for (const auto *clients : {&m_raw, &m_fresh}) {
        for (const auto &client : *clients)
            truth(client->name(), client->me(), &client->world());
    }
    for (const auto &client : m_headless)
        truth(client->name, data.userNamed(client->name), nullptr);
}

// What one sees who was never there before must be what all others have come to see.
bool Arena::openFreshClients()
{
    QStringList accounts;
    for (int i = 0; i < m_setup.rawClients; ++i)
        accounts.append(m_raw[static_cast<size_t>(i)]->name());
    for (const auto &client : m_headless)
        accounts.append(client->name);
    for (const QString &account : accounts) {
        m_fresh.push_back(std::make_unique<RawClient>(
            RawClient::Setup{account + u"-fresh"_s, m_proxy.serverPort(), 1, m_general, account}, m_history));
        m_fresh.back()->begin();
    }
    return waitFor([&] {
        return std::all_of(m_fresh.begin(), m_fresh.end(), [](const auto &client) { return client->isSettled(); });
    });
}

} // namespace rialto::chaos
