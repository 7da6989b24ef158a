#include "core/Quiet.h"

#include <QDateTime>
#include <QTimeZone>

namespace rialto {
namespace {

QDateTime localTime(qint64 ms, const QString &zoneName)
{
    const QTimeZone zone(zoneName.toUtf8());
    return QDateTime::fromMSecsSinceEpoch(ms, zone.isValid() ? zone : QTimeZone::utc());
}

} // namespace

Quiet Quiet::of(const Account &account)
{
    return {account.doNotDisturb, account.quietHours, account.quietFrom, account.quietTo, account.timeZone};
}

bool Quiet::holdsAt(qint64 ms) const
{
    if (always || !daily)
        return always;
    const QTime time = localTime(ms, timeZone).time();
    const int minute = time.hour() * 60 + time.minute();
    if (fromMinute < toMinute)
        return minute >= fromMinute && minute < toMinute;
    return minute >= fromMinute || minute < toMinute;
}

} // namespace rialto
