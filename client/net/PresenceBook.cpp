#include "net/PresenceBook.h"

#include "net/EventBus.h"
#include "net/LinkStatus.h"
#include "net/ListFetch.h"

namespace rialto {

PresenceBook::PresenceBook(EventBus &bus, ApiClient &api, LinkStatus &link, QObject *parent)
    : QObject(parent), m_api(api), m_link(link)
{
    bus.on<PresenceChanged>([this](const PresenceChange &change) { apply(change); });
    connect(&m_link, &LinkStatus::onlineChanged, this, &PresenceBook::linkChanged);
}

std::optional<UserPresence> PresenceBook::find(UserId id) const
{
    const auto found = m_people.constFind(id);
    return found == m_people.constEnd() || !m_link.isOnline() ? std::nullopt : std::optional(*found);
}

bool PresenceBook::isHere(UserId id) const
{
    const auto presence = find(id);
    return presence && presence->availability != Availability::Offline;
}

void PresenceBook::setIdle(bool idle)
{
    if (std::exchange(m_isIdle, idle) != idle && m_link.isOnline())
        tellActivity();
}

void PresenceBook::linkChanged()
{
    if (m_link.isOnline()) {
        fetch();
        if (m_isIdle) // A new connection counts as one that somebody is at.
            tellActivity();
    } else {
        m_people.clear();
    }
    Q_EMIT changed();
}

// A failure is no news: with the connection gone the next one asks again.
void PresenceBook::fetch()
{
    ListFetch<ListPresence>::run(
        m_api, ListPresence{}, this,
        [this](const QList<UserPresence> &people) {
            for (const UserPresence &presence : people)
                m_people.insert(presence.userId, presence);
        },
        [this](const Result<> &) { Q_EMIT changed(); });
}

void PresenceBook::tellActivity()
{
    m_api.call(ReportActivity{m_isIdle}, this, {});
}

void PresenceBook::apply(const PresenceChange &change)
{
    const auto set = [&](const QList<UserId> &people, Availability availability) {
        for (const UserId id : people)
            m_people.insert(id, {id, availability, change.at});
    };
    set(change.online, Availability::Online);
    set(change.away, Availability::Away);
    set(change.doNotDisturb, Availability::DoNotDisturb);
    set(change.offline, Availability::Offline);
    Q_EMIT changed();
}

} // namespace rialto
