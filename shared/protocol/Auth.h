#pragma once

#include "protocol/People.h"

namespace rialto {

/// What registering, logging in and refreshing answer.
struct SignedIn
{
    User user;
    QString accessToken;
    QString refreshToken;
    int expiresIn = 0;

    static auto fields()
    {
        return std::tuple{
            Field{"user", &SignedIn::user, {}, "Who is signed in."},
            Field{"accessToken", &SignedIn::accessToken, {}, "JWT for the Authorization header and session.start."},
            Field{"refreshToken", &SignedIn::refreshToken, {}, "Opaque; exchanged once for the next pair of tokens."},
            Field{"expiresIn", &SignedIn::expiresIn, {}, "Seconds until the access token ends."}};
    }
};

/// A device on which somebody is signed in.
struct DeviceSession
{
    SessionId id;
    QString device;
    QString address;
    qint64 createdAt = 0;
    qint64 lastUsedAt = 0;
    bool current = false;

    static auto fields()
    {
        return std::tuple{
            Field{"id", &DeviceSession::id, {}, "Key of the session."},
            Field{"device", &DeviceSession::device, {}, "What the client called itself when it signed in."},
            Field{"address", &DeviceSession::address, {}, "Network address of the last refresh."},
            Field{"createdAt", &DeviceSession::createdAt, {}, "Epoch milliseconds."},
            Field{"lastUsedAt", &DeviceSession::lastUsedAt, {}, "Last sign-in or refresh, epoch milliseconds."},
            Field{"current", &DeviceSession::current, {}, "True for the session that asks."}};
    }
};

struct Register
{
    using Reply = SignedIn;
    static constexpr MethodInfo method = {"auth.register",
                                          Verb::Post,
                                          "auth/register",
                                          Effect::Create,
                                          Access::Anyone,
                                          "Makes an account and signs it in.",
                                          false};
    QString name;
    QString password;
    QString displayName;
    QString email;
    QString inviteCode;
    QString device;

    static auto fields()
    {
        return std::tuple{
            Field{"name", &Register::name, required(kUserNameRules), "Account name, unique whatever its case."},
            Field{"password", &Register::password, kNewPasswordRules, "The new password."},
            Field{"displayName", &Register::displayName, kDisplayNameRules,
                  "The name to show; default the account name."},
            Field{"email", &Register::email, kEmailRules, "E-mail address, if any."},
            Field{
                "inviteCode", &Register::inviteCode, {.maxLength = 64}, "Needed where registration is by invitation."},
            Field{"device", &Register::device, {.maxLength = 128}, "What this client calls itself."}};
    }
};

struct Login
{
    using Reply = SignedIn;
    static constexpr MethodInfo method = {"auth.login",   Verb::Post,     "auth/login",
                                          Effect::Change, Access::Anyone, "Signs in with name and password.",
                                          false};
    QString name;
    QString password;
    QString device;

    static auto fields()
    {
        return std::tuple{Field{"name", &Login::name, {.required = true, .maxLength = 64}, "Account name."},
                          Field{"password",
                                &Login::password,
                                {.required = true, .maxLength = 256, .maxBytes = 1024, .text = TextRule::Exact},
                                "The password."},
                          Field{"device", &Login::device, {.maxLength = 128}, "What this client calls itself."}};
    }
};

struct Refresh
{
    using Reply = SignedIn;
    static constexpr MethodInfo method = {"auth.refresh", Verb::Post,
                                          "auth/refresh", Effect::Change,
                                          Access::Anyone, "Exchanges a refresh token for the next pair of tokens.",
                                          false};
    QString refreshToken;

    static auto fields()
    {
        return std::tuple{Field{"refreshToken",
                                &Refresh::refreshToken,
                                {.required = true, .maxLength = 128, .text = TextRule::Exact},
                                "The last one received."}};
    }
};

struct Logout
{
    using Reply = Nothing;
    static constexpr MethodInfo method = {
        "auth.logout",  Verb::Post,     "auth/logout",
        Effect::Delete, Access::Anyone, "Ends the session of the refresh token, or of the access token.",
        false};
    QString refreshToken;

    static auto fields()
    {
        return std::tuple{Field{"refreshToken",
                                &Logout::refreshToken,
                                {.maxLength = 128, .text = TextRule::Exact},
                                "The session to end; default the one of the Authorization header."}};
    }
};

struct ListSessions
{
    using Reply = Page<DeviceSession>;
    static constexpr MethodInfo method = {"auth.listSessions", Verb::Get,
                                          "auth/sessions",     Effect::Read,
                                          Access::Guest,       "Lists the devices on which one is signed in."};
    int limit = 50;
    QString after;

    static auto fields()
    {
        return std::tuple{
            Field{"limit", &ListSessions::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
            Field{"after", &ListSessions::after, {.maxLength = 512}, "The nextCursor of the page before."}};
    }
};

struct RevokeSession
{
    using Reply = Nothing;
    static constexpr MethodInfo method = {"auth.revokeSession", Verb::Delete,  "auth/sessions/{sessionId}",
                                          Effect::Delete,       Access::Guest, "Signs one of one's own devices out."};
    SessionId sessionId;

    static auto fields()
    {
        return std::tuple{Field{"sessionId", &RevokeSession::sessionId, {.required = true}, "The session to end."}};
    }
};

/// Every session of the account ends, also the one that asks; its reply signs that device in anew.
struct ChangePassword
{
    using Reply = SignedIn;
    static constexpr MethodInfo method = {"auth.changePassword", Verb::Put,
                                          "users/me/password",   Effect::Change,
                                          Access::Guest,         "Changes one's password and ends all sessions."};
    QString currentPassword;
    QString newPassword;

    static auto fields()
    {
        return std::tuple{
            Field{"currentPassword",
                  &ChangePassword::currentPassword,
                  {.required = true, .maxLength = 256, .maxBytes = 1024, .text = TextRule::Exact},
                  "The present one."},
            Field{"newPassword", &ChangePassword::newPassword, kNewPasswordRules, "The one from now on."}};
    }
};

/// Operators only: `rialto-server user add`.
struct AddUser
{
    using Reply = User;
    static constexpr MethodInfo method = {
        "auth.addUser", Verb::None, "", Effect::Create, Access::Operator, "Makes an account with any role.", false};
    QString name;
    QString password;
    QString displayName;
    Role role = Role::Member;

    static auto fields()
    {
        return std::tuple{
            Field{"name", &AddUser::name, required(kUserNameRules), "Account name, unique whatever its case."},
            Field{"password", &AddUser::password, kNewPasswordRules, "The first password."},
            Field{"displayName", &AddUser::displayName, kDisplayNameRules, "The name to show."},
            Field{"role", &AddUser::role, {}, "What the person may do."}};
    }
};

/// Operators only: `rialto-server user passwd`.
struct SetPassword
{
    using Reply = Nothing;
    static constexpr MethodInfo method = {"auth.setPassword",
                                          Verb::None,
                                          "",
                                          Effect::Change,
                                          Access::Operator,
                                          "Gives an account a new password and ends its sessions.",
                                          false};
    QString name;
    QString password;

    static auto fields()
    {
        return std::tuple{Field{"name", &SetPassword::name, {.required = true}, "Account name."},
                          Field{"password", &SetPassword::password, kNewPasswordRules, "The new password."}};
    }
};

/// A one-time code with which somebody may register where registration is by invitation.
struct Invite
{
    QString code;

    static auto fields() { return std::tuple{Field{"code", &Invite::code, {}, "Good for one registration."}}; }
};

/// Operators only: `rialto-server user invite`.
struct CreateInvite
{
    using Reply = Invite;
    static constexpr MethodInfo method = {"auth.createInvite",
                                          Verb::None,
                                          "",
                                          Effect::Create,
                                          Access::Operator,
                                          "Makes a code for one registration.",
                                          false};
    static auto fields() { return std::tuple{}; }
};

} // namespace rialto
