#include "storage/SlowQueries.h"

#include "base/Clock.h"

#include <QLoggingCategory>
#include <mutex>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

Q_LOGGING_CATEGORY(logStorage, "rialto.storage")

constexpr qint64 kMinuteMs = 60'000;

struct SharedLimit
{
    std::mutex mutex;
    LineLimit limit;
};

SharedLimit &sharedLimit()
{
    static SharedLimit shared;
    return shared;
}

} // namespace

bool LineLimit::admits(qint64 nowMs)
{
    if (m_lines == 0 || nowMs - m_minuteBegan >= kMinuteMs) {
        m_minuteBegan = nowMs;
        m_lines = 0;
    }
    if (m_lines < kLinesAMinute) {
        ++m_lines;
        return true;
    }
    ++m_leftOut;
    return false;
}

void logSlowQuery(const SlowQuery &query, const QStringList &plan)
{
    int leftOut = 0;
    {
        SharedLimit &shared = sharedLimit();
        const std::lock_guard lock(shared.mutex);
        if (!shared.limit.admits(SystemClock().monotonicMs()))
            return;
        leftOut = shared.limit.takeLeftOut();
    }
    QString line = u"A query took %1 ms: %2"_s.arg(query.tookMs).arg(QString::fromUtf8(query.sql).simplified());
    if (!plan.isEmpty())
        line += u" | plan: "_s + plan.join(u"; "_s);
    if (leftOut > 0)
        line += u" | %1 more slow queries were not told"_s.arg(leftOut);
    qCWarning(logStorage).noquote() << line;
}

} // namespace rialto
