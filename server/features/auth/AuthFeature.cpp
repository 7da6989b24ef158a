#include "features/auth/AuthFeature.h"

namespace rialto {

AuthFeature::AuthFeature(Directory &directory, const AccessTokens &tokens, const QByteArray &secret,
                         Registration registration)
    : m_service(directory, tokens, secret, registration)
{
}

void AuthFeature::registerWith(Router &router, Hooks &hooks)
{
    AuthService &service = m_service;
    router.onPrepared<Register, QString>(
        [&](auto &context, const auto &request) { return service.prepareRegister(context, request); },
        [&](auto &context, const auto &request, const QString &hash) {
            return service.registerAccount(context, request, hash);
        });
    router.onPrepared<Login, AuthService::Verified>(
        [&](auto &context, const auto &request) { return service.prepareLogin(context, request); },
        [&](auto &context, const auto &request, const auto &verified) {
            return service.login(context, request, verified);
        });
    router.onPrepared<ChangePassword, AuthService::Verified>(
        [&](auto &context, const auto &request) { return service.prepareChangePassword(context, request); },
        [&](auto &context, const auto &request, const auto &verified) {
            return service.changePassword(context, request, verified);
        });
    router.onPrepared<AddUser, QString>(
        [&](auto &context, const auto &request) { return service.prepareAddUser(context, request); },
        [&](auto &context, const auto &request, const QString &hash) {
            return service.addUser(context, request, hash);
        });
    router.onPrepared<SetPassword, QString>(
        [&](auto &context, const auto &request) { return service.prepareSetPassword(context, request); },
        [&](auto &context, const auto &request, const QString &hash) {
            return service.setPassword(context, request, hash);
        });
    router.onWrite<Refresh>([&](auto &context, const auto &request) { return service.refresh(context, request); });
    router.onWrite<Logout>([&](auto &context, const auto &request) { return service.logout(context, request); });
    router.onRead<ListSessions>(
        [&](auto &context, const auto &request) { return service.listSessions(context, request); });
    router.onWrite<RevokeSession>(
        [&](auto &context, const auto &request) { return service.revokeSession(context, request); });
    router.onWrite<CreateInvite>(
        [&](auto &context, const auto &request) { return service.createInvite(context, request); });

    hooks.sessionsEnded.push_back([&](WriteContext &context, UserId user) { service.endSessions(context, user); });
    hooks.accountDeleted.push_back(
        [&](WriteContext &context, UserId user) { service.eraseCredentials(context, user); });
    hooks.housekeeping.push_back(
        [](WriteContext &context, int atMost) { return AuthService::endIdleSessions(context, atMost); });
}

} // namespace rialto
