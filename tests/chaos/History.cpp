#include "chaos/History.h"

#include <QJsonDocument>
#include <ctime>
#include <iterator>

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

// In the order of Record::Kind.
constexpr const char *kKinds[] = {"invoke",   "kept", "ok",    "fail",  "unknown", "started", "event",
                                  "caughtUp", "read", "final", "truth", "row",     "log"};

} // namespace

QByteArray toLine(const Record &record)
{
    const QJsonObject line{{u"k"_s, QLatin1StringView(kKinds[static_cast<size_t>(record.kind)])},
                           {u"c"_s, record.client},
                           {u"op"_s, record.op},
                           {u"t"_s, record.at},
                           {u"d"_s, record.data}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Record> fromLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QByteArray word = object["k"_L1].toString().toLatin1();
    const auto found =
        std::find_if(std::begin(kKinds), std::end(kKinds), [&](const char *kind) { return word == kind; });
    if (found == std::end(kKinds))
        return std::nullopt;
    return Record{static_cast<Record::Kind>(std::distance(std::begin(kKinds), found)), object["c"_L1].toString(),
                  object["op"_L1].toInteger(), object["t"_L1].toInteger(), object["d"_L1].toObject()};
}

QList<Record> readHistory(const QString &file)
{
    QList<Record> records;
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return records;
    while (!in.atEnd()) {
        if (std::optional<Record> record = fromLine(in.readLine()))
            records.append(std::move(*record));
    }
    return records;
}

qint64 monotonicUs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64{now.tv_sec} * 1'000'000 + now.tv_nsec / 1000;
}

HistoryWriter::HistoryWriter(const QString &file, const QString &client) : m_file(file), m_client(client)
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        qFatal("The history %ls cannot be written", qUtf16Printable(file));
}

void HistoryWriter::write(Record::Kind kind, qint64 op, const QJsonObject &data)
{
    writeFor(m_client, kind, op, data);
}

void HistoryWriter::writeFor(const QString &client, Record::Kind kind, qint64 op, const QJsonObject &data)
{
    m_file.write(toLine({kind, client, op, monotonicUs(), data}));
}

} // namespace rialto::chaos
