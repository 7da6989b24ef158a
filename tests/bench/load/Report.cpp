#include "load/Report.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace rialto::load {
namespace {

constexpr double kNanosecondsPerMillisecond = 1e6;

QString written(double value)
{
    const int decimals = value >= 1000 ? 0 : (value >= 10 ? 1 : 3);
    return QLocale(QLocale::English).toString(value, 'f', decimals);
}

} // namespace

void Report::add(const char *key, const char *label, double value, const char *unit)
{
    m_rows.append({QString::fromUtf8(key), QString::fromUtf8(label), value, QString::fromUtf8(unit)});
}

void Report::addLatency(const char *key, const char *label, const Histogram &histogram)
{
    if (histogram.count() == 0)
        return;
    const auto addShare = [&](const char *suffix, const char *words, double share) {
        const double milliseconds = static_cast<double>(histogram.percentile(share)) / kNanosecondsPerMillisecond;
        m_rows.append({QString::fromUtf8(key) + QLatin1StringView(suffix),
                       QString::fromUtf8(label) + QLatin1StringView(words), milliseconds, u"ms"_s});
    };
    addShare("P50", " p50", 0.5);
    addShare("P99", " p99", 0.99);
    addShare("P999", " p99.9", 0.999);
}

QByteArray Report::toTable() const
{
    QString table;
    for (const Row &row : m_rows)
        table += u"%1 %2 %3\n"_s.arg(row.label, -32).arg(written(row.value), 14).arg(row.unit);
    return table.toUtf8();
}

QByteArray Report::toJson() const
{
    QJsonObject object;
    for (const Row &row : m_rows)
        object[row.key] = row.value;
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace rialto::load
