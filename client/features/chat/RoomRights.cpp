#include "features/chat/RoomRights.h"

#include "features/chat/ChatContext.h"
#include "features/chat/model/RoomListModel.h"

namespace rialto {

bool RoomRights::isMember() const
{
    return m_context.rooms.isJoined(m_room);
}

bool RoomRights::manages() const
{
    return m_context.me().role >= Role::Manager;
}

MemberRole RoomRights::myRole() const
{
    const QModelIndex room = m_context.rooms.index(m_context.rooms.rowOf(m_room), 0);
    return MemberRole(qMax(0, room.data(RoomListModel::MyRoleRole).toInt()));
}

bool RoomRights::mayChange() const
{
    return (isMember() && myRole() >= MemberRole::Moderator) || manages();
}

bool RoomRights::mayGiveRoles() const
{
    return (isMember() && myRole() == MemberRole::Owner) || manages();
}

bool RoomRights::mayRemove(const Member &member) const
{
    return member.userId != m_context.me().id && mayChange() && (mayGiveRoles() || member.role != MemberRole::Owner);
}

bool RoomRights::isLastOwner() const
{
    const QList<Member> members = m_context.rooms.members(m_room);
    const auto owners = std::count_if(members.begin(), members.end(),
                                      [](const Member &member) { return member.role == MemberRole::Owner; });
    return isMember() && myRole() == MemberRole::Owner && owners == 1 && members.size() > 1;
}

} // namespace rialto
