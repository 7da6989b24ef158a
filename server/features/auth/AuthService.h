#pragma once

#include "core/AccessToken.h"
#include "core/Directory.h"
#include "core/Feature.h"
#include "features/auth/SessionStore.h"

namespace rialto {

/// Who may make an account by themselves.
enum class Registration { Open, Invite, Closed };

/// Signs people in and out. Refresh tokens are opaque, stored as SHA-256 and change with every use; the next one is
/// derived from the last (HMAC), so that a client whose reply was lost may ask again and gets the same one, for 30 s or
/// until it was used. Any other use of an old one means that somebody copied it: the session ends.
///
/// The prepare... functions run on the worker pool, everything else on the thread of its context.
class AuthService
{
public:
    static constexpr qint64 kRepeatMs = 30'000;
    static constexpr qint64 kIdleMs = 60LL * 24 * 60 * 60 * 1000; ///< A session that was not used for this long ends.

    AuthService(Directory &directory, const AccessTokens &tokens, QByteArray secret, Registration registration);

    /// The hash of the new password; refuses early what the write would refuse.
    Result<QString> prepareRegister(ReadContext &context, const Register &request);
    Result<SignedIn> registerAccount(WriteContext &context, const Register &request, const QString &hash);

    /// What was verified: the account and the version of the password.
    struct Verified
    {
        User user;
        qint64 passwordVersion = 0;
        QString newHash; ///< Of a password to set, else empty.
    };
    Result<Verified> prepareLogin(ReadContext &context, const Login &request);
    Result<SignedIn> login(WriteContext &context, const Login &request, const Verified &verified);

    Result<Verified> prepareChangePassword(ReadContext &context, const ChangePassword &request);
    Result<SignedIn> changePassword(WriteContext &context, const ChangePassword &request, const Verified &verified);

    Result<SignedIn> refresh(WriteContext &context, const Refresh &request);
    Result<Nothing> logout(WriteContext &context, const Logout &request);
    Result<Page<DeviceSession>> listSessions(ReadContext &context, const ListSessions &request);
    Result<Nothing> revokeSession(WriteContext &context, const RevokeSession &request);

    Result<QString> prepareAddUser(ReadContext &context, const AddUser &request);
    Result<User> addUser(WriteContext &context, const AddUser &request, const QString &hash);
    Result<QString> prepareSetPassword(ReadContext &context, const SetPassword &request);
    Result<Nothing> setPassword(WriteContext &context, const SetPassword &request, const QString &hash);
    Result<Invite> createInvite(WriteContext &context, const CreateInvite &request);

    void endSessions(WriteContext &context, UserId user);
    void eraseCredentials(WriteContext &context, UserId user);
    /// Ends sessions that were idle too long, at most `atMost`; how many went.
    static qint64 endIdleSessions(WriteContext &context, int atMost);

private:
    Result<> checkMayRegister(Database &database, const QString &inviteCode) const;
    SignedIn openSession(WriteContext &context, const User &user, const QString &device);
    SignedIn signedIn(const User &user, SessionId session, const QByteArray &refreshToken, qint64 nowMs) const;
    static void endSession(WriteContext &context, SessionId session, UserId user);
    Result<SignedIn> rotate(WriteContext &context, const StoredSession &session, const QByteArray &token,
                            bool repeated);
    QByteArray successorOf(const QByteArray &token) const;

    Directory &m_directory;
    const AccessTokens &m_tokens;
    const QByteArray m_secret;
    const Registration m_registration;
};

} // namespace rialto
