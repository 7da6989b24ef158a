#pragma once

#include "base/Clock.h"
#include "core/Live.h"
#include "core/Quiet.h"
#include "protocol/Presence.h"
#include "storage/Database.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <map>

namespace rialto {

/// Who is here, as the connections tell. Changes are gathered for a moment and announced together, so that a thousand
/// people who connect at once cost each of them a few events.
///
/// Lives on: the net thread.
class PresenceBoard : public QObject
{
    Q_OBJECT
public:
    static constexpr int kBatchMs = 150;

    explicit PresenceBoard(const Clock &clock);

    /// Reads when everybody was here last and when they do not want to be disturbed.
    void load(Database &database);

    void arrived(const Device *device, UserId user);
    /// Of a device that never arrived nothing happens.
    void left(const Device *device);
    void setIdle(const Device *device, bool idle);
    void setQuiet(UserId user, const Quiet &quiet);

    /// Everybody who was ever here, by id, after `after`.
    QList<UserPresence> list(UserId after, qsizetype limit) const;
    int countHere() const;
    /// Everybody whose last seen time is newer than what was saved by `margin` milliseconds, as it is now.
    QList<UserPresence> listUnsaved(qint64 margin) const;
    /// These times are in the database now.
    void markSaved(const QList<UserPresence> &people);

Q_SIGNALS:
    void changed(const rialto::PresenceChange &change);

private:
    struct Person
    {
        int active = 0; ///< Devices that somebody is at.
        int idle = 0;   ///< Devices that nobody is at.
        Quiet quiet;
        Availability announced = Availability::Offline;
        qint64 lastSeenAt = 0;
        qint64 savedAt = 0;
    };
    struct Place
    {
        UserId user;
        bool idle = false;
    };

    Availability availabilityOf(const Person &person) const;
    void followClock();
    UserPresence presenceOf(UserId user, const Person &person) const;
    void touch(UserId user);
    void announce();

    const Clock &m_clock;
    std::map<UserId, Person> m_people;
    QHash<const Device *, Place> m_devices;
    QList<UserId> m_touched; ///< Since the last announcement, perhaps more than once.
    QTimer m_announceTimer;
    QTimer m_clockTimer; ///< Quiet hours begin and end by themselves.
};

} // namespace rialto
