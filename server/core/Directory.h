#pragma once

#include "core/Contexts.h"
#include "core/Quiet.h"

namespace rialto {

struct NewUser
{
    QString name;
    QString displayName; ///< Empty: the account name.
    QString email;
    Role role = Role::Member;
};

/// Who is who, for features that must know a person without knowing the feature that keeps people.
class Directory
{
public:
    virtual ~Directory() = default;
    /// Adds a living account and tells everybody. Conflict when the name is taken, whatever its case.
    virtual Result<User> add(WriteContext &context, const NewUser &person) = 0;
    /// A living account; deleted ones are not found.
    virtual std::optional<User> find(Database &database, UserId id) = 0;
    /// When a living account does not want to be disturbed.
    virtual std::optional<Quiet> findQuiet(Database &database, UserId id) = 0;
    virtual std::optional<User> findByName(Database &database, const QString &name) = 0;
    /// Calls visit for every living account, in the order of ids.
    virtual void each(Database &database, const std::function<void(const User &)> &visit) = 0;
};

} // namespace rialto
