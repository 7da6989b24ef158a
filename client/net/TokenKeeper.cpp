#include "net/TokenKeeper.h"

#include "net/RestClient.h"

#include <QLoggingCategory>

namespace rialto {
namespace {

Q_LOGGING_CATEGORY(lcTokens, "rialto.client.tokens")

/// A token that ends sooner than this is refreshed before it is used.
constexpr qint64 kMarginMs = 30'000;
constexpr qint64 kRetryMs = 5'000;

} // namespace

TokenKeeper::TokenKeeper(Profile &profile, const StoredAccount &account, RestClient &rest, const Clock &clock,
                         QObject *parent)
    : QObject(parent), m_profile(profile), m_account(account), m_rest(rest), m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TokenKeeper::refresh);
}

void TokenKeeper::setUser(const User &user)
{
    if (m_stopped || (user.version == m_account.user.version && user.id == m_account.user.id))
        return;
    m_account.user = user;
    if (const Result<> saved = m_profile.save(m_account); !saved)
        qCWarning(lcTokens).noquote() << saved.error().message;
}

void TokenKeeper::withToken(QObject *context, Done done)
{
    if (isFresh() && !m_refreshing) {
        done(m_account.accessToken);
        return;
    }
    m_waiting.append({context, std::move(done)});
    refresh();
}

void TokenKeeper::keepFresh(bool on)
{
    m_keepFresh = on;
    planRefresh();
}

void TokenKeeper::stop()
{
    m_stopped = true;
    keepFresh(false);
    m_waiting.clear();
}

bool TokenKeeper::isFresh() const
{
    return !m_account.accessToken.isEmpty() && m_account.accessEndsAtMs - m_clock.nowMs() > kMarginMs;
}

void TokenKeeper::refresh()
{
    if (m_refreshing)
        return;
    m_refreshing = true;
    m_rest.post(Refresh{m_account.refreshToken}, this, [this](const Result<SignedIn> &reply) { finish(reply); });
}

// The tokens in memory work even when they cannot be stored; what is lost is only the sign-in of the next start.
void TokenKeeper::adopt(const SignedIn &tokens)
{
    m_account.accessToken = tokens.accessToken;
    m_account.refreshToken = tokens.refreshToken;
    m_account.user = tokens.user;
    m_account.accessEndsAtMs = m_clock.nowMs() + qint64{tokens.expiresIn} * 1000;
    if (const Result<> saved = m_profile.save(m_account); !saved)
        qCWarning(lcTokens).noquote() << saved.error().message;
    planRefresh();
}

void TokenKeeper::finish(const Result<SignedIn> &reply)
{
    m_refreshing = false;
    if (m_stopped)
        return;
    Result<QString> answer;
    if (reply) {
        adopt(*reply);
        answer = m_account.accessToken;
    } else {
        answer = tl::unexpected(reply.error());
    }
    planRefresh();
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &one : waiting) {
        if (one.context)
            one.done(answer);
    }
    if (reply)
        Q_EMIT refreshed(m_account.accessToken);
    else if (reply.error().code == ErrorCode::Unauthenticated || reply.error().code == ErrorCode::Forbidden)
        Q_EMIT ended(reply.error());
}

void TokenKeeper::planRefresh()
{
    m_timer.stop();
    if (!m_keepFresh)
        return;
    const qint64 left = m_account.accessEndsAtMs - m_clock.nowMs();
    // At two thirds of what is left, so that a failed attempt has time to be repeated.
    const qint64 delay = left > 2 * kMarginMs ? left - std::max(kMarginMs * 2, left / 3) : kRetryMs;
    m_timer.start(static_cast<int>(std::min<qint64>(delay, 3'600'000)));
}

} // namespace rialto
