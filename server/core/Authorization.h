#pragma once

#include "protocol/People.h"

namespace rialto {

/// Everything that depends on who one is to the thing at hand. What depends on the role alone stands in the contract
/// (Access of each method).
enum class Action {
    ReadRoom,
    ReadMembers,
    JoinRoom,
    PostMessage,
    EditMessage,
    DeleteMessage,
    PinMessage,
    ChangeRoom,
    DeleteRoom,
    AddMember,
    SetMemberRole,
    RemoveMember,
    ChangeProduct,
    DeleteProduct,
};

/// What the caller is to the thing: none or several of these.
enum class Relation : quint8 {
    None = 0,
    PublicRoom = 1, ///< The room is public.
    Member = 2,     ///< Is a member of the room.
    Moderator = 4,  ///< Moderates the room.
    Owner = 8,      ///< Owns the room, added the product, wrote the message.
};
Q_DECLARE_FLAGS(Relations, Relation)
Q_DECLARE_OPERATORS_FOR_FLAGS(Relations)

/// The one authorisation matrix: role x relation x action.
bool isAllowed(Action action, Role role, Relations relations);

} // namespace rialto
