#include "features/people/PeopleService.h"

#include "core/Paging.h"
#include "core/Topic.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

tl::unexpected<Error> noSuchPerson()
{
    return fail(ErrorCode::NotFound, u"There is no such person."_s);
}

} // namespace

PeopleService::PeopleService(UserStore &users, FileShelf &files, const Hooks &hooks)
    : m_users(users), m_files(files), m_hooks(hooks)
{
}

Result<Account> PeopleService::getMe(ReadContext &context, const GetMe &)
{
    const auto account = m_users.findAccount(context.database, context.caller.userId);
    return account ? Result<Account>(*account) : noSuchPerson();
}

Result<Page<User>> PeopleService::listUsers(ReadContext &context, const ListUsers &request)
{
    const bool descending = request.sort.startsWith(u'-');
    const bool byName = request.sort.endsWith("name"_L1);
    const QString list = u"users:"_s + request.sort;
    Cursor after{descending ? u"\U0010ffff"_s : QString(), descending ? Rules::kMaximumInteger : 0};
    if (!request.after.isEmpty()) {
        auto cursor = Cursor::decode(request.after, list, u"after"_s);
        if (!cursor)
            return tl::unexpected(cursor.error());
        after = *cursor;
    }
    Page<User> page;
    page.items = byName ? m_users.listByName(context.database, after.value, descending, request.limit + 1)
                        : m_users.listById(context.database, after.key, descending, request.limit + 1);
    if (page.items.size() > request.limit) {
        page.items.removeLast();
        const User &last = page.items.last();
        page.nextCursor = Cursor::encode(list, byName ? UserStore::keyOf(last.name) : QString(), last.id.value);
    }
    return page;
}

Result<User> PeopleService::getUser(ReadContext &context, const GetUser &request)
{
    const auto user = m_users.find(context.database, request.userId);
    return user ? Result<User>(*user) : noSuchPerson();
}

void PeopleService::applySettings(const ChangeMe &request, Account &account)
{
    account.statusText = request.statusText.value_or(account.statusText);
    account.doNotDisturb = request.doNotDisturb.value_or(account.doNotDisturb);
    account.quietHours = request.quietHours.value_or(account.quietHours);
    account.quietFrom = request.quietFrom.value_or(account.quietFrom);
    account.quietTo = request.quietTo.value_or(account.quietTo);
    account.timeZone = request.timeZone.value_or(account.timeZone);
}

Result<> PeopleService::applyChange(WriteContext &context, const ChangeMe &request, Account &account)
{
    if (request.baseVersion && *request.baseVersion != account.version) {
        Error stale{ErrorCode::Conflict, u"The account was changed meanwhile."_s, {}, {}, 0};
        stale.current = *parseObject(toJson(account));
        return tl::unexpected(stale);
    }
    if (request.name) {
        const auto holder = m_users.findByName(context.database, *request.name);
        if (holder && holder->id != account.id)
            return fail(ErrorCode::Conflict, u"The name %1 is taken."_s.arg(*request.name), u"name"_s);
        account.name = *request.name;
    }
    if (request.displayName)
        account.displayName = request.displayName->isEmpty() ? account.name : *request.displayName;
    if (request.email)
        account.email = *request.email;
    // Not isTimeZoneIdAvailable(), which knows no other names of a zone: Etc/UTC, Europe/Kiev.
    if (request.timeZone && !request.timeZone->isEmpty() && !QTimeZone(request.timeZone->toUtf8()).isValid())
        return fail(ErrorCode::Invalid, u"timeZone must be a name of the time zone database."_s, u"timeZone"_s);
    applySettings(request, account);
    return applyAvatar(context, request, account);
}

Result<> PeopleService::applyAvatar(WriteContext &context, const ChangeMe &request, Account &account)
{
    if (!request.avatarId)
        return {};
    account.avatarId = *request.avatarId > 0 ? std::optional(FileId{*request.avatarId}) : std::nullopt;
    return account.avatarId ? m_files.attachPicture(context, *account.avatarId, u"avatarId"_s) : Result<>();
}

Result<Account> PeopleService::changeMe(WriteContext &context, const ChangeMe &request)
{
    const UserId me = context.caller.userId;
    auto account = m_users.findAccount(context.database, me);
    if (!account)
        return noSuchPerson();
    const std::optional<FileId> before = account->avatarId;
    if (auto result = applyChange(context, request, *account); !result)
        return tl::unexpected(result.error());
    m_users.update(context.database, *account);
    if (before && before != account->avatarId)
        m_files.release(context, *before);
    const Account changed = *m_users.findAccount(context.database, me);
    context.record<UserChanged>(topic::kPeople, me.value, *m_users.find(context.database, me));
    context.record<AccountChanged>(topic::user(me), me.value, changed);
    context.change(QuietChange{me, Quiet::of(changed)});
    return changed;
}

Result<Nothing> PeopleService::deleteMe(WriteContext &context, const DeleteMe &)
{
    const UserId me = context.caller.userId;
    const auto user = m_users.find(context.database, me);
    if (!user)
        return noSuchPerson();
    if (user->avatarId) {
        m_users.clearAvatar(context.database, me);
        m_files.release(context, *user->avatarId);
    }
    for (const auto &release : m_hooks.accountDeleted)
        release(context, me);
    m_users.erase(context.database, me, context.nowMs);
    User erased{me, {}, {}, Role::Guest, user->disabled, user->createdAt, context.nowMs, user->version + 1, {}, {}};
    context.redact<UserRegistered, UserChanged>(topic::kPeople, me.value, erased);
    Account blank;
    blank.id = me;
    blank.role = Role::Guest;
    blank.createdAt = user->createdAt;
    blank.version = erased.version;
    context.redact<AccountChanged>(topic::user(me), me.value, blank);
    idempotency::forgetReplies(context, me);
    context.record<UserDeleted>(topic::kPeople, me.value, erased);
    return Nothing{};
}

Result<User> PeopleService::setRole(WriteContext &context, const SetRole &request)
{
    const auto user = m_users.findByName(context.database, request.name);
    if (!user)
        return fail(ErrorCode::NotFound, u"There is no account named %1."_s.arg(request.name), u"name"_s);
    m_users.setRole(context.database, user->id, request.role);
    const User changed = *m_users.find(context.database, user->id);
    context.record<UserChanged>(topic::kPeople, changed.id.value, changed);
    context.record<AccountChanged>(topic::user(changed.id), changed.id.value,
                                   *m_users.findAccount(context.database, changed.id));
    context.change({SessionChange::Kind::RoleChanged, {}, changed.id, changed.role});
    return changed;
}

Result<User> PeopleService::setDisabled(WriteContext &context, const SetDisabled &request)
{
    const auto user = m_users.findByName(context.database, request.name);
    if (!user)
        return fail(ErrorCode::NotFound, u"There is no account named %1."_s.arg(request.name), u"name"_s);
    m_users.setDisabled(context.database, user->id, request.disabled);
    if (request.disabled) {
        for (const auto &endSessions : m_hooks.sessionsEnded)
            endSessions(context, user->id);
    }
    const User changed = *m_users.find(context.database, user->id);
    context.record<UserChanged>(topic::kPeople, changed.id.value, changed);
    return changed;
}

} // namespace rialto
