#pragma once

#include "protocol/Method.h"

namespace rialto {

enum class Role { Guest, Member, Manager, Admin };

template <> struct EnumWords<Role>
{
    static constexpr const char *words[] = {"guest", "member", "manager", "admin"};
};

/// Rules shared by every place where a person chooses these texts.
inline constexpr Rules kUserNameRules = {.minLength = 2, .maxLength = 32, .pattern = "^[\\p{L}\\p{Nd}._-]+$"};
inline constexpr Rules kDisplayNameRules = {.maxLength = 64};
inline constexpr Rules kStatusTextRules = {.maxLength = 100};
/// A name of the IANA time zone database, for example Europe/Kyiv; empty is UTC.
inline constexpr Rules kTimeZoneRules = {.maxLength = 64, .pattern = "^[A-Za-z0-9_+/-]*$"};
inline constexpr Rules kMinuteOfDayRules = {.maximum = 24 * 60 - 1};
inline constexpr Rules kEmailRules = {.maxLength = 254, .pattern = "^([^@\\s]+@[^@\\s]+)?$"};
inline constexpr Rules kNewPasswordRules = {
    .required = true, .minLength = 8, .maxLength = 256, .maxBytes = 1024, .text = TextRule::Exact};

/// A person as everybody sees them.
struct User
{
    UserId id;
    QString name;
    QString displayName;
    Role role = Role::Member;
    bool disabled = false;
    qint64 createdAt = 0;
    std::optional<qint64> deletedAt;
    qint64 version = 1;
    QString statusText;
    std::optional<FileId> avatarId;

    static auto fields()
    {
        return std::tuple{
            Field{"id", &User::id, {}, "Key of the person."},
            Field{"name", &User::name, {}, "Account name; empty once the account is deleted."},
            Field{"displayName", &User::displayName, {}, "The name to show; never empty while the account lives."},
            Field{"role", &User::role, {}, "What the person may do."},
            Field{"disabled", &User::disabled, {}, "True while an operator keeps the account closed."},
            Field{"createdAt", &User::createdAt, {}, "When the account was made, epoch milliseconds."},
            Field{"deletedAt", &User::deletedAt, {}, "When the account was deleted, or null."},
            Field{"version", &User::version, {}, "Grows with every change."},
            Field{"statusText", &User::statusText, {}, "What the person says about themselves; mostly empty."},
            Field{"avatarId",
                  &User::avatarId,
                  {.sparse = true},
                  "The person's picture: a file whose thumbnail everybody may read; show the square in its middle."}};
    }
};

/// One's own account: the public part and what only its owner sees. Travels on `user:N`.
struct Account
{
    UserId id;
    QString name;
    QString displayName;
    Role role = Role::Member;
    QString email;
    qint64 createdAt = 0;
    qint64 version = 1;
    QString statusText;
    bool doNotDisturb = false;
    bool quietHours = false;
    int quietFrom = 22 * 60;
    int quietTo = 8 * 60;
    QString timeZone;
    std::optional<FileId> avatarId;

    static auto fields()
    {
        return std::tuple{
            Field{"id", &Account::id, {}, "Key of the person."},
            Field{"name", &Account::name, {}, "Account name."},
            Field{"displayName", &Account::displayName, {}, "The name others see."},
            Field{"role", &Account::role, {}, "What the person may do."},
            Field{"email", &Account::email, {}, "E-mail address, empty when none was given."},
            Field{"createdAt", &Account::createdAt, {}, "Epoch milliseconds."},
            Field{"version", &Account::version, {}, "Grows with every change."},
            Field{"statusText", &Account::statusText, {}, "What others read about oneself."},
            Field{"doNotDisturb",
                  &Account::doNotDisturb,
                  {},
                  "Notifications are stored without a sound, but for critical ones."},
            Field{"quietHours", &Account::quietHours, {}, "Whether the same holds every day for a time."},
            Field{"quietFrom", &Account::quietFrom, {}, "Beginning of the quiet hours, minute of the day."},
            Field{"quietTo", &Account::quietTo, {}, "Their end; earlier than the beginning: next day."},
            Field{"timeZone", &Account::timeZone, {}, "Whose clock that is: an IANA name; empty is UTC."},
            Field{"avatarId", &Account::avatarId, {.sparse = true}, "One's own picture."}};
    }
};

struct GetMe
{
    using Reply = Account;
    static constexpr MethodInfo method = {"people.getMe", Verb::Get,     "users/me",
                                          Effect::Read,   Access::Guest, "Reads one's own account."};
    static auto fields() { return std::tuple{}; }
};

struct ChangeMe
{
    using Reply = Account;
    static constexpr MethodInfo method = {
        "people.changeMe", Verb::Patch,   "users/me",
        Effect::Change,    Access::Guest, "Changes one's own names, status, picture or quiet hours."};
    std::optional<QString> name;
    std::optional<QString> displayName;
    std::optional<QString> email;
    std::optional<qint64> baseVersion;
    QString clientId;
    std::optional<QString> statusText;
    std::optional<bool> doNotDisturb;
    std::optional<bool> quietHours;
    std::optional<int> quietFrom;
    std::optional<int> quietTo;
    std::optional<QString> timeZone;
    /// A FileId, or 0, which an id never is.
    std::optional<qint64> avatarId;

    static auto fields()
    {
        return std::tuple{
            Field{"name", &ChangeMe::name, kUserNameRules, "New account name; must be free."},
            Field{"displayName", &ChangeMe::displayName, kDisplayNameRules,
                  "New name to show; empty means the account name."},
            Field{"email", &ChangeMe::email, kEmailRules, "New e-mail address; empty removes it."},
            Field{"baseVersion", &ChangeMe::baseVersion, {}, "The version that was changed; refused when stale."},
            Field{"clientId", &ChangeMe::clientId, kClientIdRules, "Idempotency key."},
            Field{"statusText", &ChangeMe::statusText, kStatusTextRules, "What others read about oneself."},
            Field{"doNotDisturb", &ChangeMe::doNotDisturb, {}, "True until it is taken back."},
            Field{"quietHours", &ChangeMe::quietHours, {}, "Whether the quiet hours hold."},
            Field{"quietFrom", &ChangeMe::quietFrom, kMinuteOfDayRules, "Their beginning, minute of the day."},
            Field{"quietTo", &ChangeMe::quietTo, kMinuteOfDayRules, "Their end, minute of the day."},
            Field{"timeZone", &ChangeMe::timeZone, kTimeZoneRules, "Whose clock that is: an IANA name."},
            Field{"avatarId",
                  &ChangeMe::avatarId,
                  {},
                  "One's picture: a ready file of one's own that has a thumbnail; 0 removes it."}};
    }
};

struct DeleteMe
{
    using Reply = Nothing;
    static constexpr MethodInfo method = {
        "people.deleteMe", Verb::Delete,  "users/me",
        Effect::Delete,    Access::Guest, "Deletes one's own account; messages stay as those of a deleted user."};
    static auto fields() { return std::tuple{}; }
};

struct ListUsers
{
    using Reply = Page<User>;
    static constexpr MethodInfo method = {"people.listUsers", Verb::Get,     "users",
                                          Effect::Read,       Access::Guest, "Lists the people of this server."};
    int limit = 50;
    QString after;
    QString sort = QStringLiteral("id");

    static auto fields()
    {
        return std::tuple{
            Field{"limit", &ListUsers::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
            Field{"after", &ListUsers::after, {.maxLength = 512}, "The nextCursor of the page before."},
            Field{"sort", &ListUsers::sort, {.pattern = "^-?(id|name)$"}, "Order; a leading minus turns it round."}};
    }
};

struct GetUser
{
    using Reply = User;
    static constexpr MethodInfo method = {"people.getUser", Verb::Get,     "users/{userId}",
                                          Effect::Read,     Access::Guest, "Reads one person."};
    UserId userId;

    static auto fields() { return std::tuple{Field{"userId", &GetUser::userId, {.required = true}, "The person."}}; }
};

/// Operators only: `rialto-server user role`.
struct SetRole
{
    using Reply = User;
    static constexpr MethodInfo method = {
        "people.setRole", Verb::None, "", Effect::Change, Access::Operator, "Gives an account another role.", false};
    QString name;
    Role role = Role::Member;

    static auto fields()
    {
        return std::tuple{Field{"name", &SetRole::name, {.required = true}, "Account name."},
                          Field{"role", &SetRole::role, {.required = true}, "The new role."}};
    }
};

/// Operators only: `rialto-server user disable`.
struct SetDisabled
{
    using Reply = User;
    static constexpr MethodInfo method = {"people.setDisabled",
                                          Verb::None,
                                          "",
                                          Effect::Change,
                                          Access::Operator,
                                          "Closes an account and its sessions, or opens it again.",
                                          false};
    QString name;
    bool disabled = true;

    static auto fields()
    {
        return std::tuple{Field{"name", &SetDisabled::name, {.required = true}, "Account name."},
                          Field{"disabled", &SetDisabled::disabled, {}, "False opens the account again."}};
    }
};

struct UserRegistered
{
    using Data = User;
    static constexpr EventInfo event = {"people.userRegistered", "people", "Somebody made an account."};
};

struct UserChanged
{
    using Data = User;
    static constexpr EventInfo event = {"people.userChanged", "people",
                                        "A person's name, picture, role or state changed."};
};

struct UserDeleted
{
    using Data = User;
    static constexpr EventInfo event = {"people.userDeleted", "people",
                                        "An account was deleted; its names are empty now."};
};

struct AccountChanged
{
    using Data = Account;
    static constexpr EventInfo event = {"people.accountChanged", "user:N", "One's own account changed."};
};

} // namespace rialto
