#pragma once

#include "core/Caller.h"
#include "protocol/Codec.h"
#include "protocol/Frame.h"
#include "protocol/Method.h"

namespace rialto {

/// The connection behind a request. Lives on: the net thread.
class Device
{
public:
    virtual ~Device() = default;
    /// Whether it hears a topic, which of `room:N` only members do.
    virtual bool hears(const QByteArray &topic) const = 0;
};

/// Sends events that are in no log. Lives on: the net thread.
class Broadcaster
{
public:
    virtual ~Broadcaster() = default;
    /// `text` is the event as the JSON that subscribers receive. Whoever is slow or still catches up goes without.
    virtual void broadcast(const QByteArray &topic, const QByteArray &text) = 0;

    template <Event E> void send(const QByteArray &topic, const typename E::Data &data)
    {
        broadcast(topic, eventFrame(0, topic, E::event.type, toJson(data)));
    }
};

/// What a handler works with that concerns only who is connected at this moment. Lives on: the net thread.
struct LiveContext
{
    const Caller &caller;
    Device *device = nullptr; ///< Null when the request came through another door.
    Broadcaster &broadcaster;
};

} // namespace rialto
