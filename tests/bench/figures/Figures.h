#pragma once

#include <QElapsedTimer>
#include <QJsonArray>
#include <QString>

#include <optional>
#include <vector>

namespace rialto::bench {

/// Durations of one thing done many times.
class Samples
{
public:
    void add(double milliseconds) { m_values.push_back(milliseconds); }
    std::size_t count() const { return m_values.size(); }
    /// What `share` (0 to 1) of the samples do not exceed; 0 without samples.
    double percentile(double share) const;
    double most() const { return percentile(1); }

private:
    std::vector<double> m_values;
};

/// The figures of a run in the order in which they are printed, with the target that each has, if it has one: at most
/// so much.
class Figures
{
public:
    void add(const QString &what, double value, const QString &unit, std::optional<double> target = {});
    /// Prints them to the standard output: a JSON array of {what, value, unit, target}.
    void print() const;

private:
    QJsonArray m_rows;
};

/// What the system knows of this process.
struct ProcessState
{
    double residentMegabytes = 0; ///< All of it, shared libraries too.
    double ownMegabytes = 0;      ///< Without what files back.
    qint64 processorTicks = 0;    ///< utime + stime, in ticks of the kernel.
    double processorMs = 0;       ///< The same, finer.

    static ProcessState now();
};

/// Processor time of the calling thread in milliseconds.
double threadMs();

/// Lets the event loop run for so long.
void runEvents(int milliseconds);

} // namespace rialto::bench
