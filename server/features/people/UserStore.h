#pragma once

#include "core/Directory.h"

namespace rialto {

/// The table `user`. Lives on: the thread of the database it is given.
class UserStore final : public Directory
{
public:
    Result<User> add(WriteContext &context, const NewUser &person) override;
    std::optional<User> find(Database &database, UserId id) override;
    std::optional<Quiet> findQuiet(Database &database, UserId id) override;
    std::optional<User> findByName(Database &database, const QString &name) override;
    void each(Database &database, const std::function<void(const User &)> &visit) override;

    std::optional<Account> findAccount(Database &database, UserId id);
    QList<User> listById(Database &database, qint64 afterId, bool descending, int limit);
    QList<User> listByName(Database &database, const QString &afterKey, bool descending, int limit);

    /// Writes what the person may change, and the next version.
    void update(Database &database, const Account &account);
    void setRole(Database &database, UserId id, Role role);
    void setDisabled(Database &database, UserId id, bool disabled);
    /// Ahead of erase(), which makes the next version.
    void clearAvatar(Database &database, UserId id);
    void erase(Database &database, UserId id, qint64 nowMs);

    /// Whether the file is somebody's picture.
    static bool isAvatar(Database &database, FileId file);

    /// Two names with the same key are the same name: NFKC, case-folded.
    static QString keyOf(const QString &name);
};

} // namespace rialto
