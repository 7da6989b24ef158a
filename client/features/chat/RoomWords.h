#pragma once

#include <QModelIndex>

#include "features/chat/ChatContext.h"

namespace rialto {

/// What a screen reader says of a room in a list: all that the row shows, in words. `room` is of a RoomListModel or of
/// what stands before one.
QString roomWords(const QModelIndex &room, const ChatContext &context);

} // namespace rialto
