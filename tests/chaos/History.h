#pragma once

#include <QFile>
#include <QJsonObject>
#include <QList>

namespace rialto::chaos {

/// One line of a history: what a client did or saw, or what the server held in the end.
struct Record
{
    enum class Kind {
        Invoke,   ///< An operation begins: `method`, `params`, `ordered` (one at a time, in the order of invocation).
        Kept,     ///< The outbox took it: from here on it must happen once. `clientId`.
        Ok,       ///< Acknowledged: `reply`.
        Fail,     ///< Refused for good: `code`.
        Unknown,  ///< Given up without an answer.
        Started,  ///< A session: `user`, `seq` (the cut), `after` (resumed after this event; -1: began afresh).
        Event,    ///< Delivered: `seq`, `topic`, `type`, `data`.
        CaughtUp, ///< The server says that everything up to `seq` was sent.
        Read,     ///< A page of a room: `room`, `since` (when it was asked), `oldest`, `versions` by message id.
        Final,    ///< What the client shows in the end: `sections`, a hash by name.
        Truth,    ///< What the client named must show in the end, from the server's database: `sections`.
        Row,      ///< A row of the server's database: `what`, `data`.
        Log,      ///< An event of the server's log: `seq`, `topic`, `type`, `data`.
    };

    Kind kind = Kind::Invoke;
    QString client;
    qint64 op = 0; ///< Number of the operation, unique per client; 0 when the record is about none.
    qint64 at = 0; ///< Microseconds of the machine's monotonic clock, comparable between processes.
    QJsonObject data;
};

QByteArray toLine(const Record &record);
/// Empty when the line is torn, as the last one of a killed process may be.
std::optional<Record> fromLine(const QByteArray &line);
/// All records of a file; torn lines are left out.
QList<Record> readHistory(const QString &file);
/// Microseconds of CLOCK_MONOTONIC.
qint64 monotonicUs();

/// Appends records to a file, each with one write, so that what was recorded survives the death of the process.
class HistoryWriter
{
public:
    HistoryWriter(const QString &file, const QString &client);

    /// Stamps the record with the client and the time.
    void write(Record::Kind kind, qint64 op, const QJsonObject &data = {});
    /// The same for another client's name.
    void writeFor(const QString &client, Record::Kind kind, qint64 op, const QJsonObject &data = {});

private:
    QFile m_file;
    const QString m_client;
};

} // namespace rialto::chaos
