#pragma once

#include "protocol/Frame.h"
#include "protocol/Method.h"

#include <QHash>
#include <functional>

namespace rialto {

/// Hands the server's events to whom they concern, decoded. Listeners live as long as the bus. Everything is called
/// inside the transaction of the cache that also stores how far the log was read. Lives on: the GUI thread.
class EventBus
{
public:
    template <Event E> void on(std::function<void(const typename E::Data &)> apply)
    {
        m_listeners[QString::fromLatin1(E::event.type)].append([apply = std::move(apply)](const QJsonObject &data) {
            Result<typename E::Data> decoded = fromJson<typename E::Data>(data, Check::Shape);
            if (decoded)
                apply(*decoded);
            return decoded.has_value();
        });
    }

    /// Events of a type that nobody knows come from a newer server and are passed over.
    void publish(const ServerFrame &event) const;

private:
    QHash<QString, QList<std::function<bool(const QJsonObject &)>>> m_listeners;
};

} // namespace rialto
