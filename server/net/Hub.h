#pragma once

#include "core/Feature.h"
#include "core/Live.h"

#include <QSet>

namespace rialto {

/// Somebody who hears topics: a Connection.
class Subscriber
{
public:
    virtual ~Subscriber() = default;
    /// A ready WebSocket frame, shared by all receivers.
    virtual void deliver(const QByteArray &frame) = 0;
    /// The same for what may get lost: left out while much else waits to leave.
    virtual void deliverIfQuick(const QByteArray &frame) { deliver(frame); }
};

/// Who hears what. Events come in the order of the log and are framed once for everybody.
///
/// A subscriber either is live, or is still reading the log: then it gets nothing here until it has read up to head().
///
/// Lives on: the net thread.
class Hub final : public Broadcaster
{
public:
    explicit Hub(qint64 head) : m_head(head) {}

    void add(Subscriber *subscriber, UserId user, const Topics &topics);
    void remove(Subscriber *subscriber);
    /// From now on the subscriber gets events as they come.
    void setLive(Subscriber *subscriber);
    Topics topicsOf(Subscriber *subscriber) const;
    bool hears(const Subscriber *subscriber, const QByteArray &topic) const;

    void publish(const LoggedEvent &event);
    void broadcast(const QByteArray &topic, const QByteArray &text) override;
    void apply(const SubscriptionChange &change);
    /// The newest event that was published.
    qint64 head() const { return m_head; }
    /// After events became durable that nobody could publish; whoever is subscribed must resume.
    void setHead(qint64 head) { m_head = head; }

private:
    template <typename Give> void giveToLive(const QByteArray &topic, const QByteArray &text, Give give);

    struct Place
    {
        UserId user;
        Topics topics;
        bool isLive = false;
    };

    qint64 m_head;
    QHash<Subscriber *, Place> m_places;
    QHash<UserId, QSet<Subscriber *>> m_byUser;
    QHash<QByteArray, QSet<Subscriber *>> m_live; ///< Live subscribers by topic.
};

} // namespace rialto
