#include "features/auth/AuthService.h"

#include "core/Paging.h"
#include "core/Passwords.h"

#include <QMessageAuthenticationCode>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray randomToken(size_t bytes)
{
    QByteArray random(static_cast<qsizetype>(bytes), Qt::Uninitialized);
    randombytes_buf(random.data(), bytes);
    return random.toBase64(kBase64);
}

QByteArray sha256(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

Result<QString> hashOf(const QString &password)
{
    const QString hash = passwords::hash(password);
    if (hash.isEmpty())
        return fail(ErrorCode::Unavailable, u"The server has no memory for this just now. Try again."_s);
    return hash;
}

struct Credential
{
    QString hash;
    qint64 version = 0;
};

Credential credentialOf(Database &database, UserId user)
{
    Credential credential;
    database.each(
        "SELECT password_hash, password_version FROM credential WHERE user_id = ?",
        [&](const Row &row) {
            credential = {row.value(0).toString(), row.value(1).toLongLong()};
        },
        user);
    return credential;
}

void storePassword(Database &database, UserId user, const QString &hash)
{
    database.run("INSERT INTO credential (user_id, password_hash) VALUES (?, ?) ON CONFLICT (user_id) DO UPDATE SET "
                 "password_hash = excluded.password_hash, password_version = password_version + 1",
                 user, hash);
}

tl::unexpected<Error> wrongPassword()
{
    return fail(ErrorCode::Unauthenticated, u"The name or the password is not right."_s);
}

tl::unexpected<Error> closedAccount()
{
    return fail(ErrorCode::Forbidden, u"This account is closed. Ask whoever runs the server."_s);
}

} // namespace

AuthService::AuthService(Directory &directory, const AccessTokens &tokens, QByteArray secret, Registration registration)
    : m_directory(directory), m_tokens(tokens), m_secret(std::move(secret)), m_registration(registration)
{
}

Result<> AuthService::checkMayRegister(Database &database, const QString &inviteCode) const
{
    if (m_registration == Registration::Closed)
        return fail(ErrorCode::Forbidden, u"This server takes no new accounts. Ask whoever runs it for one."_s);
    if (m_registration == Registration::Open)
        return {};
    if (inviteCode.isEmpty() ||
        !database.value("SELECT 1 FROM invite WHERE code_hash = ?", sha256(inviteCode.toUtf8())))
        return fail(ErrorCode::Forbidden, u"This server needs a valid invitation code."_s, u"inviteCode"_s);
    return {};
}

Result<QString> AuthService::prepareRegister(ReadContext &context, const Register &request)
{
    if (auto allowed = checkMayRegister(context.database, request.inviteCode); !allowed)
        return tl::unexpected(allowed.error());
    if (m_directory.findByName(context.database, request.name))
        return fail(ErrorCode::Conflict, u"The name %1 is taken."_s.arg(request.name), u"name"_s);
    return hashOf(request.password);
}

Result<SignedIn> AuthService::registerAccount(WriteContext &context, const Register &request, const QString &hash)
{
    if (auto allowed = checkMayRegister(context.database, request.inviteCode); !allowed)
        return tl::unexpected(allowed.error());
    auto user = m_directory.add(context, {request.name, request.displayName, request.email, Role::Member});
    if (!user)
        return tl::unexpected(user.error());
    if (m_registration == Registration::Invite)
        context.database.run("DELETE FROM invite WHERE code_hash = ?", sha256(request.inviteCode.toUtf8()));
    storePassword(context.database, user->id, hash);
    return openSession(context, *user, request.device);
}

Result<AuthService::Verified> AuthService::prepareLogin(ReadContext &context, const Login &request)
{
    const auto user = m_directory.findByName(context.database, request.name);
    const Credential credential = user ? credentialOf(context.database, user->id) : Credential{};
    if (!passwords::verify(request.password, credential.hash))
        return wrongPassword();
    return Verified{*user, credential.version, {}};
}

Result<SignedIn> AuthService::login(WriteContext &context, const Login &request, const Verified &verified)
{
    const auto user = m_directory.find(context.database, verified.user.id);
    if (!user || credentialOf(context.database, user->id).version != verified.passwordVersion)
        return wrongPassword();
    if (user->disabled)
        return closedAccount();
    return openSession(context, *user, request.device);
}

Result<AuthService::Verified> AuthService::prepareChangePassword(ReadContext &context, const ChangePassword &request)
{
    const auto user = m_directory.find(context.database, context.caller.userId);
    const Credential credential = user ? credentialOf(context.database, user->id) : Credential{};
    if (!passwords::verify(request.currentPassword, credential.hash))
        return fail(ErrorCode::Forbidden, u"The present password is not right."_s, u"currentPassword"_s);
    auto hash = hashOf(request.newPassword);
    if (!hash)
        return tl::unexpected(hash.error());
    return Verified{*user, credential.version, *hash};
}

Result<SignedIn> AuthService::changePassword(WriteContext &context, const ChangePassword &, const Verified &verified)
{
    const UserId me = context.caller.userId;
    if (credentialOf(context.database, me).version != verified.passwordVersion)
        return fail(ErrorCode::Conflict, u"The password was changed meanwhile."_s);
    const QString device =
        context.database.value<QString>("SELECT device FROM session WHERE id = ?", context.caller.sessionId)
            .value_or(QString());
    storePassword(context.database, me, verified.newHash);
    endSessions(context, me);
    return openSession(context, verified.user, device);
}

SignedIn AuthService::openSession(WriteContext &context, const User &user, const QString &device)
{
    const QByteArray token = randomToken(32);
    const SessionId session =
        session_store::add(context.database, user.id, device, context.caller.address, sha256(token), context.nowMs);
    context.change({SessionChange::Kind::Opened, session, user.id, user.role});
    return signedIn(user, session, token, context.nowMs);
}

SignedIn AuthService::signedIn(const User &user, SessionId session, const QByteArray &refreshToken, qint64 nowMs) const
{
    return {user, QString::fromLatin1(m_tokens.issue(user.id, session, nowMs)), QString::fromLatin1(refreshToken),
            AccessTokens::kLifetimeSeconds};
}

QByteArray AuthService::successorOf(const QByteArray &token) const
{
    return QMessageAuthenticationCode::hash("refresh:" + token, m_secret, QCryptographicHash::Sha256).toBase64(kBase64);
}

Result<SignedIn> AuthService::refresh(WriteContext &context, const Refresh &request)
{
    const QByteArray token = request.refreshToken.toUtf8();
    const QByteArray hash = sha256(token);
    if (const auto session = session_store::findByToken(context.database, hash))
        return rotate(context, *session, token, false);
    const auto repeated = session_store::findByPreviousToken(context.database, hash);
    if (repeated && context.nowMs - repeated->rotatedAt <= kRepeatMs)
        return rotate(context, *repeated, token, true);
    const auto stolen = repeated ? std::optional(repeated->id) : session_store::findByUsedToken(context.database, hash);
    if (stolen) {
        endSession(context, *stolen, session_store::ownerOf(context.database, *stolen).value_or(UserId{}));
        context.keepDespiteRefusal();
    }
    return fail(ErrorCode::Unauthenticated, u"This sign-in has ended. Sign in again."_s);
}

Result<SignedIn> AuthService::rotate(WriteContext &context, const StoredSession &session, const QByteArray &token,
                                     bool repeated)
{
    const auto user = m_directory.find(context.database, session.userId);
    if (!user || user->disabled)
        return closedAccount();
    const QByteArray next = successorOf(token);
    if (!repeated)
        session_store::rotate(context.database, session, sha256(next), context.caller.address, context.nowMs);
    return signedIn(*user, session.id, next, context.nowMs);
}

Result<Nothing> AuthService::logout(WriteContext &context, const Logout &request)
{
    if (!request.refreshToken.isEmpty()) {
        const QByteArray hash = sha256(request.refreshToken.toUtf8());
        auto session = session_store::findByToken(context.database, hash);
        if (!session)
            session = session_store::findByPreviousToken(context.database, hash);
        if (session)
            endSession(context, session->id, session->userId);
        return Nothing{}; // A session that has already ended is what was asked for.
    }
    if (!context.caller.sessionId.isValid())
        return fail(ErrorCode::Unauthenticated, u"Say which sign-in to end: a refreshToken or an access token."_s);
    endSession(context, context.caller.sessionId, context.caller.userId);
    return Nothing{};
}

Result<Page<DeviceSession>> AuthService::listSessions(ReadContext &context, const ListSessions &request)
{
    SessionId after;
    const QString list = u"sessions"_s;
    if (!request.after.isEmpty()) {
        const auto cursor = Cursor::decode(request.after, list, u"after"_s);
        if (!cursor)
            return tl::unexpected(cursor.error());
        after.value = cursor->key;
    }
    Page<DeviceSession> page{session_store::list(context.database, context.caller.userId, after, request.limit + 1),
                             {}};
    for (DeviceSession &session : page.items)
        session.current = session.id == context.caller.sessionId;
    if (page.items.size() > request.limit) {
        page.items.removeLast();
        page.nextCursor = Cursor::encode(list, {}, page.items.last().id.value);
    }
    return page;
}

Result<Nothing> AuthService::revokeSession(WriteContext &context, const RevokeSession &request)
{
    if (session_store::ownerOf(context.database, request.sessionId) != context.caller.userId)
        return fail(ErrorCode::NotFound, u"There is no such session."_s);
    endSession(context, request.sessionId, context.caller.userId);
    return Nothing{};
}

Result<QString> AuthService::prepareAddUser(ReadContext &, const AddUser &request)
{
    return hashOf(request.password);
}

Result<User> AuthService::addUser(WriteContext &context, const AddUser &request, const QString &hash)
{
    auto user = m_directory.add(context, {request.name, request.displayName, {}, request.role});
    if (user)
        storePassword(context.database, user->id, hash);
    return user;
}

Result<QString> AuthService::prepareSetPassword(ReadContext &, const SetPassword &request)
{
    return hashOf(request.password);
}

Result<Nothing> AuthService::setPassword(WriteContext &context, const SetPassword &request, const QString &hash)
{
    const auto user = m_directory.findByName(context.database, request.name);
    if (!user)
        return fail(ErrorCode::NotFound, u"There is no account named %1."_s.arg(request.name), u"name"_s);
    storePassword(context.database, user->id, hash);
    endSessions(context, user->id);
    return Nothing{};
}

Result<Invite> AuthService::createInvite(WriteContext &context, const CreateInvite &)
{
    const QByteArray code = randomToken(12);
    context.database.run("INSERT INTO invite (code_hash, created_at) VALUES (?, ?)", sha256(code), context.nowMs);
    return Invite{QString::fromLatin1(code)};
}

void AuthService::endSession(WriteContext &context, SessionId session, UserId user)
{
    session_store::remove(context.database, session);
    context.change({SessionChange::Kind::Closed, session, user, Role::Guest});
}

void AuthService::endSessions(WriteContext &context, UserId user)
{
    for (const SessionId session : session_store::listIds(context.database, user))
        endSession(context, session, user);
}

void AuthService::eraseCredentials(WriteContext &context, UserId user)
{
    endSessions(context, user);
    context.database.run("DELETE FROM credential WHERE user_id = ?", user);
}

qint64 AuthService::endIdleSessions(WriteContext &context, int atMost)
{
    const QList<SessionId> idle = session_store::listIdle(context.database, context.nowMs - kIdleMs, atMost);
    for (const SessionId session : idle)
        endSession(context, session, {});
    return idle.size();
}

} // namespace rialto
