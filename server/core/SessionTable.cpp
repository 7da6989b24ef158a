#include "core/SessionTable.h"

namespace rialto {

void SessionTable::load(Database &database)
{
    decltype(m_owners) owners;
    decltype(m_roles) roles;
    database.each("SELECT s.id, s.user_id, u.role FROM session AS s JOIN user AS u ON u.id = s.user_id",
                  [&](const Row &row) {
                      const UserId user{row.value(1).toLongLong()};
                      owners.insert(SessionId{row.value(0).toLongLong()}, user);
                      roles.insert(user, enumFromWord<Role>(row.value(2).toWord()).value_or(Role::Guest));
                  });
    m_owners = std::move(owners);
    m_roles = std::move(roles);
}

void SessionTable::apply(const SessionChange &change)
{
    switch (change.kind) {
    case SessionChange::Kind::Opened:
        m_owners.insert(change.sessionId, change.userId);
        m_roles.insert(change.userId, change.role);
        break;
    case SessionChange::Kind::Closed:
        m_owners.remove(change.sessionId);
        break;
    case SessionChange::Kind::RoleChanged:
        m_roles.insert(change.userId, change.role);
        break;
    }
}

std::optional<Caller> SessionTable::find(SessionId session) const
{
    const auto owner = m_owners.constFind(session);
    if (owner == m_owners.constEnd())
        return std::nullopt;
    return Caller{*owner, m_roles.value(*owner, Role::Guest), session, false, {}};
}

} // namespace rialto
