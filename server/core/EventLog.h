#pragma once

#include "core/Effects.h"
#include "storage/Database.h"

#include <QHash>

namespace rialto {

/// The one order of all durable changes. `seq` is contiguous over the whole server; a request that leaves no
/// trace gives its own back.
///
/// Lives on: the domain thread; the static functions read through any connection.
class EventLog
{
public:
    /// A stretch of the log as one reader may see it. `readTo` is where the next stretch begins after.
    struct Stretch
    {
        std::vector<LoggedEvent> events;
        qint64 first = 0; ///< The first event that was looked at; a gap before it means that the log was trimmed.
        qint64 readTo = 0;
    };

    explicit EventLog(Database &database);

    LoggedEvent append(const QByteArray &topic, const char *type, qint64 subject, const QByteArray &payload,
                       qint64 nowMs);
    qint64 head() const { return m_head; }
    void rollBackTo(qint64 head) { m_head = head; }
    QString epoch() const { return m_epoch; }
    /// Names this server in links. It stays what it is when the epoch changes.
    QString serverId() const { return m_serverId; }
    static QString serverIdIn(Database &database);
    /// The oldest event that is kept; head() + 1 when there is none.
    qint64 first() const;

    /// Replaces what events of one type say about an entity, so that what was deleted is gone from here too.
    void redact(const QByteArray &topic, const char *type, qint64 subject, const QByteArray &payload);

    /// Removes events beyond `keep` in number or older than `olderThanMs`, at most `atMost` of them, never the head.
    /// Returns how many went.
    qint64 trim(qint64 keep, qint64 olderThanMs, int atMost);

    /// Reads at most 512 events after `after`; keeps those whose topic is in `topics` with a beginning before them.
    static Stretch read(Database &database, qint64 after, const QHash<QByteArray, qint64> &topics);

private:
    Database &m_database;
    qint64 m_head = 0;
    QString m_epoch;
    QString m_serverId;
};

} // namespace rialto
