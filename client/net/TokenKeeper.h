#pragma once

#include "base/Clock.h"
#include "net/Profile.h"
#include "protocol/Auth.h"

#include <QPointer>
#include <QTimer>
#include <functional>

namespace rialto {

class RestClient;

/// Keeps the tokens of the signed-in account fresh and stored. A refresh whose answer was lost is repeated with the
/// same refresh token: the server gives the same successor. Lives on: the GUI thread.
class TokenKeeper : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<QString>)>;

    TokenKeeper(Profile &profile, const StoredAccount &account, RestClient &rest, const Clock &clock,
                QObject *parent = nullptr);

    const StoredAccount &account() const { return m_account; }
    /// The account as the server knows it now, so that the next start shows the right name.
    void setUser(const User &user);

    /// Gives an access token that is good for a while, refreshed first when need be. `done` is called once, perhaps
    /// at once. Unavailable: the server cannot be reached; Unauthenticated: see ended.
    void withToken(QObject *context, Done done);
    /// The server did not take the access token: the next withToken() refreshes.
    void distrust() { m_account.accessEndsAtMs = 0; }
    /// Whether to refresh by itself shortly before the token ends; while offline that waits for withToken().
    void keepFresh(bool on);
    /// New tokens that came with another answer, as after a change of the password.
    void adopt(const SignedIn &tokens);
    /// Signed out: an answer that is under way is thrown away, nothing is stored any more.
    void stop();

Q_SIGNALS:
    /// A new access token was stored; the connection should be shown it.
    void refreshed(const QString &accessToken);
    /// The server takes the refresh token no longer: the session is over.
    void ended(const rialto::Error &reason);

private:
    struct Waiting
    {
        QPointer<QObject> context;
        Done done;
    };

    bool isFresh() const;
    void refresh();
    void finish(const Result<SignedIn> &reply);
    void planRefresh();

    Profile &m_profile;
    StoredAccount m_account;
    RestClient &m_rest;
    const Clock &m_clock;
    QTimer m_timer;
    QList<Waiting> m_waiting;
    bool m_refreshing = false;
    bool m_keepFresh = false;
    bool m_stopped = false;
};

} // namespace rialto
