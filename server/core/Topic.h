#pragma once

#include "base/Id.h"

#include <QByteArray>

namespace rialto::topic {

inline const QByteArray kPeople = QByteArrayLiteral("people");
inline const QByteArray kRooms = QByteArrayLiteral("rooms");
inline const QByteArray kCatalog = QByteArrayLiteral("catalog");

/// Who is here. Nothing on this topic is in the log.
inline const QByteArray kPresence = QByteArrayLiteral("presence");

inline QByteArray room(RoomId id)
{
    return "room:" + QByteArray::number(id.value);
}

inline QByteArray user(UserId id)
{
    return "user:" + QByteArray::number(id.value);
}

} // namespace rialto::topic
