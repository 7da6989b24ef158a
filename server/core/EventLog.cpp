#include "core/EventLog.h"

#include "protocol/Frame.h"

namespace rialto {

EventLog::EventLog(Database &database)
    : m_database(database),
      m_head(database.value("SELECT max(seq) FROM event_log").value_or(0)),
      m_epoch(database.value<QString>("SELECT epoch FROM log_state").value_or(QString())),
      m_serverId(serverIdIn(database))
{
}

QString EventLog::serverIdIn(Database &database)
{
    return database.value<QString>("SELECT server_id FROM log_state").value_or(QString());
}

qint64 EventLog::first() const
{
    return m_database.value("SELECT min(seq) FROM event_log").value_or(m_head + 1);
}

LoggedEvent EventLog::append(const QByteArray &topic, const char *type, qint64 subject, const QByteArray &payload,
                             qint64 nowMs)
{
    const qint64 seq = m_head + 1;
    m_database.run("INSERT INTO event_log (seq, topic, type, subject, payload, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                   seq, QLatin1StringView(topic), QLatin1StringView(type), subject, payload, nowMs);
    m_head = seq;
    return {seq, topic, eventFrame(seq, topic, type, payload)};
}

void EventLog::redact(const QByteArray &topic, const char *type, qint64 subject, const QByteArray &payload)
{
    m_database.run("UPDATE event_log SET payload = ? WHERE subject = ? AND topic = ? AND type = ?", payload, subject,
                   QLatin1StringView(topic), QLatin1StringView(type));
}

qint64 EventLog::trim(qint64 keep, qint64 olderThanMs, int atMost)
{
    const qint64 firstSeq = first();
    const qint64 byCount = m_head - keep;
    const qint64 byAge = m_database
                             .value("SELECT max(seq) FROM (SELECT seq FROM event_log WHERE seq < ? AND created_at < ? "
                                    "ORDER BY seq LIMIT ?)",
                                    firstSeq + atMost, olderThanMs, static_cast<qint64>(atMost))
                             .value_or(0);
    const qint64 last = std::min({std::max(byCount, byAge), firstSeq + atMost - 1, m_head - 1});
    return last < firstSeq ? 0 : m_database.run("DELETE FROM event_log WHERE seq <= ?", last);
}

EventLog::Stretch EventLog::read(Database &database, qint64 after, const QHash<QByteArray, qint64> &topics)
{
    Stretch stretch{{}, after + 1, after};
    database.each(
        "SELECT seq, topic, type, payload FROM event_log WHERE seq > ? ORDER BY seq LIMIT 512",
        [&](const Row &row) {
            if (stretch.readTo == after)
                stretch.first = row.value(0).toLongLong();
            stretch.readTo = row.value(0).toLongLong();
            const QByteArray topic = row.value(1).toByteArray();
            const auto begin = topics.constFind(topic);
            if (begin == topics.constEnd() || stretch.readTo <= *begin)
                return;
            stretch.events.push_back(
                {stretch.readTo, topic,
                 eventFrame(stretch.readTo, topic, row.value(2).toByteArray(), row.value(3).toByteArray())});
        },
        after);
    return stretch;
}

} // namespace rialto
