#include "net/EventBus.h"

#include <QLoggingCategory>

namespace rialto {
namespace {

Q_LOGGING_CATEGORY(lcEvents, "rialto.client.events")

} // namespace

void EventBus::publish(const ServerFrame &event) const
{
    const auto listeners = m_listeners.constFind(event.type);
    if (listeners == m_listeners.constEnd())
        return;
    for (const auto &listener : *listeners) {
        if (!listener(event.body))
            qCWarning(lcEvents).noquote() << "Event" << event.seq << event.type << "could not be read.";
    }
}

} // namespace rialto
