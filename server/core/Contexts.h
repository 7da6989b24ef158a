#pragma once

#include "core/EventLog.h"
#include "core/Observers.h"
#include "protocol/Codec.h"

namespace rialto {

/// What a reading handler works with, on a thread of the reader or worker pool.
struct ReadContext
{
    Database &database; ///< Read-only; a consistent snapshot within one statement.
    const Caller &caller;
    qint64 nowMs = 0;
};

/// What a writing handler works with, on the domain thread. It cannot send
/// anything: what it records leaves after the COMMIT, or never.
class WriteContext
{
public:
    WriteContext(Database &database_, EventLog &log, const Observers &observers, const Caller &caller_, qint64 nowMs_)
        : database(database_), caller(caller_), nowMs(nowMs_), m_log(log), m_observers(observers)
    {
    }

    Database &database;
    const Caller &caller;
    const qint64 nowMs; ///< Wall clock, for display columns.

    /// Appends an event to the log and tells its observers. `subject` is the id of the entity that it tells of.
    template <Event E> void record(const QByteArray &topic, qint64 subject, const typename E::Data &data)
    {
        m_effects.emplace_back(m_log.append(topic, E::event.type, subject, toJson(data), nowMs));
        m_observers.tell<E>(*this, data);
    }

    /// Tells the observers of a signal, which is neither logged nor sent.
    template <Observable S> void announce(const S &signal) { m_observers.tell<S>(*this, signal); }

    /// Overwrites what the log holds of an entity on a topic in events of these types. The types matter: on one topic
    /// the same number may name a message, a member and the room.
    template <Event First, Event... Rest>
    void redact(const QByteArray &topic, qint64 subject, const typename First::Data &data)
    {
        m_log.redact(topic, First::event.type, subject, toJson(data));
        if constexpr (sizeof...(Rest) > 0)
            redact<Rest...>(topic, subject, data);
    }

    /// Shortens the log (see EventLog::trim); how many events went.
    qint64 trimLog(qint64 keep, qint64 olderThanMs, int atMost) { return m_log.trim(keep, olderThanMs, atMost); }

    void subscribe(UserId user, const QByteArray &topic)
    {
        m_effects.emplace_back(SubscriptionChange{user, topic, true, m_log.head()});
    }
    void unsubscribe(UserId user, const QByteArray &topic)
    {
        m_effects.emplace_back(SubscriptionChange{user, topic, false, m_log.head()});
    }
    void change(const SessionChange &change) { m_effects.emplace_back(change); }
    void change(const QuietChange &change) { m_effects.emplace_back(change); }

    /// Commits what the handler did although it refuses the request: ending a session whose token was stolen, say.
    void keepDespiteRefusal() { m_keptDespiteRefusal = true; }
    bool isKeptDespiteRefusal() const { return m_keptDespiteRefusal; }

    const EventLog &log() const { return m_log; }
    Effects takeEffects() { return std::move(m_effects); }

private:
    EventLog &m_log;
    const Observers &m_observers;
    Effects m_effects;
    bool m_keptDespiteRefusal = false;
};

} // namespace rialto
