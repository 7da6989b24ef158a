#pragma once

#include "protocol/Chat.h"

namespace rialto {

struct ChatContext;

/// What one may do in a room and with those in it, as far as this side knows; the server decides in the end.
/// Lives on: GUI thread.
class RoomRights
{
public:
    /// `context` outlives it.
    RoomRights(const ChatContext &context, RoomId room) : m_context(context), m_room(room) {}

    bool isMember() const;
    /// Its name and topic, and who is in it.
    bool mayChange() const;
    bool mayAdd() const { return isMember() && mayChange(); }
    /// What others may do in it.
    bool mayGiveRoles() const;
    bool mayRemove(const Member &member) const;
    /// Whether nobody else owns it, though others are in it.
    bool isLastOwner() const;

private:
    MemberRole myRole() const;
    bool manages() const;

    const ChatContext &m_context;
    const RoomId m_room;
};

} // namespace rialto
