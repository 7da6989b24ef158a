#pragma once

#include "base/Error.h"
#include "base/Id.h"

#include <QByteArray>

namespace rialto {

/// Who an access token speaks for.
struct TokenClaims
{
    UserId userId;
    SessionId sessionId;
    qint64 expiresAtMs = 0;
};

/// Makes and checks access tokens: JWT (RFC 7519) signed with HS256 (RFC 7518, 3.2), and nothing else. The signing key
/// changes every day: it is derived from the server's secret and the `kid`, the number of the day, so that a key that
/// leaked is worth a day. Keys of the neighbouring days are accepted, for tokens made around midnight and clocks that
/// jump.
///
/// May be used from any thread.
class AccessTokens
{
public:
    static constexpr int kLifetimeSeconds = 15 * 60;

    explicit AccessTokens(const QByteArray &secret);

    QByteArray issue(UserId user, SessionId session, qint64 nowMs) const;
    Result<TokenClaims> verify(const QByteArray &token, qint64 nowMs) const;

private:
    QByteArray signatureOf(const QByteArray &signedPart, qint64 day) const;

    QByteArray m_secret;
};

} // namespace rialto
