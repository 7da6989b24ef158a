#include "figures/Figures.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace rialto::bench {
namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A line of /proc/self/status, as "VmRSS:   12345 kB".
double megabytes(const QByteArray &status, const QByteArray &name)
{
    for (const QByteArray &line : status.split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).simplified().split(' ').first().toDouble() / 1000 * 1.024;
    }
    return 0;
}

double milliseconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

} // namespace

double Samples::percentile(double share) const
{
    if (m_values.empty())
        return 0;
    std::vector<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    const double place = std::ceil(share * static_cast<double>(sorted.size())) - 1;
    return sorted[static_cast<std::size_t>(std::max(0.0, place))];
}

void Figures::add(const QString &what, double value, const QString &unit, std::optional<double> target)
{
    QJsonObject row{{u"what"_s, what}, {u"value"_s, value}, {u"unit"_s, unit}};
    if (target)
        row[u"target"_s] = *target;
    m_rows.append(row);
}

void Figures::print() const
{
    const QByteArray printed = QJsonDocument(m_rows).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(printed.constData(), 1, static_cast<std::size_t>(printed.size()), stdout);
}

ProcessState ProcessState::now()
{
    const QByteArray status = contentOf(u"/proc/self/status"_s);
    // The name of the program stands in brackets and may have anything in it; state is field 3, utime 14, stime 15.
    const QByteArray stat = contentOf(u"/proc/self/stat"_s);
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return {megabytes(status, "VmRSS"), megabytes(status, "RssAnon"),
            fields.value(11).toLongLong() + fields.value(12).toLongLong(),
            milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime)};
}

double threadMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

void runEvents(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace rialto::bench
