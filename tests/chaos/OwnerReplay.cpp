#include "chaos/OwnerReplay.h"

using namespace Qt::StringLiterals;

namespace rialto::chaos {

std::optional<qint64> OwnerReplay::play(const QString &type, const QJsonObject &data)
{
    if (type == "chat.roomDeleted"_L1)
        m_closed.insert(data["id"_L1].toInteger());
    const qint64 room = data["roomId"_L1].toInteger();
    const qint64 user = data["userId"_L1].toInteger();
    const bool isHeir = m_heir == QPair(room, user) && data["role"_L1] == "owner"_L1;
    if (isHeir && type == "chat.membershipChanged"_L1) // Stands before what the others are told.
        return std::nullopt;
    if (m_heir && !(isHeir && type == "chat.memberChanged"_L1))
        m_find(Fault::LostChange, u"room %1 was left without an owner"_s.arg(m_heir->first));
    m_heir.reset();
    if (type == "chat.memberAdded"_L1 || type == "chat.memberChanged"_L1)
        m_rooms[room].insert(user, {data["role"_L1].toString(), data["joinedAt"_L1].toInteger()});
    else if (type == "chat.memberRemoved"_L1)
        leave(room, user);
    return isHeir ? std::optional(user) : std::nullopt;
}

void OwnerReplay::leave(qint64 room, qint64 user)
{
    QMap<qint64, Place> &members = m_rooms[room];
    const bool wasOwner = members.take(user).role == "owner"_L1;
    if (!wasOwner || members.isEmpty() || m_closed.contains(room))
        return;
    const auto rank = [](const Place &place) {
        return std::pair(place.role == "owner"_L1 ? 0 : place.role == "moderator"_L1 ? 1 : 2, place.joinedAt);
    };
    // Of equals the lower number comes first in the map.
    auto heir = members.cbegin();
    for (auto other = members.cbegin(); other != members.cend(); ++other) {
        if (rank(*other) < rank(*heir))
            heir = other;
    }
    if (heir->role != "owner"_L1)
        m_heir = {room, heir.key()};
}

} // namespace rialto::chaos
