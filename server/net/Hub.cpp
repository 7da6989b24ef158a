#include "net/Hub.h"

#include "websocket/FrameWriter.h"

namespace rialto {

void Hub::add(Subscriber *subscriber, UserId user, const Topics &topics)
{
    m_places.insert(subscriber, {user, topics, false});
    m_byUser[user].insert(subscriber);
}

void Hub::remove(Subscriber *subscriber)
{
    const auto place = m_places.constFind(subscriber);
    if (place == m_places.constEnd())
        return;
    for (auto topic = place->topics.keyBegin(); topic != place->topics.keyEnd(); ++topic) {
        const auto live = m_live.find(*topic);
        if (live != m_live.end() && live->remove(subscriber) && live->isEmpty())
            m_live.erase(live);
    }
    const auto user = m_byUser.find(place->user);
    user->remove(subscriber);
    if (user->isEmpty())
        m_byUser.erase(user);
    m_places.erase(place);
}

void Hub::setLive(Subscriber *subscriber)
{
    Place &place = m_places[subscriber];
    place.isLive = true;
    for (auto topic = place.topics.keyBegin(); topic != place.topics.keyEnd(); ++topic)
        m_live[*topic].insert(subscriber);
}

Topics Hub::topicsOf(Subscriber *subscriber) const
{
    return m_places.value(subscriber).topics;
}

bool Hub::hears(const Subscriber *subscriber, const QByteArray &topic) const
{
    // The hash keeps pointers to change; to look one up changes nothing.
    const auto place = m_places.constFind(const_cast<Subscriber *>(subscriber));
    return place != m_places.constEnd() && place->topics.contains(topic);
}

template <typename Give> void Hub::giveToLive(const QByteArray &topic, const QByteArray &text, Give give)
{
    const auto live = m_live.constFind(topic);
    if (live == m_live.constEnd())
        return;
    const QByteArray frame = websocket::textFrame(text);
    // A copy: a receiver that is closed for being slow leaves the set while we walk.
    const QSet<Subscriber *> receivers = *live;
    for (Subscriber *receiver : receivers)
        give(*receiver, frame);
}

void Hub::publish(const LoggedEvent &event)
{
    m_head = event.seq;
    giveToLive(event.topic, event.frame,
               [](Subscriber &receiver, const QByteArray &frame) { receiver.deliver(frame); });
}

void Hub::broadcast(const QByteArray &topic, const QByteArray &text)
{
    giveToLive(topic, text, [](Subscriber &receiver, const QByteArray &frame) { receiver.deliverIfQuick(frame); });
}

void Hub::apply(const SubscriptionChange &change)
{
    const QSet<Subscriber *> devices = m_byUser.value(change.userId);
    for (Subscriber *device : devices) {
        Place &place = m_places[device];
        if (change.subscribed)
            place.topics.insert(change.topic, change.sinceSeq);
        else
            place.topics.remove(change.topic);
        if (!place.isLive)
            continue;
        if (change.subscribed) {
            m_live[change.topic].insert(device);
        } else if (const auto live = m_live.find(change.topic); live != m_live.end()) {
            live->remove(device);
            if (live->isEmpty())
                m_live.erase(live);
        }
    }
}

} // namespace rialto
