#pragma once

#include <QDate>
#include <QString>

namespace rialto {

// Times in words of the current language. All moments are epoch milliseconds, shown in local time.

/// "09:42".
QString clockTime(qint64 moment);
/// "Today, 20 November", "Yesterday", "20 November", "20 November 2024".
QString dayTitle(QDate day, QDate today);
/// For lists: the clock today, the weekday within a week, else the date.
QString shortMoment(qint64 moment, QDate today);
/// Day and time to the second, for tooltips.
QString fullMoment(qint64 moment);
/// The local day of a moment.
QDate localDay(qint64 moment);

} // namespace rialto
