#include "features/people/UserStore.h"

#include "core/Topic.h"

#define USER_COLUMNS "id, name, display_name, role, disabled, created_at, deleted_at, version, status_text, avatar_id"

using namespace Qt::StringLiterals;

namespace rialto {

QString UserStore::keyOf(const QString &name)
{
    return name.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

Result<User> UserStore::add(WriteContext &context, const NewUser &person)
{
    if (findByName(context.database, person.name))
        return fail(ErrorCode::Conflict, u"The name %1 is taken."_s.arg(person.name), u"name"_s);
    const QString displayName = person.displayName.isEmpty() ? person.name : person.displayName;
    const UserId id{context.database.insert(
        "INSERT INTO user (name, name_key, display_name, email, role, created_at) VALUES (?, ?, ?, ?, ?, ?)",
        person.name, keyOf(person.name), displayName, person.email, person.role, context.nowMs)};
    const User user = find(context.database, id).value();
    context.record<UserRegistered>(topic::kPeople, id.value, user);
    return user;
}

std::optional<User> UserStore::find(Database &database, UserId id)
{
    return database.find<User>("SELECT " USER_COLUMNS " FROM user WHERE id = ? AND deleted_at IS NULL", id);
}

std::optional<User> UserStore::findByName(Database &database, const QString &name)
{
    return database.find<User>("SELECT " USER_COLUMNS " FROM user WHERE name_key = ? AND deleted_at IS NULL",
                               keyOf(name));
}

void UserStore::each(Database &database, const std::function<void(const User &)> &visit)
{
    constexpr int kPage = 500;
    QList<User> page;
    do {
        page = listById(database, page.isEmpty() ? 0 : page.last().id.value, false, kPage);
        std::for_each(page.cbegin(), page.cend(), visit);
    } while (page.size() == kPage);
}

std::optional<Account> UserStore::findAccount(Database &database, UserId id)
{
    return database.find<Account>("SELECT id, name, display_name, role, email, created_at, version, status_text, "
                                  "do_not_disturb, quiet_hours, quiet_from, quiet_to, time_zone, avatar_id FROM user "
                                  "WHERE id = ? AND deleted_at IS NULL",
                                  id);
}

std::optional<Quiet> UserStore::findQuiet(Database &database, UserId id)
{
    const auto account = findAccount(database, id);
    return account ? std::optional(Quiet::of(*account)) : std::nullopt;
}

QList<User> UserStore::listById(Database &database, qint64 afterId, bool descending, int limit)
{
    if (descending)
        return database.list<User>("SELECT " USER_COLUMNS " FROM user WHERE id < ? AND deleted_at IS NULL "
                                   "ORDER BY id DESC LIMIT ?",
                                   afterId, limit);
    return database.list<User>("SELECT " USER_COLUMNS " FROM user WHERE id > ? AND deleted_at IS NULL "
                               "ORDER BY id LIMIT ?",
                               afterId, limit);
}

QList<User> UserStore::listByName(Database &database, const QString &afterKey, bool descending, int limit)
{
    if (descending)
        return database.list<User>("SELECT " USER_COLUMNS " FROM user WHERE name_key < ? AND deleted_at IS NULL "
                                   "ORDER BY name_key DESC LIMIT ?",
                                   afterKey, limit);
    return database.list<User>("SELECT " USER_COLUMNS " FROM user WHERE name_key > ? AND deleted_at IS NULL "
                               "ORDER BY name_key LIMIT ?",
                               afterKey, limit);
}

void UserStore::update(Database &database, const Account &account)
{
    database.run(
        "UPDATE user SET name = ?, name_key = ?, display_name = ?, email = ?, status_text = ?, do_not_disturb = ?, "
        "quiet_hours = ?, quiet_from = ?, quiet_to = ?, time_zone = ?, avatar_id = ?, version = version + 1 WHERE id = "
        "?",
        account.name, keyOf(account.name), account.displayName, account.email, account.statusText, account.doNotDisturb,
        account.quietHours, account.quietFrom, account.quietTo, account.timeZone, account.avatarId, account.id);
}

bool UserStore::isAvatar(Database &database, FileId file)
{
    return database.value("SELECT 1 FROM user WHERE avatar_id = ? LIMIT 1", file).has_value();
}

void UserStore::setRole(Database &database, UserId id, Role role)
{
    database.run("UPDATE user SET role = ?, version = version + 1 WHERE id = ?", role, id);
}

void UserStore::setDisabled(Database &database, UserId id, bool disabled)
{
    database.run("UPDATE user SET disabled = ?, version = version + 1 WHERE id = ?", disabled, id);
}

void UserStore::clearAvatar(Database &database, UserId id)
{
    database.run("UPDATE user SET avatar_id = NULL WHERE id = ?", id);
}

void UserStore::erase(Database &database, UserId id, qint64 nowMs)
{
    database.run("UPDATE user SET name = '', name_key = NULL, display_name = '', email = '', status_text = '', "
                 "time_zone = '', role = 'guest', "
                 "deleted_at = ?, version = version + 1 WHERE id = ?",
                 nowMs, id);
}

} // namespace rialto
