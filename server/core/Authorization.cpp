#include "core/Authorization.h"

#include <array>

namespace rialto {
namespace {

struct Grant
{
    Action action;
    Role least;      ///< Roles below are refused whatever they are to the thing.
    Relations anyOf; ///< One of these is enough ...
    Role without;    ///< ... and from this role on none is needed.
};

// Nobody but a member reads a private or direct room or writes into any: not even an admin, who must be added first.
constexpr Role kNever = static_cast<Role>(255);

const std::array kMatrix = {
    Grant{Action::ReadRoom, Role::Guest, Relation::PublicRoom | Relation::Member, kNever},
    Grant{Action::ReadMembers, Role::Guest, Relation::PublicRoom | Relation::Member, kNever},
    Grant{Action::JoinRoom, Role::Member, Relation::PublicRoom, kNever},
    Grant{Action::PostMessage, Role::Member, Relation::Member, kNever},
    Grant{Action::EditMessage, Role::Member, Relation::Owner, kNever},
    Grant{Action::DeleteMessage, Role::Member, Relation::Owner | Relation::Moderator, Role::Manager},
    Grant{Action::PinMessage, Role::Member, Relation::Member, kNever},
    Grant{Action::ChangeRoom, Role::Member, Relation::Owner | Relation::Moderator, Role::Manager},
    Grant{Action::DeleteRoom, Role::Member, Relation::Owner, Role::Manager},
    Grant{Action::AddMember, Role::Member, Relation::Owner | Relation::Moderator, Role::Manager},
    Grant{Action::SetMemberRole, Role::Member, Relation::Owner, Role::Manager},
    Grant{Action::RemoveMember, Role::Member, Relation::Owner | Relation::Moderator, Role::Manager},
    Grant{Action::ChangeProduct, Role::Member, Relation::Owner, Role::Manager},
    Grant{Action::DeleteProduct, Role::Member, Relation::Owner, Role::Manager},
};

} // namespace

bool isAllowed(Action action, Role role, Relations relations)
{
    for (const Grant &grant : kMatrix) {
        if (grant.action == action)
            return role >= grant.least && (role >= grant.without || (relations & grant.anyOf) != Relations());
    }
    return false;
}

} // namespace rialto
