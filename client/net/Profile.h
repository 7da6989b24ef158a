#pragma once

#include "net/ServerAddress.h"
#include "protocol/People.h"

#include <QSslCertificate>
#include <optional>

namespace rialto {

/// An account as it is remembered between two starts of the program.
struct StoredAccount
{
    ServerAddress server;
    User user;
    QString accessToken;
    QString refreshToken;
    qint64 accessEndsAtMs = 0; ///< When the access token ends, by this machine's wall clock (epoch milliseconds).
};

/// The folder of one profile (`--profile NAME`): the signed-in accounts, the pinned certificates and the caches.
///
/// The tokens stand in files, one an account, that only its owner may read (mode 0600). A keychain is not used:
/// profiles of tests, demos and machines without a desktop have none, and a second place to look would only hide tokens
/// from the person. Lives on: the thread that made it. Nothing is kept in memory, so several objects may show the same
/// folder.
class Profile
{
public:
    explicit Profile(const QString &folder);
    /// The folder of a profile of that name under the user's data folder. Letters, digits, `.`, `-` and `_` only.
    static Result<Profile> named(const QString &name);

    QString folder() const { return m_folder; }

    /// The signed-in accounts, in the order in which they came.
    QList<StoredAccount> accounts() const;
    /// The one that was shown last, else the first; none when nobody is signed in.
    std::optional<StoredAccount> account() const;
    /// Adds an account, or stores what is new about it.
    Result<> save(const StoredAccount &account);
    /// The one to be shown by the next start.
    Result<> setCurrent(const StoredAccount &account);
    void forget(const StoredAccount &account);
    /// The server whose name was typed last, for the sign-in page; empty when there is none.
    QString lastServer() const;

    /// The certificate that the person trusted for this server; null when none was pinned.
    QSslCertificate pinnedCertificate(const ServerAddress &server) const;
    Result<> pin(const ServerAddress &server, const QSslCertificate &certificate);

    /// A short word that tells one account of one server from all others; fit for names of files.
    static QString keyOf(const StoredAccount &account);
    /// The database file of an account's cache; every account of every server has its own.
    QString cacheFile(const StoredAccount &account) const;

private:
    QString accountFile(const QString &key) const;

    QString m_folder;
};

} // namespace rialto
