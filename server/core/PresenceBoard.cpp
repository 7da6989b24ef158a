#include "core/PresenceBoard.h"

namespace rialto {
namespace {

constexpr int kMinuteMs = 60'000;

} // namespace

PresenceBoard::PresenceBoard(const Clock &clock) : m_clock(clock)
{
    m_announceTimer.setSingleShot(true);
    m_announceTimer.setInterval(kBatchMs);
    connect(&m_announceTimer, &QTimer::timeout, this, &PresenceBoard::announce);
    m_clockTimer.setInterval(kMinuteMs);
    connect(&m_clockTimer, &QTimer::timeout, this, &PresenceBoard::followClock);
    m_clockTimer.start();
}

void PresenceBoard::load(Database &database)
{
    database.each("SELECT user_id, at FROM last_seen", [this](const Row &row) {
        Person &person = m_people[UserId{row.value(0).toLongLong()}];
        person.lastSeenAt = person.savedAt = row.value(1).toLongLong();
    });
    database.each("SELECT id, do_not_disturb, quiet_hours, quiet_from, quiet_to, time_zone FROM user "
                  "WHERE (do_not_disturb = 1 OR quiet_hours = 1) AND deleted_at IS NULL",
                  [this](const Row &row) {
                      Quiet &quiet = m_people[UserId{row.value(0).toLongLong()}].quiet;
                      column::read(row.value(1), quiet.always);
                      column::read(row.value(2), quiet.daily);
                      column::read(row.value(3), quiet.fromMinute);
                      column::read(row.value(4), quiet.toMinute);
                      column::read(row.value(5), quiet.timeZone);
                  });
}

void PresenceBoard::arrived(const Device *device, UserId user)
{
    m_devices.insert(device, {user, false});
    ++m_people[user].active;
    touch(user);
}

void PresenceBoard::left(const Device *device)
{
    const auto place = m_devices.constFind(device);
    if (place == m_devices.constEnd())
        return;
    Person &person = m_people[place->user];
    --(place->idle ? person.idle : person.active);
    person.lastSeenAt = m_clock.nowMs();
    touch(place->user);
    m_devices.erase(place);
}

void PresenceBoard::setIdle(const Device *device, bool idle)
{
    const auto place = m_devices.find(device);
    if (place == m_devices.end() || place->idle == idle)
        return;
    Person &person = m_people[place->user];
    place->idle = idle;
    person.idle += idle ? 1 : -1;
    person.active += idle ? -1 : 1;
    touch(place->user);
}

void PresenceBoard::setQuiet(UserId user, const Quiet &quiet)
{
    m_people[user].quiet = quiet;
    touch(user);
}

void PresenceBoard::followClock()
{
    for (const auto &[user, person] : m_people) {
        if (person.quiet.daily && person.active + person.idle > 0)
            touch(user);
    }
}

Availability PresenceBoard::availabilityOf(const Person &person) const
{
    if (person.active + person.idle > 0 && person.quiet.holdsAt(m_clock.nowMs()))
        return Availability::DoNotDisturb;
    if (person.active > 0)
        return Availability::Online;
    return person.idle > 0 ? Availability::Away : Availability::Offline;
}

UserPresence PresenceBoard::presenceOf(UserId user, const Person &person) const
{
    const Availability availability = availabilityOf(person);
    return {user, availability, availability == Availability::Offline ? person.lastSeenAt : m_clock.nowMs()};
}

QList<UserPresence> PresenceBoard::list(UserId after, qsizetype limit) const
{
    QList<UserPresence> people;
    for (auto it = m_people.upper_bound(after); it != m_people.end() && people.size() < limit; ++it)
        people.append(presenceOf(it->first, it->second));
    return people;
}

int PresenceBoard::countHere() const
{
    return static_cast<int>(std::count_if(m_people.begin(), m_people.end(), [](const auto &entry) {
        return entry.second.active + entry.second.idle > 0;
    }));
}

QList<UserPresence> PresenceBoard::listUnsaved(qint64 margin) const
{
    QList<UserPresence> people;
    for (const auto &[user, person] : m_people) {
        const UserPresence presence = presenceOf(user, person);
        if (presence.lastSeenAt > person.savedAt + margin)
            people.append(presence);
    }
    return people;
}

void PresenceBoard::markSaved(const QList<UserPresence> &people)
{
    for (const UserPresence &presence : people)
        m_people[presence.userId].savedAt = presence.lastSeenAt;
}

void PresenceBoard::touch(UserId user)
{
    m_touched.append(user);
    if (!m_announceTimer.isActive())
        m_announceTimer.start();
}

// Who came and went again within the moment is not worth a word.
void PresenceBoard::announce()
{
    PresenceChange change{m_clock.nowMs(), {}, {}, {}, {}};
    QList<UserId> *const lists[] = {&change.offline, &change.online, &change.away, &change.doNotDisturb};
    for (const UserId user : std::exchange(m_touched, {})) {
        Person &person = m_people[user];
        const Availability now = availabilityOf(person);
        if (std::exchange(person.announced, now) != now)
            lists[static_cast<size_t>(now)]->append(user);
    }
    if (std::any_of(std::begin(lists), std::end(lists), [](const QList<UserId> *list) { return !list->isEmpty(); }))
        Q_EMIT changed(change);
}

} // namespace rialto
