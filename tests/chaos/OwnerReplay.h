#pragma once

#include "chaos/Checker.h"

#include <functional>

namespace rialto::chaos {

/// Reads a server's log from its beginning and works out, with rules of its own, who must own a room that its last
/// owner has left: a moderator, else who came first. The event that makes them so must stand beside the leaving.
class OwnerReplay
{
public:
    using Find = std::function<void(Fault, const QString &)>;

    explicit OwnerReplay(Find find) : m_find(std::move(find)) {}

    /// Returns who is made the owner by this event, and must be told so.
    std::optional<qint64> play(const QString &type, const QJsonObject &data);

private:
    struct Place
    {
        QString role;
        qint64 joinedAt = 0;
    };

    void leave(qint64 room, qint64 user);

    const Find m_find;
    QMap<qint64, QMap<qint64, Place>> m_rooms; ///< Who is in each, by their numbers.
    QSet<qint64> m_closed;
    std::optional<QPair<qint64, qint64>> m_heir; ///< A room, and who is to own it next.
};

} // namespace rialto::chaos
