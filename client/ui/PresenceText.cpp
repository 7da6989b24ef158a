#include "ui/PresenceText.h"

#include <QCoreApplication>
#include <QDateTime>

#include "ui/TimeText.h"

namespace rialto {

namespace {

constexpr qint64 minuteMs = 60'000;

QString lastSeenText(qint64 moment, qint64 nowMs)
{
    if (moment <= 0)
        return QCoreApplication::translate("PresenceText", "Offline");
    const qint64 minutes = (nowMs - moment) / minuteMs;
    if (minutes < 1)
        return QCoreApplication::translate("PresenceText", "Last seen just now");
    if (minutes < 60)
        return QCoreApplication::translate("PresenceText", "Last seen %n minute(s) ago", nullptr, int(minutes));
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs).date();
    if (localDay(moment) == today)
        return QCoreApplication::translate("PresenceText", "Last seen at %1").arg(clockTime(moment));
    return QCoreApplication::translate("PresenceText", "Last seen %1").arg(shortMoment(moment, today));
}

} // namespace

Presence presenceDot(const std::optional<UserPresence> &presence)
{
    if (!presence)
        return Presence::Unknown;
    switch (presence->availability) {
    case Availability::Online:
        return Presence::Online;
    case Availability::Away:
        return Presence::Away;
    case Availability::DoNotDisturb:
        return Presence::DoNotDisturb;
    case Availability::Offline:
        break;
    }
    return Presence::Offline;
}

QString presenceText(const std::optional<UserPresence> &presence, qint64 nowMs)
{
    if (!presence)
        return {};
    switch (presence->availability) {
    case Availability::Online:
        return QCoreApplication::translate("PresenceText", "Online");
    case Availability::Away:
        return QCoreApplication::translate("PresenceText", "Away");
    case Availability::DoNotDisturb:
        return QCoreApplication::translate("PresenceText", "Do not disturb");
    case Availability::Offline:
        break;
    }
    return lastSeenText(presence->lastSeenAt, nowMs);
}

} // namespace rialto
