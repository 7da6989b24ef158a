#pragma once

#include "core/Effects.h"
#include "storage/Database.h"

#include <QHash>

namespace rialto {

/// Every session that is alive, in memory, so that each request is checked without a query. Changes only through
/// committed effects. Lives on: the net thread.
class SessionTable
{
public:
    void load(Database &database);
    void apply(const SessionChange &change);
    /// On whose behalf a request of this session runs; empty once the session has ended.
    std::optional<Caller> find(SessionId session) const;

private:
    QHash<SessionId, UserId> m_owners;
    QHash<UserId, Role> m_roles;
};

} // namespace rialto
