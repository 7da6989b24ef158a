#pragma once

#include "base/Id.h"
#include "cache/Cache.h"
#include "protocol/Chat.h"

#include <QObject>

namespace rialto {

class ApiClient;
class EventBus;
class LinkStatus;

/// The newest pinned messages of the room that is looked at; kept in the cache, so that they are there offline, too.
/// Lives on: the GUI thread.
class PinBook : public QObject
{
    Q_OBJECT
public:
    /// So many are shown; older ones are found in the timeline.
    static constexpr int kShown = 50;

    PinBook(Cache &cache, EventBus &bus, ApiClient &api, LinkStatus &link, QObject *parent = nullptr);

    /// Turns to another room; an invalid id to none.
    void follow(RoomId room);
    /// Newest first.
    const QList<Message> &pins() const { return m_pins; }

Q_SIGNALS:
    void changed();

private:
    void load();
    void fetch();
    void take(const Message &message);

    Cache &m_cache;
    ApiClient &m_api;
    LinkStatus &m_link;
    RoomId m_room;
    QList<Message> m_pins;
};

} // namespace rialto
