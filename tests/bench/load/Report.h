#pragma once

#include "load/Histogram.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace rialto::load {

/// The figures of a run, in the order in which they are printed.
class Report
{
public:
    void add(const char *key, const char *label, double value, const char *unit);
    /// Adds p50, p99 and p99.9 in milliseconds under `key` followed by P50, P99 and P999; nothing without samples.
    void addLatency(const char *key, const char *label, const Histogram &histogram);
    QByteArray toTable() const;
    QByteArray toJson() const;

private:
    struct Row
    {
        QString key;
        QString label;
        double value;
        QString unit;
    };

    QList<Row> m_rows;
};

} // namespace rialto::load
