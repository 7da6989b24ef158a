#include "features/chat/model/PinBook.h"

#include "net/ApiClient.h"
#include "net/EventBus.h"
#include "net/LinkStatus.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

const QString kPin = u"pin"_s;

EntityKey keyOf(const Message &message)
{
    return {kPin, message.roomId.value, message.id.value};
}

} // namespace

PinBook::PinBook(Cache &cache, EventBus &bus, ApiClient &api, LinkStatus &link, QObject *parent)
    : QObject(parent), m_cache(cache), m_api(api), m_link(link)
{
    bus.on<MessagePinned>([this](const Message &message) { take(message); });
    bus.on<MessageEdited>([this](const Message &message) { take(message); });
    bus.on<MessageDeleted>([this](const Message &message) { take(message); });
    bus.on<MembershipRemoved>(
        [this](const Membership &membership) { m_cache.entities().removeAllOf(kPin, membership.roomId.value); });
    bus.on<RoomDeleted>([this](const Room &room) { m_cache.entities().removeAllOf(kPin, room.id.value); });
    connect(&m_link, &LinkStatus::onlineChanged, this, &PinBook::fetch);
}

void PinBook::follow(RoomId room)
{
    m_room = room;
    load();
    fetch();
}

void PinBook::load()
{
    m_pins = m_room.isValid() ? m_cache.entities().listOf<Message>(kPin, m_room.value) : QList<Message>();
    std::sort(m_pins.begin(), m_pins.end(), [](const Message &a, const Message &b) { return a.id > b.id; });
    m_pins = m_pins.first(std::min<qsizetype>(kShown, m_pins.size()));
    Q_EMIT changed();
}

void PinBook::fetch()
{
    if (!m_room.isValid() || !m_link.isOnline())
        return;
    m_api.call<ListPins>({m_room, kShown, {}}, this, [this, room = m_room](const Result<Page<Message>> &page) {
        if (!page) // What was there stays; the next connection asks again.
            return;
        m_cache.entities().removeAllOf(kPin, room.value);
        for (const Message &message : page->items)
            m_cache.entities().merge(keyOf(message), message);
        if (room == m_room)
            load();
    });
}

void PinBook::take(const Message &message)
{
    if (message.pinnedAt && !message.deletedAt)
        m_cache.entities().merge(keyOf(message), message);
    else
        m_cache.entities().remove(keyOf(message));
    const bool wasShown =
        std::any_of(m_pins.begin(), m_pins.end(), [&](const Message &pinned) { return pinned.id == message.id; });
    if (message.roomId == m_room && (message.pinnedAt || wasShown))
        load();
}

} // namespace rialto
