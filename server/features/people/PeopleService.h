#pragma once

#include "core/Feature.h"
#include "features/people/UserStore.h"

namespace rialto {

/// Who is here: one's own account, the list of people, what operators do to accounts.
class PeopleService
{
public:
    PeopleService(UserStore &users, FileShelf &files, const Hooks &hooks);

    Result<Account> getMe(ReadContext &context, const GetMe &request);
    Result<Page<User>> listUsers(ReadContext &context, const ListUsers &request);
    Result<User> getUser(ReadContext &context, const GetUser &request);

    Result<Account> changeMe(WriteContext &context, const ChangeMe &request);
    Result<Nothing> deleteMe(WriteContext &context, const DeleteMe &request);
    Result<User> setRole(WriteContext &context, const SetRole &request);
    Result<User> setDisabled(WriteContext &context, const SetDisabled &request);

private:
    static void applySettings(const ChangeMe &request, Account &account);
    Result<> applyChange(WriteContext &context, const ChangeMe &request, Account &account);
    Result<> applyAvatar(WriteContext &context, const ChangeMe &request, Account &account);

    UserStore &m_users;
    FileShelf &m_files;
    const Hooks &m_hooks;
};

} // namespace rialto
