#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <utility>

namespace rialto {

/// A query that took longer than it should: its text without its values.
struct SlowQuery
{
    QByteArray sql;
    qint64 tookMs = 0; ///< From its first step to its end, with what was done with its rows in between.
};

/// What the engine noticed of one connection; the thread of the connection reads and empties it.
struct QueryWatch
{
    qint64 boundMs = 200; ///< What takes as long or longer is slow.
    QList<SlowQuery> slow;
};

/// Lets so many lines through a minute, so that a slow disk does not fill itself with the news. Not safe for threads.
class LineLimit
{
public:
    static constexpr int kLinesAMinute = 10;

    /// Whether one more may be written now (any steady milliseconds).
    bool admits(qint64 nowMs);
    /// How many were not since the last that was; begins to count anew.
    int takeLeftOut() { return std::exchange(m_leftOut, 0); }

private:
    qint64 m_minuteBegan = 0;
    int m_lines = 0;
    int m_leftOut = 0;
};

/// Writes it to the log with the engine's plan, unless the whole program wrote too much within this minute. From any
/// thread.
void logSlowQuery(const SlowQuery &query, const QStringList &plan);

} // namespace rialto
