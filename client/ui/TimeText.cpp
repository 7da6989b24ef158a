#include "ui/TimeText.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

QDateTime local(qint64 moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment);
}

} // namespace

QString clockTime(qint64 moment)
{
    return QLocale().toString(local(moment).time(), QLocale::ShortFormat);
}

QString dayTitle(QDate day, QDate today)
{
    const QString date = QLocale().toString(day, day.year() == today.year() ? u"d MMMM"_s : u"d MMMM yyyy"_s);
    if (day == today)
        return QCoreApplication::translate("TimeText", "Today, %1").arg(date);
    if (day == today.addDays(-1))
        return QCoreApplication::translate("TimeText", "Yesterday, %1").arg(date);
    return date;
}

QString shortMoment(qint64 moment, QDate today)
{
    if (moment <= 0)
        return {};
    const QDate day = localDay(moment);
    if (day >= today)
        return clockTime(moment);
    if (day > today.addDays(-7))
        return QLocale().toString(day, u"ddd"_s);
    return QLocale().toString(day, day.year() == today.year() ? u"d MMM"_s : u"d MMM yyyy"_s);
}

QString fullMoment(qint64 moment)
{
    const QDateTime time = local(moment);
    return QLocale().toString(time.date(), QLocale::LongFormat) + u", "_s +
           QLocale().toString(time.time(), u"HH:mm:ss"_s);
}

QDate localDay(qint64 moment)
{
    return local(moment).date();
}

} // namespace rialto
